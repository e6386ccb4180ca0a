"""`serve`: how long a writer waits for what was saved."""

from __future__ import annotations

import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from socket import create_server
from statistics import median

from tests.bench.product import Bench, retitle, some_proposal, tell, variables
from tests.bench.table import Line, at_most
from tests.support.running import command

WANTED = {250: 1.0, 1_000: 2.0, 10_000: 5.0}
"""Records → seconds."""
LONGEST = 7_200.0
"""Seconds for which a page is awaited."""
OFTEN = 0.02
PAUSE = 2.0
"""Seconds for which the server rests before the next save, as a writer does."""


def serve(bench: Bench) -> Iterator[Line]:
    """From when a proposal is saved until its page, asked for again and again, has the new title."""
    for number, wanted in WANTED.items():
        records = bench.records(number)
        project = bench.project(records)
        record = some_proposal(project)
        tell(f"{project.name}: serve")
        with serving(project, f"proposals/{record.stem}/") as page:
            waited = []
            for turn in range(bench.times):
                time.sleep(PAUSE)
                title = retitle(record, f"{turn + 1}번 저장함")
                waited.append(seconds_until(page, title))
        yield at_most(f"serve, save → new page answered, {records:,} records: s", median(waited), wanted)


@contextmanager
def serving(project: Path, path: str) -> Iterator[str]:
    """The address of a page of the project's preview, which is there."""
    with create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        command("serve", "--quiet", "--port", str(port)),
        cwd=project, env=variables(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        page = f"http://127.0.0.1:{port}/{path}"
        seconds_until(page, "</html>", process)
        yield page
    finally:
        process.terminate()
        process.wait()


def seconds_until(page: str, text: str, server: subprocess.Popen[bytes] | None = None) -> float:
    """How long it takes until the page is answered with the text in it."""
    began = time.monotonic()
    while time.monotonic() < began + LONGEST:
        if text in answer(page):
            return time.monotonic() - began
        if server and server.poll() is not None:
            raise SystemExit(f"serve ended with {server.returncode}")
        time.sleep(OFTEN)
    raise SystemExit(f"{page} has not got {text!r}")


def answer(page: str) -> str:
    """What the server answers; nothing where there is no page or no server yet."""
    try:
        with urllib.request.urlopen(page, timeout=LONGEST) as response:  # noqa: S310 - ours
            return str(response.read().decode())
    except (urllib.error.URLError, ConnectionError):
        return ""
