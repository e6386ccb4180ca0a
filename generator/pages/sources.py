"""The list of sources, and a page for each with the records that cite it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.corpus.corpus import Corpus
from generator.corpus.marks import MARKS, mark_of
from generator.models import Record, Source
from generator.pages.index import section_page
from generator.pages.list_rows import SourceRow, source_row, who_link
from generator.pages.page import Page, PageLink, WebLink, Word, section_crumbs


@dataclass(frozen=True)
class SourceList:
    rows: tuple[SourceRow, ...]


@dataclass(frozen=True)
class SourceView:
    source: Source
    link: WebLink | None
    archive: WebLink | None
    cited_by: tuple[PageLink, ...]


def source_list_page(corpus: Corpus) -> Page[SourceList]:
    newest_first = sorted(
        corpus.sources.values(), key=lambda source: (-source.issued.earliest.toordinal(), source.id)
    )
    rows = tuple(source_row(corpus, source.id, number) for number, source in enumerate(newest_first, 1))
    return section_page("sources", SourceList(rows), corpus)


def source_page(corpus: Corpus, source: Source) -> Page[SourceView]:
    row = source_row(corpus, source.id, 1)
    view = SourceView(
        source, row.link, row.archive, tuple(_citing(corpus, record) for record in corpus.citing(source))
    )
    return Page(
        source.page,
        "source",
        title=source.title,
        view=view,
        crumbs=section_crumbs("sources"),
        description=source.title,
        record=source,
        source_file=source.path,
        updated=corpus.newest_fact((source,)),
    )


def _citing(corpus: Corpus, record: Record) -> PageLink:
    """A link to a record that cites the source; a proposal that was taken back says so."""
    link, mark = who_link(corpus, record), mark_of(record)
    return replace(link, mark=Word(MARKS[mark])) if mark else link
