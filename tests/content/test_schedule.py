"""When forums and sessions are held: hours past midnight, days apart, nights that nobody fills."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from generator.corpus.schedule import (
    attendance_of,
    days_held,
    hours_of_sessions,
    in_zone,
    is_apart,
    session_span,
    sessions_in_order,
    spans_of,
)
from generator.models import Forum
from generator.parsing.yaml_parser import Tree
from tests.support.small_corpus import forum, session

NIGHT: dict[str, Any] = {"start_time": "19:00", "end_time": "02:00"}
APART: dict[str, Any] = {"start_date": "2024-06-07", "dates": ["2024-06-07", "2024-06-14"]}


def day(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("of_forum", "of_session", "begins", "ends"),
    [
        ({}, {"start_time": "10:00", "end_time": "11:00"}, "2024-06-12T10:00", "2024-06-12T11:00"),
        ({}, {"start_time": "23:00", "end_time": "00:30"}, "2024-06-12T23:00", "2024-06-13T00:30"),
        ({}, {"start_time": "22:00", "end_time": "24:00"}, "2024-06-12T22:00", "2024-06-13T00:00"),
        (NIGHT, {"start_time": "00:30", "end_time": "01:30"}, "2024-06-13T00:30", "2024-06-13T01:30"),
        (NIGHT, {"date": "2024-06-12", "start_time": "00:30"}, "2024-06-13T00:30", None),
        (NIGHT, {"date": "2024-06-13", "start_time": "00:30"}, "2024-06-13T00:30", None),
        ({"end_date": "2024-06-13"}, {"date": "2024-06-13", "start_time": "09:00"}, "2024-06-13T09:00", None),
    ],
)
def test_from_when_to_when_a_session_lasts(
    of_forum: dict[str, Tree], of_session: dict[str, Tree], begins: str, ends: str | None
) -> None:
    held = forum(sessions=[session(**of_session)], **of_forum)
    span = session_span(held, held.sessions[0])
    assert span
    assert (span.begins, span.ends) == (day(begins), day(ends) if ends else None)


@pytest.mark.parametrize(
    ("of_forum", "of_session"),
    [
        ({}, {}),
        ({"end_date": "2024-06-13"}, {"start_time": "10:00"}),
        ({"start_date": "2024-06"}, {"start_time": "10:00"}),
    ],
)
def test_without_a_day_and_an_hour_nobody_knows(
    of_forum: dict[str, Tree], of_session: dict[str, Tree]
) -> None:
    held = forum(sessions=[session(**of_session)], **of_forum)
    assert session_span(held, held.sessions[0]) is None


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({}, ["2024-06-12"]),
        ({"end_date": "2024-06-14"}, ["2024-06-12", "2024-06-13", "2024-06-14"]),
        (APART, ["2024-06-07", "2024-06-14"]),
        ({"start_date": "2024-06"}, []),
        ({"end_date": "2024-06"}, []),
        ({"start_date": "1000-01-01", "end_date": "2999-12-31"}, []),
    ],
)
def test_the_days_of_a_forum(fields: dict[str, Tree], days: list[str]) -> None:
    assert days_held(forum(**fields)) == tuple(map(date.fromisoformat, days))


def test_days_that_follow_each_other_are_not_apart() -> None:
    assert is_apart(forum(**APART))
    assert not is_apart(forum(dates=["2024-06-12", "2024-06-13"]))
    assert not is_apart(forum())


@pytest.mark.parametrize(
    ("fields", "spans"),
    [
        ({"start_time": "10:00"}, ["06-12T10:00 -"]),
        (NIGHT, ["06-12T19:00 06-13T02:00"]),
        ({**NIGHT, "end_date": "2024-06-13"}, ["06-12T19:00 06-13T02:00"]),  # one night, not two
        ({"start_time": "14:00", "end_time": "12:00", "end_date": "2024-06-13"}, []),  # and a night between
        ({"start_time": "10:00", "end_time": "10:00", "end_date": "2024-06-13"}, []),
        ({"start_time": "10:00", **APART}, ["06-07T10:00 -", "06-14T10:00 -"]),
        ({**NIGHT, **APART}, ["06-07T19:00 06-08T02:00", "06-14T19:00 06-15T02:00"]),
        ({"end_date": "2024-06-13", "start_time": "09:00", "end_time": "18:00"}, []),
        ({"start_time": "10:00", "start_date": "2024-06-12?"}, []),
        ({"end_time": "10:00"}, []),
    ],
)
def test_the_hours_of_each_day(fields: dict[str, Tree], spans: list[str]) -> None:
    assert shown(forum(**fields)) == spans


def shown(held: Forum) -> list[str]:
    return [
        f"{span.begins:%m-%dT%H:%M} {f'{span.ends:%m-%dT%H:%M}' if span.ends else '-'}"
        for span in spans_of(held)
    ]


def test_several_days_have_the_hours_of_their_sessions_and_no_night() -> None:
    first = session("a", date="2024-06-12", start_time="10:00", end_time="16:00")
    second = session("b", date="2024-06-13", start_time="10:00")
    days: dict[str, Any] = {"end_date": "2024-06-13", "start_time": "09:30", "end_time": "17:00"}
    assert shown(forum(sessions=[first, second], **days)) == [
        "06-12T09:30 06-12T16:00",
        "06-13T10:00 06-13T17:00",
    ]
    assert shown(forum(sessions=[first], **days)) == []
    assert shown(forum(sessions=[first, second], end_date="2024-06-13")) == []  # nobody knows when it ended


@pytest.mark.parametrize(
    ("fields", "hours", "spans"),
    [
        ({}, [("12", "10:00", "16:00")], ["06-12T10:00 06-12T16:00"]),
        ({"start_time": "09:30"}, [("12", "10:00", "16:00")], ["06-12T09:30 06-12T16:00"]),
        ({"start_time": "09:30"}, [("12", "10:00", None)], ["06-12T09:30 -"]),
        ({"end_time": "17:00"}, [("12", "10:00", None)], ["06-12T10:00 06-12T17:00"]),
        ({"end_time": "01:00"}, [("12", "20:00", None)], ["06-12T20:00 06-13T01:00"]),
        (
            {"start_time": "10:00", **APART},
            [("07", "10:00", "11:00"), ("14", "11:00", "24:00")],
            ["06-07T10:00 06-07T11:00", "06-14T11:00 06-15T00:00"],
        ),
        (  # on both evenings
            {**NIGHT, "end_date": "2024-06-13"},
            [("12", "19:00", "00:30"), ("13", "20:00", "23:00")],
            ["06-12T19:00 06-13T00:30", "06-13T20:00 06-14T02:00"],
        ),
        (  # until noon of the second day
            {"start_time": "14:00", "end_time": "12:00", "end_date": "2024-06-13"},
            [("12", "15:00", "18:00"), ("13", "09:00", "11:00")],
            ["06-12T14:00 06-12T18:00", "06-13T09:00 06-13T12:00"],
        ),
    ],
)
def test_hours_that_the_forum_does_not_say_are_those_of_its_sessions(
    fields: dict[str, Tree], hours: list[tuple[str, str, str | None]], spans: list[str]
) -> None:
    sessions: Tree = [
        session(f"s{number}", date=f"2024-06-{day}", **from_to(start, end))
        for number, (day, start, end) in enumerate(hours)
    ]
    assert shown(forum(sessions=sessions, **fields)) == spans


def from_to(start: str | None, end: str | None) -> dict[str, Tree]:
    return {**({"start_time": start} if start else {}), **({"end_time": end} if end else {})}


TALKS = [("10:00", "10:20"), ("10:30", "11:00")]


@pytest.mark.parametrize(
    ("fields", "of_session", "talks", "span"),
    [
        ({}, {"start_time": "09:00"}, TALKS, "09:00 -"),
        ({}, {}, TALKS, "10:00 11:00"),
        ({}, {}, [("10:00", "10:20"), ("10:30", None)], "10:00 -"),
        ({}, {}, [("10:00", "10:20"), (None, None)], None),
        ({}, {}, [("10:00", "10:20"), ("09:30", "09:40")], None),  # the next day, or out of order
        ({}, {}, [], None),
        (NIGHT, {}, TALKS, None),
        ({"start_date": "2024-06-12?"}, {"start_time": "09:00"}, [], None),
        ({"end_date": "2024-06-13"}, {"start_time": "09:00"}, [], None),
        ({"end_date": "2024-06-13"}, {"start_time": "09:00", "date": "2024-06-13~"}, [], None),
    ],
)
def test_sessions_whose_hours_are_known_for_certain(
    fields: dict[str, Tree],
    of_session: dict[str, Tree],
    talks: list[tuple[str | None, str | None]],
    span: str | None,
) -> None:
    """Where a session has no hours, those of its talks count, if nothing of them is in doubt."""
    given: Tree = [{"name": "한 이웃", "role": "presenter", **from_to(start, end)} for start, end in talks]
    held = forum(sessions=[session(contributions=given, **of_session)], **fields)
    found = [
        f"{known.begins:%H:%M} {f'{known.ends:%H:%M}' if known.ends else '-'}"
        for _, known in hours_of_sessions(held)
    ]
    assert found == ([span] if span else [])


def test_sessions_past_midnight_come_last() -> None:
    late = session("late", start_time="00:30")
    early = session("early", start_time="20:00")
    assert [one.id for one in sessions_in_order(forum(sessions=[late, early], **NIGHT))] == ["early", "late"]
    unknown = session("unknown")
    written = forum(sessions=[late, unknown, early], **NIGHT)
    assert [one.id for one in sessions_in_order(written)] == ["late", "unknown", "early"]


@pytest.mark.parametrize(
    ("zone", "hour", "said"),
    [
        ("Asia/Seoul", "2024-06-12T10:00", "2024-06-12T10:00:00+09:00"),
        ("Asia/Seoul", "1988-06-12T10:00", "1988-06-12T10:00:00+10:00"),
        ("America/New_York", "2024-03-10T01:59", "2024-03-10T01:59:00-05:00"),
        ("America/New_York", "2024-03-10T03:00", "2024-03-10T03:00:00-04:00"),
        ("Asia/Seoul", "1898-10-29T14:00", "1898-10-29T14:00:00+08:28"),
    ],
)
def test_an_hour_has_the_offset_of_its_zone_on_that_day(zone: str, hour: str, said: str) -> None:
    assert in_zone(zone, day(hour)) == said


@pytest.mark.parametrize(
    ("fields", "attendance"),
    [
        ({}, None),
        ({"venue": {"name": "달빛홀"}}, None),
        ({"online": {"url": "https://meet.example.org/1"}}, "online"),
        ({"online": {"url": "https://meet.example.org/1"}, "venue": {"name": "달빛홀"}}, "hybrid"),
        ({"online": {"recordings": [{"url": "https://video.example.org/1"}]}}, None),
        ({"online": {"url": "https://meet.example.org/1"}, "attendance": "hybrid"}, "hybrid"),
        ({"attendance": "in-person"}, "in-person"),
    ],
)
def test_how_people_attend_follows_from_where_it_can_be_joined(
    fields: dict[str, Tree], attendance: str | None
) -> None:
    assert attendance_of(forum(**fields)) == attendance
