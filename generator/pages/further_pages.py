"""A page with a long list → the page with its first rows, and further pages with all that it has no room for.

Rows with a day stand on the pages of their years, so that a year's pages stay as they are when others come.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.corpus.corpus import Corpus
from generator.models.date import Day
from generator.pages.long_lists import LONG_LISTS, LongList, shares
from generator.pages.page import ROWS_OF_PAGE, Further, Label, Page, PageLink, Word
from generator.pages.pdf_links import VolumeLink, year_volume_link

FOLDER = "list"
"""Where the further pages lie, below their first page; no record has this id (generator/models/ids.py)."""


@dataclass(frozen=True)
class ListPart:
    """The rows of a list that stand on a further page."""

    form: str
    rows: tuple[Any, ...]
    whole: PageLink
    """The first page of the list."""
    position: Word | None
    """Which page of how many it is, if there are others of the list or of its year."""
    beside: tuple[tuple[int, PageLink], ...]
    """The pages of the same year by their numbers."""
    volume: VolumeLink | None
    """Of forums the volume of their year."""


@dataclass(frozen=True)
class _Cut:
    """A piece of a list before it is a page: its rows, and which of how many pages of its year it is."""

    rows: tuple[Any, ...]
    year: int | None
    number: int
    of: int


def divided(corpus: Corpus, page: Page[Any], most: int = ROWS_OF_PAGE) -> Iterator[Page[Any]]:
    """The page, and the further pages of its lists; the page alone, as it is, where all rows find room."""
    lists = LONG_LISTS.get(page.template, ())
    rows_of_each = [one.rows(page.view) for one in lists]
    lengths = [len(rows) for rows in rows_of_each]
    if sum(lengths) <= most:
        yield page
        return
    first, further = page, []
    for one, rows, shown in zip(lists, rows_of_each, shares(lengths, most), strict=True):
        if shown < len(rows):
            cuts = _cuts(one, rows, shown, most)
            pages = list(_pages(corpus, page, one, cuts))
            first = _first_page(first, one, shown, rows, pages, cuts)
            further += pages
    yield first
    yield from further


def _cuts(one: LongList, rows: tuple[Any, ...], shown: int, most: int) -> list[_Cut]:
    """Every row by years, or by numbers those that do not stand on the first page."""
    if one.year_of is None:
        pieces = _pieces(rows[shown:], most)
        return [_Cut(piece, None, number, len(pieces) + 1) for number, piece in enumerate(pieces, 2)]
    years: dict[int, list[Any]] = {}
    for row in rows:
        years.setdefault(one.year_of(row), []).append(row)
    return [
        _Cut(piece, year, number, len(pieces))
        for year in sorted(years, reverse=True)
        for pieces in [_pieces(years[year], most)]
        for number, piece in enumerate(pieces, 1)
    ]


def _pieces(rows: Sequence[Any], most: int) -> list[tuple[Any, ...]]:
    return [tuple(rows[start : start + most]) for start in range(0, len(rows), most)]


def _pages(corpus: Corpus, page: Page[Any], one: LongList, cuts: list[_Cut]) -> Iterator[Page[Any]]:
    whole = PageLink(page.crumb or page.title, page.path)
    links = [PageLink(_title(one.heading or page.title, cut), _path(page, one, cut)) for cut in cuts]
    chain = [whole, *links, None]
    for number, (cut, link) in enumerate(zip(cuts, links, strict=True)):
        yield Page(
            link.target,
            "list",
            title=Word("lists.of", {"list": link.label, "of": page.title}) if one.heading else link.label,
            view=_part(one, cut, whole, list(zip(cuts, links, strict=True))),
            crumbs=(*page.crumbs, whole),
            crumb=link.label if one.heading else _crumb(cut),
            description=Word(
                "lists.of",
                {"list": link.label, "of": page.title if one.heading else page.description or page.title},
            ),
            updated=_newest(corpus, one, cut) or page.updated,
            subscriptions=page.subscriptions,
            previous=chain[number],
            following=chain[number + 2],
        )


def _part(one: LongList, cut: _Cut, whole: PageLink, others: list[tuple[_Cut, PageLink]]) -> ListPart:
    of_year = [(other, link) for other, link in others if other.year == cut.year is not None]
    return ListPart(
        one.form,
        one.packed(cut.rows),
        whole,
        _position(cut),
        tuple((other.number, link) for other, link in of_year) if cut.of > 1 else (),
        year_volume_link(cut.year) if one.form == "forums" and cut.year and cut.number == 1 else None,
    )


def _first_page(
    page: Page[Any],
    one: LongList,
    shown: int,
    rows: tuple[Any, ...],
    pages: list[Page[Any]],
    cuts: list[_Cut],
) -> Page[Any]:
    """The page as it links the others; a section's list goes on at the first of them."""
    index: list[tuple[PageLink, int]] = []
    for cut, made in zip(cuts, pages, strict=True):
        if cut.year is None:
            index.append((PageLink(_first_name(one, cut), made.path), len(cut.rows)))
        elif cut.number == 1:
            of_year = sum(len(other.rows) for other in cuts if other.year == cut.year)
            index.append((PageLink(str(cut.year), made.path), of_year))
    held = replace(page.view, **{one.field: one.packed(rows[:shown])}) if one.rows_of else page.view
    about = Further(shown, len(rows), one.year_of is not None, tuple(index))
    following = page.following if one.heading else PageLink(pages[0].title, pages[0].path)
    return replace(page, view=held, further={**page.further, one.field: about}, following=following)


def _first_name(one: LongList, cut: _Cut) -> Label:
    """The number of a page, and of people and organizations the first name on it."""
    if one.form in ("speakers", "organizations"):
        return Word("lists.from", {"n": cut.number, "first": cut.rows[0].link.label})
    return str(cut.number)


def _path(page: Page[Any], one: LongList, cut: _Cut) -> str:
    """`proposals/list/2024-2.md`, `organizations/hanbyeol/list/asked-2024.md`, `speakers/list/3.md`."""
    folder = page.path.removesuffix(".md").removesuffix("/index")
    numbers = [cut.number] if cut.year is None else [cut.year, *([cut.number] if cut.number > 1 else [])]
    return f"{folder}/{FOLDER}/{'-'.join(map(str, filter(None, (one.slug, *numbers))))}.md"


def _title(name: Label, cut: _Cut) -> Label:
    if cut.year is None:
        return Word("lists.page", {"title": name, "n": cut.number, "of": cut.of})
    if cut.of == 1:
        return Word("lists.year", {"title": name, "year": str(cut.year)})
    values = {"title": name, "year": str(cut.year), "n": cut.number, "of": cut.of}
    return Word("lists.year_page", values)


def _position(cut: _Cut) -> Word | None:
    return Word("lists.position", {"n": cut.number, "of": cut.of}) if cut.of > 1 else None


def _crumb(cut: _Cut) -> Label:
    if cut.year is None or cut.of == 1:
        return _position(cut) or str(cut.year)
    return Word("lists.year_position", {"year": str(cut.year), "n": cut.number, "of": cut.of})


def _newest(corpus: Corpus, one: LongList, cut: _Cut) -> Day | None:
    """The newest fact of the records that the rows are about."""
    records = []
    for link in map(one.link_of, cut.rows):
        folder, _, name = link.target.removesuffix(".md").partition("/") if link else ("", "", "")
        if name in (of_kind := corpus.by_kind.get(folder, {})):
            records.append(of_kind[name])
    return corpus.newest_fact(records)
