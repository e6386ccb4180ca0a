"""The command `proceedings` as people run it: a process in a project's folder."""

from __future__ import annotations

import compileall
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

from tests.support.paths import RECORDS, ROOT

PATIENCE = 300.0
"""Seconds after which nothing is going to come any more, also on a machine that is busy with other tests."""


def copy_project(folder: Path) -> Path:
    """The made-up records, the real settings and a copy of the program, for a process there to run."""
    compile_program()
    folder.mkdir(parents=True)
    shutil.copytree(RECORDS, folder / "content")
    # With its compiled modules, but not with those that another process is just writing.
    shutil.copytree(ROOT / "generator", folder / "generator", ignore=shutil.ignore_patterns("*.pyc.*"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


@cache
def compile_program() -> None:
    """Else, where PYTHONDONTWRITEBYTECODE is set, each process compiles it anew: an eighth of a build."""
    compileall.compile_dir(ROOT / "generator", quiet=2)


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "generator", *arguments]


def environment(**variables: str) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("PROCEEDINGS_")}
    return {**inherited, "PYTHONUTF8": "1", "PROCEEDINGS_LANG": "en", **variables}


def run(project: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """`proceedings ARGUMENTS`, to its end."""
    return subprocess.run(
        command(*arguments),
        cwd=project,
        env=environment(**variables),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )


def start(project: Path, *arguments: str, **variables: str) -> subprocess.Popen[str]:
    """`proceedings ARGUMENTS`, while it runs."""
    return subprocess.Popen(
        command(*arguments),
        cwd=project,
        env=environment(**variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def replace(path: Path, old: str, new: str) -> None:
    """Edit a file as a person does: save all of it."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path} holds {old!r} {text.count(old)} times"
    path.write_text(text.replace(old, new), encoding="utf-8")


def digests(folder: Path) -> dict[str, str]:
    """Every file below a folder: its path and what it holds."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def processes_of(project: Path) -> list[int]:
    """The processes that still run for a project: their command line or working folder names it (Linux)."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            command_line = (process / "cmdline").read_bytes()
            here = str(project.resolve())
            if os.fsencode(here) in command_line or (process / "cwd").readlink() == Path(here):
                found.append(int(process.name))
    return found


def wait_until_no_process_of(project: Path, seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while left := processes_of(project):
        assert time.monotonic() < end, f"processes {left} outlived the command that started them"
        time.sleep(0.05)


class Serving:
    """`proceedings serve` on a free port, after its first build, and what it has said so far.

    `outcome` is how that build is to end. A quiet one says nothing of it: its `address` has to be known.
    """

    def __init__(
        self, project: Path, *arguments: str, address: str = "", outcome: str = "built in", **variables: str
    ) -> None:
        self.project = project
        self._log = project.with_name(f"{project.name}-serve-{time.monotonic_ns()}.log")
        self._read = 0
        with self._log.open("wb") as log:
            self.process = subprocess.Popen(
                command("serve", "--port", "0", *arguments),
                cwd=project,
                env=environment(**variables),
                stdout=log,
                stderr=log,
            )
        try:
            self.address = address or self.wait_for(rf"^(http://\S+/) {outcome}")[1]
        except AssertionError:
            self.process.kill()
            self.process.wait()
            raise

    def said(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def wait_for(self, pattern: str) -> re.Match[str]:
        """The next thing it says that matches, after the last one that was waited for."""
        end = time.monotonic() + PATIENCE
        while True:
            said = self.said()
            if found := re.compile(pattern, re.MULTILINE).search(said, self._read):
                self._read = found.end()
                return found
            running = self.process.poll() is None and "The server will appear stuck" not in said
            assert running, f"serve ended or is stuck before it said {pattern!r}:\n{said}"
            assert time.monotonic() < end, f"serve has not said {pattern!r}:\n{said}"
            time.sleep(0.05)

    def get(self, path: str) -> tuple[int, str]:
        """Status and text of an address below the root."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as response:  # noqa: S310 - ours
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()

    def stop(self, sent: signal.Signals = signal.SIGINT) -> int:
        """Ctrl-C, and the exit code."""
        self.process.send_signal(sent)
        return self.process.wait(PATIENCE)

    def __enter__(self) -> Serving:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        wait_until_no_process_of(self.project)
