"""Days, hours and numbers as people write them."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.i18n.formats import (
    format_day,
    format_days,
    format_number,
    format_scaled,
    format_short_day,
    format_zones,
    ordinal,
    sort_key,
)
from generator.models.date import Day, read_day


@pytest.mark.parametrize(
    ("day", "korean", "english"),
    [
        ("2025-07-16", "2025년 7월 16일", "16 July 2025"),
        ("2025-07", "2025년 7월", "July 2025"),
        ("2025", "2025년", "2025"),
        ("2025-07-16?", "2025년 7월 16일", "16 July 2025"),
    ],
)
def test_a_day_is_written_as_each_language_writes_it(day: str, korean: str, english: str) -> None:
    assert format_day(read_day(day), "ko") == korean
    assert format_day(read_day(day), "en") == english


def test_the_weekday_is_told_in_korean() -> None:
    assert format_day(read_day("2025-07-16"), "ko", weekday=True) == "2025년 7월 16일 (수)"
    assert format_day(read_day("2025-07"), "ko", weekday=True) == "2025년 7월"


@pytest.mark.parametrize(
    ("day", "korean", "english"),
    [("2025-07-16", "7.16", "16 Jul"), ("2025-07", "7월", "Jul"), ("2025", "2025년", "2025")],
)
def test_a_short_day_leaves_the_year_to_what_stands_beside_it(day: str, korean: str, english: str) -> None:
    assert format_short_day(read_day(day), "ko") == korean
    assert format_short_day(read_day(day), "en") == english


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (Decimal("1134.70"), "1,134.70"), (1_000, "1,000"), (999, "999"), (0, "0"),
        (Decimal("-1234.5"), "-1,234.5"),
        (Decimal("0.000000001"), "0.000000001"), (Decimal(999_999_999_999_999), "999,999,999,999,999"),
    ],
)  # fmt: skip
def test_a_number_keeps_its_places_and_gets_its_thousands(number: int | Decimal, written: str) -> None:
    assert format_number(number, "ko") == format_number(number, "en") == written


@pytest.mark.parametrize(
    ("value", "scale", "korean", "english"),
    [
        ("720", "trillion", "720조", "720 trillion"),
        ("2000", "trillion", "2,000조", "2,000 trillion"),
        ("1.1347", "trillion", "1조 1,347억", "1.1347 trillion"),
        ("1.25", "billion", "12억 5,000만", "1.25 billion"),
        ("3", "million", "300만", "3 million"),
        ("28.5", "thousand", "2만 8,500", "28.5 thousand"),
        ("0.5", "thousand", "500", "0.5 thousand"),
        ("0.0005", "thousand", "0.5", "0.0005 thousand"),
        ("0", "million", "0", "0 million"),
        ("-1.5", "trillion", "-1조 5,000억", "-1.5 trillion"),
        ("1240", None, "1,240", "1,240"),
        ("71.0", None, "71.0", "71.0"),
    ],
)
def test_a_large_number_goes_in_the_steps_of_the_language(
    value: str, scale: str | None, korean: str, english: str
) -> None:
    assert format_scaled(Decimal(value), scale, "ko") == korean
    assert format_scaled(Decimal(value), scale, "en") == english


KOREAN_POWERS = {"조": 12, "억": 8, "만": 4, "": 0}


@given(
    st.decimals(min_value=0, max_value=10**12, places=6, allow_nan=False),
    st.sampled_from(["thousand", "million", "billion", "trillion"]),
)
def test_korean_steps_add_up_to_the_number(value: Decimal, scale: str) -> None:
    total = Decimal(0)
    for part in format_scaled(value, scale, "ko").split(" "):
        digits = part.rstrip("조억만")
        total += Decimal(digits.replace(",", "")).scaleb(KOREAN_POWERS[part[len(digits) :]])
    assert total == value.scaleb({"thousand": 3, "million": 6, "billion": 9, "trillion": 12}[scale])


def test_ordinals() -> None:
    numbers = (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 101, 111)
    assert " ".join(map(ordinal, numbers)) == "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 23rd 101st 111th"


def test_hangul_comes_first_and_case_and_marks_do_not_count() -> None:
    names = ["banana", "(주)나라", "Apple", "가람", "《다리》", "cherry", "漢字"]
    assert sorted(names, key=sort_key) == [
        "가람",
        "《다리》",
        "(주)나라",
        "Apple",
        "banana",
        "cherry",
        "漢字",
    ]


@pytest.mark.parametrize(
    ("first", "last", "korean", "english"),
    [
        (date(2025, 7, 14), date(2025, 7, 20), "2025년 7월 14일–20일", "14–20 July 2025"),
        (date(2025, 7, 28), date(2025, 8, 3), "2025년 7월 28일–8월 3일", "28 July – 3 August 2025"),
        (
            date(2025, 12, 29),
            date(2026, 1, 4),
            "2025년 12월 29일–2026년 1월 4일",
            "29 December 2025 – 4 January 2026",
        ),
        (
            date(2025, 7, 1),
            date(2026, 7, 2),
            "2025년 7월 1일–2026년 7월 2일",
            "1 July 2025 – 2 July 2026",
        ),
    ],
)
def test_what_two_days_share_is_said_once(first: date, last: date, korean: str, english: str) -> None:
    assert (format_days(first, last, "ko"), format_days(first, last, "en")) == (korean, english)


@pytest.mark.parametrize(
    ("zone", "month", "korean", "english"),
    [
        ("America/New_York", 1, "미 동부 표준시(UTC-5)", "Eastern Standard Time (UTC-5)"),
        ("America/New_York", 7, "미 동부 하계 표준시(UTC-4)", "Eastern Daylight Time (UTC-4)"),
        ("Europe/Dublin", 1, "그리니치 표준시(UTC)", "Greenwich Mean Time (UTC)"),
        ("Europe/Dublin", 7, "아일랜드 표준시(UTC+1)", "Irish Standard Time (UTC+1)"),
        ("Europe/Kyiv", 7, "동유럽 하계 표준시(UTC+3)", "Eastern European Summer Time (UTC+3)"),
        ("Asia/Kolkata", 7, "인도 표준시(UTC+5:30)", "India Standard Time (UTC+5:30)"),
        ("Asia/Amman", 7, "요르단 시간(UTC+3)", "Jordan Time (UTC+3)"),
        ("UTC", 7, "협정 세계시(UTC)", "Coordinated Universal Time (UTC)"),
    ],
)
def test_a_time_zone_is_called_as_on_the_day(zone: str, month: int, korean: str, english: str) -> None:
    named = [format_zones(zone, Day(2024, month, 15), None, language) for language in ("ko", "en")]
    assert named == [korean, english]
