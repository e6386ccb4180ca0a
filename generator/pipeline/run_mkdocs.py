"""MkDocs run as a child process: its command, its environment, and why it failed."""

from __future__ import annotations

import errno
import os
import sys
from calendar import timegm
from pathlib import Path

from generator.corpus.corpus import Corpus
from generator.engine.child_process import ChildProcess
from generator.engine.environment import ENGINE, PAGES_READY
from generator.output.os_errors import FULL
from generator.parsing.messages import message
from generator.parsing.problems import Problem, Problems, visible
from generator.pipeline.progress import Steps
from generator.pipeline.today import CLOCK

SETTINGS_FILE = "mkdocs.yml"
"""What tells MkDocs of the archive, in its folder."""

FIRST_SECOND = timegm((1980, 1, 1, 0, 0, 0))
LAST_SECOND = 2**32 - 1
"""The seconds that the clock can show: zip files begin with 1980, and gzip files count no further, in 2106.

Records may be of any year, and the clock made of their dates stops at either end.
"""

COUNT_INTERVAL = 0.4
"""Seconds between two counts of the pages written so far; counting 4,000 takes 0.06."""


class MkDocsFailed(Exception):
    """MkDocs did not build the site; the message is what it printed of the reason."""


def run_mkdocs(root: Path, stage: Path, corpus: Corpus, pages: int, steps: Steps) -> None:
    """MkDocs builds the Korean site into the stage, and our plugin the English one beside it.

    Raises MkDocsFailed, and Problems where there is no mkdocs.yml.
    """
    if not (root / SETTINGS_FILE).is_file():
        raise Problems([Problem(SETTINGS_FILE, 1, 1, "", message("folder.no_settings"))])
    command = [sys.executable, "-m", ENGINE, "build", "--strict", "--config-file", SETTINGS_FILE]
    command += ["--site-dir", str(stage.resolve())]
    mkdocs = ChildProcess(command, root, mkdocs_environment(corpus))
    try:
        with steps.step(message("steps.site"), pages) as advance:
            while mkdocs.is_running_after(COUNT_INTERVAL):
                advance(sum(1 for _ in stage.rglob("index.html")))
        if mkdocs.wait():
            raise failure_of(mkdocs.output())
    finally:
        mkdocs.end()


def mkdocs_environment(corpus: Corpus) -> dict[str, str]:
    """Variables for MkDocs and our plugin, and the clock that its writers of files go by."""
    variables = {PAGES_READY: "1", "NO_MKDOCS_2_WARNING": "1"}
    seconds = clock_of_build(corpus)
    return variables if seconds is None else {**variables, CLOCK: str(seconds)}


def clock_of_build(corpus: Corpus) -> int | None:
    """Seconds since 1970: the day of the newest look, unless a clock is set; None if there is neither."""
    newest = corpus.newest_look()
    if CLOCK in os.environ:
        return as_formats_know(int(os.environ[CLOCK]))
    return as_formats_know(timegm(newest.earliest.timetuple())) if newest else None


def as_formats_know(seconds: int) -> int:
    """A time as near as every file format knows it."""
    return min(max(seconds, FIRST_SECOND), LAST_SECOND)


def failure_of(output: str) -> Exception:
    """Why MkDocs failed; a full disk is named alone, since it causes all other messages."""
    if str(FULL) in output:
        return OSError(errno.ENOSPC, str(FULL))
    return MkDocsFailed(mkdocs_messages(output))


def mkdocs_messages(output: str) -> str:
    """The lines that MkDocs printed, without those of its progress."""
    return "".join(
        f"{visible(line)}\n" for line in output.splitlines() if line and not line.startswith("INFO ")
    )
