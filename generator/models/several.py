"""Where one is usual and several are possible: a field that takes one value, or a list of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pydantic import model_validator

from generator.models.model import Model, wrong
from generator.parsing.messages import message


class OneOrSeveral(Model):
    """A part where a list may stand for one value: its first entry stays, the others get their own field."""

    others: ClassVar[Mapping[str, str]] = {}
    """The field that takes one value or a list → the field that holds all but the first."""

    @model_validator(mode="before")
    @classmethod
    def _first_and_others(cls, value: object) -> object:
        """An empty list is as good as nothing written."""
        if not isinstance(value, dict):
            return value
        taken = dict(value)
        for one, rest in cls.others.items():
            listed = value.get(one)
            if value.get(rest) and (not listed or isinstance(listed, list)):
                raise wrong(message("field.several_in_one", one=one, rest=rest))
            if isinstance(listed, list):
                taken.pop(one)
                taken |= {one: listed[0], rest: listed[1:]} if listed else {}
        return taken
