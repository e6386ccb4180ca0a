"""What is doubtful about a forum's life, beside the lines of doubtful.yml."""

from __future__ import annotations

import pytest

from generator.parsing.yaml_parser import Tree
from tests.content.warnings.warned import warned
from tests.support.small_corpus import corpus, forum, session


def in_room(key: str, hours: str, **fields: Tree) -> Tree:
    start, _, end = hours.partition("-")
    return session(key, start_time=start, **({"end_time": end} if end else {}), **{"room": "1", **fields})


@pytest.mark.parametrize(
    ("sessions", "taken"),
    [
        ([in_room("a", "10:00-11:00"), in_room("b", "11:00-12:00")], []),
        ([in_room("a", "10:00-13:00"), in_room("b", "10:30-11:00"), in_room("c", "12:00")], [(1, 0), (2, 0)]),
        ([in_room("a", "10:00"), in_room("b", "10:00")], [(1, 0)]),
        ([in_room("a", "10:00"), in_room("b", "10:30")], []),
        ([in_room("a", "10:00-11:00"), in_room("b", "10:00-11:00", room="2")], []),
        ([in_room("a", "10:00-11:00", venue="x"), in_room("b", "10:00-11:00", venue="y")], []),
        ([session("a", room="1"), in_room("b", "10:00")], []),
    ],
)
def test_a_room_holds_one_session_at_a_time(sessions: list[Tree], taken: list[tuple[int, int]]) -> None:
    held = forum(
        sessions=sessions,
        venues=[{"id": key, "name": key} for key in "xy"],
    )
    assert warned(corpus(held), "room-taken") == [
        f"forums/f: sessions[{second}].room: sessions[{first}] is in this room at the same time; "
        "correct the room or the hours"
        for second, first in taken
    ]


@pytest.mark.parametrize(("end", "is_long"), [("09:00", True), ("21:30", False), ("00:10", True)])
def test_a_talk_lasts_no_half_a_day(end: str, is_long: bool) -> None:
    talk: Tree = {"person": "p", "role": "presenter", "start_time": "10:00", "end_time": end}
    found = warned(corpus(forum(sessions=[session(contributions=[talk])])), "long-hours")
    assert [one.partition(": ")[2].partition(":")[0] for one in found] == (
        ["sessions[0].contributions[0].end_time"] if is_long else []
    )


def test_a_room_of_a_night_holds_one_session_at_a_time_past_midnight() -> None:
    night = [in_room("a", "23:00-00:30"), in_room("b", "00:10-01:00")]
    held = forum(sessions=night, start_time="22:00", end_time="02:00")
    assert len(warned(corpus(held), "room-taken")) == 1


@pytest.mark.parametrize(
    ("status", "is_late"),
    [
        ({"value": "cancelled", "date": "2024-06-12"}, False),
        ({"value": "cancelled", "date": "2024-06"}, False),
        ({"value": "cancelled", "date": "2024-06-13"}, True),
        ({"value": "held", "date": "2024-06-13"}, False),
        ({"value": "postponed"}, False),
    ],
)
def test_a_forum_is_called_off_before_it_is_over(status: Tree, is_late: bool) -> None:
    assert bool(warned(corpus(forum(status=status)), "late-status")) is is_late


@pytest.mark.parametrize(
    ("value", "day", "is_earlier"),
    [("postponed", "2024-06-11", True), ("postponed", "2024-06", False), ("cancelled", "2024-06-11", False)],
)
def test_what_is_put_off_is_held_later(value: str, day: str, is_earlier: bool) -> None:
    made = corpus(forum(status={"value": value, "instead": "g"}), forum("g", start_date=day))
    assert bool(warned(made, "earlier-instead")) is is_earlier


def test_a_forum_that_is_not_there_is_told_by_another_rule() -> None:
    missing = forum(status={"value": "postponed", "instead": "g"})
    assert warned(corpus(missing), "earlier-instead") == []
