"""Processes that make records' pages and the files for other programs, each of which holds the corpus."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Protocol, TypeVar

from generator.corpus.corpus import Corpus
from generator.corpus.watched import AnswerDigests
from generator.exports import EXPORTS
from generator.i18n.strings import SiteWords
from generator.output.publishing import staging_folder
from generator.output.worker_processes import SPAWN, end_worker_with_build
from generator.parsing.messages import Refusal, message
from generator.pipeline.beside_pages import write_beside
from generator.pipeline.page_file import MadeOf
from generator.pipeline.page_maker import RecordMaker

Given = TypeVar("Given")
Result = TypeVar("Result")

RECORDS_AT_ONCE = 40
"""Records that a process makes before it tells of them."""

RECORDS_WORTH_PROCESSES = 300
"""A process begins with imports and the corpus, which take as long as the pages of so many records."""


class WorkerKilled(Refusal):
    """A process that makes pages was killed."""


@dataclass(frozen=True)
class Assignment:
    """What a worker is given."""

    corpus: Corpus
    site_words: SiteWords
    build: Path
    made: frozenset[str]
    """The optional files that this build makes, by path from the site's root."""

    @property
    def docs(self) -> Path:
        """The folder of the Markdown of both languages."""
        return self.build / "docs"


class Worker:
    """Makes what it is asked for, in this process."""

    def __init__(self, work: Assignment, go_on: Callable[[], None] = lambda: None) -> None:
        """`go_on`: called before each record and each file of an export."""
        self._work = work
        self._go_on = go_on
        self._answers = AnswerDigests(work.corpus, work.made)
        self._records = RecordMaker(self._answers, work.site_words, work.docs)

    def records(self, keys: Iterable[tuple[str, str]]) -> list[tuple[str, MadeOf]]:
        """What is made of each record, by folder and id."""
        by_kind = self._work.corpus.by_kind
        return [
            (f"{folder}/{key}", self._records.make(by_kind[folder][key])) for folder, key in self._each(keys)
        ]

    def export(self, name: str) -> MadeOf:
        """One of EXPORTS; whatever changes in the corpus, it is made again."""
        files = EXPORTS[name](self._work.corpus, self._work.site_words)
        return MadeOf((), b"", write_beside(self._work.docs, self._each(files)))

    def _each(self, given: Iterable[Given]) -> Iterator[Given]:
        for one in given:
            self._go_on()
            yield one


_own: list[Worker] = []
"""The worker of this process, if it was started to be one."""


def begin_page_worker(path: Path) -> None:
    end_worker_with_build()
    _own.append(Worker(pickle.loads(path.read_bytes())))  # noqa: S301 - this build has packed it


def records_in_worker(keys: Sequence[tuple[str, str]]) -> list[tuple[str, MadeOf]]:
    return _own[0].records(keys)


def export_in_worker(name: str) -> tuple[str, MadeOf]:
    return name, _own[0].export(name)


class Crew(Protocol):
    """The workers of a build."""

    def begin(self, make: Callable[[Given], Result], given: Sequence[Given]) -> Iterator[Result]:
        """Begins to make something of each; what is made comes in their order."""


class ThisProcess:
    """Makes everything when it is asked for."""

    def __init__(self, work: Assignment, go_on: Callable[[], None]) -> None:
        _own[:] = [Worker(work, go_on)]

    def begin(self, make: Callable[[Given], Result], given: Sequence[Given]) -> Iterator[Result]:
        return map(make, given)


class Processes:
    """Make several things at once, and before they are asked for."""

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self._pool = pool

    def begin(self, make: Callable[[Given], Result], given: Sequence[Given]) -> Iterator[Result]:
        return self._results([self._pool.submit(make, one) for one in given])

    @staticmethod
    def _results(futures: Sequence[Future[Result]]) -> Iterator[Result]:
        try:
            for future in futures:
                yield future.result()
        except BrokenProcessPool:
            raise WorkerKilled(message("build.worker_killed")) from None


def begin_exports(workers: Crew, names: Sequence[str]) -> Iterator[tuple[str, MadeOf]]:
    """Begins to make some of EXPORTS."""
    return workers.begin(export_in_worker, names)


def begin_records(workers: Crew, keys: Sequence[tuple[str, str]]) -> Iterator[tuple[str, MadeOf]]:
    """Begins to make what is of each record, by folder and id."""
    batches = [keys[at : at + RECORDS_AT_ONCE] for at in range(0, len(keys), RECORDS_AT_ONCE)]
    return chain.from_iterable(workers.begin(records_in_worker, batches))


@contextmanager
def crew(
    work: Assignment, jobs: int, records: int, go_on: Callable[[], None] = lambda: None
) -> Iterator[Crew]:
    """Processes for so many records to make; few are made in this one, which asks whether to go on."""
    if jobs == 1 or records < RECORDS_WORTH_PROCESSES:
        yield ThisProcess(work, go_on)
        return
    with staging_folder(work.build) as stage:
        packed = stage / "work"
        # Without the indexes that this process has made of the records.
        packed.write_bytes(pickle.dumps(replace(work, corpus=replace(work.corpus))))
        with ProcessPoolExecutor(jobs, SPAWN, begin_page_worker, (packed,)) as processes:
            try:
                yield Processes(processes)
            except BaseException:
                processes.shutdown(cancel_futures=True)
                raise
