import pytest

from generator.corpus.rules import dates
from generator.parsing.yaml_parser import Tree
from tests.content.rules.finding import found
from tests.support.small_corpus import corpus, forum, proposal, session, source, speaker, step


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"end_date": "2024-06-12"}, False),
        ({"end_date": "2024-06-13"}, False),
        ({"end_date": "2024-06-11"}, True),
        ({"end_date": "2024-06"}, False),  # the month may end later
        ({"end_date": "2024-05"}, True),
        ({"start_date": "2024", "end_date": "2024-01-01"}, False),
        ({"start_time": "10:00", "end_time": "10:01"}, False),
        ({"start_time": "10:00", "end_time": "10:00"}, True),
        ({"start_time": "10:00", "end_time": "09:00"}, False),  # of the next day
        ({"end_date": "2024-06-13", "start_time": "10:00", "end_time": "09:00"}, False),  # of the last day
        ({"end_time": "09:00"}, False),
    ],
)
def test_a_forum_ends_after_it_starts(fields: dict[str, Tree], wrong: bool) -> None:
    assert bool(found(dates.forum_ends_after_it_starts, corpus(forum(**fields)))) is wrong


def test_the_end_is_what_is_to_correct() -> None:
    small = corpus(forum(end_date="2024-06-11"))
    assert found(dates.forum_ends_after_it_starts, small) == [
        "forums/f: end_date: 2024-06-11 is before the start, 2024-06-12; correct one of the two"
    ]


@pytest.mark.parametrize(
    ("part", "hour", "agrees"),
    [
        ("morning", "00:00", True), ("morning", "11:59", True), ("morning", "12:00", False),
        ("afternoon", "11:59", False), ("afternoon", "12:00", True), ("afternoon", "17:59", True),
        ("afternoon", "18:00", False), ("evening", "16:59", False), ("evening", "17:00", True),
    ],
)  # fmt: skip
def test_a_forum_begins_in_its_part_of_the_day(part: str, hour: str, agrees: bool) -> None:
    small = corpus(forum(day_part=part, start_time=hour))
    assert (found(dates.forum_begins_in_its_part_of_day, small) == []) is agrees


def test_a_part_of_the_day_alone_is_enough() -> None:
    assert found(dates.forum_begins_in_its_part_of_day, corpus(forum(day_part="morning"))) == []


def test_a_session_ends_after_it_starts() -> None:
    sessions = [
        session("a", start_time="10:00", end_time="10:30"),
        session("b", start_time="10:00", end_time="10:00"),
        session("c", start_time="10:00"),
    ]
    assert found(dates.session_ends_after_it_starts, corpus(forum(sessions=sessions))) == [
        "forums/f: sessions[1].end_time: 10:00 is not after the start, 10:00; correct one of the two"
    ]


@pytest.mark.parametrize(
    ("fields", "inside"),
    [
        ({"date": "2024-06-12"}, True),
        ({"date": "2024-06-13"}, False),
        ({"date": "2024-06-11"}, False),
        ({"date": "2024-06"}, True),
        ({"start_time": "10:00", "end_time": "12:00"}, True),
        ({"start_time": "09:59"}, False),
        ({"end_time": "12:01"}, False),
        ({"start_time": "12:01"}, False),
        ({"end_time": "09:59"}, False),
        ({"start_time": "12:00"}, True),
        ({}, True),
    ],
)
def test_a_session_lies_within_a_forum_of_one_day(fields: dict[str, Tree], inside: bool) -> None:
    small = corpus(forum(start_time="10:00", end_time="12:00", sessions=[session(**fields)]))
    assert (found(dates.session_lies_within_forum, small) == []) is inside


@pytest.mark.parametrize(
    ("fields", "inside"),
    [
        ({"date": "2024-06-12", "start_time": "08:00"}, True),  # hours of another day than the forum's
        ({"date": "2024-06-14", "end_time": "23:00"}, True),
        ({"date": "2024-06-15"}, False),
        ({"date": "2024-05"}, False),
    ],
)
def test_a_session_lies_within_a_forum_of_several_days(fields: dict[str, Tree], inside: bool) -> None:
    small = corpus(
        forum(end_date="2024-06-14", start_time="10:00", end_time="12:00", sessions=[session(**fields)])
    )
    assert (found(dates.session_lies_within_forum, small) == []) is inside


@pytest.mark.parametrize("of_forum", ["24:00", "00:00"])
@pytest.mark.parametrize(("of_session", "inside"), [("24:00", True), ("00:00", True), ("00:10", False)])
def test_midnight_ends_a_day_however_it_is_written(of_forum: str, of_session: str, inside: bool) -> None:
    held = forum(
        start_time="18:00", end_time=of_forum, sessions=[session(start_time="23:00", end_time=of_session)]
    )
    assert (found(dates.session_lies_within_forum, corpus(held)) == []) is inside


@pytest.mark.parametrize(
    ("of_session", "of_talk", "where"),
    [
        ({}, {"start_time": "15:00"}, ["sessions[0].contributions[0].start_time"]),
        ({}, {"start_time": "11:00", "end_time": "13:00"}, ["sessions[0].contributions[0].end_time"]),
        ({}, {"start_time": "11:00", "end_time": "12:00"}, []),
        ({"start_time": "10:00"}, {"start_time": "15:00"}, []),
    ],
)
def test_a_talk_of_a_session_without_hours_lies_within_the_forum(
    of_session: dict[str, Tree], of_talk: dict[str, Tree], where: list[str]
) -> None:
    talk: Tree = {"person": "p", "role": "presenter", **of_talk}
    held = forum(start_time="10:00", end_time="12:00", sessions=[session(contributions=[talk], **of_session)])
    told = found(dates.session_lies_within_forum, corpus(held))
    assert [one.split(": ")[1] for one in told] == where


def test_a_forum_of_an_unknown_day_may_hold_any_session_of_the_month() -> None:
    small = corpus(forum(start_date="2024-06", sessions=[session(date="2024-06-30")]))
    assert found(dates.session_lies_within_forum, small) == []


@pytest.mark.parametrize(
    ("days", "wrong"),
    [
        (["2024-06-12", "2024-06-12"], []),
        (["2024-06-12", "2024-06", "2024-06-01"], []),  # each as exact as it is known
        (["2024-06-12", "2024-06-11"], [1]),
        (["2024-06-12", "2024-07-01", "2024-06-30", "2024-05"], [2, 3]),
        (["2024-06-12~", "2024-06-11"], [1]),
    ],
)
def test_a_history_ascends(days: list[str], wrong: list[int]) -> None:
    small = corpus(proposal(history=[step(date) for date in days]))
    assert [line.split(": ")[1] for line in found(dates.history_dates_ascend, small)] == [
        f"history[{number}].date" for number in wrong
    ]


@pytest.mark.parametrize(("date", "wrong"), [("2024-06-12", False), ("2024-06", False), ("2024-06-11", True)])
def test_a_history_begins_with_the_forum(date: str, wrong: bool) -> None:
    small = corpus(proposal(history=[step(date)]))
    assert bool(found(dates.history_begins_with_forum, small)) is wrong


def test_a_proposal_of_a_forum_that_is_not_there_begins_when_it_likes() -> None:
    assert found(dates.history_begins_with_forum, corpus(proposal(forum="other"))) == []


@pytest.mark.parametrize(
    ("date", "wrong"), [("2024-07-02", False), ("2024-07-01", False), ("2024-06-30", True)]
)
def test_a_proposal_is_checked_after_its_newest_step(date: str, wrong: bool) -> None:
    small = corpus(proposal(history=[step(), step("2024-07-01", "adopted")], checked=date))
    assert bool(found(dates.checked_after_newest_step, small)) is wrong


def test_a_membership_ends_after_it_starts() -> None:
    memberships: list[Tree] = [
        {"organization": "o", "start_date": "2024-05", "end_date": "2024-05-01"},
        {"organization": "o", "start_date": "2024-05", "end_date": "2024-04"},
        {"organization": "o", "end_date": "2024-04"},
    ]
    assert found(dates.membership_ends_after_it_starts, corpus(speaker(memberships=memberships))) == [
        "speakers/p: memberships[1].end_date: 2024-04 is before the start, 2024-05; correct one of the two"
    ]


@pytest.mark.parametrize(
    ("accessed", "wrong"), [("2024-06-13", False), ("2024-06", False), ("2024-06-12", True)]
)
def test_a_source_is_read_after_it_appeared(accessed: str, wrong: bool) -> None:
    assert bool(found(dates.source_is_read_after_it_appeared, corpus(source(accessed=accessed)))) is wrong
