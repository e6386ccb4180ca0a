"""Calendars in readers' programs, icalendar, vobject and ical.js: what a subscriber sees after a change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]  # has no types of its own
from icalendar import Calendar, Event

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports.calendars import calendar_files
from generator.models import Site
from generator.parsing.yaml_parser import Tree
from tests.quality.node import node_package
from tests.support.nodejs import answer_in_node, needs_node
from tests.support.paths import RECORDS, TESTS
from tests.support.small_corpus import corpus, forum, session, site, source
from tests.support.words import WORDS

pytestmark = needs_node


@dataclass(frozen=True)
class Seen:
    """An event as a program reads it: hours with their offset from UTC."""

    uid: str
    summary: str
    location: str
    begins: str
    ends: str
    """The beginning, where no end is known."""
    zone: str
    cancelled: bool
    version: int
    stamp: str


def in_iso(value: date) -> str:
    return value.isoformat().replace("Z", "+00:00")


def by_icalendar(calendars: Sequence[str]) -> list[list[Seen]]:
    """By the machine's own table of time zones."""
    return [
        [
            Seen(
                str(event["UID"]),
                str(event["SUMMARY"]),
                str(event.get("LOCATION", "")),
                in_iso(event.start),
                in_iso(event.end),
                str(event["DTSTART"].params.get("TZID", "")),
                event.get("STATUS") == "CANCELLED",
                int(event.decoded("SEQUENCE")),
                in_iso(event.decoded("DTSTAMP")),
            )
            for event in Calendar.from_ical(calendar).walk("VEVENT")
            if isinstance(event, Event)
        ]
        for calendar in calendars
    ]


def by_vobject(calendars: Sequence[str]) -> list[list[Seen]]:
    """By the time zones in the calendar."""
    read = [vobject.readOne(calendar) for calendar in calendars]
    return [[_seen_by_vobject(event) for event in getattr(one, "vevent_list", ())] for one in read]


def _seen_by_vobject(event: Any) -> Seen:  # noqa: ANN401 - it has no types
    location, status, end = (event.contents.get(name) for name in ("location", "status", "dtend"))
    return Seen(
        event.uid.value,
        event.summary.value,
        location[0].value if location else "",
        in_iso(event.dtstart.value),
        in_iso((end[0] if end else event.dtstart).value),
        "".join(event.dtstart.params.get("X-VOBJ-ORIGINAL-TZID", ())),
        bool(status) and status[0].value == "CANCELLED",
        int(event.sequence.value),
        in_iso(event.dtstamp.value),
    )


def by_ical_js(calendars: Sequence[str]) -> list[list[Seen]]:
    """By the time zones in the calendar; one process for all."""
    script = TESTS / "programs" / "read_calendars.js"
    ical = node_package("programs", "ical.js") / "dist" / "ical.js"
    return [
        [Seen(**event) for event in events] for events in answer_in_node(script, ical, question=calendars)
    ]


PROGRAMS: Mapping[str, Callable[[Sequence[str]], list[list[Seen]]]] = {
    "icalendar": by_icalendar,
    "vobject": by_vobject,
    "ical.js": by_ical_js,
}


@dataclass
class Subscriber:
    """Keeps each event by its UID, until there is a newer version of it (RFC 5546, section 2.1.5)."""

    kept: dict[str, Seen] = field(default_factory=dict)

    def look(self, events: Iterable[Seen]) -> None:
        for event in events:
            known = self.kept.get(event.uid)
            if known is None or (event.version, event.stamp) > (known.version, known.stamp):
                self.kept[event.uid] = event


TO_COME, OVER = "2024-06-01", "2024-07-01"
"""Days on which a forum of 12 June is announced, and was held."""

HELD: dict[str, Tree] = {
    "name": {"ko": "밤의 서가", "en": "Shelves at night"},
    "start_time": "10:00",
    "end_time": "12:00",
    "venues": [{"name": "달빛홀"}],
    "sessions": [session("talk", start_time="10:30", end_time="11:00")],
}
CORRECTED: dict[str, Tree] = {"revisions": [{"date": "2024-05-30", "note": "고침"}]}
TWICE: dict[str, Tree] = {"revisions": [{"date": "2024-05-30", "note": "고침"}] * 2}
OFF: dict[str, Tree] = {"status": "cancelled"}
PUT_OFF: dict[str, Tree] = {"status": {"value": "postponed", "date": "2024-05-20", "instead": "g"}}
TWO_DAYS: dict[str, Tree] = {
    "dates": ["2024-06-12", "2024-06-13"],
    "sessions": [session("talk", date="2024-06-13", start_time="10:30", end_time="11:00")],
}
LATER: dict[str, Tree] = {
    "start_time": "14:00",
    "end_time": "16:00",
    "sessions": [session("talk", start_time="14:30", end_time="15:00")],
}

CHANGES: Mapping[str, tuple[dict[str, Tree], dict[str, Tree]]] = {
    "moved hour": ({}, {**LATER, **CORRECTED}),
    "moved day": ({}, {"start_date": "2024-06-14", **CORRECTED}),
    "moved place": ({}, {"venues": [{"name": "등불관"}], **CORRECTED}),
    "other zone": ({}, {"timezone": "America/New_York", **CORRECTED}),
    "new name": ({}, {"name": "낮의 서가", **CORRECTED}),
    "moved back on the same day": ({**LATER, **CORRECTED}, TWICE),
    "called off": ({}, OFF),
    "put off": ({}, PUT_OFF),
    "called off on both days": (TWO_DAYS, {**TWO_DAYS, **OFF}),
    "from one day to two": ({}, {**TWO_DAYS, **CORRECTED}),
    "put off and called off": (PUT_OFF, {"status": {"value": "cancelled", "date": "2024-05-25"}}),
    "held after all": (OFF, CORRECTED),
    "held after all at another hour": (PUT_OFF, {**LATER, **CORRECTED}),
    "corrected and called off": (CORRECTED, {**CORRECTED, **OFF}),
}
"""What a forum was published with, and then."""


def state(
    fields: dict[str, Tree], until: str = TO_COME, about: Site | None = None, key: str = "night"
) -> Corpus:
    """The forum, and one that is held in its place if it is put off."""
    records = (forum(key, **{**HELD, **fields}), forum("g", start_date="2024-09-01"))
    return corpus(*records, source("s", issued="2024-05-02"), site=about or site(as_of=until))


REPOSITORY: Tree = {"url": "https://git.example.org/hanbyeol/forums"}
ELSEWHERE = "https://elsewhere.example.org/archive/"
FIRST = "https://proceedings.example.org/"

THE_SAME: Mapping[str, tuple[Corpus, Corpus]] = {
    "a new id": (state({}), state({"redirect_from": ["night"]}, key="nights")),
    "a new domain, of an archive that is known by its repository": (
        state({}, about=site(as_of=TO_COME, repository=REPOSITORY)),
        state({}, about=site(as_of=TO_COME, repository=REPOSITORY, address=ELSEWHERE)),
    ),
    "a new domain, of one that is known as what it was": (
        state({}),
        state({}, about=site(as_of=TO_COME, address=ELSEWHERE, known_as=FIRST)),
    ),
    "a repository, of one that is known as what it was": (
        state({}),
        state({}, about=site(as_of=TO_COME, repository=REPOSITORY, known_as=FIRST)),
    ),
}
"""What a forum was published with, and then, where no event changes."""


def before_and_after() -> Iterator[tuple[str, tuple[Corpus, Corpus]]]:
    for name, (before, after) in CHANGES.items():
        for when, until in (("to come", TO_COME), ("over", OVER)):
            yield f"{name}, {when}", (state(before, until), state(after, until))
    yield from THE_SAME.items()


ODD_HOURS = (
    ("America/New_York", "2024-03-10", "02:30"),  # clocks skip it
    ("America/New_York", "2024-11-03", "01:30"),  # clocks show it twice
    ("Australia/Lord_Howe", "2024-04-07", "01:45"),
    ("Asia/Seoul", "1900-03-31", "01:00"),  # 8:27:52 before UTC
    ("Africa/Casablanca", "2024-03-10", "01:00"),
    ("Europe/Dublin", "2024-07-10", "01:00"),
)

STATES = dict(before_and_after())


def calendars_of(records: Corpus) -> tuple[str, str]:
    """Of all forums, and of the sessions of the one that has some."""
    files = calendar_files(records, WORDS)
    (of_sessions,) = {text for path, text in files.items() if path.endswith(".sessions.ics")}
    return files["calendars/all.ics"].decode(), of_sessions.decode()


Read = Mapping[str, Mapping[str, list[Seen]]]
"""Program → calendar → what it reads there."""


@pytest.fixture(scope="module")
def made_up() -> list[str]:
    """Every calendar of the made-up records, one without an event, and one of odd hours."""
    empty = corpus(forum(start_date="2024-06"))
    odd = corpus(
        *(
            forum(f"odd-{number}", start_date=day, start_time=begins, end_time="04:00", timezone=zone)
            for number, (zone, day, begins) in enumerate(ODD_HOURS)
        )
    )
    files = [calendar_files(records, WORDS) for records in (load_corpus(RECORDS), empty, odd)]
    return [text.decode() for of_records in files for text in of_records.values()]


@pytest.fixture(scope="module")
def read(made_up: list[str]) -> Read:
    """Each program reads all of them in one process."""
    of_states = (calendars_of(records) for states in STATES.values() for records in states)
    calendars = list(dict.fromkeys([*made_up, *chain.from_iterable(of_states)]))
    return {name: dict(zip(calendars, program(calendars), strict=True)) for name, program in PROGRAMS.items()}


def test_all_programs_read_the_same(read: Read, made_up: list[str]) -> None:
    by_one, *by_others = read.values()
    assert sum(map(len, by_one.values())) > 100
    assert all(by_other == by_one for by_other in by_others)
    assert min(len(by_one[text]) for text in made_up) == 0


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("change", STATES)
def test_a_subscriber_sees_what_there_is_now(read: Read, program: str, change: str) -> None:
    """Of the forum and of its session; nothing twice, and nothing that is left as it was."""
    for before, after in zip(*map(calendars_of, STATES[change]), strict=True):
        was, now = read[program][before], read[program][after]
        subscriber = Subscriber()
        subscriber.look(was)
        subscriber.look(now)
        assert subscriber.kept == {event.uid: event for event in now}
        assert (was == now) == (change in THE_SAME)
        earlier = {event.uid: event for event in was}
        for event in now:
            known = earlier.get(event.uid)
            if known and known != event:
                assert event.version > known.version
                assert event.stamp > known.stamp


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_changes_is_seen(read: Read, program: str) -> None:
    def events(change: str) -> tuple[Seen, Seen]:
        """Of the forum and its session."""
        of_all, of_sessions = (read[program][text] for text in calendars_of(STATES[f"{change}, to come"][1]))
        (session_event,) = of_sessions
        (event,) = (event for event in of_all if event.uid.startswith("forums.night@"))
        return event, session_event

    event, session_event = events("moved hour")
    assert (event.begins, event.ends) == ("2024-06-12T14:00:00+09:00", "2024-06-12T16:00:00+09:00")
    assert (session_event.begins, session_event.zone) == ("2024-06-12T14:30:00+09:00", "Asia/Seoul")
    assert session_event.summary == "발표 · 밤의 서가"
    for event in events("moved place"):
        assert event.location == "등불관"
    event, _ = events("other zone")
    assert (event.begins, event.zone) == ("2024-06-12T10:00:00-04:00", "America/New_York")
    for change, word in (("called off", "취소"), ("put off", "연기")):
        for event in events(change):
            assert event.cancelled
            assert event.summary.startswith(f"[{word}] ")
    assert not any(event.cancelled for event in events("held after all"))
