"""Time zones told by rules say what clocks show in every year of events; Outlook reads the newest alone."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime

import pytest
from dateutil.tz import tzical  # type: ignore[import-untyped]  # has no types of its own; comes with icalendar

from generator.exports.calendars.zones import is_one_era, timezone_component
from generator.models.time_zones import time_zone

ZONES = (
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/New_York",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Antarctica/Troll",
    "Asia/Gaza",
    "Asia/Pyongyang",
    "Asia/Seoul",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Pacific/Apia",
    "UTC",
)
YEARS = ((2024,), (2023, 2024, 2031), (2006, 2007), (1988, 2024), (1975, 1999, 2010, 2018))


def text_of(name: str, years: tuple[int, ...]) -> str:
    written: bytes = timezone_component(name, years).to_ical()
    return written.decode().replace("\r\n", "\n")


def hours_of(year: int) -> Iterator[datetime]:
    return (
        datetime.fromisoformat(f"{year}-{month:02}-{day:02}T12:00")
        for month in range(1, 13)
        for day in (1, 20)
    )


@pytest.mark.parametrize("years", YEARS, ids=str)
@pytest.mark.parametrize("name", ZONES)
def test_it_says_what_clocks_show(name: str, years: tuple[int, ...]) -> None:
    told, table = tzical(io.StringIO(text_of(name, years))).get(), time_zone(name)
    for hour in (hour for year in years for hour in hours_of(year)):
        assert hour.replace(tzinfo=told).utcoffset() == hour.replace(tzinfo=table).utcoffset(), hour


@pytest.mark.parametrize(
    ("name", "years", "rules"),
    [
        ("America/New_York", (2024,), ["2SU 3", "1SU 11"]),
        ("America/New_York", (2007, 2024, 2999), ["2SU 3", "1SU 11"]),
        ("Europe/Berlin", (2024,), ["-1SU 3", "-1SU 10"]),
        ("Europe/Dublin", (2024,), ["-1SU 3", "-1SU 10"]),
        ("Australia/Sydney", (2024,), ["1SU 4", "1SU 10"]),
        ("Asia/Seoul", (2023, 2024), []),
        ("UTC", (2024,), []),
    ],
)
def test_outlook_finds_one_rule_for_winter_and_one_for_summer(
    name: str, years: tuple[int, ...], rules: list[str]
) -> None:
    text = text_of(name, years)
    found = re.findall(r"RRULE:FREQ=YEARLY;BYDAY=(\S+);BYMONTH=(\d+)\n", text)
    assert [" ".join(rule) for rule in found] == rules
    assert text.count("BEGIN:STANDARD") == 1
    assert text.count("BEGIN:DAYLIGHT") == len(rules) // 2
    assert is_one_era(name, years)


def test_years_with_other_rules_are_told_by_their_own() -> None:
    assert not is_one_era("America/New_York", (2006, 2007))
    assert not is_one_era("Asia/Seoul", (1988, 2024))
    newest = text_of("Asia/Seoul", (1988, 2024)).split("BEGIN:")[-1]
    assert newest.startswith("STANDARD\nDTSTART:2023")
    assert "RRULE" not in newest
