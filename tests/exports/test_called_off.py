"""A forum that was put off or called off says so in all that is made of it; where it was held online, too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from generator.citations.works import Catalogue
from generator.exports.api import api_files
from generator.exports.data.folder import data_files
from generator.exports.data.popolo import events
from generator.exports.feeds.entries import Edition
from generator.metadata.jsonld_pages import linked_data
from generator.models import LANGUAGES, Forum, Language
from generator.pages import plan_pages
from generator.pages.forums import forum_list, forum_view
from generator.pages.home import home_page
from generator.pages.list_rows import link_to
from generator.parsing.yaml_parser import Tree
from generator.rendering.renderer import Renderer
from generator.search.entries import forum_entry
from generator.search.index import fragment_of
from generator.typesetting.cards import forum_card
from generator.typesetting.volume.volume import forum_volume
from tests.support.small_corpus import corpus, forum, organization, proposal, session, site, source, speaker
from tests.support.words import WORDS

OFF: Tree = {
    "value": "postponed",
    "date": "2024-06-01",
    "note": {"ko": "지붕을 고친다.", "en": "The roof is mended."},
    "sources": ["s"],
    "instead": "g",
}
ONLINE: Tree = {
    "url": "https://meet.example.org/1",
    "registration": "https://form.example.org/1",
    "recordings": [{"url": "https://video.example.org/1", "label": "영상"}],
}
RECORDS = corpus(
    source(),
    organization(),
    forum("f", status=OFF, start_time="10:00", venue={"name": "달빛홀"}, timezone="America/New_York"),
    forum(
        "g",
        start_date="2024-07-05",
        dates=["2024-07-05", "2024-07-12"],
        start_time="22:00",
        end_time="00:30",
        online=ONLINE,
        venues=[{"id": "a", "name": "가"}, {"name": "나", "room": "다"}],
        sessions=[
            session("x", date="2024-07-12", start_time="23:00", end_time="00:15", venue="a", room="라")
        ],
    ),
    forum("h", start_date="2024-12-24", status="cancelled"),
    site=site(as_of="2024-08-01"),
)
PUT_OFF, HELD, TO_COME = (RECORDS.forums[key] for key in "fgh")


def about(held: Forum, language: Language = "ko") -> Any:  # noqa: ANN401 - JSON
    page = next(page for page in plan_pages(RECORDS, language, WORDS) if page.path == held.page)
    *_, said = linked_data(RECORDS, page, WORDS[language])
    return json.loads(json.dumps(said))


def test_linked_data_says_so_and_when_it_was_to_be() -> None:
    said = about(PUT_OFF)
    assert said["eventStatus"] == "https://schema.org/EventPostponed"
    assert said["startDate"] == said["previousStartDate"] == "2024-06-12T10:00:00-04:00"
    assert about(TO_COME)["eventStatus"] == "https://schema.org/EventCancelled"
    assert about(HELD)["eventStatus"] == "https://schema.org/EventRescheduled"
    assert about(HELD)["previousStartDate"] == "2024-06-12T10:00:00-04:00"


def test_linked_data_says_so_of_all_that_was_to_take_place() -> None:
    given: Tree = {"id": "t", "title": "말", "person": "p", "role": "presenter"}
    programme: Tree = [session("x", date="2024-06-14", contributions=[given]), session("y")]
    days: Tree = ["2024-06-12", "2024-06-14"]
    off = forum("f", status="cancelled", dates=days, sessions=programme)
    made = corpus(speaker("p"), off, proposal())
    pages = {page.path: page for page in plan_pages(made, "ko", WORDS)}
    for path in ("forums/f.md", "forums/f/t.md", "proposals/f-1.md", "speakers/p.md"):
        *_, told = linked_data(made, pages[path], WORDS["ko"])
        of_events = list(_parts_of(json.loads(json.dumps(told))))
        meant = [
            one for one in of_events if "/forums/f/t/" not in one.get("@id", "") or path.endswith("t.md")
        ]
        assert meant
        assert {one.get("eventStatus") for one in meant} == {"https://schema.org/EventCancelled"}


def _parts_of(said: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - JSON
    """Every event in linked data."""
    if isinstance(said, dict):
        if said.get("@type") == "Event":
            yield said
        for value in said.values():
            yield from _parts_of(value)
    elif isinstance(said, list):
        for value in said:
            yield from _parts_of(value)


def test_linked_data_says_where_and_on_which_days() -> None:
    said = about(HELD)
    assert said["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert [place["@type"] for place in said["location"]] == ["Place", "Place", "VirtualLocation"]
    assert said["potentialAction"]["target"] == "https://form.example.org/1"
    assert said["recordedIn"][0]["url"] == "https://video.example.org/1"
    assert (said["startDate"], said["endDate"]) == ("2024-07-05T22:00:00+09:00", "2024-07-13T00:30:00+09:00")
    first, second = said["subEvent"]
    assert (first["endDate"], "subEvent" in first) == ("2024-07-06T00:30:00+09:00", False)
    (talk,) = second["subEvent"]
    assert (talk["startDate"], talk["endDate"]) == ("2024-07-12T23:00:00+09:00", "2024-07-13T00:15:00+09:00")
    place, online = talk["location"]
    assert (place["name"], place["containsPlace"]["name"]) == ("가", "라")
    assert (online["@type"], first["location"]) == ("VirtualLocation", said["location"])
    assert about(PUT_OFF)["location"]["name"] == "달빛홀"


@pytest.mark.parametrize(("language", "mark"), [("ko", "연기"), ("en", "postponed")])
def test_feeds_tell_it_as_news_of_its_own(language: Language, mark: str) -> None:
    told, own = Edition(RECORDS, WORDS[language]).forum(PUT_OFF)
    assert (told.id, told.title.text) == (f"{own.id}/postponed", f"{mark}: 포럼")
    assert told.published
    assert told.published.isoformat() == "2024-06-01T00:00:00+09:00"
    assert told.updated.isoformat() == "2024-06-01T00:00:01+09:00"
    assert own.title.text == f"[{mark}] 포럼"
    assert (
        str(PUT_OFF.status and PUT_OFF.status.note and PUT_OFF.status.note.in_language(language)) in told.text
    )
    assert len(Edition(RECORDS, WORDS[language]).forum(HELD)) == 1


def test_feeds_have_the_hours_and_places_of_sessions_and_the_papers() -> None:
    (own,) = Edition(RECORDS, WORDS["en"]).forum(HELD)
    assert "<p>12 July 2024 23:00–00:15 (the next day) · 가 · 라</p>" in own.text
    papers: Tree = [
        {"name": "Agenda of the day", "type": "agenda", "file": "a.pdf"},
        {"name": "Minutes", "type": "minutes", "url": "https://paper.example.org/1"},
        {"name": "Slides", "type": "slides", "url": "https://paper.example.org/2"},
    ]
    held = forum(documents=papers, sessions=[session()])
    (own,) = Edition(corpus(held), WORDS["en"]).forum(held)
    assert own.text.count("/files/a.pdf") == own.text.count("https://paper.example.org/1") == 1
    assert "paper.example.org/2" not in own.text
    assert "<p></p>" not in own.text


def test_references_say_so() -> None:
    works = Catalogue(RECORDS, WORDS)
    assert works.forum(PUT_OFF, "ko")["genre"].endswith(", 연기")
    assert works.forum(TO_COME, "en")["genre"].endswith(", cancelled")
    assert works.forum(HELD, "ko")["event-place"] == "가; 나"


def test_search_cards_and_volumes_say_so() -> None:
    entry = forum_entry(RECORDS, PUT_OFF)
    assert fragment_of(entry)["mark"] == "postponed"
    assert "지붕을 고친다." in entry.text["ko"]
    assert "mark" not in fragment_of(forum_entry(RECORDS, HELD))
    card = forum_card(RECORDS, TO_COME, WORDS["en"])
    assert (card.mark, card.standing) == ("crossed", "cancelled")
    volume = forum_volume(RECORDS, PUT_OFF, tuple(WORDS[language] for language in LANGUAGES))
    (chapter,) = volume.forums
    assert volume.title == chapter.name
    assert [run.text for run in chapter.name] == ["[연기] 포럼", "[postponed] 포럼"]
    assert "미 동부 하계 표준시(UTC-4)" in chapter.date[0].text
    facts = {fact.label[0].text for fact in chapter.facts}
    assert {"상태", "대신 열리는 포럼"} <= facts
    of_held = forum_volume(RECORDS, HELD, (WORDS["ko"],)).forums[0]
    assert of_held.date[0].text == "2024년 7월 5일, 2024년 7월 12일 22:00–00:30(다음 날)"
    assert of_held.venue[0].text == "가 / 나, 다"
    assert {"참석 방식", "온라인으로 참석하기", "참가 신청", "영상"} <= {
        fact.label[0].text for fact in of_held.facts
    }


def test_tables_json_and_popolo_say_so() -> None:
    listed = json.loads(api_files(RECORDS)["api/v1/forums/index.json"])["records"]
    assert [one["status"] for one in listed] == ["postponed", "held", "cancelled"]
    given: Tree = {"id": "t", "title": "말", "person": "p", "role": "presenter"}
    off = forum("f", status="cancelled", sessions=[session("x", contributions=[given])])
    answers = api_files(corpus(speaker("p"), off))
    assert json.loads(answers["api/v1/forums/f/t.json"])["status"] == "cancelled"
    files = data_files(RECORDS, WORDS)
    header, *rows = files["data/forums.csv"].decode("utf-8-sig").splitlines()
    assert {"status", "status_date", "status_note_ko", "online_url", "timezone"} <= set(
        header.replace('"', "").split(",")
    )
    assert len(rows) == 3
    assert "2024-07-12" in files["data/tables/dates.csv"].decode()
    assert "https://video.example.org/1" in files["data/tables/recordings.csv"].decode()
    whole = json.loads(files["data/proceedings.json"])["forums"]
    assert [Forum.model_validate(one) for one in whole] == [PUT_OFF, HELD, TO_COME]
    (event, talk), (put_off,) = list(events(RECORDS, HELD)), list(events(RECORDS, PUT_OFF))
    assert (event["location"], put_off["status"]) == ("가 / 나, 다", "postponed")
    assert (talk["location"], talk["status"]) == ("가, 라", "confirmed")
    off = forum(status="cancelled", sessions=[session()])
    assert [one["status"] for one in events(RECORDS, off)] == ["cancelled", "cancelled"]
    assert (event["end_date"], talk["end_date"]) == ("2024-07-13T00:30:00+09:00", "2024-07-13T00:15:00+09:00")


@pytest.mark.parametrize("day", ["2024", "2024-06"])
def test_popolo_makes_up_no_day_after_an_unknown_one(day: str) -> None:
    (event,) = events(RECORDS, forum(start_date=day, start_time="22:00", end_time="02:00"))
    assert event["start_date"] == day
    assert event.get("end_date", day) == day


def test_lists_mark_it_and_filter_by_it() -> None:
    assert link_to(PUT_OFF).mark
    assert link_to(HELD).mark is None
    names = {
        choice.name: dict.fromkeys(value for value, _, _ in choice.options)
        for choice in forum_list(RECORDS).filters
    }
    assert list(names["status"]) == ["held", "postponed", "cancelled"]
    assert "attendance" not in names  # there is one kind of it alone
    home = home_page(RECORDS).view
    assert [row.link.mark is not None for row in home.upcoming] == [True]
    assert [row.link.target for row in home.forums] == [HELD.page]
    view = forum_view(RECORDS, HELD).occasion
    assert [link.target for link in view.in_place_of] == [PUT_OFF.page]
    assert (view.status, view.zone) == (None, None)
    assert forum_view(RECORDS, PUT_OFF).occasion.zone == "America/New_York"


def test_what_is_to_come_is_announced_and_what_was_is_held() -> None:
    small = corpus(forum("a"), forum("b", start_date="2025-01-01"), site=site(as_of="2024-08-01"))
    assert [small.forum_status(one) for one in (small.forums["a"], small.forums["b"])] == [
        "held",
        "announced",
    ]
    assert forum_view(small, small.forums["b"]).occasion.status
    assert forum_view(small, small.forums["a"]).occasion.status is None


def test_talks_are_marked_in_references_and_no_hours_are_missed() -> None:
    given: Tree = {"person": "p", "role": "presenter"}
    programme: Tree = [session("x", contributions=[given])]
    off = forum("f", status="cancelled", sessions=programme)
    made = corpus(speaker("p"), off, forum("g", sessions=programme))
    genres = [
        [work.get("genre", "") for work in Catalogue(made, WORDS).works_at(made.forums[key], "en")][-1]
        for key in "fg"
    ]
    assert genres[0].endswith(", cancelled")
    assert genres[0] != genres[1]
    for language in LANGUAGES:
        pages = {page.path: page for page in plan_pages(made, language, WORDS)}
        missing = WORDS[language]("forum.no_hours").partition(".")[0]
        texts = [Renderer(WORDS[language]).render(pages[f"forums/{key}.md"]) for key in "fg"]
        assert [missing in text for text in texts] == [False, True]
