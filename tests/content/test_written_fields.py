"""A problem stands at the entry that was written, wherever the model keeps it."""

from __future__ import annotations

import pytest

from generator.corpus.written_fields import as_written
from generator.models import Forum
from generator.parsing.problems import Field
from generator.parsing.yaml_parser import Tree

ONE: Tree = {"organizers": [{"organization": "a", "other_organizations": ["b"]}]}
SEVERAL: Tree = {"organizers": [{"organization": ["a", "b"]}], "name": ["x"]}


@pytest.mark.parametrize(
    ("tree", "field", "written"),
    [
        (SEVERAL, ("organizers", 0, "organization"), ("organizers", 0, "organization", 0)),
        (SEVERAL, ("organizers", 0, "other_organizations", 0), ("organizers", 0, "organization", 1)),
        (SEVERAL, ("organizers", 0, "other_organizations"), ("organizers", 0, "organization")),
        (SEVERAL, ("organizers", 0, "role"), ("organizers", 0, "role")),
        (SEVERAL, ("name", "ko"), ("name", "ko")),
        (SEVERAL, ("sessions", 3, "nothing"), ("sessions", 3, "nothing")),
        (ONE, ("organizers", 0, "organization"), ("organizers", 0, "organization")),
        (ONE, ("organizers", 0, "other_organizations", 0), ("organizers", 0, "other_organizations", 0)),
    ],
)
def test_where_it_is_written(tree: Tree, field: Field, written: Field) -> None:
    assert as_written(Forum, tree, field) == written
