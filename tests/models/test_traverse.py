"""Values of a kind are found however deep, with their fields."""

from __future__ import annotations

from generator.models import Proposal, Prose, Text
from generator.models.date import Day
from generator.models.traverse import values_of
from tests.support.small_corpus import forum

PROPOSAL = Proposal.model_validate(
    {
        "id": "a-1",
        "forum": "a",
        "title": {"ko": "가"},
        "abstract": "b",
        "proposers": [{"person": "p"}],
        "topics": ["t"],
        "history": [{"date": "2025-07-16", "status": "s", "note": {"en": "c"}}],
        "checked": "2026",
    }
)


def test_the_first_of_several_venues_is_met_once() -> None:
    held = forum(venues=[{"name": "가"}, {"name": "나"}])
    assert [field for field, _ in values_of(held, Text)] == [
        ("name",),
        ("venues", 0, "name"),
        ("venues", 1, "name"),
    ]
    assert [field for field, _ in values_of(forum(venue={"name": "가"}), Text)] == [
        ("name",),
        ("venue", "name"),
    ]


def test_days_with_their_fields() -> None:
    assert [(field, str(day)) for field, day in values_of(PROPOSAL, Day)] == [
        (("history", 0, "date"), "2025-07-16"),
        (("checked",), "2026"),
    ]


def test_prose_is_text_too() -> None:
    assert [field for field, _ in values_of(PROPOSAL, Prose)] == [("abstract",), ("history", 0, "note")]
    assert {field for field, _ in values_of(PROPOSAL, Text)} == {
        ("title",),
        ("abstract",),
        ("history", 0, "note"),
    }


def test_nothing_is_in_nothing() -> None:
    assert list(values_of(None, Text)) == []
