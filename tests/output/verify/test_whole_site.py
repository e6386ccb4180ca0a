"""A site as a whole: what is no file, how faults are told, and several processes."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from generator.output import verify
from generator.output.verify import verify_site
from generator.output.verify.summary import Fault
from generator.output.worker_processes import end_worker_with_build
from generator.parsing.messages import verbatim
from tests.output.verify.two_pages import (
    ADDRESS,
    LANGUAGES,
    PAGE,
    faults,
    messages,
    page,
    write,
)
from tests.support.paths import ROOT


def test_good_site_has_no_fault(folder: Path) -> None:
    assert faults(folder) == []


def test_symlink_is_a_fault(folder: Path) -> None:
    (folder / "passwd").symlink_to("/etc/passwd")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    assert faults(folder) == [
        f"{name}: is neither a file nor a folder, and a site holds nothing else"
        for name in ("loop", "passwd", "pipe")
    ]


def test_page_that_is_not_utf8_is_a_fault(folder: Path) -> None:
    (folder / PAGE).write_bytes("<p>포럼".encode("cp949"))
    assert faults(folder) == [f"{PAGE}: is not UTF-8 text"]


def test_the_same_fault_is_named_once(folder: Path) -> None:
    assert len(messages(folder, body='<a href="none">x</a>' * 3)) == 1


def test_fault_is_one_line_whatever_the_page_says() -> None:
    assert str(Fault("a.html", verbatim("x\n::error::y\x1b[0m"))) == "a.html: x<U+000A>::error::y<U+001B>[0m"


def test_long_address_is_cut_in_the_message(folder: Path) -> None:
    (message,) = messages(folder, body=f'<a href="javascript:{"x" * 100_000}">x</a>')
    assert len(message) < 250


def test_processes_find_the_same_in_the_same_order(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        write(
            folder,
            f"bad/{number}/index.html",
            page(path=f"bad/{number}/", body='<a href="/forum/#none">x</a>'),
        )
    alone = verify_site(folder, LANGUAGES, "/forum/", ADDRESS)
    monkeypatch.setattr(verify, "PAGES_WORTH_PROCESSES", 1)
    monkeypatch.setattr(verify, "PAGES_OF_A_BATCH", 2)
    assert verify_site(folder, LANGUAGES, "/forum/", ADDRESS) == alone
    assert len(alone) == 5 * 3


def test_processes_end_with_a_killed_build() -> None:
    # run() returns when nobody holds the pipe any more, so a process that went on would keep it for ever.
    run = subprocess.run(
        [sys.executable, "-c", "from tests.output.verify.test_whole_site import *; start_process_and_die()"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    assert run.returncode == -signal.SIGKILL


def start_process_and_die() -> None:
    processes = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=end_worker_with_build)
    processes.submit(os.getpid).result()
    os.kill(os.getpid(), signal.SIGKILL)
