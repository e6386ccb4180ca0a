"""Volumes and cards made beside the rest of a build: begun, then waited for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.corpus.corpus import Corpus
from generator.i18n.strings import SiteWords
from generator.output.kept_files import KeptFiles
from generator.output.worker_processes import SPAWN
from generator.parsing.messages import Refusal, message
from generator.typesetting.compiler import TypesettingFailed
from generator.typesetting.parts import PARTS
from generator.typesetting.plan import Planned
from generator.typesetting.typesetter import (
    Shelves,
    Typesetter,
    batches_of,
    begin_worker,
    make_in_worker,
    packed,
)

WORTH_PROCESSES = 24
"""Missing files from which on processes make them, not threads: to start one takes as long as a volume."""

_Batches = dict["Future[dict[str, str]]", Sequence[Planned]]


class TypesetterKilled(Refusal):
    """A process that makes volumes and cards was killed."""


@dataclass(frozen=True)
class Typeset:
    """What was made, or lay ready."""

    files: Mapping[str, Path]
    """Path from the site's root → the file, in build/cache/. It may be linked or copied, never written to."""
    failures: Mapping[str, TypesettingFailed]
    """Path from the site's root → why there is no file."""


@dataclass(frozen=True)
class Running:
    """The making of what a plan asks for and a cache lacks."""

    planned: Sequence[Planned]
    known_failures: Mapping[str, TypesettingFailed]
    """By path: what could not be made of the same things before, and is not tried again."""
    _ready: Mapping[str, Path]
    _batches: _Batches
    _shelves: Shelves
    _others: Sequence[Planned] = ()

    @property
    def expected(self) -> frozenset[str]:
        """The paths that there will be, as far as is known now: pages may link them before they are made."""
        return frozenset(one.path for one in (*self.planned, *self._others)) - self.known_failures.keys()

    def finish(self, advance: Callable[[int], None] = lambda _done: None) -> Typeset:
        """Waits until all is made. Raises TypesetterKilled, and OSError as where a disk is full.

        `advance` is told how many files of the plan are done.
        """
        failed: dict[str, str] = {}
        done = len(self.planned) - sum(map(len, self._batches.values()))
        advance(done)
        for future in as_completed(self._batches):
            try:
                failed |= future.result()
            except BrokenProcessPool:
                raise TypesetterKilled(message("build.typesetter_killed")) from None
            done += len(self._batches[future])
            advance(done)
        failures = {**self.known_failures}
        failures |= {
            one.path: TypesettingFailed(failed[one.key]) for one in self.planned if one.key in failed
        }
        made = [one for one in self.planned if one.path not in failures and one.path not in self._ready]
        files = {**self._ready, **{path: _there(file, path) for path, file in found_in(self._shelves, made)}}
        self._shelves.keep_only([*self.planned, *self._others])
        return Typeset({one.path: files[one.path] for one in self.planned if one.path in files}, failures)


def _there(file: Path | None, path: str) -> Path:
    if file is None:
        raise FileNotFoundError(f"build/cache/typst: {path} was removed while the site was built")
    return file


def found_in(shelves: Shelves, planned: Sequence[Planned]) -> Iterator[tuple[str, Path | None]]:
    """The path of each with its file, if that lies ready and is whole."""
    kept: Mapping[str, KeptFiles] = {part: shelves.made(part) for part in PARTS}
    for one in planned:
        yield one.path, kept[one.part].find(one.key)


@contextmanager
def typesetting(
    planned: Sequence[Planned],
    corpus: Corpus,
    site_words: SiteWords,
    folder: Path,
    jobs: int,
    others: Sequence[Planned] = (),
) -> Iterator[Running]:
    """Begins to make what is missing in the folder (build/cache/typst), in at most so many processes.

    The same bytes come of any number. `others`: what is made on other machines.
    What was made stays, also if the build fails or is ended meanwhile:

        with typesetting(planned_typeset(corpus, words, without), corpus, words, folder, jobs) as running:
            …                                # everything else; pages link to `running.expected`
            typeset = running.finish()       # typeset.files: path → Path

    A page links to no file that is not there, though it is made before the file is. What is made of the same
    things fails each time, so a failure is remembered by its key: later builds know it from the start, in
    `known_failures`, and their pages never link to it. Only when `finish` tells of a failure that is new
    (`typeset.failures.keys() & running.expected`) are the pages with links to it made once more, with
    `typeset.files` as what there is; or the build ends there, if it is a strict one.
    """
    shelves = Shelves(folder)
    ready = {path: file for path, file in found_in(shelves, planned) if file}
    reasons = shelves.failed()
    known = {
        one.path: TypesettingFailed(reason.read_text(encoding="utf-8"))
        for one in planned
        if one.path not in ready and (reason := reasons.find(one.key))
    }
    missing = {one.key: one for one in planned if one.path not in ready and one.path not in known}
    with _making(Typesetter(corpus, site_words, shelves), list(missing.values()), jobs) as batches:
        yield Running(planned, known, ready, batches, shelves, others)


@contextmanager
def _making(typesetter: Typesetter, missing: Sequence[Planned], jobs: int) -> Iterator[_Batches]:
    """The batches that are being made; what is not finished in the end is given up."""
    if not missing:
        yield {}
        return
    batches = batches_of(missing)
    at_once = max(1, min(jobs, len(batches)))
    if len(missing) < WORTH_PROCESSES:
        with ThreadPoolExecutor(at_once) as threads:  # Typst works outside the GIL
            yield from _submitted(threads, typesetter.make, batches)
        return
    ended = SPAWN.Event()
    with (
        packed(typesetter) as path,
        ProcessPoolExecutor(at_once, SPAWN, begin_worker, (path, ended)) as processes,
    ):
        yield from _submitted(processes, make_in_worker, batches, ended.set)


def _submitted(
    executor: Executor,
    make: Callable[[Sequence[Planned]], dict[str, str]],
    batches: Sequence[Sequence[Planned]],
    give_up: Callable[[], None] = lambda: None,
) -> Iterator[_Batches]:
    futures = {executor.submit(make, batch): batch for batch in batches}
    try:
        yield futures
    finally:
        if not all(future.done() for future in futures):
            give_up()
            executor.shutdown(cancel_futures=True)
