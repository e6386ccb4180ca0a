"""Sessions in a calendar, one by one: which of them, when and where, and what they belong to."""

from __future__ import annotations

import pytest
from icalendar import Calendar, Event

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports.calendars import calendar_files
from generator.parsing.yaml_parser import Tree
from tests.support.paths import RECORDS
from tests.support.small_corpus import corpus, forum, session
from tests.support.words import WORDS

PARALLEL: dict[str, Tree] = {
    "tracks": [{"id": "lamps", "name": "등불"}, {"id": "shelves", "name": "서가"}],
    "venues": [{"id": "court", "name": "큰마당", "room": "1층"}, {"id": "hall", "name": "등불관"}],
}


def sessions_of(records: Corpus, key: str = "f") -> dict[str, Event]:
    """Session's id → its event."""
    read = Calendar.from_ical(calendar_files(records, WORDS)[f"calendars/{key}.sessions.ics"])
    found = [part for part in read.walk("VEVENT") if isinstance(part, Event)]
    return {str(event["UID"]).partition(".sessions.")[2].partition("@")[0]: event for event in found}


def lines(event: Event) -> list[str]:
    """Its description's."""
    return str(event["DESCRIPTION"]).split("\n")


def only_session(of_session: dict[str, Tree], **fields: Tree) -> Event:
    """The event of the one session, at ten, of a corpus with one forum."""
    held = session(**{"start_time": "10:00", **of_session})
    (event,) = sessions_of(corpus(forum(sessions=[held], **fields))).values()
    return event


@pytest.fixture(scope="module")
def robots() -> dict[str, Event]:
    return sessions_of(load_corpus(RECORDS), "2024-library-robots")


def test_each_session_with_hours_is_an_event(robots: dict[str, Event]) -> None:
    assert list(robots) == ["opening", "keynote", "presentation-1", "panel-1", "discussion-1", "closing"]
    keynote = robots["keynote"]
    assert keynote.decoded("DTSTART").isoformat() == "2024-06-12T10:00:00+09:00"
    assert keynote.decoded("DTEND").isoformat() == "2024-06-12T10:50:00+09:00"
    assert "DTEND" not in robots["presentation-1"]  # nobody knows


def test_it_belongs_to_its_forum_and_changes_with_it(robots: dict[str, Event]) -> None:
    records = load_corpus(RECORDS)
    whole = Calendar.from_ical(calendar_files(records, WORDS)["calendars/2024-library-robots.ics"]).events[0]
    for event in robots.values():
        assert event["RELATED-TO"] == whole["UID"]
        assert event["RELATED-TO"].params["RELTYPE"] == "PARENT"
        for name in ("SEQUENCE", "DTSTAMP", "LAST-MODIFIED"):
            assert event[name] == whole[name]


def test_what_it_says(robots: dict[str, Event]) -> None:
    keynote = robots["keynote"]
    assert keynote["UID"] == "hanbyeol.library-forum.forums.2024-robots.sessions.keynote@git.example.org"
    assert keynote["SUMMARY"] == "기조 강연: 책 나르는 로봇의 손 · 도서관 로봇과 이웃 — 한별 정책 포럼"
    assert robots["panel-1"]["SUMMARY"] == "종합 토론 · 도서관 로봇과 이웃 — 한별 정책 포럼"
    page = "https://proceedings.example.org/library/forums/2024-library-robots/#session-keynote"
    assert keynote["URL"] == page
    assert keynote["LOCATION"] == "별마루대학교 큰마당, 2층 204호, 한별시 별마루길 1"
    assert keynote.categories == ["정책포럼", "기조 강연"]
    said = lines(keynote)
    for part in (
        "일시: 2024년 6월 12일 10:00–10:50",
        "10:00–10:40 책 나르는 로봇의 손 — 한빛솔",
        page,
        "Library Robots and Neighbours — Hanbyeol Policy Forum",
        "10:00–10:40 The hands that carry books — Han Bitsol",
        page.replace("/library/", "/library/en/"),
    ):
        assert part in said


def test_who_has_no_record_is_named_too(robots: dict[str, Event]) -> None:
    said = lines(robots["discussion-1"])
    assert "옆집의 책 읽기 — 모래나래, 박하늘비, 한 이웃" in said
    assert "달맞이로봇 (주)" in lines(robots["panel-1"])


def test_of_a_forum_that_was_put_off_nothing_takes_place() -> None:
    for event in sessions_of(load_corpus(RECORDS), "2024-lamps").values():
        assert event["STATUS"] == "CANCELLED"
        assert str(event["SUMMARY"]).startswith("[연기] ")
        assert "This forum was put off, and did not take place on these days." in lines(event)
        assert any(line.startswith("Held instead: https://") for line in lines(event))


@pytest.mark.parametrize(
    ("of_session", "place"),
    [
        ({"venue": "court"}, "큰마당, 1층"),
        ({"venue": "court", "room": "204호"}, "큰마당, 204호"),
        ({"venue": "hall"}, "등불관"),
        ({"room": "204호"}, "204호"),
        ({}, None),  # in one of two places
    ],
)
def test_where_it_takes_place(of_session: dict[str, Tree], place: str | None) -> None:
    found = only_session(of_session, **PARALLEL, online={"url": "https://meet.example.org/1"})
    assert found.get("LOCATION") == place
    assert [line for line in lines(found) if line.startswith("장소")] == ([f"장소: {place}"] if place else [])


def test_online_it_takes_place_at_an_address() -> None:
    found = only_session({}, online={"url": "https://meet.example.org/1"})
    assert found["LOCATION"] == "https://meet.example.org/1"
    assert "온라인으로 참석하기: https://meet.example.org/1" in lines(found)
    elsewhere = only_session({}, venue={"name": {"en": "Lantern Hall"}})
    assert elsewhere["LOCATION"].params["LANGUAGE"] == "en"


def test_sessions_that_run_at_the_same_time_are_each_told_with_their_track() -> None:
    sessions: Tree = [
        session("b", start_time="10:30", end_time="12:00", track="shelves"),
        session("a", start_time="10:00", end_time="12:00", track="lamps"),
    ]
    first, second = sessions_of(corpus(forum(sessions=sessions, **PARALLEL))).items()
    assert (first[0], second[0]) == ("a", "b")
    assert "일시: 2024년 6월 12일 10:00–12:00 · 등불" in lines(first[1])
    assert second[1].categories == ["공청회", "발표", "서가"]


@pytest.mark.parametrize(
    ("of_session", "fields", "hours"),
    [
        (
            {"start_time": "23:30", "end_time": "00:30"},
            {"start_time": "19:00", "end_time": "01:00"},
            "2024-06-12T23:30:00+09:00 2024-06-13T00:30:00+09:00",
        ),
        (
            {"start_time": "00:30", "end_time": "01:00"},
            {"start_time": "19:00", "end_time": "01:00"},
            "2024-06-13T00:30:00+09:00 2024-06-13T01:00:00+09:00",
        ),
        (
            {"end_time": "24:00", "date": "2024-06-26"},
            {"dates": ["2024-06-12", "2024-06-26"]},
            "2024-06-26T10:00:00+09:00 2024-06-27T00:00:00+09:00",
        ),
        (
            {"end_time": "11:00"},
            {"timezone": "America/New_York"},
            "2024-06-12T10:00:00-04:00 2024-06-12T11:00:00-04:00",
        ),
    ],
)
def test_when_it_takes_place(of_session: dict[str, Tree], fields: dict[str, Tree], hours: str) -> None:
    found = only_session(of_session, **fields)
    assert f"{found.decoded('DTSTART').isoformat()} {found.decoded('DTEND').isoformat()}" == hours


def test_the_zone_is_named_where_it_is_another() -> None:
    found = only_session({}, timezone="America/New_York")
    assert "일시: 2024년 6월 12일 10:00 미 동부 하계 표준시(UTC-4)" in lines(found)


def test_a_session_that_is_called_by_a_number_is_no_day_of_the_forum() -> None:
    days: dict[str, Tree] = {"dates": ["2024-06-12", "2024-06-26"], "start_time": "10:00"}
    numbered = session("2", date="2024-06-12", start_time="10:00")
    files = calendar_files(corpus(forum(sessions=[numbered], **days)), WORDS)
    paths = ("calendars/f.ics", "calendars/f.sessions.ics")
    uids = [str(event["UID"]) for path in paths for event in Calendar.from_ical(files[path]).events]
    assert len(set(uids)) == len(uids) == 3


@pytest.mark.parametrize("fields", [{}, {"sessions": [session()]}, {"start_date": "2024-06-12?"}])
def test_without_a_known_hour_there_is_no_such_calendar(fields: dict[str, Tree]) -> None:
    files = calendar_files(corpus(forum(**fields)), WORDS)
    assert set(files) == {"calendars/all.ics", "calendars/f.ics"}


def test_a_session_may_be_known_where_the_forum_is_not() -> None:
    held = session("a", date="2024-06-12", start_time="10:00")
    (event,) = sessions_of(corpus(forum(start_date="2024-06", end_date="2024-07", sessions=[held]))).values()
    assert "RELATED-TO" not in event


def test_a_session_keeps_its_uid_whatever_is_told_of_it() -> None:
    """Another hour, day, name, place or order, another session before it, another id of the forum."""
    told = session("b", date="2024-06-12", start_time="10:00")
    first = session("a", date="2024-06-12", start_time="09:00")
    moved = session("b", date="2024-06-13", start_time="14:00", name="다른 이름", room="204호", track="lamps")
    days: dict[str, Tree] = {"dates": ["2024-06-12", "2024-06-13"], **PARALLEL}
    uids = {
        str(sessions_of(corpus(records), records.id)["b"]["UID"])
        for records in (
            forum("g", sessions=[told], **days),
            forum("g", sessions=[first, told], **days),
            forum("g", sessions=[told, first], **days),
            forum("g", sessions=[moved, first], **days),
            forum("h", sessions=[told], redirect_from=["g"], **days),
            forum("i", sessions=[told], redirect_from=["g", "h"], **days),
        )
    }
    assert uids == {"forums.g.sessions.b@proceedings.example.org"}
