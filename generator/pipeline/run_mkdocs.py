"""MkDocs run as child processes: their command, their environment, and why one failed."""

from __future__ import annotations

import errno
import json
import os
import sys
from calendar import timegm
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from dataclasses import replace
from pathlib import Path

from generator.corpus.corpus import Corpus
from generator.engine.child_process import ChildProcess
from generator.engine.environment import (
    ENGINE,
    PAGES,
    PAGES_READY,
    PROGRESS,
    SETTINGS_FILE,
    SITE_LANGUAGE,
)
from generator.engine.in_process import PagesNotBuilt, build_pages, forget, variables
from generator.models import Language
from generator.output.os_errors import FULL
from generator.output.publishing import staging_folder
from generator.output.site_paths import place_of
from generator.parsing.messages import message
from generator.parsing.problems import Problem, Problems, visible
from generator.pipeline.engine_keys import has_own_programs
from generator.pipeline.html_files import KeptHtml, Wanted
from generator.pipeline.progress import Steps
from generator.pipeline.today import CLOCK

FIRST_SECOND = timegm((1980, 1, 1, 0, 0, 0))
LAST_SECOND = 2**32 - 1
"""The seconds that the clock can show: zip files begin with 1980, and gzip files count no further, in 2106.

Records may be of any year, and the clock made of their dates stops at either end.
"""

COUNT_INTERVAL = 0.4
"""Seconds between two looks at how many pages are written so far."""

PAGES_AT_ONCE = 1_500
"""Pages that one process of the engine makes, which keeps the links of all of them."""

PAGES_WORTH_A_PROCESS = 60
"""To start a process takes as long as to make so many pages."""


class MkDocsFailed(Exception):
    """MkDocs did not build the site; the message is what it printed of the reason."""


def make_html(
    root: Path, kept: KeptHtml, wanted: Sequence[Wanted], corpus: Corpus, steps: Steps, jobs: int
) -> Mapping[Language, list[str]]:
    """The engine makes what is wanted, in so many processes at once, and it lies in the cache afterwards.

    Returns the files of each language, from the site's root.
    Raises MkDocsFailed, and Problems where there is no mkdocs.yml.
    """
    if not (root / SETTINGS_FILE).is_file():
        raise Problems([Problem(SETTINGS_FILE, 1, 1, "", message("folder.no_settings"))])
    total = sum(len(one.pages) for one in wanted)
    environment = mkdocs_environment(corpus)
    with staging_folder(root / "build") as stage, steps.step(message("steps.site"), total) as advance:
        if kept.files and is_little(root, wanted):
            made_here = {one.language: make_here(root, stage, kept, one, environment) for one in wanted}
            advance(total)
            return made_here
        runs = [part for one in wanted if one for part in parts_of(one, jobs)]
        engines = Engines(root, stage, environment)
        with ThreadPoolExecutor(jobs) as threads:
            try:
                running = [threads.submit(engines.run, number, run) for number, run in enumerate(runs)]
                while wait(running, COUNT_INTERVAL, FIRST_EXCEPTION).not_done:
                    advance(engines.pages_written())
                for one in running:
                    one.result()
            finally:
                engines.end()
        made: dict[Language, list[str]] = defaultdict(list)
        for number, run in enumerate(runs):
            made[run.language] += take_over(kept.folder, engines.folder(number), run)
        return made


def is_little(root: Path, wanted: Sequence[Wanted]) -> bool:
    """Whether to start an engine would take longer than the pages, which are all that MkDocs is to make."""
    pages = sum(len(one.pages) for one in wanted)
    others = ENGINE != "mkdocs" or any(one.theme for one in wanted) or has_own_programs(root)
    return pages <= PAGES_WORTH_A_PROCESS and not others


def make_here(
    root: Path, stage: Path, kept: KeptHtml, wanted: Wanted, environment: Mapping[str, str]
) -> list[str]:
    """A few pages, made by MkDocs in this process."""
    folder = stage / wanted.language
    if not wanted:
        return []
    forget()  # A test or another caller may have changed a template since the last build.
    try:
        with variables(environment):
            build_pages(root, wanted.language, wanted.pages, folder, theme=False, elsewhere=wanted.elsewhere)
    except PagesNotBuilt as failed:
        raise failure_of(str(failed)) from failed
    return list(take_over(kept.folder, folder, wanted))


def parts_of(wanted: Wanted, jobs: int) -> Iterator[Wanted]:
    """A language's pages as the parts that one process each makes; the first makes what lies beside them."""
    worth = max(1, min(jobs, len(wanted.pages) // PAGES_WORTH_A_PROCESS))
    number = max(worth, -(-len(wanted.pages) // PAGES_AT_ONCE))
    size = max(1, -(-len(wanted.pages) // number))
    for start in range(0, max(1, len(wanted.pages)), size):
        yield replace(wanted, pages=wanted.pages[start : start + size], theme=wanted.theme and not start)


class Engines:
    """Processes of the engine, each of which writes some pages into a folder of its own."""

    def __init__(self, root: Path, stage: Path, environment: Mapping[str, str]) -> None:
        self._root = root
        self._stage = stage
        self._environment = environment
        self._processes: list[ChildProcess] = []
        self._ended = False

    def folder(self, number: int) -> Path:
        return self._stage / str(number)

    def run(self, number: int, run: Wanted) -> None:
        """Raises MkDocsFailed, and OSError for a full disk."""
        asked = self._stage / f"{number}.json"
        asked.write_bytes(
            json.dumps({"pages": run.pages, "theme": run.theme, "elsewhere": run.elsewhere}).encode()
        )
        command = [sys.executable, "-m", ENGINE, "build", "--strict", "--config-file", SETTINGS_FILE]
        command += ["--site-dir", str(self.folder(number).resolve())]
        progress = self._stage / f"{number}.progress"
        own = {SITE_LANGUAGE: run.language, PAGES: str(asked.resolve()), PROGRESS: str(progress.resolve())}
        if self._ended:
            return
        process = ChildProcess(command, self._root, {**self._environment, **own})
        self._processes.append(process)
        if process.wait():
            raise failure_of(process.output())

    def pages_written(self) -> int:
        """By all processes so far: each adds a byte to a file for a page."""
        return sum(path.stat().st_size for path in self._stage.glob("*.progress"))

    def end(self) -> None:
        """Ends what still runs."""
        self._ended = True
        for process in self._processes:
            process.end()


def take_over(cache: Path, made: Path, run: Wanted) -> Iterator[str]:
    """What an engine wrote goes into the cache, each file in one step; its path from the site's root."""
    for path in sorted(made.rglob("*")):
        if path.is_file():
            name = place_of(run.language, path.relative_to(made).as_posix())
            (cache / name).parent.mkdir(parents=True, exist_ok=True)
            path.replace(cache / name)
            yield name


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
