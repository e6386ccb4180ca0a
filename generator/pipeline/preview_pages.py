"""What was just saved, shown at once: the pages of these records, before all is checked and made again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.corpus.corpus import Corpus, build_corpus, with_records
from generator.corpus.kept_records import KeptRecords
from generator.corpus.reader import read_record
from generator.corpus.waiting import to_preview
from generator.engine.in_process import PagesNotBuilt, build_pages
from generator.i18n.load import load_words
from generator.models import LANGUAGES, RECORD_KINDS, Record
from generator.models.content import Content
from generator.models.references import references_of
from generator.output.atomic_write import replace_file
from generator.output.program_digest import whole_program_digest
from generator.output.publishing import staging_folder
from generator.output.site_paths import place_of, place_within
from generator.parsing.problems import Problems
from generator.pipeline.page_files import words_of
from generator.pipeline.workers import Assignment, Worker

RECORDS_SHOWN = 30
"""Records whose pages are shown at once; where more were saved, they come with everything else."""


@dataclass(frozen=True)
class SavedRecords:
    """Records that were saved, in a corpus that is not yet checked with them."""

    corpus: Corpus
    keys: tuple[tuple[str, str], ...]
    """Folder and id of each."""


def saved_records(corpus: Corpus, content: Path, saved: Iterable[str], today: date) -> SavedRecords | None:
    """The records of saved files, in a preview's corpus from before.

    None if something is wrong with one, or it is gone, or it names what is not there: the check of all tells.
    """
    paths = [Path(path) for path in saved]
    folders = {content / kind for kind in RECORD_KINDS}
    are_records = all(path.parent in folders and path.suffix == ".yml" for path in paths)
    if not (are_records and 0 < len(paths) <= RECORDS_SHOWN):
        return None
    kept = KeptRecords(program=whole_program_digest())
    read: dict[str, dict[str, Record]] = {kind: {} for kind in RECORD_KINDS}
    for path in paths:
        try:
            read[path.parent.name][path.stem] = read_record(path, path.parent.name, kept)
        except Problems:
            return None
    some = build_corpus(Content(corpus.site, corpus.vocabulary, read, digests=kept.digests))
    together = with_records(corpus, to_preview(some, today))
    if not names_known(together, (record for of_kind in read.values() for record in of_kind.values())):
        return None
    return SavedRecords(together, tuple((path.parent.name, path.stem) for path in paths))


def names_known(corpus: Corpus, records: Iterable[Record]) -> bool:
    """Whether there is everything that the records name."""
    there = {**corpus.by_kind, **corpus.words_by_list}
    return all(named.id in there[named.target] for record in records for named in references_of(record))


def show_saved(root: Path, site: Path, saved: SavedRecords, asked: frozenset[str]) -> bool:
    """Puts the pages of saved records into the site of a preview, and that which somebody has open.

    What cannot be made now is left to the build of everything, which says why.
    """
    corpus = saved.corpus
    work = Assignment(corpus, words_of(load_words(), corpus.site), root / "build", frozenset())
    opened = (tuple(path.removesuffix(".md").split("/")) for path in asked)
    keys = [*saved.keys, *(key for key in opened if len(key) == 2 and key not in saved.keys)]
    records = [(folder, key) for folder, key in keys if key in corpus.by_kind.get(folder, {})]
    made = [one.pages for _, one in Worker(work).records(records)]
    for language in LANGUAGES:
        pages = [page.path for of_record in made for page in of_record[language]]
        with staging_folder(root / "build") as stage:
            try:
                build_pages(root, language, pages, stage, theme=False)
            except PagesNotBuilt:
                return False
            for page in sorted(stage.rglob("*.html")):
                place = site / place_of(language, page.relative_to(stage).as_posix())
                place.parent.mkdir(parents=True, exist_ok=True)
                replace_file(place, page)
    return True


def markdown_of(path: str) -> str:
    """`/en/forums/x/` → forums/x.md, the file that a record's page is made of."""
    name = place_within(path.removeprefix("/").removesuffix("index.html"))
    return f"{name.rstrip('/')}.md"
