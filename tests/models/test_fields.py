"""What the models say of their fields: kind, part, list, choices, what an id names, and the docstring."""

from __future__ import annotations

import pytest

from generator.models import RECORD_KINDS, Figure, Forum, Proposal, Site, Speaker, Step, Vocabulary
from generator.models.fields import Described, fields_of, written_fields_of
from generator.models.model import Model
from generator.models.proposal import Somebody


def field(model: type[Model], name: str) -> Described:
    return next(held for held in fields_of(model) if held.name == name)


@pytest.mark.parametrize(
    ("model", "name", "kind"),
    [
        (Forum, "id", "id"),
        (Forum, "name", "text"),
        (Forum, "abstract", "prose"),
        (Forum, "start_date", "date"),
        (Forum, "end_date", "date"),
        (Forum, "start_time", "time"),
        (Forum, "classification", "id"),
        (Forum, "day_part", "choice"),
        (Forum, "venue", "part"),
        (Speaker, "image", "file"),
        (Figure, "value", "number"),
        (Proposal, "redirect_from", "id"),
        (Site, "address", "address"),
        (Site, "quiet_months", "count"),
    ],
)
def test_kinds(model: type[Model], name: str, kind: str) -> None:
    assert field(model, name).kind == kind


def test_lists_parts_and_targets() -> None:
    topics, history, actor = field(Proposal, "topics"), field(Proposal, "history"), field(Step, "actor")
    assert (topics.several, topics.needed, topics.target, topics.part) == (True, True, "topics", None)
    assert (history.several, history.part) == (True, Step)
    assert (actor.several, actor.needed, actor.part) == (False, False, Somebody)
    assert field(Proposal, "session").target is None
    assert field(Proposal, "forum").target == "forums"
    assert field(Vocabulary, "series").needed is False


def test_choices_and_meanings() -> None:
    assert field(Forum, "day_part").choices == ("morning", "afternoon", "evening")
    assert field(Proposal, "checked").meaning == "When somebody last looked for what became of it."
    assert field(Proposal, "title").meaning is None


@pytest.mark.parametrize("kind", RECORD_KINDS.values())
def test_the_id_comes_first_and_what_all_records_have_comes_last(kind: type[Model]) -> None:
    names = [held.name for held in fields_of(kind)]
    assert names[0] == "id"
    assert names[-7:] == [
        "sources", "notes", "revisions", "translation", "redirect_from", "silence", "license",
    ]  # fmt: skip
    written = [held.name for held in written_fields_of(kind)]
    assert written == [*names, "draft", "embargo"]
    assert sorted(written) == sorted(kind.model_fields)
