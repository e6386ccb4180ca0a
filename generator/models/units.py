"""The units of figures, and how an amount of each is written."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from generator.models.ids import LONGEST_ID, Names
from generator.models.labelled import Labelled
from generator.models.model import wrong
from generator.models.texts import Text, as_line, as_text
from generator.models.values import Flag
from generator.parsing.messages import message

UNIT_PATTERN = "[A-Za-z0-9]+(-[A-Za-z0-9]+)*"

PLACE = "{number}"
"""Where the number stands in a pattern."""


def as_unit_id(value: object) -> str:
    """The id of a unit may have capital letters, since currencies are known as KRW and USD."""
    text = as_text(value)
    if re.search("[ㄱ-ㆎ가-힣]", text):
        raise wrong(message("unit.korean", text=text))
    if not re.fullmatch(UNIT_PATTERN, text):
        raise wrong(message("unit.id", text=text))
    if len(text) > LONGEST_ID:
        raise wrong(message("id.long", text=text, length=len(text), most=LONGEST_ID))
    return text


AnyUnitId = Annotated[
    str, BeforeValidator(as_unit_id), WithJsonSchema({"type": "string", "pattern": f"^{UNIT_PATTERN}$"})
]
"""The id of a unit, such as `KRW` or `people`."""

UnitId = Annotated[AnyUnitId, Names("units")]


class AmountPattern(Text):
    """How an amount is written in each language, with `{number}` where the number stands."""

    @classmethod
    def _read(cls, value: object) -> str:
        text = as_line(value)
        if text.count(PLACE) != 1:
            raise wrong(message("unit.pattern", text=text))
        return text


class Unit(Labelled):
    """A unit in which figures are given, such as a currency."""

    id: AnyUnitId
    amount: AmountPattern
    """How an amount is written, such as `{number} people`."""
    one: AmountPattern | None = None
    """How one of it is written, where that differs, such as `{number} person`."""
    ordinal: Flag = False
    """Whether English counts it as a place in an order: `6th`."""
