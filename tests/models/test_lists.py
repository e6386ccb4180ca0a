"""Every list of a model has a bound, and what is at its bound is sound."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_origin

import pytest
from annotated_types import MaxLen

from generator.corpus.load import load_corpus
from generator.models.fields import fields_of
from generator.models.kinds import CONTENT_MODELS
from generator.models.lists import MANY
from generator.models.model import Model
from tests.support.longest_records import SOUND, write_case


def models_below(model: type[Model]) -> Iterator[type[Model]]:
    yield model
    for held in fields_of(model):
        if held.part:
            yield from models_below(held.part)


MODELS = sorted(
    {found for model in CONTENT_MODELS.values() for found in models_below(model)},
    key=lambda model: model.__name__,
)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: str(model.__name__))
def test_every_list_has_a_bound(model: type[Model]) -> None:
    bounds = {
        name: [limit.max_length for limit in field.metadata if isinstance(limit, MaxLen)]
        for name, field in model.model_fields.items()
        if get_origin(field.annotation) is tuple
    }
    assert bounds.keys() == {held.name for held in fields_of(model) if held.several}
    assert all(0 < min(found, default=0) <= MANY for found in bounds.values()), bounds


@pytest.mark.parametrize("case", sorted(SOUND.keys() - {"relations", "parents"}))
def test_lists_as_long_as_is_allowed_are_sound(case: str, tmp_path: Path) -> None:
    write_case(case, tmp_path / "content")
    assert load_corpus(tmp_path / "content").proposals
