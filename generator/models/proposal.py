"""A proposal: by whom, to whom, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Self

from pydantic import Field, model_validator

from generator.models.ids import ForumId, Id, OrganizationId, ProposalId, RelationKindId, SpeakerId, StatusId
from generator.models.lists import ASKED, ASKING, Few, Many, NotEmpty
from generator.models.model import Model, wrong
from generator.models.parts import Citation, Identifier, Party, Record
from generator.models.several import OneOrSeveral
from generator.models.texts import Prose, Text
from generator.models.topics import Topics
from generator.models.values import Date, Flag
from generator.parsing.messages import message


class Proposer(Party):
    """Who proposes: a person, an organization, a person for an organization, or the forum as a whole."""

    forum: ForumId | None = None
    uncertain: Flag = False
    """Whether the source leaves open who it was, such as which of the forum's participants."""
    note: Text | None = None
    """What is to be known of it, such as that several proposed it together."""

    @model_validator(mode="after")
    def _names_somebody(self) -> Self:
        named = self.person or self.organization
        if bool(named) == bool(self.forum):
            raise wrong(message("proposer.who"))
        return self


class Somebody(Model):
    """A person or an organization of our records, or anybody by name; a plain id names an organization."""

    person: SpeakerId | None = None
    organization: OrganizationId | None = None
    name: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _plain_id(cls, value: object) -> object:
        return {"organization": value} if isinstance(value, str) else value

    @model_validator(mode="after")
    def _is_one(self) -> Self:
        if sum(who is not None for who in (self.person, self.organization, self.name)) != 1:
            raise wrong(message("party.only_one"))
        return self


class Addressee(Somebody):
    """Who is asked to act."""

    uncertain: Flag = False
    """Whether the source leaves it open that they are meant."""


class Step(OneOrSeveral):
    """What happened to a proposal on a day; the status of the last one is the proposal's."""

    others: ClassVar[Mapping[str, str]] = {"actor": "other_actors"}

    id: Id | None = None
    """Its name within the history, which never changes: feeds and links know the step by it."""
    date: Date
    status: StatusId
    note: Prose | None = None
    actor: Somebody | None = None
    """Who did it: one, or a list of several; the first of a list is kept here."""
    other_actors: Few[Somebody] = ()
    """All but the first of the list at `actor`."""
    response: Flag = False
    """Whether it is the answer of those who were asked."""
    sources: Few[Citation] = ()
    formerly: StatusId | None = None
    """The status that the step was published with, where that was corrected."""

    @property
    def actors(self) -> tuple[Somebody, ...]:
        """Everybody who did it."""
        return (self.actor, *self.other_actors) if self.actor else ()


class Withdrawal(Model):
    """That those who made a proposal took it back; its page stays."""

    date: Date
    note: Prose | None = None
    """Why, and what is to be known of it."""
    sources: Few[Citation] = ()


class Relation(Model):
    """How a proposal stands to another."""

    type: RelationKindId
    proposal: ProposalId
    note: Text | None = None


class Proposal(Record):
    """Something that somebody was asked to do, and what became of it."""

    folder: ClassVar[str] = "proposals"

    identifier: Id | None = None
    """What the proposal is cited by; the record's id unless written."""
    identifiers: Few[Identifier] = ()
    """What it became elsewhere: the number of a bill, a budget line, a petition."""
    forum: ForumId
    session: Id | None = None
    title: Text
    abstract: Prose
    rationale: Prose | None = None
    proposers: Annotated[tuple[Proposer, ...], Field(min_length=1, max_length=ASKING)]
    addressees: Annotated[tuple[Addressee, ...], Field(max_length=ASKED)] = ()
    topics: Annotated[Topics, NotEmpty]
    history: Annotated[Many[Step], NotEmpty]
    withdrawn: Withdrawal | None = None
    """That it was taken back; it then keeps the status that it had, and nothing more is awaited."""
    relations: Few[Relation] = ()
    checked: Date | None = None
    """When somebody last looked for what became of it."""
