"""What is made of a shard's share below build/docs/: pages and texts of its records, and some exports."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from generator.corpus.corpus import Corpus
from generator.models import LANGUAGES, Language
from generator.output.generated_folder import remove_links
from generator.pages.data_page import sizes_unknown
from generator.pages.page import label_text
from generator.pipeline.cache import Cache
from generator.pipeline.page_file import KeptPages
from generator.pipeline.page_maker import RecordMaker, digest_of_corpus, folders_in
from generator.pipeline.progress import Steps
from generator.pipeline.record_files import (
    EXPORTS_BESIDE,
    OF_MANY,
    VERBS,
    UsedForms,
    WrittenFiles,
    begin_missing,
    found_or_made,
    kept_pages,
)
from generator.pipeline.shard import Shard
from generator.pipeline.workers import Assignment, crew
from generator.search import find_forms

Key = TypeVar("Key")


@dataclass(frozen=True)
class Share:
    """What a shard has below build/docs/."""

    made: Mapping[str, WrittenFiles]
    """Folder and id of a record, the name of an export, or OF_MANY and the path of a list → its files."""
    titles: Mapping[Language, Mapping[str, str]]
    """Path of each page that is made of many records, whosesoever it is → its title; the frame names some."""
    kept: Mapping[str, Mapping[str, bytes]]
    """Kind → what the next build is to be given."""


def make_share(work: Assignment, cache: Cache, steps: Steps, jobs: int, shard: Shard) -> Share:
    """The pages of the records that fall to it, and its exports, written where something has changed.

    The forms of verbs in its share of texts are found meanwhile, by this process.
    """
    corpus = work.corpus
    kept = kept_pages(work, cache)
    for folder in {*folders_in(work.docs).values()}:
        folder.mkdir(parents=True, exist_ok=True)
        remove_links(folder)
    keys = [(one.folder, one.id) for one in corpus.records if shard.has(f"{one.folder}/{one.id}")]
    names = [name for number, name in enumerate(EXPORTS_BESIDE) if shard.has_nth(number)]
    whole = digest_of_corpus(corpus)
    made: dict[str, WrittenFiles] = {}
    missing = missing_of(keys, lambda key: found(kept, "/".join(key), work, made))
    stale = missing_of(names, lambda name: found(kept, name, work, made, whole))
    worth = len(missing) + (sum(1 for _ in corpus.records) // 2 if stale else 0)
    with crew(work, jobs, worth) as workers:
        begun = begin_missing(workers, kept, missing, stale, whole, steps)
        forms = forms_of_share(cache, corpus, shard)
        made |= begun
    kept.save_beside_others()
    lists = kept_pages(work, cache, OF_MANY)
    titles = make_share_of_lists(work, lists, made, shard)
    return Share(made, titles, {**kept.values, **lists.values, VERBS: forms})


def make_share_of_lists(
    work: Assignment, kept: KeptPages, made: dict[str, WrittenFiles], shard: Shard
) -> Mapping[Language, Mapping[str, str]]:
    """The pages of many records that fall to it; returns the titles of all of them.

    The page that tells how large files are is made anew once all files are there.
    """
    maker = RecordMaker(kept.answers, work.site_words, work.docs)
    titles: dict[Language, dict[str, str]] = {language: {} for language in work.site_words}
    for versions in maker.planned_of_all(sizes_unknown()):
        for language, page in versions.items():
            titles[language][page.path] = label_text(page.title, work.site_words[language])
        path = versions[LANGUAGES[0]].path
        if shard.has(path):
            made[f"{OF_MANY}/{path}"] = found_or_made(kept, maker, versions)
    kept.save_beside_others()
    return titles


def missing_of(keys: list[Key], is_found: Callable[[Key], bool]) -> list[Key]:
    return [key for key in keys if not is_found(key)]


def found(kept: KeptPages, key: str, work: Assignment, made: dict[str, WrittenFiles], also: str = "") -> bool:
    """Whether an earlier build made it of the same; its files are then among those that are made."""
    pages = kept.find(key, folders_in(work.docs), also)
    if pages is not None:
        made[key] = pages
    return pages is not None


def forms_of_share(cache: Cache, corpus: Corpus, shard: Shard) -> Mapping[str, bytes]:
    """The forms of verbs in the texts that fall to a shard, by the key of each text."""
    known = {key: value.decode() for key, value in cache.kept.read(VERBS).items()}
    others = {key: value.encode() for key, value in known.items() if not shard.has(key)}
    used = UsedForms(known)
    find_forms(corpus, used, shard.has)
    ours = {key: value.encode() for key, value in used.used.items()}
    cache.kept.write(VERBS, {**others, **ours})
    return ours
