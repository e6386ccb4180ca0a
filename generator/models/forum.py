"""A forum: when and where, who, its programme, the figures cited and its documents."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, ValidationError, ValidationInfo, model_validator
from pydantic_core import PydanticCustomError

from generator.models.date import Day
from generator.models.document import Attachment
from generator.models.ids import ForumKindId, SeriesId
from generator.models.lists import MOST_CONTRIBUTIONS, Few, Many
from generator.models.model import Model, wrong
from generator.models.occasion import CALLED_OFF, Attendance, ForumStatus, Online, Track, Venue
from generator.models.parts import Citation, NameNotes, Participant, Record
from generator.models.session import Session
from generator.models.texts import Choice, Prose, Text
from generator.models.time_zones import TimeZone
from generator.models.units import UnitId
from generator.models.values import Clock, Date, Number, StartClock, as_day
from generator.parsing.messages import message


def _as_programme(sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    found = sum(len(one.speakers) for session in sessions for one in session.contributions)
    if found > MOST_CONTRIBUTIONS:
        raise wrong(message("field.contributions", found=found, most=MOST_CONTRIBUTIONS))
    return sessions


_SOME_DAY = Day(2000, 1, 1)
"""Of a forum with wrong days, which no page is made of."""


def _as_days(dates: tuple[Day, ...], info: ValidationInfo) -> tuple[Day, ...]:
    """No days are as good as none written, if the first is known otherwise."""
    if not dates and info.data.get("start_date") is _SOME_DAY:
        raise wrong(message("field.empty_list"))
    return dates


class Figure(Model):
    """A number that was cited at a forum."""

    label: Text
    value: Number
    scale: Annotated[Literal["thousand", "million", "billion", "trillion"], Choice] | None = None
    unit: UnitId
    qualifier: Annotated[Literal["approx", "at-least", "at-most", "planned"], Choice] | None = None
    note: Text | None = None
    sources: Few[Citation] = ()


class Forum(Record):
    """An event at which proposals were made."""

    folder: ClassVar[str] = "forums"

    name: Text
    name_notes: NameNotes | None = None
    classification: ForumKindId
    status: ForumStatus | None = None
    """Whether it is held: announced before its day and held after it, unless written."""
    start_date: Date
    end_date: Date | None = None
    dates: Annotated[Few[Date], AfterValidator(_as_days)] = ()
    """The days, where they do not follow each other; the first and the last are then known from them."""
    start_time: StartClock | None = None
    end_time: Clock | None = None
    """An hour that is earlier than the beginning is the next day's."""
    day_part: Annotated[Literal["morning", "afternoon", "evening"], Choice] | None = None
    """Where the source gives no hour."""
    timezone: TimeZone | None = None
    """The zone of the hours; the one of site.yml unless written."""
    attendance: Annotated[Attendance, Choice] | None = None
    """Whether people come to a place, meet online, or both."""
    venue: Venue | None = None
    """The place, or the first of several."""
    venues: Few[Venue] = ()
    """The places, where there are several."""
    online: Online | None = None
    organizers: Many[Participant] = ()
    series: SeriesId | None = None
    abstract: Prose | None = None
    highlights: Many[Text] = ()
    """The forum at a glance, one sentence each."""
    tracks: Few[Track] = ()
    sessions: Annotated[Many[Session], AfterValidator(_as_programme)] = ()
    figures: Many[Figure] = ()
    documents: Many[Attachment] = ()

    @model_validator(mode="before")
    @classmethod
    def _first_of_several(cls, value: object) -> object:
        """The first and the last of the days, and the first of the venues, stand in their own fields too."""
        if not isinstance(value, dict):
            return value
        filled = dict(value)
        if (dates := value.get("dates")) is not None:
            first, last = _ends_of(dates if isinstance(dates, list | tuple) else ())
            filled |= {} if value.get("start_date") else {"start_date": first}
            filled |= {} if value.get("end_date") else {"end_date": last}
        if isinstance(venues := value.get("venues"), list | tuple) and venues and not value.get("venue"):
            with suppress(ValidationError):  # it has a problem of its own
                filled["venue"] = Venue.model_validate(venues[0])
        return filled

    @model_validator(mode="after")
    def _written_once(self) -> Self:
        """The first of several venues counts as written among them alone, and nothing is told of it twice."""
        if self.venues and self.venue == self.venues[0]:
            self.model_fields_set.discard("venue")
        return self

    @property
    def places(self) -> tuple[Venue, ...]:
        """All venues."""
        return self.venues or ((self.venue,) if self.venue else ())

    @property
    def called_off(self) -> ForumStatus | None:
        """The status of a forum of which the record says that nothing takes place on its days."""
        return self.status if self.status and self.status.value in CALLED_OFF else None

    def venue_of(self, session: Session) -> Venue | None:
        """The venue that a session names."""
        return next((place for place in self.places if place.id and place.id == session.venue), None)

    def track_of(self, session: Session) -> Track | None:
        """The track that a session names."""
        return next((track for track in self.tracks if track.id == session.track), None)


def _ends_of(dates: Sequence[object]) -> tuple[Day, Day | None]:
    """The first and, of several, the last of those that are dates; what is none has a problem of its own."""
    days = []
    for written in dates:
        try:
            days.append(as_day(written))
        except PydanticCustomError:
            continue
    return (days[0] if days else _SOME_DAY), (days[-1] if len(days) > 1 else None)
