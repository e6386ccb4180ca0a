"""Builds that somebody or the system ends: by each signal, at each step, all of the build or a part."""

from __future__ import annotations

import json
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.output.os_errors import KILLED
from generator.parsing.messages import message
from tests.faults.tiny import WITHOUT_KIWI, Change
from tests.support.running import digests, replace, run, wait_until_no_process_of

pytestmark = pytest.mark.builds

THE_COMMAND = r"-m generator build"


class Moment(NamedTuple):
    """What Python is about to do: its audit event, the event's first argument, for which time."""

    event: str
    argument: str
    times: int


MOMENTS: Mapping[str, Moment] = {
    "it has the lock": Moment("open", r"build/\.lock-holder$", 1),
    "the records are half read": Moment("open", r"content/.*\.yml$", 4),
    "a volume is put into the cache": Moment("os.rename", r"cache/typst/volumes/\.", 1),
    "the Korean pages are half written": Moment("os.rename", r"docs/ko/.*/\.unfinished-\d+$", 2),
    "the English pages are half written": Moment("os.rename", r"docs/en/.*/\.unfinished-\d+$", 2),
    "MkDocs is about to start": Moment("open", r"mkdocs_theme\.yml$", 1),
    "MkDocs is at work": Moment("open", r"stage-\w+/ko/.*index\.html$", 2),
    "half of what MkDocs made is taken over": Moment("os.rename", r"stage-\w+/en/.*index\.html$", 1),
    "half of the pages are verified": Moment("open", r"stage-\w+/(forums|proposals)/.*index\.html$", 2),
    # Each stage that is swept is asked for its list of files: that of the build before, and that of MkDocs.
    "the stage is complete": Moment("open", r"stage-\w+/\.proceedings-site$", 3),
    "the folders are about to change places": Moment("ctypes.dlopen", "None", 1),
    "what a killed build left is half swept": Moment("os.remove", r"^index\.html$", 20),
    "the old site is half removed": Moment("os.remove", r"^index\.html$", 20),
    "all is done": Moment("os.remove", r"\.lock-holder$", 1),
}
"""In the order in which a build comes to them."""

PUBLISHED = ("the old site is half removed", "all is done")
"""From here on the new site is there."""

KILLS = [(signal.SIGKILL, name) for name in MOMENTS if name != "the old site is half removed"]

ENDS = [
    (signal.SIGHUP, "it has the lock"),
    (signal.SIGTERM, "the records are half read"),
    (signal.SIGTERM, "the Korean pages are half written"),
    (signal.SIGHUP, "the English pages are half written"),
    (signal.SIGTERM, "MkDocs is at work"),
    (signal.SIGHUP, "half of what MkDocs made is taken over"),
    (signal.SIGTERM, "half of the pages are verified"),
    (signal.SIGTERM, "the folders are about to change places"),
    (signal.SIGHUP, "the old site is half removed"),
]
"""Of each kind of work a moment: both signals go through one function, and a build clears up after itself."""


def build_with_fault(
    project: Path, moment: Moment, sent: signal.Signals, who: str = THE_COMMAND
) -> subprocess.CompletedProcess[str]:
    """A build of which one process, `who`, gets the signal at the moment."""
    fault = json.dumps([who, *moment, sent])
    ended = run(project, "build", "--quiet", FAULT=fault, **WITHOUT_KIWI)
    assert "Traceback" not in ended.stderr
    return ended


def leftovers(project: Path) -> set[str]:
    """What no build leaves that came to its end."""
    build = project / "build"
    left = {path.name for path in build.iterdir()} - {
        "cache",
        "docs",
        ".lock",
        "mkdocs.ko.yml",
        "mkdocs.en.yml",
    }
    unfinished = [path.name for path in build.rglob("*") if path.name.startswith(".") and path.is_file()]
    return left | set(unfinished) - {".lock"}


@pytest.mark.parametrize(
    "endings",
    [
        pytest.param(KILLS, id="kill -9", marks=pytest.mark.xdist_group("killed")),
        pytest.param(ENDS, id="SIGTERM and SIGHUP", marks=pytest.mark.xdist_group("ended")),
    ],
)
def test_a_build_ended_at_any_step_leaves_a_whole_site(
    change: Change, endings: Sequence[tuple[signal.Signals, str]]
) -> None:
    """Each of these builds is the next one after a build that was ended; the last comes to its end.

    Each has the same things to do: what an ended one has made already, the next one would take over.
    """
    made = shutil.copytree(change.project / "build", change.project / "made")
    for sent, name in endings:
        for folder in ("cache", "docs"):
            shutil.rmtree(change.project / "build" / folder)
            shutil.copytree(made / folder, change.project / "build" / folder)
        ended = build_with_fault(change.project, MOMENTS[name], sent)
        assert ended.returncode in (-sent, 128 + sent), f"{name}: {ended.returncode} {ended.stderr}"
        wait_until_no_process_of(change.project, 60)
        expected = change.new if name in PUBLISHED else change.old
        assert digests(change.project / "site") == expected, name
        if sent != signal.SIGKILL:
            assert leftovers(change.project) == set(), name
    done = run(change.project, "build", **WITHOUT_KIWI)
    assert done.returncode == 0, done.stderr
    assert digests(change.project / "site") == change.new
    assert leftovers(change.project) == set()


@pytest.mark.parametrize(
    ("who", "written"),
    [(r"/stage-\w+/0$", r"stage-\w+/0/forums/"), (r"/stage-\w+/1$", r"stage-\w+/1/forums/")],
)
def test_a_killed_mkdocs_fails_the_build_and_says_so(change: Change, who: str, written: str) -> None:
    """The system does so where memory runs out. What makes a whole site is a process of its own."""
    shutil.rmtree(change.project / "build" / "cache" / "site")
    ended = build_with_fault(change.project, Moment("open", written, 1), signal.SIGKILL, who)
    assert ended.returncode == 1
    assert f"{KILLED}\n" in ended.stderr
    assert ended.stderr.endswith("MkDocs could not build the site\n")
    wait_until_no_process_of(change.project, 60)
    assert digests(change.project / "site") == change.old


def test_a_killed_checker_fails_the_build_and_says_so(change: Change) -> None:
    verifying = change.project / "generator" / "output" / "verify" / "__init__.py"
    replace(verifying, "PAGES_WORTH_PROCESSES = 400", "PAGES_WORTH_PROCESSES = 40")
    checker = r"--multiprocessing-fork"
    moment = Moment("open", r"/index\.html$", 8)
    ended = build_with_fault(change.project, moment, signal.SIGKILL, checker)
    assert (ended.returncode, ended.stderr) == (
        1,
        f"{message('verify.killed')}\n",
    )
    wait_until_no_process_of(change.project, 60)
    assert digests(change.project / "site") == change.old
    assert leftovers(change.project) == set()
