"""A volume's content as data: a class for each part of it, with the fields that templates/*.typ read.

A template asks whether a field with a default is there; one that has its default is not sent to Typst.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.models import Language


@dataclass(frozen=True)
class TextRun:
    """A piece of text in one language, set in one style."""

    lang: Language
    text: str
    strong: bool = False
    em: bool = False
    role: bool = False
    post: bool = False
    aside: bool = False
    place: bool = False
    """The place in a source, beside the source's number."""
    code: bool = False
    """An identifier."""
    href: str | None = None


@dataclass(frozen=True)
class SourceReference:
    """The number of a source in the volume's list."""

    ref: int


@dataclass(frozen=True)
class LineBreak:
    """The rest of the paragraph begins on a new line."""

    end: Literal[True]


Inline: TypeAlias = TextRun | SourceReference | LineBreak


@dataclass(frozen=True)
class Paragraph:
    """Text, set as one paragraph."""

    runs: tuple[Inline, ...]


@dataclass(frozen=True)
class BulletList:
    """A list, numbered if it is ordered; each item holds paragraphs and lists again."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool


Block: TypeAlias = Paragraph | BulletList


@dataclass(frozen=True)
class PassageVersion:
    """A passage in one language."""

    lang: Language
    blocks: tuple[Block, ...]


ParallelText: TypeAlias = tuple[TextRun, ...]
"""A text on one line in each of the volume's languages, duplicates merged."""

Passage: TypeAlias = tuple[PassageVersion, ...]
"""Paragraphs in each of the volume's languages, duplicates merged."""


@dataclass(frozen=True)
class Fact:
    """A row of a table of facts."""

    label: ParallelText
    value: Passage


@dataclass(frozen=True)
class StatusBadge:
    """A status: its mark and its name."""

    mark: str
    label: ParallelText


@dataclass(frozen=True)
class StatusEntry:
    """A status that the volume's proposals have, with its meaning."""

    mark: str
    label: ParallelText
    meaning: Passage


@dataclass(frozen=True)
class HistoryEntry:
    """A step in a proposal's history; `mark` only where the status is a new one."""

    date: ParallelText
    mark: str | None
    what: Passage
    note: Passage


@dataclass(frozen=True)
class ProposalSection:
    """A proposal: its title, text, facts and history."""

    identifier: str
    title: ParallelText
    topics: ParallelText
    addressees: ParallelText
    status: StatusBadge
    steps: tuple[ParallelText, ...]
    step: int
    """The place in `steps` of the one that its status stands for, from 0."""
    abstract: Passage
    rationale: Passage
    facts: tuple[Fact, ...]
    history: tuple[HistoryEntry, ...]
    nothing_since: bool
    checked: ParallelText
    relations: tuple[Fact, ...]
    notes: tuple[Passage, ...]
    revisions: tuple[Fact, ...]
    address: str


@dataclass(frozen=True)
class ProgrammeRow:
    """A session in the programme: when, what and who."""

    when: ParallelText
    name: ParallelText
    who: Passage


@dataclass(frozen=True)
class ContributionSection:
    """A contribution to a session: who spoke, and what they said."""

    who: Passage
    title: ParallelText
    summary: Passage
    statements: tuple[Fact, ...]
    when: ParallelText = ()
    abstract: Passage = ()
    documents: tuple[DocumentEntry, ...] = ()


@dataclass(frozen=True)
class ProposalTitle:
    """A proposal where a session names it."""

    identifier: str
    title: ParallelText


@dataclass(frozen=True)
class SessionSection:
    """A session with its contributions and the proposals made in it."""

    name: ParallelText
    when: ParallelText
    abstract: Passage
    contributions: tuple[ContributionSection, ...]
    proposals: tuple[ProposalTitle, ...]


@dataclass(frozen=True)
class FigureEntry:
    """A figure that the forum published, such as how many came."""

    label: ParallelText
    note: ParallelText
    amount: ParallelText
    references: tuple[Inline, ...]


@dataclass(frozen=True)
class DocumentEntry:
    """A document of the forum, and where it is."""

    name: ParallelText
    about: ParallelText
    url: TextRun


@dataclass(frozen=True)
class PersonEntry:
    """A person in the table of people; `marks` are the numbers of the table's footnotes."""

    name: ParallelText
    marks: tuple[int, ...]
    roles: ParallelText
    posts: Passage
    address: str


@dataclass(frozen=True)
class PeopleTable:
    """The people of a forum, and the footnotes about their names."""

    rows: tuple[PersonEntry, ...]
    notes: tuple[ParallelText, ...]


@dataclass(frozen=True)
class ForumChapter:
    """A forum: its facts, its programme, its sessions, its proposals and its people."""

    name: ParallelText
    date: ParallelText
    venue: ParallelText
    hosts: tuple[Fact, ...]
    abstract: Passage
    facts: tuple[Fact, ...]
    no_hours: bool
    notes: tuple[Passage, ...]
    highlights: tuple[Passage, ...]
    programme: tuple[ProgrammeRow, ...]
    sessions: tuple[SessionSection, ...]
    figures: tuple[FigureEntry, ...]
    documents: tuple[DocumentEntry, ...]
    proposals: tuple[ProposalSection, ...]
    people: PeopleTable
    revisions: tuple[Fact, ...]
    without_proposals: bool = False
    """Whether there is nothing to tell of proposals, since no forum has any."""


@dataclass(frozen=True)
class SourceEntry:
    """A source in the volume's numbered list."""

    number: int
    title: ParallelText
    about: ParallelText
    url: TextRun | None
    archive: TextRun | None
    archived: ParallelText


@dataclass(frozen=True)
class VolumeView:
    """A volume from cover to colophon."""

    languages: tuple[Language, ...]
    title: ParallelText
    year: str | None
    """Of a year's volume; in a forum's there is one chapter and this is None."""
    kicker: ParallelText
    publisher: ParallelText
    made: str | None
    """The day of its newest fact, `2025-03-02`."""
    newest: ParallelText
    count: ParallelText
    words: Mapping[str, ParallelText]
    """The site's own words, by the name that the template has for them."""
    forums: tuple[ForumChapter, ...]
    statuses: tuple[StatusEntry, ...]
    sources: tuple[SourceEntry, ...]
    colophon: tuple[Fact, ...]
    accent: str | None = None
    """The archive's own colour."""
