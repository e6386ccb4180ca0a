"""Time zones by their names in the IANA database, from the package `tzdata`, whose version is pinned."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import Annotated
from zoneinfo import ZoneInfo

from babel import Locale
from pydantic import BeforeValidator, WithJsonSchema

from generator.models.model import wrong
from generator.models.texts import as_text
from generator.parsing.languages import LANGUAGES
from generator.parsing.messages import Message, message
from generator.parsing.problems import suggestion

SEOUL = "Asia/Seoul"

ABBREVIATIONS = {"KST": SEOUL, "JST": "Asia/Tokyo", "GMT": "UTC", "Z": "UTC", "Korea": SEOUL, "한국": SEOUL}
"""What people write → the zone that they most likely mean."""

_SEOUL_ROUGHLY = re.compile(r"(Asia/?|(UTC|GMT|KST)?\s*\+?\s*0?9([:.]?00)?|KST)?", re.IGNORECASE)
"""Nothing, the continent alone, or the hours by which Seoul is ahead."""

_FIXED = re.compile("Etc/|[^/]+$")
"""Zones that are no place: their signs are the other way round, or their names mean several."""


@cache
def zone_names() -> frozenset[str]:
    """The zones that a forum can be in: places, and UTC."""
    text = (resources.files("tzdata") / "zones").read_text(encoding="utf-8")
    return frozenset({name for name in text.split() if not _FIXED.match(name)} | {"UTC"})


@cache
def time_zone(name: str) -> ZoneInfo:
    """The zone of a name that `zone_names` has."""
    with (resources.files("tzdata") / "zoneinfo").joinpath(*name.split("/")).open("rb") as table:
        return ZoneInfo.from_file(table, key=name)


def as_zone(value: object) -> str:
    """A time zone is called as in the IANA database, by continent and city."""
    text = (value if isinstance(value, str) else as_text(value)).strip()  # no number is a zone in quotes
    if text not in zone_names():
        raise wrong(message("time_zone.unknown", text=text, remedy=_zone_meant(text)))
    return text


def _zone_meant(text: str) -> Message:
    """The zone of that city, in whatever language and case; else one that is called nearly so."""
    key = _city_key(text)
    if _SEOUL_ROUGHLY.fullmatch(text):
        return message("remedy.mean", word=SEOUL)
    if not key or key.isdigit() or any(zone.startswith(f"{text.rstrip('/')}/") for zone in zone_names()):
        return message("time_zone.example")
    meant = ABBREVIATIONS.get(text) or next((zone for zone, names in _cities() if key in names), None)
    if meant:
        return message("remedy.mean", word=meant)
    return suggestion(text, zone_names()) or message("time_zone.example")


@cache
def _cities() -> tuple[tuple[str, frozenset[str]], ...]:
    """Each zone with the names of its city in both languages, as `_city_key` has them."""
    told = [Locale(language).time_zones for language in LANGUAGES]
    found = []
    for zone in sorted(zone_names()):
        names = (zone, zone.rpartition("/")[2], *(cities.get(zone, {}).get("city", "") for cities in told))
        found.append((zone, frozenset(map(_city_key, names))))
    return tuple(found)


def _city_key(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()


TimeZone = Annotated[
    str, BeforeValidator(as_zone), WithJsonSchema({"type": "string", "pattern": "^([A-Z][A-Za-z]+/.+|UTC)$"})
]
"""A time zone's name in the IANA database: `Asia/Seoul`, `America/New_York`."""
