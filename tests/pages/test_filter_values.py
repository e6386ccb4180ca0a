"""What tells the addressees of proposals apart in filters, statistics and addresses."""

from __future__ import annotations

from generator.exports.data.cells import ids_in_brief
from generator.models import Addressee, Proposal
from generator.models.fields import fields_of
from generator.pages.filter_values import addressee_key
from generator.parsing.yaml_parser import Tree

ASKED: tuple[Tree, ...] = (
    "city-hall",
    {"person": "city-hall"},
    {"name": "city-hall"},
    {"name": "x|city-hall"},
    {"name": "x%7Ccity-hall"},
    {"name": {"ko": "한별시청", "en": "City Hall"}},
)
KEYS = [addressee_key(Addressee.model_validate(one)) for one in ASKED]


def test_a_name_never_counts_as_an_id_nor_a_person_as_an_organization() -> None:
    assert KEYS == [
        "city-hall", "person:city-hall", "name:city-hall", "name:x%7Ccity-hall", "name:x%257Ccity-hall",
        "name:한별시청",
    ]  # fmt: skip


def test_values_can_be_parted_again() -> None:
    assert "|".join(KEYS).split("|") == KEYS


def test_nor_does_it_among_the_ids_of_a_table() -> None:
    held = next(held for held in fields_of(Proposal) if held.name == "addressees")
    asked = [Addressee.model_validate(one) for one in ("city-hall", {"name": "city-hall"}, {"name": "a; b"})]
    assert ids_in_brief(held, asked) == "city-hall; name:city-hall; name:a%3B b"
