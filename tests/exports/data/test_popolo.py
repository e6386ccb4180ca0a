"""Popolo: everybody and everything is in it once, in the shape that the specification gives."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from generator.corpus.load import load_corpus
from generator.exports.data.popolo import popolo_file
from tests.support.paths import RECORDS
from tests.support.small_corpus import corpus, forum, organization, session, speaker
from tests.trust.sites import armed_corpus

SCHEMA = json.loads(Path(__file__).with_name("popolo.schema.json").read_text("utf-8"))


def popolo(*records: Any) -> dict[str, Any]:  # noqa: ANN401 - any records
    read: dict[str, Any] = json.loads(popolo_file(corpus(*records)))
    return read


@pytest.mark.parametrize("made", [lambda: load_corpus(RECORDS), armed_corpus], ids=["made up", "hostile"])
def test_it_has_the_shape_of_the_specification(made: Any) -> None:  # noqa: ANN401 - either way
    whole = made()
    read = json.loads(popolo_file(whole))
    checked = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    Draft202012Validator.check_schema(SCHEMA)
    assert [error.message for error in checked.iter_errors(read)] == []
    sessions = sum(len(one.sessions) for one in whole.forums.values())
    assert len(read["persons"]) == len(whole.speakers)
    assert len(read["organizations"]) == len(whole.organizations)
    assert len(read["events"]) == len(whole.forums) + sessions
    assert len(read["memberships"]) == sum(len(one.memberships) for one in whole.speakers.values())


def test_every_id_that_is_named_is_there() -> None:
    read = json.loads(popolo_file(load_corpus(RECORDS)))
    people, bodies, events = (
        {one["id"] for one in read[kind]} for kind in ("persons", "organizations", "events")
    )
    assert {one["person_id"] for one in read["memberships"]} <= people
    assert {one["organization_id"] for one in read["memberships"]} <= bodies
    assert {one["parent_id"] for one in read["organizations"] if "parent_id" in one} <= bodies
    for event in read["events"]:
        assert event.get("organization_id", min(bodies)) in bodies
        assert event.get("parent_id", min(events)) in events
        assert {who["person_id"] for who in event.get("attendees", [])} <= people


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
    assert first["attendees"] == exact["attendees"] == [{"person_id": "p"}]
    assert doubtful["start_date"] == "2024"
    assert "end_date" not in doubtful
    assert read["memberships"][0]["start_date"] == "2023-04"
