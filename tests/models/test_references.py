from collections.abc import Iterator
from typing import get_args, get_type_hints

import pytest
from pydantic import BaseModel

from generator.models import RECORD_KINDS, Vocabulary
from generator.models.ids import Names
from generator.models.model import Model
from generator.models.references import Reference, references_of
from generator.models.word_lists import WORD_LISTS
from generator.parsing.yaml_parser import Tree
from tests.support.small_corpus import (
    forum,
    organization,
    proposal,
    session,
    source,
    speaker,
    step,
    vocabulary,
)


def test_every_id_is_found_with_its_field() -> None:
    record = proposal(
        proposers=[{"person": "p", "organization": "o"}, {"forum": "f"}],
        addressees=["o2", {"person": "p2"}, {"name": "x"}],
        topics=["a", "b"],
        history=[step(), {"date": "2024", "status": "adopted", "actor": "o3", "sources": [{"source": "s2"}]}],
        relations=[{"type": "amends", "proposal": "f-2"}],
    )
    assert set(references_of(record)) == {
        Reference(("forum",), "forums", "f"),
        Reference(("proposers", 0, "person"), "speakers", "p"),
        Reference(("proposers", 0, "organization"), "organizations", "o"),
        Reference(("proposers", 1, "forum"), "forums", "f"),
        Reference(("addressees", 0, "organization"), "organizations", "o2"),
        Reference(("addressees", 1, "person"), "speakers", "p2"),
        Reference(("topics", 0), "topics", "a"),
        Reference(("topics", 1), "topics", "b"),
        Reference(("history", 0, "status"), "statuses", "proposed"),
        Reference(("history", 0, "sources", 0, "source"), "sources", "s"),
        Reference(("history", 1, "status"), "statuses", "adopted"),
        Reference(("history", 1, "actor", "organization"), "organizations", "o3"),
        Reference(("history", 1, "sources", 0, "source"), "sources", "s2"),
        Reference(("relations", 0, "type"), "relations", "amends"),
        Reference(("relations", 0, "proposal"), "proposals", "f-2"),
        Reference(("sources", 0, "source"), "sources", "s"),
    }


def test_ids_deep_in_a_forum_are_found() -> None:
    statement: Tree = {"kind": "view", "text": "x", "topics": ["t"], "sources": ["s2"]}
    contribution: Tree = {"person": "p", "role": "presenter", "statements": [statement]}
    record = forum(series="a", sessions=[session(contributions=[contribution])])
    found = {(reference.target, reference.id) for reference in references_of(record)}
    assert found == {
        ("series", "a"), ("speakers", "p"), ("roles", "presenter"), ("topics", "t"), ("sources", "s"),
        ("sources", "s2"), ("forum_kinds", "hearing"), ("session_kinds", "presentation"),
    }  # fmt: skip


def test_an_id_of_its_own_names_nobody() -> None:
    assert list(references_of(source())) == []
    assert [one.target for one in references_of(organization())] == ["organization_kinds"]
    assert [one.id for one in references_of(speaker(memberships=[{"organization": "o"}]))] == ["o"]
    assert {reference.target for reference in references_of(vocabulary())} == {"statuses"}


def annotations_within(annotation: object) -> Iterator[object]:
    yield annotation
    for part in (*get_args(annotation), *getattr(annotation, "__metadata__", ())):
        yield from annotations_within(part)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for hint in get_type_hints(annotation, include_extras=True).values():
            yield from annotations_within(hint)


@pytest.mark.parametrize("model", [Vocabulary, *RECORD_KINDS.values()], ids=lambda model: str(model.__name__))
def test_what_is_named_is_a_kind_of_record_or_a_list_of_words(model: type[Model]) -> None:
    targets = {part.target for part in annotations_within(model) if isinstance(part, Names)}
    assert targets <= {*RECORD_KINDS, *WORD_LISTS}
