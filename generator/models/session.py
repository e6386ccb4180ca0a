"""A part of a forum's programme, and what somebody contributed to it."""

from __future__ import annotations

from typing import Annotated, Literal

from generator.models.ids import Id, SessionKindId
from generator.models.lists import Few, Many
from generator.models.model import Model
from generator.models.parts import Citation, Participant
from generator.models.texts import Choice, Prose, Text
from generator.models.topics import Topics
from generator.models.values import Clock, Date


class Statement(Model):
    """What somebody said that asks nobody for anything: an assessment, or a promise by who can keep it."""

    kind: Annotated[Literal["view", "commitment"], Choice]
    text: Text
    topics: Topics = ()
    sources: Few[Citation] = ()


class Contribution(Participant):
    """Somebody's part in a session."""

    title: Text | None = None
    summary: Prose | None = None
    statements: Many[Statement] = ()
    sources: Few[Citation] = ()


class Session(Model):
    """A part of a forum's programme."""

    id: Id
    name: Text
    classification: SessionKindId
    date: Date | None = None
    """The day, where a forum lasts several."""
    start_time: Clock | None = None
    end_time: Clock | None = None
    """An hour that is earlier than the beginning is the next day's."""
    room: Text | None = None
    """The room, where a forum uses several."""
    track: Id | None = None
    """The id of one of the forum's tracks."""
    venue: Id | None = None
    """The id of one of the forum's venues."""
    abstract: Prose | None = None
    contributions: Many[Contribution] = ()
