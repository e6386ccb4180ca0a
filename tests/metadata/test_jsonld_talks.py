"""Talks as linked data: what was recorded, who spoke, and no more than is known."""

from __future__ import annotations

from typing import Any

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.talks import talks_of
from generator.metadata.citation_tags import citation_tags
from generator.metadata.jsonld_forums import MOST_PERFORMERS, forum_thing
from generator.metadata.jsonld_talks import talk_thing
from generator.models import ForumStatus
from generator.pages import plan_pages
from generator.parsing.yaml_parser import Tree
from tests.support.made_up_talks import FILE, RESIDENT, SLIDES, VIDEO, corpus_of_talks, held, many, talk
from tests.support.small_corpus import corpus, forum, session, speaker
from tests.support.words import WORDS

ADDRESS = "https://proceedings.example.org"


def said(made: Corpus) -> dict[str, Any]:
    (found,) = talks_of(made.forums["f"])
    return talk_thing(made, found, "en")


def test_a_talk_is_an_event_of_its_forum_at_its_hours() -> None:
    made = corpus_of_talks(
        talk(person="p", organization=["o", "u"], language="ko", start_time="23:30", end_time="00:10"),
        start_time="23:00",
        end_time="01:00",
    )
    told = said(made)
    assert (told["@type"], told["@id"]) == ("Event", f"{ADDRESS}/forums/f/night/#it")
    assert (told["name"], told["alternateName"], told["inLanguage"]) == ("Talk night", "발표 night", "ko")
    assert told["startDate"] == "2024-06-12T23:30:00+09:00"
    assert told["endDate"] == "2024-06-13T00:10:00+09:00"
    assert told["superEvent"]["@id"] == f"{ADDRESS}/forums/f/#it"
    (speaker,) = told["performer"]
    assert [body["name"] for body in speaker["affiliation"]] == ["City Hall", "University"]


def test_a_talk_is_where_its_session_is() -> None:
    hall: Tree = {"id": "a", "name": "가", "room": "큰방"}
    online: Tree = {"url": "https://meet.example.org/1"}
    both: Tree = [hall, {"id": "b", "name": "나", "address": "서가로 2"}]
    of_forum: list[tuple[dict[str, Tree], dict[str, Tree], list[str]]] = [
        ({"venue": hall}, {}, ["가 큰방"]),
        ({"venue": hall}, {"room": "작은방"}, ["가 작은방"]),
        ({"venues": both, "online": online}, {"venue": "b"}, ["나 ", "https://meet.example.org/1"]),
        ({"venues": both, "online": online}, {}, ["가 큰방", "나 ", "https://meet.example.org/1"]),
        ({"venues": both}, {"room": "작은방"}, ["작은방 "]),
        ({"attendance": "online"}, {}, []),
    ]
    for fields, of_session, places in of_forum:
        given = session(**of_session) | {"contributions": [talk(person="p")]}  # type: ignore[operator]  # a map
        told = said(corpus(speaker("p"), forum(sessions=[given], **fields)))
        where = told.get("location", [])
        shown = [
            one.get("url") or f"{one['name']} {one.get('containsPlace', {}).get('name', '')}"
            for one in (where if isinstance(where, list) else [where])
        ]
        assert shown == places
        assert ("eventAttendanceMode" in told) is bool(fields.keys() & {"online", "attendance"})


def test_a_recording_says_what_is_known_of_it() -> None:
    abstract: Tree = {"ko": "초록", "en": "What it is about"}
    told = said(corpus_of_talks(talk(person="p", abstract=abstract, documents=[VIDEO, FILE, SLIDES])))
    video, file = told["recordedIn"]
    assert video == {
        "@type": "VideoObject",
        "name": "영상",
        "description": "What it is about",
        "url": "https://video.example.org/1",
        "uploadDate": "2024-06-20",
        "duration": "PT1H2M3S",
    }
    assert file["contentUrl"] == "https://video.example.org/a.mp4"
    assert "url" not in file
    (slides,) = told["workFeatured"]
    assert slides["@type"] == "PresentationDigitalDocument"
    assert slides["datePublished"] == "2024-06-12"


def test_what_is_read_has_no_duration() -> None:
    slides: Tree = {"name": "자료", "file": "a.pdf", "type": "slides", "duration": "0:10:00"}
    (shown,) = said(corpus_of_talks(talk(person="p", documents=[slides])))["workFeatured"]
    assert "duration" not in shown


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_a_talk_and_a_session_where_nobody_met_say_so(status: str) -> None:
    forum = held(talk(person="p"))
    called_off = forum.model_copy(update={"status": ForumStatus.model_validate({"value": status})})
    made = corpus(called_off, speaker("p"))
    wanted = f"https://schema.org/Event{status.capitalize()}"
    assert said(made)["eventStatus"] == wanted
    told: dict[str, Any] = forum_thing(made, called_off, "en")
    (session,) = told["subEvent"]
    assert session["eventStatus"] == wanted
    assert "eventStatus" not in said(corpus(forum, speaker("p")))


def test_who_is_not_named_has_no_identity() -> None:
    told = said(corpus_of_talks(talk(name=RESIDENT, organization="o")))
    (resident,) = told["performer"]
    assert resident.keys() == {"@type", "name", "affiliation"}
    assert resident["name"] == "A resident"


def test_a_forum_of_very_many_speakers_leaves_them_to_its_talks() -> None:
    def forum_of(number: int) -> dict[str, Any]:
        made = corpus_of_talks(*many(number))
        return forum_thing(made, made.forums["f"], "ko")

    few, more = forum_of(MOST_PERFORMERS), forum_of(MOST_PERFORMERS + 5)
    assert "performer" in few
    assert "performer" not in more
    assert len(more["subEvent"][0]["subEvent"]) == MOST_PERFORMERS


def test_reference_managers_find_the_talk_in_its_page() -> None:
    made = corpus_of_talks(talk(person="p"))
    page = next(page for page in plan_pages(made, "en", WORDS) if page.path == "forums/f/night.md")
    tags = [element for element in citation_tags(made, page, WORDS["en"]) if isinstance(element, tuple)]
    assert ("citation_title", "Talk night") in tags
    assert ("citation_author", "Gu Reumdal") in tags
    assert ("citation_public_url", f"{ADDRESS}/en/forums/f/night/") in tags
    assert ("citation_conference_title", "포럼") in tags
