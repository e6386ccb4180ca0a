"""What content/vocabulary.yml says: the words that records choose from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from generator.models.classifications import DocumentKind, ForumKind, OrganizationKind, SessionKind
from generator.models.ids import Id, StatusId
from generator.models.labelled import Labelled
from generator.models.licences import LicenceWord
from generator.models.lists import Few, Many, NotEmpty
from generator.models.model import Model, wrong
from generator.models.parts import Line
from generator.models.registers import Register
from generator.models.relations import RelationKind
from generator.models.shipped import shipped_words
from generator.models.texts import Prose, Text, as_text
from generator.models.units import Unit
from generator.models.values import Count, Flag
from generator.models.warning_names import Silenced
from generator.parsing.messages import message


class Topic(Labelled):
    """What a proposal is about."""

    description: Prose | None = None


MOST_STATUSES = 120
"""A table of the statistics has a column for each, and a row for each topic."""

MOST_NEXT = 12
"""The page of statuses names all of them for each."""

Color = Literal["grey", "violet", "amber", "teal", "blue", "green", "red"]
"""Colours that can be read on light and dark paper."""

Mark = Literal["empty", "dot", "quarter", "half", "three-quarters", "done", "crossed"]


class Status(Labelled):
    """How far a proposal has come."""

    description: Prose
    mark: Annotated[Mark, BeforeValidator(as_text)]
    """The sign beside the word, which survives greyscale."""
    color: Annotated[Color, BeforeValidator(as_text)] | None = None
    """The colour of the word and its sign; unless written, the one that goes with the sign."""
    step: Count
    """How many steps of `steps` are reached with this status, from 0."""
    next: Annotated[tuple[StatusId, ...], Field(max_length=MOST_NEXT)] = ()
    """The statuses that may follow; the same one again may always follow."""
    first: Flag = False
    """Whether a history may begin with it."""
    closed: Flag = False
    """Whether nothing more is awaited, so that silence means nothing."""

    @property
    def shown_color(self) -> Color:
        return self.color or _COLORS[self.mark]


_COLORS: Mapping[Mark, Color] = {
    "empty": "grey",
    "dot": "violet",
    "quarter": "amber",
    "half": "teal",
    "three-quarters": "blue",
    "done": "green",
    "crossed": "red",
}


class Role(Labelled):
    """What somebody does at a forum."""

    organizes: Flag = False
    """Whether it is an organizer's role and not a contributor's."""


class Series(Model):
    """Forums that belong together, one after the other."""

    id: Id
    name: Text


class Alias(Model):
    """Words that mean the same to whoever searches: `LLM` and `거대언어모델`."""

    words: Annotated[Few[Line], NotEmpty]
    """In any language; who looks for one of them finds the records that have another."""

    @model_validator(mode="after")
    def _says_more_than_one_word(self) -> Self:
        if len({word.casefold() for word in self.words}) < 2:
            raise wrong(message("alias.alone"))
        return self


class Vocabulary(Model):
    """What content/vocabulary.yml says: the words that records choose from."""

    path: ClassVar[str] = "content/vocabulary.yml"

    topics: Annotated[Many[Topic], NotEmpty]
    statuses: Annotated[tuple[Status, ...], Field(min_length=1, max_length=MOST_STATUSES)]
    steps: Annotated[Few[Text], NotEmpty]
    """The names of the steps in a proposal's step bar, in order."""
    roles: Annotated[Many[Role], NotEmpty]
    series: Many[Series] = ()
    aliases: Many[Alias] = ()
    forum_kinds: Annotated[Many[ForumKind], NotEmpty] = Field(
        default_factory=shipped_words("forum_kinds", ForumKind)
    )
    """What a forum can be. This list and those below are the shipped ones unless they are written."""
    session_kinds: Annotated[Many[SessionKind], NotEmpty] = Field(
        default_factory=shipped_words("session_kinds", SessionKind)
    )
    organization_kinds: Annotated[Many[OrganizationKind], NotEmpty] = Field(
        default_factory=shipped_words("organization_kinds", OrganizationKind)
    )
    document_kinds: Annotated[Many[DocumentKind], NotEmpty] = Field(
        default_factory=shipped_words("document_kinds", DocumentKind)
    )
    """One with the id `other` is what a document is that does not say its type."""
    units: Many[Unit] = Field(default_factory=shipped_words("units", Unit))
    relations: Many[RelationKind] = Field(default_factory=shipped_words("relations", RelationKind))
    registers: Many[Register] = Field(default_factory=shipped_words("registers", Register))
    """In which others number people, bodies and proposals."""
    licences: Many[LicenceWord] = Field(default_factory=shipped_words("licences", LicenceWord))
    """Terms that have no id in SPDX."""
    silence: Silenced = ()
    """Names of warnings that `check` does not give of this file."""
