"""What is made of records, below build/docs/: what an earlier build made of the same is taken over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from generator.corpus.corpus import Corpus
from generator.corpus.watched import AnswerDigests, digest_of
from generator.exports import EXPORTS
from generator.models import LANGUAGES, Language
from generator.output.generated_folder import remove_links
from generator.parsing.messages import message
from generator.pipeline.cache import Cache
from generator.pipeline.page_file import OF_RECORDS, TEXTS, KeptPages, PageFile
from generator.pipeline.page_maker import (
    PageVersions,
    RecordMaker,
    digest_of_corpus,
    folders_in,
    page_program,
)
from generator.pipeline.progress import Steps, count_calls
from generator.pipeline.workers import Assignment, Crew, begin_exports, begin_records, crew
from generator.search import Index, index_of

WrittenFiles: TypeAlias = Mapping[str, tuple[PageFile, ...]]
"""Language, and TEXTS → files that were written."""

OF_MANY = "pages of many"
"""The kind of what is kept of the pages that are made of many records."""

VERBS = "verbs"
"""The kind of what is kept of the forms of verbs."""

EXPORTS_BESIDE = tuple(name for name in EXPORTS if name != "text")
"""The exports that are made whole; of plain texts each is made with the pages of its record."""


@dataclass(frozen=True)
class Made:
    """What is made of records, each file where it was written."""

    pages: Mapping[Language, Sequence[PageFile]]
    beside: Mapping[Language, Sequence[PageFile]]


def make_files(work: Assignment, cache: Cache, steps: Steps, jobs: int) -> tuple[Made, Index]:
    """The pages of each record and the files for other programs, written where something has changed.

    The search's index is made meanwhile, by this process.
    """
    corpus = work.corpus
    kept = kept_pages(work, cache)
    folders, whole = folders_in(work.docs), digest_of_corpus(corpus)
    for folder in {*folders.values()}:
        remove_links(folder)
    found, missing = found_pages(kept, work)
    stale: list[str] = []
    for name in EXPORTS_BESIDE:
        files = kept.find(name, folders, whole)
        if files is None:
            stale.append(name)
        else:
            found.append(files)
    worth = len(missing) + (sum(1 for _ in corpus.records) // 2 if stale else 0)
    with crew(work, jobs, worth, steps.go_on) as workers:
        made = begin_missing(workers, kept, missing, stale, whole, steps)
        with steps.step(message("steps.search"), sum(1 for _ in corpus.records)) as advance:

            def advance_by_half(calls: int) -> None:  # index_of calls twice for each entry
                advance(calls // 2)

            index = search_index(cache, corpus, count_calls(advance_by_half))
        found += (files for _, files in made)
    kept.save()
    return sorted_out(found), index


def begin_missing(
    workers: Crew,
    kept: KeptPages,
    missing: Sequence[tuple[str, str]],
    stale: Sequence[str],
    whole: str,
    steps: Steps,
) -> Iterator[tuple[str, WrittenFiles]]:
    """Begins to make what is of these records, and these exports; the files of each come as they are made.

    `whole`: the digest of the corpus, on which all of an export depends.
    """
    exported, recorded = begin_exports(workers, stale), begin_records(workers, missing)

    def each_made() -> Iterator[tuple[str, WrittenFiles]]:
        for name, number, also, made in (
            (message("steps.pages"), len(missing), "", recorded),
            (message("steps.exports"), len(stale), whole, exported),
        ):
            with steps.step(name, number) as advance:
                for done, (key, one) in enumerate(made, 1):
                    kept.add(key, one, also)
                    yield key, one.pages
                    advance(done)

    return each_made()


def kept_pages(work: Assignment, cache: Cache, kind: str = OF_RECORDS) -> KeptPages:
    """What an earlier build made, while it holds for this one's corpus."""
    program = page_program(work.corpus, work.site_words)
    return KeptPages(cache.kept, program, AnswerDigests(work.corpus, work.made), kind)


def make_lists(work: Assignment, cache: Cache, sizes: Mapping[str, int], go_on: Callable[[], None]) -> Made:
    """The pages that are made of many records, rendered where their plan has changed.

    `sizes`: path from the site's root → bytes of the files beside the pages.
    """
    kept = kept_pages(work, cache, OF_MANY)
    maker = RecordMaker(kept.answers, work.site_words, work.docs)
    found: list[WrittenFiles] = []
    for versions in maker.planned_of_all(sizes):
        go_on()
        found.append(found_or_made(kept, maker, versions))
    kept.save()
    return sorted_out(found)


def found_or_made(kept: KeptPages, maker: RecordMaker, versions: PageVersions) -> WrittenFiles:
    """Such a page and its text, as an earlier build wrote them if their plan is the same, else made now."""
    key, plan = versions[LANGUAGES[0]].path, digest_of(versions, kept.answers.corpus).hex()
    files = kept.find(key, maker.folders, plan)
    if files is None:
        made = maker.make_of_all(versions)
        kept.add(key, made, plan)
        files = made.pages
    return files


def found_pages(kept: KeptPages, work: Assignment) -> tuple[list[WrittenFiles], list[tuple[str, str]]]:
    """What an earlier build made of records, and folder and id of those of which it is to be made."""
    folders = folders_in(work.docs)
    found: list[WrittenFiles] = []
    missing: list[tuple[str, str]] = []
    for record in work.corpus.records:
        pages = kept.find(f"{record.folder}/{record.id}", folders)
        if pages is None:
            missing.append((record.folder, record.id))
        else:
            found.append(pages)
    return found, missing


def sorted_out(found: Iterable[WrittenFiles]) -> Made:
    """Pages by language, and texts with the other files of the language at the site's root."""
    pages: dict[Language, list[PageFile]] = {language: [] for language in LANGUAGES}
    beside: dict[Language, list[PageFile]] = {language: [] for language in LANGUAGES}
    for files in found:
        # A record has plain texts, if only none; an export has none.
        for language in LANGUAGES:
            (pages if TEXTS in files else beside)[language].extend(files[language])
        beside[LANGUAGES[0]].extend(files.get(TEXTS, ()))
    return Made(pages, beside)


def search_index(cache: Cache, corpus: Corpus, advance: Callable[[], None] = lambda: None) -> Index:
    """The index, with the forms of verbs that an earlier build found. `advance`: see `index_of`."""
    known = {key: value.decode() for key, value in cache.kept.read(VERBS).items()}
    kept = UsedForms(known)
    index = index_of(corpus, kept, advance)
    cache.kept.write(VERBS, {key: value.encode() for key, value in kept.used.items()})
    return index


class UsedForms(MutableMapping[str, str]):
    """Forms by key, which remember which of them were asked for: the others are of texts that are gone."""

    def __init__(self, known: dict[str, str]) -> None:
        self._known = known
        self.used: dict[str, str] = {}

    def __getitem__(self, key: str) -> str:
        self.used[key] = self._known[key]
        return self.used[key]

    def __setitem__(self, key: str, forms: str) -> None:
        self._known[key] = forms

    def __delitem__(self, key: str) -> None:
        del self._known[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)
