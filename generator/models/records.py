"""The five kinds of record: one file each in content/forums, speakers, organizations, proposals and sources.

Names follow Popolo, schema.org and CSL where they have one. Records hold ids, which the corpus looks up.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import AfterValidator, Field, model_validator

from generator.models.ids import (
    ForumId,
    Id,
    OrganizationId,
    ProposalId,
    SeriesId,
    SpeakerId,
    StatusId,
    TopicId,
)
from generator.models.lists import ASKED, ASKING, FEW, MOST_CONTRIBUTIONS, Few, Many, NotEmpty
from generator.models.parts import Choice, Citation, Line, Named, NameNotes, Participant, Party, Record
from generator.models.values import (
    Clock,
    Date,
    FileName,
    Flag,
    LanguageTag,
    Model,
    Number,
    Prose,
    Text,
    WebAddress,
    wrong,
)
from generator.parsing.messages import message

MOST_TOPICS = FEW
Topics = Few[TopicId]
"""Few, since each topic has a page, and what is listed there names its other topics."""


class Venue(Model):
    """Where a forum is held."""

    name: Text
    room: Text | None = None
    address: Text | None = None


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
    classification: Annotated[
        Literal["opening", "keynote", "presentation", "panel", "discussion", "remarks", "closing"], Choice
    ]
    date: Date | None = None
    """The day, where a forum lasts several."""
    start_time: Clock | None = None
    end_time: Clock | None = None
    abstract: Prose | None = None
    contributions: Many[Contribution] = ()


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


class Attachment(Model):
    """A document of a forum: a file of ours or an address elsewhere."""

    name: Text
    file: FileName | None = None
    url: WebAddress | None = None
    type: Annotated[Literal["slides", "paper", "minutes", "programme", "video", "photo", "other"], Choice] = (
        "other"
    )
    language: LanguageTag | None = None
    license: Line | None = None

    @model_validator(mode="after")
    def _is_somewhere(self) -> Self:
        if (self.file is None) == (self.url is None):
            raise wrong(message("document.either"))
        return self


class Forum(Record):
    """An event at which proposals were made."""

    folder: ClassVar[str] = "forums"

    name: Text
    name_notes: NameNotes | None = None
    classification: Annotated[
        Literal["policy-forum", "hearing", "roundtable", "seminar", "breakfast-forum", "conference"], Choice
    ]
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


class Membership(Model):
    """A post, today or once; posts held at a forum stand in the forum."""

    organization: OrganizationId
    position: Text | None = None
    start_date: Date | None = None
    end_date: Date | None = None


class Speaker(Named):
    """A person who takes part in forums: presenter, panellist or host."""

    folder: ClassVar[str] = "speakers"

    family_name: Text | None = None
    given_name: Text | None = None
    memberships: Many[Membership] = ()
    biography: Prose | None = None
    image: FileName | None = None


class Organization(Named):
    """A body that organizes forums, sends speakers or is asked for something."""

    folder: ClassVar[str] = "organizations"

    classification: Annotated[
        Literal[
            "government", "legislature", "company", "association", "research", "university", "media",
            "group", "other",
        ],
        Choice,
    ]  # fmt: skip
    """`group` stands for many bodies of a kind, such as local governments, where a source names none."""
    parent: OrganizationId | None = None
    abstract: Prose | None = None


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


class Step(Model):
    """What happened to a proposal on a day; the status of the last one is the proposal's."""

    date: Date
    status: StatusId
    note: Prose | None = None
    actor: Somebody | None = None
    """Who did it."""
    sources: Few[Citation] = ()
    formerly: StatusId | None = None
    """The status that the step was published with, where that was corrected; feeds know the step by it."""


class Relation(Model):
    """How a proposal stands to another."""

    type: Annotated[
        Literal["supports", "amends", "supersedes", "merged-into", "implemented-by", "related"], Choice
    ]
    proposal: ProposalId
    note: Text | None = None


class Proposal(Record):
    """Something that somebody was asked to do, and what became of it."""

    folder: ClassVar[str] = "proposals"

    identifier: Id | None = None
    """What the proposal is cited by; the record's id unless written."""
    forum: ForumId
    session: Id | None = None
    title: Text
    abstract: Prose
    rationale: Prose | None = None
    proposers: Annotated[tuple[Proposer, ...], Field(min_length=1, max_length=ASKING)]
    addressees: Annotated[tuple[Addressee, ...], Field(max_length=ASKED)] = ()
    topics: Annotated[Topics, NotEmpty]
    history: Annotated[Many[Step], NotEmpty]
    relations: Few[Relation] = ()
    checked: Date | None = None
    """When somebody last looked for what became of it."""


class Source(Record):
    """Where a statement comes from."""

    folder: ClassVar[str] = "sources"

    type: Annotated[
        Literal[
            "article-newspaper", "article-journal", "webpage", "report", "bill", "legislation", "speech",
            "broadcast", "interview", "book", "document",
        ],
        Choice,
    ]  # fmt: skip
    """The kind of work, in CSL's words (Citation Style Language 1.0.2, appendix III)."""
    title: Text
    author: Text | None = None
    publisher: Text
    issued: Date
    accessed: Date | None = None
    url: WebAddress | None = None
    archive_url: WebAddress | None = None
    language: LanguageTag
