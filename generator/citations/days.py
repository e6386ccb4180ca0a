"""The days of a work in words, for formats that have no field for several days or for a doubt."""

from __future__ import annotations

from generator.citations.csl import Period
from generator.i18n.formats import format_day
from generator.models import Language
from generator.models.date import Day


def when_in_words(period: Period, language: Language) -> str:
    """`12–13 June 2024` or `2024년 6월 12일–13일`: what both days share stands once."""
    first, *last = (_words(parts, language) for parts in period["date-parts"])
    if not last:
        return doubted(" ".join(first), period)
    (second,) = last
    if len(first) != len(second):
        return doubted(f"{' '.join(first)}–{' '.join(second)}", period)
    if language == "ko":
        while len(second) > 1 and second[0] == first[len(first) - len(second)]:
            second = second[1:]
    else:
        while len(first) > 1 and first[-1] == second[len(first) - len(second) - 1]:
            first = first[:-1]
    return doubted(f"{' '.join(first)}–{' '.join(second)}", period)


def _words(parts: list[int], language: Language) -> list[str]:
    year, month, day = (*parts, None, None)[:3]
    return format_day(Day(year or 0, month, day), language).split(" ")


def doubted(text: str, period: Period) -> str:
    """A date with its doubt as bibliographies write it: `2024?`, `ca. 2024`."""
    sign = period.get("circa", "")
    return f"{'ca. ' if sign in ('~', '%') else ''}{text}{'?' if sign in ('?', '%') else ''}"
