"""The folder that a build fills, what a killed build left, and the lock of one build at a time."""

import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from generator.output import publishing
from generator.output.publishing import (
    HOLDER,
    LOCK,
    build_lock,
    recover,
    staging_folder,
)
from generator.parsing.messages import Message
from tests.output.published_site import left_in
from tests.support.paths import ROOT
from tests.support.telling import unexpected


def test_stage_is_fresh_and_goes_when_the_build_fails(build: Path) -> None:
    def build_half() -> None:
        with staging_folder(build) as stage:
            assert stage.parent == build
            assert not list(stage.iterdir())
            (stage / "page.html").write_text("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        build_half()
    assert left_in(build) == set()


def test_only_our_own_leftovers_are_swept(build: Path) -> None:
    mine = {"stage", "stage-one", "stage-0123abcd.txt", "old-0123abcd", "docs", "stage-0123ABCD"}
    for name in (*mine, "stage-0123abcd", "stage-ffffffff"):
        (build / name / "deep").mkdir(parents=True)
    (build / "stage-00000000").write_text("a file is not a stage")
    (build / "stage-11111111").symlink_to(build / "docs")
    with staging_folder(build) as stage:
        assert left_in(build) == mine | {"stage-00000000", "stage-11111111", stage.name}
    assert (build / "docs" / "deep").is_dir()


def test_recover_leaves_a_site_that_is_there(site: Path) -> None:
    for folder in (site, publishing.previous_of(site)):
        folder.mkdir()
        (folder / "index.html").write_text(folder.name)
    recover(site)
    assert (site / "index.html").read_text() == "site"


def test_second_build_says_who_runs_and_waits(build: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "from tests.output.test_staging import *; hold_the_lock()", build],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        holder.stdout.readline()
        heard: list[str] = []

        def waiting(told: Message) -> None:
            heard.append(str(told))
            holder.communicate(b"enough")

        with build_lock(build, waiting):
            assert holder.poll() is not None
            with pytest.raises(Timeout):
                FileLock(build / LOCK).acquire(timeout=0)
    assert heard == [f"another build (process {holder.pid}) is running; waiting for it to end"]


def hold_the_lock() -> None:
    with build_lock(Path(sys.argv[1]), waiting=unexpected):
        sys.stdout.write("held\n")
        sys.stdout.flush()
        sys.stdin.read()


@pytest.mark.parametrize("content", [None, b"", b"not a number", b"\xff"])
def test_unknown_holder_has_no_number(build: Path, content: bytes | None) -> None:
    build.mkdir()
    if content is not None:
        (build / HOLDER).write_bytes(content)
    assert str(publishing.process_of_holder(build)) == ""


def test_lock_is_free_again_after_a_failure(build: Path) -> None:
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), build_lock(build, waiting=unexpected):
            raise ZeroDivisionError
    assert left_in(build) == set()
