"""Whether a forum is held, and where: its status, its venues, its addresses online, its tracks."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import model_validator

from generator.models.ids import ForumId, Id
from generator.models.lists import Few
from generator.models.model import Model
from generator.models.parts import Citation, Link
from generator.models.texts import Choice, Text
from generator.models.values import Date, WebAddress

ForumStatusWord = Literal["announced", "held", "postponed", "cancelled"]

CALLED_OFF: tuple[ForumStatusWord, ...] = ("postponed", "cancelled")
"""Nothing takes place on the days of such a forum."""

Attendance = Literal["in-person", "online", "hybrid"]


class ForumStatus(Model):
    """Whether a forum is held; a plain word is its value alone."""

    value: Annotated[ForumStatusWord, Choice]
    date: Date | None = None
    """The day on which it was put off or called off."""
    note: Text | None = None
    """Why, as the source says."""
    sources: Few[Citation] = ()
    instead: ForumId | None = None
    """The forum that is held in its place."""

    @model_validator(mode="before")
    @classmethod
    def _plain_word(cls, value: object) -> object:
        return {"value": value} if isinstance(value, str) else value


class Venue(Model):
    """Where a forum is held."""

    id: Id | None = None
    """By which sessions name it, where a forum has several."""
    name: Text
    room: Text | None = None
    address: Text | None = None


class Online(Model):
    """The addresses of a forum online."""

    url: WebAddress | None = None
    """Where it is joined."""
    registration: WebAddress | None = None
    """Where to register."""
    recordings: Few[Link] = ()
    """Where it can be watched afterwards."""


class Track(Model):
    """A strand of a programme whose sessions run at the same time as those of others."""

    id: Id
    name: Text
