"""What is cited, in the words of CSL-JSON 1.0.2, which reference managers exchange."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypedDict

from generator.models.date import Day
from generator.models.values import Language


class Name(TypedDict, total=False):
    """A person by both parts of the name where they are known, or anybody by the whole name."""

    family: str
    given: str
    literal: str


Period = TypedDict("Period", {"date-parts": list[list[int]], "circa": str}, total=False)
"""A day, month or year, or two of them; `circa` is EDTF's sign of doubt, which CSL takes for "about then"."""

WorkType = Literal["event", "speech", "report"]
"""A forum, what was said at one, a proposal."""

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
        "language": Language,
    },
    total=False,
)
"""An item of CSL-JSON. A forum has organizers in place of authors; empty fields are left out."""


def names_in(work: Work) -> list[Name]:
    """Who is named first in a reference."""
    return work.get("author") or work.get("organizer") or []


def whole_name(name: Name) -> str:
    """`Gildong Hong`, `홍길동`, or the name as it is written whole."""
    if "literal" in name:
        return name["literal"]
    family, given = name["family"], name["given"]
    return f"{family}{given}" if re.match("[가-힣一-鿿]", family) else f"{given} {family}"


def period(start: Day, end: Day | None = None) -> Period:
    """As exact as the days are; a doubt about one of them is a doubt about the period."""
    days = [start, end] if end and end != start else [start]
    told: Period = {"date-parts": [[part for part in (day.year, day.month, day.day) if part] for day in days]}
    doubted = any(day.uncertain for day in days), any(day.approximate for day in days)
    if sign := {(True, True): "%", (True, False): "?", (False, True): "~"}.get(doubted):
        told["circa"] = sign
    return told


def edtf(told: Period) -> str:
    """`2024-06-12/2024-06-13`, `2024-06?`: the period as a date of ISO 8601-2 (EDTF, level 1)."""
    return "/".join(day + told.get("circa", "") for day in days_in(told))


def days_in(told: Period) -> Iterator[str]:
    """`2024-06-12`, `2024-06` or `2024`, without doubts."""
    for parts in told["date-parts"]:
        yield "-".join(f"{part:02}" for part in parts)
