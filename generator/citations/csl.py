"""Works to cite as items of CSL-JSON 1.0.2, which reference managers exchange."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, TypedDict

from generator.models.date import Day
from generator.parsing.languages import Language


class Name(TypedDict, total=False):
    """A person's family and given name where both are known; else the whole name as a literal."""

    family: str
    given: str
    literal: str


Period = TypedDict("Period", {"date-parts": list[list[int]], "circa": str}, total=False)
"""A day, month or year, or two of them; `circa` is EDTF's sign of doubt, in CSL "about then"."""


class Custom(TypedDict, total=False):
    """What CSL has no field for."""

    license: str
    """The address of the terms."""


WorkType = Literal["event", "speech", "report"]
"""A forum, a contribution, a proposal."""

Work = TypedDict(
    "Work",
    {
        "id": str,
        "type": WorkType,
        "title": str,
        "author": list[Name],
        "organizer": list[Name],
        "issued": Period,
        "event-title": str,
        "event-date": Period,
        "event-place": str,
        "genre": str,
        "number": str,
        "publisher": str,
        "URL": str,
        "custom": Custom,
        "note": str,
        "language": Language,
    },
    total=False,
)
"""An item of CSL-JSON. A forum has organizers in place of authors; empty fields are left out."""


def names_in(work: Work) -> list[Name]:
    """The authors of a work, or the organizers of a forum."""
    return work.get("author") or work.get("organizer") or []


def csl_item(work: Work) -> Work:
    """The work as CSL's processors print it whole.

    Between hyphens they take a number for several: of `2024-shelves-2` citeproc-js, in Zotero and elsewhere,
    makes `Nos. 2024-Shelves-2`. A hyphen at which no line may break looks the same and is none to them.
    """
    return {**work, "number": work["number"].replace("-", "\u2011")} if "number" in work else work


def remarks(work: Work) -> str:
    """What a format has no field for and no style prints: that a title is the editors', and the terms."""
    return " ".join(filter(None, (work.get("note"), licence_line(work))))


def licence_line(work: Work) -> str:
    """`License: ADDRESS`, for formats without a field for it; empty if the record has no terms of its own."""
    terms = work.get("custom", {}).get("license")
    return f"License: {terms}" if terms else ""


_IN_PARTS = re.compile(r"[^\W\d_]+(?:(?:['’-]|\.? |\.)[^\W\d_]+)*\.?")


def is_in_parts(name: Name) -> bool:
    """Whether the name has two parts of letters alone, which a program reads as they are.

    A comma, "and" or "others" in a part ends it in .bib files, and hyphens at its ends are lost.
    """
    if "literal" in name:
        return False
    parts = [unicodedata.normalize("NFC", part) for part in (name["family"], name["given"])]
    words = {word.lower() for part in parts for word in part.split()}
    return all(map(_IN_PARTS.fullmatch, parts)) and not words & {"and", "others"}


def begins_small(family: str) -> bool:
    """Whether readers of .bib take what stands before a hyphen for a particle, as in `al-Farabi`."""
    return any("-" in word and word[0].islower() for word in family.split())


def whole_name(name: Name) -> str:
    """`Gildong Hong`, `홍길동`, or the literal name."""
    if "literal" in name:
        return name["literal"]
    family, given = name["family"], name["given"]
    return f"{family}{given}" if re.match("[가-힣一-鿿]", family) else f"{given} {family}"


def period(start: Day, end: Day | None = None) -> Period:
    """The period as exact as the days are; a doubt about one day is a doubt about the period."""
    days = [start, end] if end and end != start else [start]
    dates: Period = {
        "date-parts": [[part for part in (day.year, day.month, day.day) if part] for day in days]
    }
    doubted = any(day.uncertain for day in days), any(day.approximate for day in days)
    if sign := {(True, True): "%", (True, False): "?", (False, True): "~"}.get(doubted):
        dates["circa"] = sign
    return dates


def edtf(dates: Period) -> str:
    """`2024-06-12/2024-06-13`, `2024-06?`: the period as a date of ISO 8601-2 (EDTF, level 1)."""
    return "/".join(day + dates.get("circa", "") for day in days_in(dates))


def days_in(dates: Period) -> Iterator[str]:
    """`2024-06-12`, `2024-06` or `2024`, without doubts."""
    for parts in dates["date-parts"]:
        yield "-".join(f"{part:02}" for part in parts)
