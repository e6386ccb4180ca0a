"""Calendars as other programs read them: icalendar and vobject, and RFC 5545's form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

import pytest
import vobject  # type: ignore[import-untyped]  # has no types of its own
from icalendar import Calendar, Event

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports.calendars import calendar_files
from generator.parsing.yaml_parser import Tree
from tests.support.paths import RECORDS
from tests.support.small_corpus import corpus, forum, organization, site, source
from tests.support.words import WORDS

ALL = "calendars/all.ics"
HOST: Tree = {"organization": "o", "role": "host"}


@pytest.fixture(scope="module")
def records() -> Corpus:
    return load_corpus(RECORDS)


@pytest.fixture(scope="module")
def files(records: Corpus) -> Mapping[str, bytes]:
    return calendar_files(records, WORDS)


def events(calendar: bytes) -> list[Event]:
    return [part for part in Calendar.from_ical(calendar).walk("VEVENT") if isinstance(part, Event)]


def event(**fields: Tree) -> Event:
    """The one event of a corpus with one forum."""
    (found,) = events(calendar_files(corpus(organization(), forum(**fields)), WORDS)[ALL])
    return found


def test_a_calendar_of_all_forums_and_one_of_each(records: Corpus, files: Mapping[str, bytes]) -> None:
    with_day = {key for key, held in records.forums.items() if held.start_date.day}
    assert 0 < len(with_day) < len(records.forums)
    of_forums = {path for path in files if not path.endswith(".sessions.ics")}
    assert of_forums == {ALL, "calendars/2024-robots.ics", *(f"calendars/{key}.ics" for key in with_day)}
    assert files["calendars/2024-robots.ics"] == files["calendars/2024-library-robots.ics"]  # it was renamed
    assert {str(one["URL"]).split("/")[-2] for one in events(files[ALL])} == with_day
    for path in of_forums - {ALL}:
        alone = {one.to_ical() for one in events(files[path])}
        assert alone
        assert alone <= {one.to_ical() for one in events(files[ALL])}


def test_what_has_no_day_is_left_out_and_that_is_said(files: Mapping[str, bytes]) -> None:
    said = str(Calendar.from_ical(files[ALL])["X-WR-CALDESC"])
    assert said.startswith("날짜가 알려지지 않은 포럼 1회")
    assert said.endswith("1 forum whose day is not known is left out.")
    assert "X-WR-CALDESC" not in Calendar.from_ical(calendar_files(corpus(), WORDS)[ALL])


def test_the_form_of_the_lines(files: Mapping[str, bytes]) -> None:
    """Lines end with CR LF and have at most 75 octets; what goes on begins with a space."""
    for calendar in files.values():
        lines = calendar.split(b"\r\n")
        assert lines[0] == b"BEGIN:VCALENDAR"
        assert lines[-2:] == [b"END:VCALENDAR", b""]
        assert b"\n" not in b"".join(lines)
        assert max(map(len, lines)) <= 75
        for line in lines:
            line.decode()  # no character is cut in two


def test_vobject_reads_them(files: Mapping[str, bytes]) -> None:
    calendar = vobject.readOne(files[ALL].decode())
    found = {one.summary.value: one for one in calendar.vevent_list}
    robots = found["도서관 로봇과 이웃 — 한별 정책 포럼 (1/2)"]
    assert robots.dtstart.value.isoformat() == "2024-06-12T09:30:00+09:00"
    assert robots.dtend.value.isoformat() == "2024-06-12T16:00:00+09:00"
    assert robots.summary.language_param == "ko"
    assert {zone.tzid.value for zone in calendar.vtimezone_list} == {"America/New_York", "Asia/Seoul"}
    lamps = found["[연기] 등불 아래 두 밤 (2/2)"]
    assert lamps.status.value == "CANCELLED"
    assert lamps.dtend.value.isoformat() == "2024-04-27T00:30:00-04:00"


def test_what_an_event_says(files: Mapping[str, bytes]) -> None:
    robots, second = events(files["calendars/2024-library-robots.ics"])
    assert second["RELATED-TO"] == robots["UID"] != second["UID"]
    page = "https://proceedings.example.org/library/forums/2024-library-robots/"
    assert robots["UID"] == "hanbyeol.library-forum.forums.2024-robots@git.example.org"
    assert robots["URL"] == page
    assert robots["LOCATION"] == "별마루대학교 큰마당, 2층 204호, 한별시 별마루길 1"
    assert "ORGANIZER" not in robots  # who invites, by e-mail
    assert robots.categories[:2] == ["정책포럼", "도서관 로봇"]
    said = str(robots["DESCRIPTION"])
    for part in (
        "일시: 2024년 6월 12일 – 2024년 6월 13일 09:30–17:00",
        "Library Robots and Neighbours",
        "주최: 한별시청",
        "Co-host: Byeolmaru University",
        "Two days on who does what",
        page,
    ):
        assert part in said
    assert b"mailto:" not in b"".join(files.values()).lower()


@pytest.mark.parametrize(
    ("fields", "begins", "ends"),
    [
        ({}, date(2024, 6, 12), date(2024, 6, 13)),
        ({"end_date": "2024-06-14"}, date(2024, 6, 12), date(2024, 6, 15)),
        ({"end_date": "2024-06"}, date(2024, 6, 12), date(2024, 6, 13)),
        ({"end_time": "17:00"}, date(2024, 6, 12), date(2024, 6, 13)),
        ({"end_date": "2024-06-13", "start_time": "09:00"}, date(2024, 6, 12), date(2024, 6, 14)),
        ({"start_date": "2024-06-12?", "start_time": "09:00"}, date(2024, 6, 12), date(2024, 6, 13)),
        ({"day_part": "morning"}, date(2024, 6, 12), date(2024, 6, 13)),
        ({"start_date": "2024-12-31"}, date(2024, 12, 31), date(2025, 1, 1)),
        (  # the night between is nobody's
            {"start_time": "14:00", "end_time": "12:00", "end_date": "2024-06-13"},
            date(2024, 6, 12),
            date(2024, 6, 14),
        ),
        (
            {"start_time": "09:30", "end_time": "11:00", "end_date": "2024-06-13"},
            date(2024, 6, 12),
            date(2024, 6, 14),
        ),
    ],
)
def test_without_hours_it_lasts_whole_days(fields: dict[str, Tree], begins: date, ends: date) -> None:
    found = event(**fields)
    assert (found.decoded("DTSTART"), found.decoded("DTEND")) == (begins, ends)
    assert found["DTSTART"].params["VALUE"] == found["DTEND"].params["VALUE"] == "DATE"


@pytest.mark.parametrize(
    ("fields", "ends"),
    [
        ({"end_time": "11:00"}, "2024-06-12T11:00:00+09:00"),
        ({}, None),
        ({"end_time": "01:00", "end_date": "2024-06-12"}, "2024-06-13T01:00:00+09:00"),
        ({"end_time": "01:00"}, "2024-06-13T01:00:00+09:00"),
        ({"end_time": "24:00"}, "2024-06-13T00:00:00+09:00"),
    ],
)
def test_with_hours_it_lasts_from_hour_to_hour(fields: dict[str, Tree], ends: str | None) -> None:
    found = event(start_time="09:30", **fields)
    assert found.decoded("DTSTART").isoformat() == "2024-06-12T09:30:00+09:00"
    assert found["DTSTART"].params["TZID"] == "Asia/Seoul"
    assert (found.decoded("DTEND").isoformat() if "DTEND" in found else None) == ends


def test_doubts_are_told() -> None:
    assert "2024년 6월 12일(추정)" in str(event(start_date="2024-06-12?")["DESCRIPTION"])
    assert "오전" in str(event(day_part="morning")["DESCRIPTION"])


def test_a_name_in_one_language_alone() -> None:
    found = event(name={"en": "Only English"})
    assert found["SUMMARY"] == "Only English"
    assert found["SUMMARY"].params["LANGUAGE"] == "en"
    assert "일시" not in str(found["DESCRIPTION"])


def test_when_it_changed_is_a_fact() -> None:
    """The day's beginning in Korea, as UTC: of the newest fact, or of the news of a forum to come."""
    assert event().decoded("DTSTAMP").isoformat() == "2024-06-11T15:00:00+00:00"
    corrected = event(revisions=[{"date": "2024-07-01", "note": "고침"}])
    assert corrected.decoded("LAST-MODIFIED").isoformat() == "2024-06-30T15:00:03+00:00"
    announced = corpus(source("s", issued="2024-05-02"), site=site(as_of="2024-06-01"))
    (to_come,) = events(calendar_files(announced, WORDS)[ALL])
    assert to_come.decoded("DTSTAMP") == datetime.fromisoformat("2024-05-01T15:00:00+00:00")


def test_what_was_called_off_is_cancelled_and_told_again() -> None:
    """Its day counts as a fact still, or it would be older than it was before that was known."""
    for version, status, word in ((1, "postponed", "연기"), (2, "cancelled", "취소")):
        found = event(status={"value": status, "date": "2024-06-01", "note": "회의장을 못 씀"})
        assert (found["STATUS"], found["SEQUENCE"]) == ("CANCELLED", version)
        assert found["SUMMARY"] == f"[{word}] 포럼"
        assert "회의장을 못 씀" in str(found["DESCRIPTION"])
        assert found.decoded("DTSTAMP").isoformat() == f"2024-06-12T15:00:0{version}+00:00"
    assert "STATUS" not in event(status="announced")


def test_how_to_join_is_told_as_programs_read_it() -> None:
    online: Tree = {"url": "https://meet.example.org/한별", "registration": "https://form.example.org/1"}
    found = event(online=online)
    assert found["LOCATION"] == "https://meet.example.org/%ED%95%9C%EB%B3%84"
    line = b"CONFERENCE;LABEL=\xec\x98\xa8\xeb\x9d\xbc\xec\x9d\xb8\xec\x9c\xbc\xeb\xa1\x9c"
    assert line in found.to_ical().replace(b"\r\n ", b"")
    assert "VALUE=URI" in found.to_ical().replace(b"\r\n ", b"").decode().split("CONFERENCE")[1].split(":")[0]
    assert "참가 신청: https://form.example.org/1" in str(found["DESCRIPTION"])
    assert event(online=online, venue={"name": "달빛홀"})["LOCATION"] == "달빛홀"


def test_days_apart_are_events_of_their_own() -> None:
    apart: dict[str, Tree] = {"dates": ["2024-06-12", "2024-06-26"]}
    first, second = events(calendar_files(corpus(organization(), forum(**apart)), WORDS)[ALL])
    assert [one.decoded("DTSTART").isoformat() for one in (first, second)] == ["2024-06-12", "2024-06-26"]
    assert second.decoded("DTEND").isoformat() == "2024-06-27"
    assert second["SUMMARY"] == "포럼 (2/2)"
    with_hours = corpus(organization(), forum(**apart, start_time="22:00", end_time="00:30"))
    _, second = events(calendar_files(with_hours, WORDS)[ALL])
    assert second.decoded("DTEND").isoformat() == "2024-06-27T00:30:00+09:00"


@pytest.mark.parametrize(
    ("zone", "day", "offset"),
    [
        ("America/New_York", "2024-06-12", "-04:00"),
        ("America/New_York", "2024-12-12", "-05:00"),
        ("Asia/Seoul", "1960-07-01", "+09:30"),
        ("Europe/Kyiv", "2024-03-31", "+03:00"),
        ("UTC", "2024-06-12", "+00:00"),
        ("America/New_York", "2999-07-01", "-04:00"),
    ],
)
def test_any_time_zone_is_in_the_calendar_itself(zone: str, day: str, offset: str) -> None:
    """As a program reads it that asks no other table of zones."""
    small = corpus(organization(), forum(start_date=day, start_time="10:00", timezone=zone))
    text = calendar_files(small, WORDS)[ALL].replace(zone.encode(), f"Nowhere/{zone}-{day}".encode())
    (found,) = vobject.readOne(text.decode()).vevent_list
    assert found.dtstart.value.isoformat() == f"{day}T10:00:00{offset}"


def test_a_time_zone_is_told_alike_in_every_calendar() -> None:
    """Some programs, as vobject, know a zone by its name from the first calendar on that they read."""
    zone = "America/New_York"
    there = [
        forum(f"in-{day}", start_date=f"{day}-07-01", start_time="10:00", timezone=zone)
        for day in (2023, 2026)
    ]
    files = calendar_files(corpus(*there), WORDS)
    told = [
        [part.to_ical() for part in Calendar.from_ical(files[path]).walk("VTIMEZONE") if part["TZID"] == zone]
        for path in (ALL, "calendars/in-2023.ics", "calendars/in-2026.ics")
    ]
    assert told[0] == told[1] == told[2] != []


def test_rules_of_other_years_are_not_told_to_programs_that_know_one_rule() -> None:
    zone = "America/New_York"
    held: dict[str, Tree] = {"start_time": "10:00", "timezone": zone}
    there = [forum(f"in-{year}", start_date=f"{year}-03-20", **held) for year in (2006, 2024)]
    files = calendar_files(corpus(*there), WORDS)
    assert b"BYDAY=1SU;BYMONTH=4" in files["calendars/in-2006.ics"]
    found = [
        files[path].count(b"\r\nRRULE:") for path in ("calendars/in-2006.ics", "calendars/in-2024.ics", ALL)
    ]
    assert found == [2, 2, 4]


def test_a_calendar_says_how_often_to_look_and_is_never_empty() -> None:
    """Outlook knows the older name alone."""
    nothing = Calendar.from_ical(calendar_files(corpus(forum(start_date="2024-06")), WORDS)[ALL])
    assert nothing["REFRESH-INTERVAL"].to_ical() == b"P1D"
    assert nothing["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert nothing["X-PUBLISHED-TTL"] == "P1D"
    assert [part.name for part in nothing.subcomponents] == ["VTIMEZONE"]


@pytest.mark.parametrize(
    ("zone", "day", "hours", "written"),
    [
        ("America/New_York", "2024-03-10", ("02:30", "05:00"), ["20240310T073000Z", "20240310T090000Z"]),
        ("America/New_York", "2024-11-03", ("00:30", "01:30"), ["20241103T043000Z", "20241103T053000Z"]),
        ("America/New_York", "2024-11-03", ("00:30", "02:30"), ["20241103T003000", "20241103T023000"]),
        ("Asia/Seoul", "1900-03-31", ("10:00", "12:00"), ["19000331T013208Z", "19000331T033208Z"]),
    ],
)
def test_an_hour_that_programs_read_in_two_ways_is_written_in_utc(
    zone: str, day: str, hours: tuple[str, str], written: list[str]
) -> None:
    found = event(start_date=day, start_time=hours[0], end_time=hours[1], timezone=zone)
    shape = "%Y%m%dT%H%M%SZ" if written[0].endswith("Z") else "%Y%m%dT%H%M%S"
    assert [f"{found.decoded(name):{shape}}" for name in ("DTSTART", "DTEND")] == written
    assert ("TZID" in found["DTSTART"].params) == (not written[0].endswith("Z"))


def test_one_event_goes_into_the_calendar_that_a_reader_has() -> None:
    """Outlook makes a new calendar of what has X-WR-CALNAME, and asks who invites where there is a METHOD."""
    days: Tree = ["2024-06-12", "2024-06-26"]
    files = calendar_files(corpus(forum("one"), forum("two", dates=days)), WORDS)
    paths = (ALL, "calendars/one.ics", "calendars/two.ics")
    all_forums, one, two = (Calendar.from_ical(files[path]) for path in paths)
    assert [("X-WR-CALNAME" in read) for read in (all_forums, one, two)] == [True, False, True]
    assert one["NAME"] == "일정: 포럼 - 한별"
    assert not any("METHOD" in read for read in (all_forums, one, two))


@pytest.mark.parametrize("word", ["긴 이야기", "가" * 30])
def test_a_description_is_as_long_as_programs_keep_it(word: str) -> None:
    """Google Calendar keeps 8,192 characters; where the rest is stands at the end."""
    long = f"{word} " * (6000 // len(word))
    found = event(abstract={"ko": long, "en": "Short."}, name={"ko": "포럼", "en": "Forum"})
    korean, english = str(found["DESCRIPTION"]).split("\n\nForum\n")
    assert 3900 < len(korean) <= 4000
    assert korean.endswith(" …\nhttps://proceedings.example.org/forums/f/")
    assert f"{word} …" in korean  # no word is cut
    assert "Short." in english
    assert "…" not in english


def test_organizers_of_one_name_are_told_apart_and_several_bodies_are_all_named() -> None:
    bodies = (
        organization("a", name="등불부", founding_date="1996", dissolution_date="2008"),
        organization("b", name="등불부", founding_date="2013"),
        organization("c", name="서가부"),
    )
    hosts: Tree = [{"organization": ["a", "b"], "role": "host"}, {"organization": "c", "role": "host"}]
    calendar = calendar_files(corpus(*bodies, forum(organizers=hosts)), WORDS)["calendars/f.ics"].decode()
    lines = calendar.replace("\r\n ", "").replace("\\,", ",")
    assert "주최: 등불부 (1996–2008), 등불부 (2013–)\\n주최: 서가부" in lines


@pytest.mark.parametrize(
    ("address", "uid"),
    [
        ("https://proceedings.example.org/", "forums.f@proceedings.example.org"),
        ("https://example.org:8443/a/b-c_d.e/", "a.b-c_d.e.forums.f@example.org"),
        ("https://한별.example.org/포럼/", "ED.8F.AC.EB.9F.BC.forums.f@xn--bm3bt36b.example.org"),
    ],
)
def test_what_a_uid_is_made_of(address: str, uid: str) -> None:
    """What can be the name of a file: a Nextcloud shows nothing of a calendar whose UIDs have a '/'."""
    (found,) = events(calendar_files(corpus(site=site(address=address)), WORDS)[ALL])
    assert found["UID"] == uid
    named = corpus(site=site(address="https://moved.example.org/", known_as=address))
    (found,) = events(calendar_files(named, WORDS)[ALL])
    assert found["UID"] == uid
