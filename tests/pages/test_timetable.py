"""Programmes in which sessions run at the same time."""

from __future__ import annotations

from generator.pages.timetable import timetable_of
from generator.parsing.yaml_parser import Tree
from tests.support.small_corpus import forum, session


def table(*sessions: Tree, **fields: Tree) -> list[list[list[list[str]]]]:
    """The ids of sessions, by day, slot and column."""
    days = timetable_of(forum(sessions=list(sessions), **fields))
    return [
        [[[entry.session.id for entry in column] for column in slot.columns] for slot in day.slots]
        for day in days
    ]


def timed(key: str, hours: str, **fields: Tree) -> Tree:
    start, _, end = hours.partition("-")
    return session(key, start_time=start, **({"end_time": end} if end else {}), **fields)


TRACKS: Tree = [{"id": "x", "name": "가"}, {"id": "y", "name": "나"}]


def test_there_is_none_where_one_thing_follows_the_other() -> None:
    assert table(timed("a", "10:00-11:00"), timed("b", "11:00-12:00"), session("c")) == []


def test_what_runs_at_the_same_time_stands_side_by_side() -> None:
    found = table(
        timed("a", "09:00-10:00"), timed("b", "10:00-12:00"), timed("c", "10:30-11:00"), session("d")
    )
    assert found == [[[["a"]], [["b"], ["c"]]]]


def test_a_track_is_a_column_in_the_order_of_tracks() -> None:
    found = table(
        timed("y1", "10:00-11:00", track="y"),
        timed("x1", "10:00-10:30", track="x"),
        timed("x2", "10:30-11:30", track="x"),
        timed("y2", "11:00-12:00", track="y"),
        tracks=TRACKS,
    )
    assert found == [[[["x1", "x2"], ["y1", "y2"]]]]


def test_what_overlaps_within_a_track_has_a_column_of_its_own() -> None:
    found = table(timed("a", "10:00-12:00", track="x"), timed("b", "11:00-13:00", track="x"), tracks=TRACKS)
    assert found == [[[["a"], ["b"]]]]


def test_rooms_stand_for_tracks() -> None:
    rooms = [{"room": "가실"}, {"room": "나실"}]
    found = table(
        timed("a", "10:00-11:00", **rooms[0]),
        timed("b", "10:00-12:00", **rooms[1]),
        timed("c", "11:00-12:00", **rooms[0]),
    )
    assert found == [[[["a", "c"], ["b"]]]]


def test_a_session_past_midnight_is_of_the_night_in_which_it_began() -> None:
    night = table(
        timed("late", "00:30-01:00"), timed("a", "22:00-00:45"), timed("b", "23:00-00:15"),
        start_time="20:00", end_time="02:00",
    )  # fmt: skip
    assert night == [[[["a"], ["b", "late"]]]]


def test_an_hour_of_the_next_day_says_so_below_the_day_before() -> None:
    hours = [timed("late", "00:30-01:00"), timed("a", "22:00-00:45"), timed("last", "01:00-01:30")]
    days = timetable_of(forum(sessions=hours, start_time="20:00", end_time="02:00"))
    found = [
        [
            (entry.session.id, entry.begins_next_day)
            for slot in day.slots
            for column in slot.columns
            for entry in column
        ]
        for day in days
    ]
    assert found == [[("a", False), ("late", True)], [("last", False)]]


def test_each_day_by_itself_and_where_it_is() -> None:
    days = timetable_of(
        forum(
            end_date="2024-06-13",
            tracks=TRACKS,
            venues=[{"id": "court", "name": "큰마당"}],
            sessions=[
                timed("a", "10:00-11:00", date="2024-06-13", track="x", venue="court", room="가실"),
                timed("b", "10:00-11:00", date="2024-06-13"),
                timed("c", "09:00-10:00", date="2024-06-12"),
            ],
        )
    )
    assert [str(day.day) for day in days] == ["2024-06-12", "2024-06-13"]
    (entry,), _ = days[1].slots[0].columns
    assert [text.ko for text in entry.place] == ["가", "큰마당", "가실"]
    assert (entry.link.target, entry.link.fragment) == ("forums/f.md", "session-a")
