"""Days, hours and numbers as Korean and English write them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache, lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError, dates, numbers
from babel.core import get_global
from babel.dates import get_timezone_location, get_timezone_name
from babel.units import format_unit

from generator.models.date import Day
from generator.models.time_zones import time_zone

format_date = lru_cache(maxsize=4096)(dates.format_date)
format_decimal = lru_cache(maxsize=4096)(numbers.format_decimal)
"""Babel reads the pattern anew each time; an archive writes the same days and numbers again and again."""


@lru_cache(maxsize=100_000)
def format_day(day: Day, language: str, weekday: bool = False) -> str:
    """`2025년 7월 16일 (수)` or `16 July 2025`, as exact as the day is, without its doubts."""
    korean = language == "ko"
    if day.month is None:
        return f"{day.year}년" if korean else str(day.year)
    if day.day is None:
        return format_date(day.earliest, "y년 M월" if korean else "MMMM y", locale=language)
    if korean:
        return format_date(day.earliest, "y년 M월 d일 (E)" if weekday else "y년 M월 d일", locale="ko")
    return format_date(day.earliest, "d MMMM y", locale="en_GB")


def format_short_day(day: Day, language: str) -> str:
    """For a card beside its year: `7.16` or `16 Jul`; `7월` or `Jul` for a month alone."""
    if day.month is None:
        return format_day(day, language)
    if day.day is None:
        return format_date(day.earliest, "M월" if language == "ko" else "MMM", locale=language)
    return (
        f"{day.month}.{day.day}" if language == "ko" else format_date(day.earliest, "d MMM", locale="en_GB")
    )


def format_days(first: date, last: date, language: str) -> str:
    """From day to day, what they share once: `2025년 7월 14일–20일`, `14–20 July 2025`."""
    same_year = first.year == last.year
    same_month = same_year and first.month == last.month
    if language == "ko":
        ends = "d일" if same_month else "M월 d일" if same_year else "y년 M월 d일"
        return f"{format_date(first, 'y년 M월 d일', locale='ko')}–{format_date(last, ends, locale='ko')}"
    begins = "d" if same_month else "d MMMM" if same_year else "d MMMM y"
    dash = "–" if same_month else " – "
    return dash.join(
        (format_date(first, begins, locale="en_GB"), format_date(last, "d MMMM y", locale="en_GB"))
    )


_NOON = time(12)


def format_zone(zone: str, day: Day, language: str) -> str:
    """A time zone as it is called on a day, and how far it is from UTC: `Eastern Standard Time (UTC-5)`."""
    noon = datetime.combine(day.earliest, _NOON, time_zone(zone))
    name, offset = _zone_name(noon, zone, language), _offset(noon.utcoffset() or timedelta())
    return offset if name == offset else f"{name}{'' if language == 'ko' else ' '}({offset})"


def _zone_name(noon: datetime, zone: str, language: str) -> str:
    """By CLDR; of zones that this has by an older name alone (`Asia/Calcutta`), Babel finds the country."""
    season: Literal["daylight", "standard"] = "daylight" if _is_summer_time(noon) else "standard"
    name = get_timezone_name(noon, zone_variant=season, locale=language)
    if not name.startswith(("GMT+", "GMT-")):
        return name
    named = Locale(language).meta_zones.get(_group_by_older_name(zone), {}).get("long", {}).get(season)
    return str(named) if named else get_timezone_location(noon.tzinfo, locale=language)


def _is_summer_time(noon: datetime) -> bool:
    """Whether clocks are ahead of the winter's; by Irish law, summer is when they are not behind."""
    ahead = noon.dst() or timedelta()
    year = (noon.replace(month=month, day=1).dst() or timedelta() for month in (1, 7))
    return ahead > timedelta() or (not ahead and any(one < timedelta() for one in year))


@cache
def _group_by_older_name(zone: str) -> str | None:
    """The zones that CLDR calls alike ("meta zone"), found by a former name of one of them."""
    groups = get_global("meta_zones")
    older = (old for old, new in get_global("zone_aliases").items() if new == zone)
    return next((groups[old] for old in sorted(older) if old in groups), None)


def format_zones(zone: str, first: Day, last: Day | None, language: str) -> str:
    """A time zone as it is called from day to day: twice, where clocks change in between."""
    days = (first, last or first)
    return " / ".join(dict.fromkeys(format_zone(zone, day, language) for day in days))


def _offset(offset: timedelta) -> str:
    """`UTC+9`, `UTC-3:30`, `UTC`; the seconds of an offset before there were zones are left out."""
    minutes = round(abs(offset).total_seconds() / 60)
    shown = f"{minutes // 60}" + (f":{minutes % 60:02}" if minutes % 60 else "")
    return f"UTC{'-' if offset < timedelta() else '+'}{shown}" if minutes else "UTC"


def format_number(number: int | Decimal, language: str) -> str:
    """Thousands apart, and every decimal place that was written: `1,134.70`."""
    exponent = number.as_tuple().exponent if isinstance(number, Decimal) else 0
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return format_decimal(number, format="#,##0" + ("." + "0" * places if places else ""), locale=language)


def format_size(size: int, language: str) -> str:
    """Bytes in thousands or millions: `34 kB`, `1.2 MB`; kilobytes are rounded up."""
    if size < 1_000_000:
        return format_unit(-(-size // 1_000), "kilobyte", length="short", locale=language)
    return format_unit(round(size / 1_000_000, 1), "megabyte", length="short", locale=language)


SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
"""English words for a thousand and its powers, as powers of ten."""


_KOREAN_SCALES = (("조", 12), ("억", 8), ("만", 4))


def format_scaled(value: Decimal, scale: str | None, language: str) -> str:
    """A large number in the language's own steps: 720 trillion is `720조`, 1.1347 trillion `1조 1,347억`."""
    if language != "ko" or scale is None:
        return format_number(value, language) + (f" {scale}" if scale else "")
    rest = abs(value).scaleb(SCALES[scale])
    parts = []
    for word, power in _KOREAN_SCALES:
        whole = int(rest.scaleb(-power))
        if whole:
            parts.append(format_number(whole, "ko") + word)
            rest -= Decimal(whole).scaleb(power)
    if rest or not parts:
        parts.append(format_number(rest.normalize() if rest % 1 else int(rest), "ko"))
    return ("-" if value < 0 else "") + " ".join(parts)


def is_singular(number: Decimal, language: str) -> bool:
    """Whether a number of things is named in the singular, as English does of 1, and Korean of none."""
    return Locale.parse(language).plural_form(number) == "one"


def ordinal(number: int) -> str:
    """English `1st`, `2nd`, `11th`."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def language_name(tag: str, language: str) -> str:
    """A language by its name in this language, or by its tag where none is known, as of 제주어 (`jje`)."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(language) or tag
    except UnknownLocaleError:  # Babel knows at most the language's name
        return str(Locale(language).languages.get(tag, tag))


def sort_key(text: str) -> tuple[int, str]:
    """Names in the order of a Korean index: Hangul by code point (가나다), then Latin in any case."""
    folded = re.sub(r"^\W+", "", text).casefold()
    return (0 if re.match(r"[가-힣]", folded) else 1, folded)
