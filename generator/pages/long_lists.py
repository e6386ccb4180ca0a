"""Which lists of pages grow with the records, and how their rows are written where they go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from generator.pages.forums import ForumList
from generator.pages.page import PageLink, Word
from generator.pages.responses import AnswerView, AskedView, ResponsesView


def _as_they_are(rows: tuple[Any, ...]) -> tuple[Any, ...]:
    return rows


@dataclass(frozen=True)
class LongList:
    """A list on the pages of a template."""

    field: str
    """Its name in the view."""
    form: str
    """How its rows are written: a branch of list.md.jinja."""
    heading: Word | None = None
    """What it is called beside the page's title, if it is not what the page is for."""
    slug: str = ""
    """Its name in addresses, where the page has other lists too."""
    year_of: Callable[[Any], int] | None = None
    """The year of a row, where rows have a day and stand newest first."""
    link_of: Callable[[Any], PageLink | None] = attrgetter("link")
    """The record that a row is about."""
    rows_of: Callable[[Any], tuple[Any, ...]] | None = None
    """The rows of a view that does not hold them one by one."""
    packed: Callable[[tuple[Any, ...]], tuple[Any, ...]] = _as_they_are
    """Such rows as the view holds them."""

    def rows(self, view: object) -> tuple[Any, ...]:
        """All of its rows."""
        if self.rows_of:
            return self.rows_of(view)
        rows: tuple[Any, ...] = getattr(view, self.field)
        return rows


def _forums(view: ForumList) -> tuple[Any, ...]:
    return tuple(row for _, rows in view.years for row in rows)


def _by_year(rows: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple((year, tuple(of_year)) for year, of_year in groupby(rows, key=attrgetter("date.year")))


def _answers(view: ResponsesView) -> tuple[Any, ...]:
    return tuple((asked, answer) for asked in view.some for answer in asked.answers)


def _by_asked(rows: tuple[Any, ...]) -> tuple[AskedView, ...]:
    """Answers below those who were asked; who has more answers than a page holds stands on several."""
    groups = groupby(rows, key=itemgetter(0))
    return tuple(replace(asked, answers=tuple(answer for _, answer in pairs)) for asked, pairs in groups)


def _itself(link: PageLink) -> PageLink:
    return link


def _of_pair(pair: tuple[AskedView, AnswerView]) -> PageLink:
    return pair[1].link


_PROPOSALS = Word("proposals.title")
_OF_PERSON = LongList(
    "participations",
    "speaker_parts",
    Word("party.forums"),
    "forums",
    attrgetter("date.year"),
    attrgetter("forum"),
)
_OF_ORGANIZATION = replace(_OF_PERSON, form="organization_parts")
_MADE = LongList("proposals", "proposals", Word("party.proposals"), "proposals", attrgetter("year"))

LONG_LISTS: Mapping[str, tuple[LongList, ...]] = {
    "forums": (
        LongList("years", "forums", year_of=attrgetter("date.year"), rows_of=_forums, packed=_by_year),
    ),
    "proposals": (LongList("rows", "proposals", year_of=attrgetter("year")),),
    "speakers": (LongList("rows", "speakers"),),
    "organizations": (LongList("rows", "organizations"),),
    "sources": (
        LongList("rows", "sources", year_of=attrgetter("source.issued.year"), link_of=attrgetter("page")),
    ),
    "follow_ups": (
        LongList("follow_ups", "follow_ups", year_of=attrgetter("date.year")),
        LongList("quiet", "proposals", Word("lists.quiet"), "quiet"),
    ),
    "responses": (
        LongList("some", "answers", link_of=_of_pair, rows_of=_answers, packed=_by_asked),
        LongList("silent", "silent", Word("responses.silent"), "silent", link_of=attrgetter("page")),
    ),
    "forum": (LongList("proposals", "proposals", _PROPOSALS, "proposals"),),
    "proposal": (LongList("relations", "relations", Word("proposal.relations"), "relations"),),
    "topic": (LongList("proposals", "proposals", _PROPOSALS, "proposals", attrgetter("year")),),
    "speaker": (_OF_PERSON, _MADE),
    "organization": (
        _OF_ORGANIZATION,
        _MADE,
        LongList("asked", "proposals", Word("party.asked"), "asked", attrgetter("year")),
        LongList("members", "members", Word("party.members"), "members", link_of=itemgetter(0)),
        LongList("parts", "links", Word("party.parts"), "parts", link_of=_itself),
    ),
    "source": (LongList("cited_by", "links", Word("source.cited_by"), "cited-by", link_of=_itself),),
}
"""Template → the lists of its pages that grow with the records; all others are as long as one record."""


def shares(lengths: Iterable[int], most: int) -> list[int]:
    """How many rows of each list stand on a page: all of a short one, and of longer ones the same number."""
    wanted = list(lengths)
    given = [0] * len(wanted)
    left = most
    shortest_first = sorted(range(len(wanted)), key=wanted.__getitem__)
    for done, index in enumerate(shortest_first):
        given[index] = min(wanted[index], max(1, left // (len(wanted) - done)))
        left -= given[index]
    return given
