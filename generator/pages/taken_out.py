"""The page that stands where a record was that was taken out at request: that it was, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.corpus.corpus import Corpus
from generator.corpus.withdrawals import pages_of
from generator.models import Text
from generator.models.date import Day
from generator.pages.page import HOME, Page, PageLink, Word, section_link


@dataclass(frozen=True)
class TakenOutView:
    date: Day
    note: Text | None
    section: PageLink
    """The list in which the record was; the home page where the archive has no such list any more."""


def taken_out_pages(corpus: Corpus) -> Iterator[Page[TakenOutView]]:
    """A page at each former address, which says nothing of who or what it was."""
    for gone in corpus.withdrawn:
        crumbs = (HOME, section_link(gone.folder)) if corpus.has(gone.folder) else (HOME,)
        for path in pages_of(gone):
            yield Page(
                path,
                "taken_out",
                title=Word("taken_out.title"),
                view=TakenOutView(gone.date, gone.note, crumbs[-1]),
                crumbs=crumbs,
                description=Word("taken_out.text"),
                is_unlisted=True,
            )
