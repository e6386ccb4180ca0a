"""A part of a forum's programme, and what somebody contributed to it."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import model_validator

from generator.models.document import Attachment
from generator.models.ids import Id, SessionKindId
from generator.models.lists import Few, Many
from generator.models.model import Model, wrong
from generator.models.parts import Citation, Line, Participant, Party
from generator.models.texts import Choice, Prose, Text
from generator.models.topics import Topics
from generator.models.values import Clock, Date, LanguageTag, StartClock
from generator.parsing.messages import message


class Statement(Model):
    """What somebody said that asks nobody for anything: an assessment, or a promise by who can keep it."""

    kind: Annotated[Literal["view", "commitment"], Choice]
    text: Text
    topics: Topics = ()
    sources: Few[Citation] = ()


class CoSpeaker(Party):
    """Who gives a talk together with the first of its speakers, with the post held *then*."""

    name: Text | None = None
    """Who it was, where the source names nobody: "a resident"."""
    position: Text | None = None
    as_printed: Line | None = None
    """The name as the source prints it, where it differs."""
    note: Text | None = None
    """What is uncertain about it."""

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        _name_or_person(self.name, self)
        return self


class Contribution(Participant):
    """Somebody's part in a session; one with an id and a title is a talk, which has a page of its own."""

    id: Id | None = None
    """The end of its page's address, which never changes."""
    name: Text | None = None
    """Who it was, where the source names nobody: "a resident"; the organization may be known."""
    co_speakers: Few[CoSpeaker] = ()
    """Who gave it too."""
    title: Text | None = None
    abstract: Prose | None = None
    """What was announced; what was said stands in the summary."""
    language: LanguageTag | None = None
    """The language that was spoken."""
    start_time: StartClock | None = None
    """Within the hours of its session."""
    end_time: Clock | None = None
    summary: Prose | None = None
    statements: Many[Statement] = ()
    documents: Few[Attachment] = ()
    """Its slides, its paper, its recording."""
    sources: Few[Citation] = ()

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        _name_or_person(self.name, self)
        return self

    @property
    def is_talk(self) -> bool:
        """Whether it has a page of its own."""
        return self.id is not None and self.title is not None

    @property
    def speakers(self) -> tuple[Contribution | CoSpeaker, ...]:
        """All who gave it, the first of them first."""
        return (self, *self.co_speakers)


def _name_or_person(name: Text | None, who: Party) -> None:
    """A name stands for a person who is not known; whom it stands for has no record."""
    if name is None and not (who.person or who.organization):
        raise wrong(message("party.nobody_or_name"))
    if name is not None and who.person:
        raise wrong(message("party.name_and_person"))


class Session(Model):
    """A part of a forum's programme."""

    id: Id
    name: Text
    classification: SessionKindId
    date: Date | None = None
    """The day, where a forum lasts several."""
    start_time: StartClock | None = None
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
