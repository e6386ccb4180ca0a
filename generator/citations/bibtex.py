"""Works as BibTeX, for BibTeX 0.99d and pybtex with their own styles.

A style prints of an entry only what its type has; the rest stands in the note. Forums are @misc,
contributions @unpublished and proposals @techreport, but @misc too without an author, whom these want.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.citations.biblatex import LANGUAGE_NAMES
from generator.citations.bibtex_names import bibtex_names, key_of
from generator.citations.csl import Work, names_in, remarks
from generator.citations.days import doubted, when_in_words
from generator.citations.proper_names import NO_NAMES, ProperNames
from generator.citations.tex import entry, in_braces, tex_text, tex_title

_KINDS = {"speech": "unpublished", "report": "techreport"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The macros of months, which each style defines."""


def to_bibtex(works: Iterable[Work], names: ProperNames = NO_NAMES) -> str:
    """One entry for each work, in their order; `names` keep their capitals."""
    return "\n".join(_entry(work, names) for work in works)


def _entry(work: Work, names: ProperNames) -> str:
    kind = _KINDS.get(work["type"], "misc") if names_in(work) else "misc"
    fields = {"techreport": _of_techreport, "unpublished": _of_unpublished, "misc": _of_misc}[kind]
    return entry(
        kind,
        work["id"],
        [
            *_who_and_what(work, names),
            *((name, in_braces(value)) for name, value in fields(work)),
            *_when_and_where(work),
        ],
    )


def _who_and_what(work: Work, names: ProperNames) -> Iterator[tuple[str, str]]:
    if authors := names_in(work):
        yield "author", in_braces(bibtex_names(authors))
    else:
        yield "key", in_braces(key_of(work["title"]))
    yield "title", in_braces(tex_title(work["title"], names, as_name=work["type"] == "event"))
    yield "type", in_braces(tex_title(work.get("genre", ""), names))


def _of_techreport(work: Work) -> Iterator[tuple[str, str]]:
    yield "number", tex_text(work.get("number", ""))
    yield "institution", tex_text(work["publisher"])
    yield "note", _note(work, *_event(work))


def _of_unpublished(work: Work) -> Iterator[tuple[str, str]]:
    yield "note", _note(work, work.get("genre", ""), *_event(work), work["publisher"])


def _of_misc(work: Work) -> Iterator[tuple[str, str]]:
    """A style prints the month between the two: what a forum is and where, and then its days."""
    kind = " ".join(filter(None, (work.get("genre"), work.get("number"))))
    if work["type"] == "event":
        yield "howpublished", tex_text(", ".join(filter(None, (kind, work.get("event-place")))))
        first, *last = work["issued"]["date-parts"]
        says_more = len(first) > 2 or last
        days = when_in_words(work["issued"], work["language"]) if says_more else ""
        yield "note", _note(work, days, work["publisher"])
    else:
        yield "howpublished", tex_text(kind)
        yield "note", _note(work, *_event(work), work["publisher"])


def _event(work: Work) -> list[str]:
    """Where it was said or proposed, and when; a contribution's own day, where the forum lasted several."""
    period = work["issued"] if work["type"] == "speech" else work.get("event-date", work["issued"])
    days = when_in_words(period, work["language"])
    return [work.get("event-title", ""), work.get("event-place", ""), days]


def _note(work: Work, *parts: str) -> str:
    """The parts, and the address, for which the standard styles have no field."""
    address = work["URL"].replace("%", r"\%")  # pybtex takes a bare one for the begin of a comment
    return ", ".join([*map(tex_text, filter(None, parts)), rf"\url{{{address}}}"])


def _when_and_where(work: Work) -> Iterator[tuple[str, str]]:
    year, month, day = (*work["issued"]["date-parts"][0], None, None)[:3]
    yield "year", in_braces(doubted(str(year), work["issued"]))
    if month:
        yield "month", _MONTHS[month - 1]
    if day and len(work["issued"]["date-parts"]) == 1:
        yield "day", in_braces(str(day))
    # The standard styles know neither; reference managers do, and styles of today print the address by it.
    yield "url", in_braces(work["URL"])
    yield "language", in_braces(LANGUAGE_NAMES[work["language"]])
    yield "annote", in_braces(tex_text(remarks(work)))
