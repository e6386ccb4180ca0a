from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.models.date import Day, read_day

DOUBTS = st.sampled_from([(False, False), (True, False), (False, True), (True, True)])
DAYS = st.builds(
    lambda on, parts, doubts: Day(
        on.year,
        on.month if parts > 1 else None,
        on.day if parts > 2 else None,
        uncertain=doubts[0],
        approximate=doubts[1],
    ),
    st.dates(date(1000, 1, 1), date(2999, 12, 31)),
    st.sampled_from([1, 2, 3]),
    DOUBTS,
)


@given(DAYS)
def test_a_day_written_is_read_back(day: Day) -> None:
    assert read_day(str(day)) == day


@given(DAYS)
def test_a_day_lies_between_its_earliest_and_its_latest(day: Day) -> None:
    assert day.earliest <= day.latest
    assert (day.earliest == day.latest) is (day.day is not None)
    assert day.numeric == str(day).rstrip("?~%")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-07-16", Day(2025, 7, 16)),
        ("2025-07", Day(2025, 7)),
        ("2025", Day(2025)),
        ("2025-07-16?", Day(2025, 7, 16, uncertain=True)),
        ("2025-07~", Day(2025, 7, approximate=True)),
        ("2025%", Day(2025, uncertain=True, approximate=True)),
        ("2024-02-29", Day(2024, 2, 29)),
        (" 2025 ", Day(2025)),
    ],
)
def test_a_day_is_as_exact_as_it_is_written(text: str, day: Day) -> None:
    assert read_day(text) == day


def test_a_month_ends_on_its_last_day() -> None:
    assert Day(2024, 2).latest == date(2024, 2, 29)
    assert Day(2025).latest == date(2025, 12, 31)


@pytest.mark.parametrize(
    ("day", "exact"),
    [("2025-07-16", True), ("2025-07", False), ("2025-07-16?", False), ("2025-07-16~", False)],
)
def test_only_a_whole_undoubted_day_is_exact(day: str, exact: bool) -> None:
    assert read_day(day).is_exact is exact


def test_days_stand_in_the_order_of_their_beginnings() -> None:
    days = [read_day(text) for text in ("2025", "2025-01-01", "2024-12", "2025-01")]
    assert [str(day) for day in sorted(days)] == ["2024-12", "2025-01-01", "2025-01", "2025"]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("2025-02-30", "'2025-02-30' is not in the calendar; that month has 28 days"),
        ("2025-13", "'2025-13' has no such month; months are 01 to 12"),
        ("2025-00-10", "'2025-00-10' has no such month; months are 01 to 12"),
        ("2025-01-00", "'2025-01-00' is not in the calendar; that month has 31 days"),
        ("2025-7-1", "'2025-7-1' is not a date; write 2025-07-16"),
        ("20250716", "'20250716' is not a date"),
        ("0999", "'0999' is not a date"),
        ("3000", "'3000' is not a date"),
        ("2025-07-16T10:00", "'2025-07-16T10:00' is not a date"),
        ("２０２５", "'２０２５' is not a date"),
        ("2025-07-16??", "is not a date"),
        ("", "'' is not a date"),
        ("1" * 5_000, "is not a date"),
    ],
)
def test_what_is_no_day_is_told_what_to_write(text: str, complaint: str) -> None:
    with pytest.raises(ValueError) as raised:  # noqa: PT011  the whole message is compared
        read_day(text)
    assert complaint in str(raised.value)


@given(st.text() | st.text("0123456789-?~%. ", max_size=12))
def test_any_text_is_a_day_or_a_value_error(text: str) -> None:
    try:
        day = read_day(text)
    except ValueError:
        return
    assert str(day) == text.strip()
