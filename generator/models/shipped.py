"""The lists of words that are shipped, for an archive whose vocabulary.yml does not have its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib import resources
from typing import TypeVar

from generator.models.model import Model
from generator.parsing.yaml_parser import Tree, parse_yaml

ShippedWord = TypeVar("ShippedWord", bound=Model)

SHIPPED = resources.files("generator.models") / "shipped_vocabulary.yml"
"""Written like content/vocabulary.yml; a list that is written there takes the place of the list here."""


@cache
def shipped_lists() -> Mapping[str, Tree]:
    """Name of the list → its entries, as they are written."""
    tree = parse_yaml(SHIPPED.read_text(encoding="utf-8"), SHIPPED.name).tree
    return tree if isinstance(tree, dict) else {}


def shipped_words(name: str, kind: type[ShippedWord]) -> Callable[[], tuple[ShippedWord, ...]]:
    """What a list of the vocabulary is that nobody wrote."""

    @cache
    def words() -> tuple[ShippedWord, ...]:
        written = shipped_lists()[name]
        return tuple(map(kind.model_validate, written if isinstance(written, list) else ()))

    return words
