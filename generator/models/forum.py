"""A forum: when and where, who, its programme, the figures cited and its documents."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator

from generator.models.document import Attachment
from generator.models.ids import ForumKindId, SeriesId
from generator.models.lists import MOST_CONTRIBUTIONS, Few, Many
from generator.models.model import Model, wrong
from generator.models.parts import Citation, NameNotes, Participant, Record
from generator.models.session import Session
from generator.models.texts import Choice, Prose, Text
from generator.models.values import Clock, Date, Number
from generator.parsing.messages import message


class Venue(Model):
    """Where a forum is held."""

    name: Text
    room: Text | None = None
    address: Text | None = None


def _as_programme(sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    found = sum(len(session.contributions) for session in sessions)
    if found > MOST_CONTRIBUTIONS:
        raise wrong(message("field.contributions", found=found, most=MOST_CONTRIBUTIONS))
    return sessions


class Figure(Model):
    """A number that was cited at a forum."""

    label: Text
    value: Number
    scale: Annotated[Literal["thousand", "million", "billion", "trillion"], Choice] | None = None
    unit: Annotated[Literal["KRW", "USD", "percent", "rank", "people", "companies", "years", "count"], Choice]
    qualifier: Annotated[Literal["approx", "at-least", "at-most", "planned"], Choice] | None = None
    note: Text | None = None
    sources: Few[Citation] = ()


class Forum(Record):
    """An event at which proposals were made."""

    folder: ClassVar[str] = "forums"

    name: Text
    name_notes: NameNotes | None = None
    classification: ForumKindId
    start_date: Date
    end_date: Date | None = None
    start_time: Clock | None = None
    end_time: Clock | None = None
    day_part: Annotated[Literal["morning", "afternoon", "evening"], Choice] | None = None
    """Where the source gives no hour."""
    venue: Venue | None = None
    organizers: Many[Participant] = ()
    series: SeriesId | None = None
    abstract: Prose | None = None
    highlights: Many[Text] = ()
    """The forum at a glance, one sentence each."""
    sessions: Annotated[Many[Session], AfterValidator(_as_programme)] = ()
    figures: Many[Figure] = ()
    documents: Many[Attachment] = ()
