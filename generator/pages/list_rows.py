"""The rows that lists on several pages share: a proposal, a forum, a party, a source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.corpus.corpus import Corpus
from generator.corpus.participation import Participation
from generator.corpus.schedule import is_apart, last_of_several
from generator.models import (
    Addressee,
    Citation,
    Contribution,
    CoSpeaker,
    Forum,
    Participant,
    Party,
    Proposal,
    Prose,
    Record,
    Source,
    Status,
    Text,
    Topic,
)
from generator.models.date import Day
from generator.models.proposal import Proposer, Somebody
from generator.models.references import references_of
from generator.models.titles import identifier_of, main_text
from generator.pages.filter_values import FilterValues, forum_filter_values
from generator.pages.marks import mark_word
from generator.pages.page import Label, PageLink, WebLink


@dataclass(frozen=True)
class PartyLinks:
    """A party as a page shows it: a person, an organization, or both, with post and role."""

    person: PageLink | None = None
    organization: PageLink | None = None
    forum: PageLink | None = None
    name: Text | None = None
    position: Text | None = None
    role: Text | None = None
    other_organizations: tuple[PageLink, ...] = ()
    """Of a party for several organizations all but the first."""
    as_printed: str | None = None
    note: Text | None = None
    uncertain: bool = False

    @property
    def organizations(self) -> tuple[PageLink, ...]:
        return (self.organization, *self.other_organizations) if self.organization else ()

    @property
    def names(self) -> tuple[PageLink | Text, ...]:
        """Who it is: the person, else what an unnamed one is called, else the organizations."""
        somebody = self.person or self.name
        return (somebody,) if somebody else self.organizations

    @property
    def bodies(self) -> tuple[PageLink, ...]:
        """The organizations that stand behind the first name."""
        return self.organizations if self.person or self.name else self.other_organizations


@dataclass(frozen=True)
class ProposalRow:
    """A proposal in a list."""

    link: PageLink
    identifier: str
    status: Status
    topics: tuple[PageLink, ...]
    addressees: tuple[PartyLinks, ...]
    forum: PageLink
    date: Day
    year: int
    """That of its forum."""
    filter_values: FilterValues = ()
    """Only in the list of all proposals."""
    is_withdrawn: bool = False
    is_answered: bool | None = None
    """Whether those on whose page it stands have answered it; None where nothing is to be said of that."""
    is_doubted: bool = False
    """Whether the source leaves it open that who is said to have made it did so."""


@dataclass(frozen=True)
class ForumRow:
    """A forum in a list."""

    link: PageLink
    date: Day
    end_date: Day | None
    dates: tuple[Day, ...]
    """The days, where there are others between them."""
    venues: tuple[Text, ...]
    organizers: tuple[PartyLinks, ...]
    abstract: Prose | None
    proposals: int | None
    """How many it has; None where no forum has any."""
    filter_values: FilterValues


@dataclass(frozen=True)
class Footnote:
    """A citation: the source's number on the page, and the place in the source."""

    number: int
    locator: Text | None = None


@dataclass(frozen=True)
class SourceRow:
    """A numbered source at the end of a page."""

    number: int
    source: Source
    page: PageLink
    link: WebLink | None
    archive: WebLink | None


def link_to(record: Record, fragment: str = "") -> PageLink:
    """A link to a record's page, by its name or title."""
    return PageLink(main_text(record), record.page, fragment, mark=mark_word(record))


def who_link(corpus: Corpus, record: Record) -> PageLink:
    """The same, by a name that tells a person or an organization apart from others of the name."""
    return PageLink(corpus.shown_name(record), record.page, mark=mark_word(record))


def topic_link(topic: Topic) -> PageLink:
    return PageLink(topic.label, f"topics/{topic.id}.md")


def party_links(corpus: Corpus, who: Participant | CoSpeaker | Proposer | Somebody) -> PartyLinks:
    """A party with names and links in place of ids."""
    participant = who if isinstance(who, Participant) else None
    present = who if isinstance(who, Participant | CoSpeaker) else None
    others = who.other_organizations if isinstance(who, Party) else ()
    position = present.position if present else None
    return PartyLinks(
        person=_person_link(corpus, who, position) if who.person else None,
        organization=who_link(corpus, corpus.organizations[who.organization]) if who.organization else None,
        forum=link_to(corpus.forums[who.forum]) if isinstance(who, Proposer) and who.forum else None,
        name=who.name if isinstance(who, Somebody | CoSpeaker | Contribution) else None,
        position=position,
        role=corpus.roles[participant.role].label if participant else None,
        other_organizations=tuple(who_link(corpus, corpus.organizations[key]) for key in others),
        as_printed=present.as_printed if present else None,
        note=None if isinstance(who, Somebody) else who.note,
        uncertain=isinstance(who, Addressee | Proposer) and who.uncertain,
    )


def participation_links(corpus: Corpus, part: Participation) -> PartyLinks:
    """Somebody who took part, with the role in which they did."""
    return replace(party_links(corpus, part.participant), role=corpus.roles[part.role].label)


def _person_link(
    corpus: Corpus, who: Participant | CoSpeaker | Proposer | Somebody, position: Text | None
) -> PageLink:
    """A link to the person of a party, by the name that stands beside that post."""
    person = corpus.speakers[who.person or ""]
    name = corpus.name_beside(person, position, who.organization)
    return PageLink(name, person.page, mark=mark_word(person))


def proposer(corpus: Corpus, forum: Forum, who: Proposer) -> PartyLinks:
    """A proposer with the post held at the forum."""
    links = party_links(corpus, who)
    if not who.person:
        return links
    position = corpus.posts_at(forum).get(who.person)
    return replace(links, position=position, person=_person_link(corpus, who, position))


def proposal_row(corpus: Corpus, proposal: Proposal) -> ProposalRow:
    return ProposalRow(
        link=link_to(proposal),
        identifier=identifier_of(proposal),
        status=corpus.status_of(proposal),
        topics=tuple(topic_link(corpus.topics[topic]) for topic in proposal.topics),
        addressees=tuple(party_links(corpus, addressee) for addressee in proposal.addressees),
        forum=link_to(corpus.forums[proposal.forum]),
        date=proposal.history[0].date,
        year=corpus.forums[proposal.forum].start_date.year,
        is_withdrawn=proposal.withdrawn is not None,
    )


def proposal_rows(corpus: Corpus, proposals: Iterable[Proposal]) -> tuple[ProposalRow, ...]:
    return tuple(proposal_row(corpus, proposal) for proposal in proposals)


def forum_row(corpus: Corpus, forum: Forum) -> ForumRow:
    return ForumRow(
        link=link_to(forum),
        date=forum.start_date,
        end_date=last_of_several(forum),
        dates=forum.dates if is_apart(forum) else (),
        venues=tuple(place.name for place in forum.places),
        organizers=tuple(party_links(corpus, organizer) for organizer in forum.organizers),
        abstract=forum.abstract,
        proposals=len(corpus.proposals_at(forum)) if corpus.proposals else None,
        filter_values=forum_filter_values(corpus, forum),
    )


def source_numbers(record: Record) -> Mapping[str, int]:
    """Source's id → its number, from 1: those of the whole record first, then in the order of citation."""
    cited = [citation.source for citation in record.sources]
    cited += [reference.id for reference in references_of(record) if reference.target == "sources"]
    return {source: number for number, source in enumerate(dict.fromkeys(cited), 1)}


def refer(numbers: Mapping[str, int], citations: Sequence[Citation]) -> tuple[Footnote, ...]:
    """Citations as footnotes with the page's numbers of sources."""
    return tuple(Footnote(numbers[citation.source], citation.locator) for citation in citations)


def source_row(corpus: Corpus, key: str, number: int) -> SourceRow:
    source = corpus.sources[key]
    label: Label = source.title
    return SourceRow(
        number,
        source,
        link_to(source),
        WebLink(label, source.url) if source.url else None,
        WebLink(label, source.archive_url) if source.archive_url else None,
    )


def source_rows(corpus: Corpus, numbers: Mapping[str, int]) -> tuple[SourceRow, ...]:
    """The sources at the end of a record's page, by the numbers that they have there."""
    return tuple(source_row(corpus, key, number) for key, number in numbers.items())
