"""The base of every part of a record, and the errors that its fields raise."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict
from pydantic_core import PydanticCustomError

from generator.parsing.messages import Message, message


class Model(BaseModel):
    """A part of a record: frozen, and refusing every field that it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


def wrong(reason: Message) -> PydanticCustomError:
    """A validation error with our message in its context; Pydantic writes no text of it."""
    return PydanticCustomError("wrong", "see the reason", {"reason": reason})


def reason_of(error: PydanticCustomError) -> Message:
    """The message of an error that `wrong` made."""
    reason: Message = (error.context or {})["reason"]
    return reason


def kind_of_value(value: object) -> Message:
    if isinstance(value, list):
        return message("kind.list")
    return message("kind.map" if isinstance(value, dict) else "kind.nothing")
