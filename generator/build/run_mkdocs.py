"""MkDocs run as a process: its command, its environment, and why it failed."""

from __future__ import annotations

import errno
import os
import sys
import time
from calendar import timegm
from pathlib import Path

from generator.build.progress import Steps
from generator.corpus.corpus import Corpus
from generator.engine.child_process import ChildProcess
from generator.engine.environment import ADDRESS, PAGES_READY, PREVIEW
from generator.output.os_errors import FULL
from generator.parsing.problems import visible

CLOCK = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 that stand for now (reproducible-builds.org/specs/source-date-epoch)."""


COUNT_INTERVAL = 0.4
"""Seconds between two counts of the pages that MkDocs has written; counting 4,000 takes 0.06."""


class MkDocsFailed(Exception):
    """MkDocs did not build the site; the message is the lines in which it says why."""


def run_mkdocs(
    root: Path, stage: Path, corpus: Corpus, pages: int, steps: Steps, address: str | None = None
) -> None:
    """MkDocs builds the Korean site into the stage, and through our hook the English one beside it.

    `address` is where a preview shows it. Raises MkDocsFailed.
    """
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "mkdocs.yml"]
    command += ["--site-dir", str(stage.resolve())]
    engine = ChildProcess(command, root, mkdocs_environment(corpus, address))
    try:
        with steps.step("site", pages) as advance:
            while engine.is_running():
                time.sleep(COUNT_INTERVAL)
                advance(sum(1 for _ in stage.rglob("index.html")))
        if engine.wait():
            raise failure_of(engine.output())
    finally:
        engine.end()


def mkdocs_environment(corpus: Corpus, address: str | None) -> dict[str, str]:
    """What MkDocs and our hooks are told; the clock they read is the newest fact's day, if none is given."""
    variables = {PAGES_READY: "1", "NO_MKDOCS_2_WARNING": "1"}
    newest = corpus.newest_fact()
    if newest and CLOCK not in os.environ:
        variables[CLOCK] = str(timegm(newest.earliest.timetuple()))
    if address:
        variables |= {ADDRESS: address, PREVIEW: "1"}
    return variables


def failure_of(said: str) -> Exception:
    """Why MkDocs failed; where the disk is full, that alone: whatever else it complains of comes of it."""
    if FULL in said:
        return OSError(errno.ENOSPC, FULL)
    return MkDocsFailed(mkdocs_messages(said))


def mkdocs_messages(said: str) -> str:
    """What MkDocs printed, but for the news of its progress."""
    return "".join(
        f"{visible(line)}\n" for line in said.splitlines() if line and not line.startswith("INFO ")
    )
