"""Popolo: everybody and everything is in it once, in the shape that the specification gives."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.corpus.load import load_corpus
from generator.exports.data.popolo import memberships, popolo_file
from generator.parsing.yaml_parser import Tree
from tests.support.paths import RECORDS
from tests.support.small_corpus import corpus, forum, organization, session, source, speaker
from tests.support.worst_addresses import FORMATS, worst_corpus
from tests.trust.sites import armed_corpus

SCHEMA = json.loads(Path(__file__).with_name("popolo.schema.json").read_text("utf-8"))


def popolo(*records: Any) -> dict[str, Any]:  # noqa: ANN401 - any records
    read: dict[str, Any] = json.loads(popolo_file(corpus(*records)))
    return read


@pytest.mark.parametrize(
    "made",
    [lambda: load_corpus(RECORDS), armed_corpus, worst_corpus],
    ids=["made up", "hostile", "worst addresses"],
)
def test_it_has_the_shape_of_the_specification(made: Any) -> None:  # noqa: ANN401 - either way
    whole = made()
    read = json.loads(popolo_file(whole))
    checked = Draft202012Validator(SCHEMA, format_checker=FORMATS)
    Draft202012Validator.check_schema(SCHEMA)
    assert [error.message for error in checked.iter_errors(read)] == []
    sessions = sum(len(one.sessions) for one in whole.forums.values())
    assert len(read["persons"]) == len(whole.speakers)
    assert len(read["organizations"]) == len(whole.organizations)
    assert len(read["events"]) == len(whole.forums) + sessions
    assert len(read["memberships"]) == sum(len(one.memberships) for one in whole.speakers.values())


def test_every_id_that_is_named_is_there_and_each_once() -> None:
    read = json.loads(popolo_file(load_corpus(RECORDS)))
    for kind in ("persons", "organizations", "memberships", "events"):
        ids = [one["id"] for one in read[kind]]
        assert len(set(ids)) == len(ids) > 0
    people, bodies, events = (
        {one["id"] for one in read[kind]} for kind in ("persons", "organizations", "events")
    )
    naming = (*read["memberships"], *read["events"])
    named = {
        field: {one[field] for one in naming if field in one}
        for field in ("person_id", "organization_id", "parent_id")
    }
    assert named["person_id"] <= people
    assert named["organization_id"] <= bodies
    assert named["parent_id"] <= events
    assert all(named.values())
    assert {one["parent_id"] for one in read["organizations"] if "parent_id" in one} <= bodies
    attending = {who["id"] for event in read["events"] for who in event.get("attendees", [])}
    assert attending
    assert attending <= people


def test_no_two_events_share_an_id() -> None:
    first = forum("f", sessions=[session("b"), session("b-c")])
    read = popolo(first, forum("f-b", sessions=[session("c")]))
    ids = [one["id"] for one in read["events"]]
    assert sorted(ids) == ["f", "f-b", "f-b.c", "f.b", "f.b-c"]


def test_the_status_is_one_that_the_specification_knows() -> None:
    read = popolo(
        forum("f", status="cancelled", sessions=[session("s")]),
        forum("b", status="postponed"),
        forum("c", start_date="2023-01-02"),
        forum("d", status="announced"),
    )
    assert {one["id"]: one["status"] for one in read["events"]} == {
        "f": "cancelled", "f.s": "cancelled", "b": "postponed", "c": "confirmed", "d": "scheduled",
    }  # fmt: skip


def test_a_source_is_named_once_and_an_event_by_its_pages() -> None:
    cited: Tree = [{"source": "s", "locator": {"ko": "3쪽"}}, {"source": "s", "locator": {"ko": "9쪽"}}]
    (event,) = popolo(forum(sources=cited), source("s", url="https://example.org/회의"))["events"]
    assert [one["url"] for one in event["sources"]] == ["https://example.org/%ED%9A%8C%EC%9D%98"]
    pages = [one["identifier"] for one in event["identifiers"]]
    assert [page.removeprefix(f"{corpus().site.address}") for page in pages] == ["forums/f/", "en/forums/f/"]


def test_the_other_language_is_another_name() -> None:
    person, same, english = popolo(
        speaker(
            "a",
            name={"ko": "구름달", "en": "Gu Reumdal"},
            other_names=[{"name": "具月", "lang": "zh", "script": "Hani"}],
        ),
        speaker("b"),
        speaker("c", name={"en": "Ada Example"}),
    )["persons"]
    assert person["name"] == "구름달"
    assert [one["name"] for one in person["other_names"]] == ["Gu Reumdal", "具月"]
    assert [one["lang"] for one in person["other_names"]] == ["en", "zh"]
    assert "other_names" not in same
    assert english["name"] == "Ada Example"


def test_days_and_hours_are_as_exact_as_they_are_known() -> None:
    talk = session(start_time="10:00", contributions=[{"person": "p", "role": "presenter"}])
    read = popolo(
        forum(start_date="2024-06-12", start_time="09:30", end_time="17:00", sessions=[talk]),
        forum("doubtful", start_date="2024?"),
        speaker(memberships=[{"organization": "o", "start_date": "2023-04~"}]),
        organization(),
    )
    doubtful, exact, first = read["events"]
    assert exact["start_date"] == "2024-06-12T09:30:00+09:00"
    assert exact["end_date"] == "2024-06-12T17:00:00+09:00"
    assert (first["start_date"], first["parent_id"]) == ("2024-06-12T10:00:00+09:00", "f")
    assert first["attendees"] == exact["attendees"] == [{"id": "p"}]
    assert doubtful["start_date"] == "2024"
    assert "end_date" not in doubtful
    assert read["memberships"][0]["start_date"] == "2023-04"


def test_a_post_is_known_by_the_person_and_the_body() -> None:
    posts: list[Tree] = [{"organization": key} for key in ("u", "o", "o")]
    person = speaker(memberships=posts)
    assert [one["id"] for one in memberships(person)] == ["p.u", "p.o", "p.o.2"]
