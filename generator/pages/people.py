"""The lists of speakers and organizations, and a page for each: their parts in forums and their proposals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.corpus.answers import has_answered
from generator.corpus.corpus import Corpus, Who
from generator.corpus.indexes import party_keys
from generator.corpus.participation import Participation
from generator.i18n.formats import sort_key
from generator.models import Language, Membership, Organization, Prose, Speaker, Text
from generator.models.date import Day
from generator.models.session import Statement
from generator.pages.filter_values import FilterValues, folded_texts
from generator.pages.filters import Filter, filter_by
from generator.pages.identifier_rows import IdentifierRow, identifier_rows
from generator.pages.index import section_page
from generator.pages.list_rows import (
    PartyLinks,
    ProposalRow,
    SourceRow,
    link_to,
    participation_links,
    proposal_row,
    source_numbers,
    source_rows,
    who_link,
)
from generator.pages.page import FileLink, Page, PageLink, WebLink, section_crumbs, web_link
from generator.pages.programme import talk_link
from generator.pages.subscriptions import Subscription, organization_feed


@dataclass(frozen=True)
class Ended:
    """That an organization is no more, and since when, if that is known."""

    date: Day | None


@dataclass(frozen=True)
class PartyRow:
    """A person or an organization in a list."""

    link: PageLink
    latest: PartyLinks | None
    """The part in the newest forum, with the post at that time."""
    ended: Ended | None
    """Of an organization that is no more."""
    forums: int
    proposals: int
    asked: int
    """The number of proposals addressed to them."""
    filter_values: FilterValues


@dataclass(frozen=True)
class PartyList:
    rows: tuple[PartyRow, ...]
    filters: tuple[Filter, ...]


@dataclass(frozen=True)
class ParticipationView:
    """A part in a forum."""

    forum: PageLink
    date: Day
    who: PartyLinks
    talk: PageLink | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class PartyView:
    record: Speaker | Organization
    kind: Text | None
    """What an organization is."""
    memberships: tuple[tuple[PageLink, Membership], ...]
    members: tuple[tuple[PageLink, Membership], ...]
    parent: PageLink | None
    parts: tuple[PageLink, ...]
    """The organizations whose parent this is."""
    namesakes: tuple[PageLink, ...]
    """The others of the name."""
    successors: tuple[PageLink, ...]
    predecessors: tuple[PageLink, ...]
    ended: Ended | None
    participations: tuple[ParticipationView, ...]
    proposals: tuple[ProposalRow, ...]
    tells_proposals: bool
    """Whether it is worth telling that there are none of theirs, since there are others'."""
    asked: tuple[ProposalRow, ...]
    identifiers: tuple[IdentifierRow, ...]
    asked_before: tuple[tuple[PageLink, int], ...]
    """Those whose place it took, as far as they were asked for something, and by how many proposals."""
    links: tuple[WebLink, ...]
    image: FileLink | None
    sources: tuple[SourceRow, ...]


def party_list_page(corpus: Corpus, section: str, language: Language) -> Page[PartyList]:
    """The list of all people or of all organizations, as the language sorts their names."""
    records: Iterable[Who] = (corpus.speakers if section == Speaker.folder else corpus.organizations).values()
    return section_page(section, party_list(corpus, by_name(records, language)), corpus)


def party_page(corpus: Corpus, who: Who) -> Page[PartyView]:
    forums = [participation.forum for participation in corpus.participations_of(who)]
    return Page(
        who.page,
        "speaker" if isinstance(who, Speaker) else "organization",
        title=corpus.shown_name(who),
        view=party_view(corpus, who),
        crumbs=section_crumbs(who.folder),
        description=_about(who) or corpus.shown_name(who),
        record=who,
        source_file=who.path,
        updated=corpus.newest_fact((who, *forums, *corpus.proposals_of(who), *corpus.proposals_to(who))),
        subscriptions=_subscriptions(corpus, who),
    )


def by_name(records: Iterable[Who], language: Language) -> list[Who]:
    """In the order of their names in a language."""
    return sorted(records, key=lambda who: (sort_key(who.name.best(language)[0]), who.id))


def _about(who: Who) -> Prose | None:
    return who.biography if isinstance(who, Speaker) else who.abstract


def _subscriptions(corpus: Corpus, who: Who) -> tuple[Subscription, ...]:
    """The feed of an organization that is asked for something."""
    if isinstance(who, Organization) and corpus.proposals_to(who):
        return (organization_feed(who, corpus.shown_name(who)),)
    return ()


def party_list(corpus: Corpus, ordered: Sequence[Who]) -> PartyList:
    rows = tuple(_row(corpus, who) for who in ordered)
    filter_values = [row.filter_values for row in rows]
    organizations = {key: corpus.shown_name(body) for key, body in corpus.organizations.items()}
    kinds = dict.fromkeys(who.classification for who in ordered if isinstance(who, Organization))
    filters = (
        filter_by("forum", {forum.id: forum.name for forum in corpus.forums_newest_first}, filter_values),
        filter_by("role", {role.id: role.label for role in corpus.vocabulary.roles}, filter_values),
        filter_by("organization", organizations, filter_values),
        filter_by("kind", {key: corpus.organization_kinds[key].label for key in kinds}, filter_values),
    )
    return PartyList(rows, tuple(choice for choice in filters if choice.options))


def party_filter_values(corpus: Corpus, who: Who) -> FilterValues:
    parts = [participation.participant for participation in corpus.participations_of(who)]
    forums = dict.fromkeys(participation.forum.id for participation in corpus.participations_of(who))
    with_whom = dict.fromkeys(body for part in parts for body in part.organizations)
    positions = [part.position for part in parts]
    others: list[Text | str] = [other.name for other in who.other_names]
    before = corpus.all_predecessors_of(who) if isinstance(who, Organization) else ()
    others += [body.name for body in before]
    return (
        ("forum", tuple(forums)),
        ("role", tuple(dict.fromkeys(one.role for one in corpus.participations_of(who)))),
        ("organization", tuple(with_whom) if isinstance(who, Speaker) else ()),
        ("kind", (who.classification,) if isinstance(who, Organization) else ()),
        ("words", folded_texts(who.name, *others, *positions)),
    )


def _row(corpus: Corpus, who: Who) -> PartyRow:
    participations = corpus.participations_of(who)
    return PartyRow(
        who_link(corpus, who),
        participation_links(corpus, participations[0]) if participations else None,
        _ended(corpus, who),
        len({participation.forum.id for participation in participations}),
        len(corpus.proposals_of(who)),
        len(corpus.proposals_to(who)),
        party_filter_values(corpus, who),
    )


def _made(corpus: Corpus, who: Who) -> Iterator[ProposalRow]:
    """Their proposals, with a mark on those that they may not have made."""
    field = "person" if isinstance(who, Speaker) else "organization"
    for proposal in corpus.proposals_of(who):
        as_proposer = [one for one in proposal.proposers if getattr(one, field) == who.id]
        yield replace(proposal_row(corpus, proposal), is_doubted=all(one.uncertain for one in as_proposer))


def _participation_view(corpus: Corpus, participation: Participation) -> ParticipationView:
    contribution = participation.contribution
    return ParticipationView(
        link_to(participation.forum, "programme" if participation.session else ""),
        participation.forum.start_date,
        participation_links(corpus, participation),
        talk_link(participation.forum, contribution) if contribution else None,
        participation.statements,
    )


def _ended(corpus: Corpus, who: Who) -> Ended | None:
    if isinstance(who, Organization) and corpus.has_ended(who):
        return Ended(who.dissolution_date)
    return None


def _who_links(corpus: Corpus, whos: Iterable[Who]) -> tuple[PageLink, ...]:
    return tuple(who_link(corpus, who) for who in whos)


def _asked_before(corpus: Corpus, organization: Organization) -> Iterator[tuple[PageLink, int]]:
    for body in corpus.all_predecessors_of(organization):
        if asked := len(corpus.proposals_to(body)):
            yield replace(who_link(corpus, body), fragment="asked"), asked


def _asked(corpus: Corpus, who: Who) -> Iterator[ProposalRow]:
    """The proposals to them, and whether an answer is on record, where one is awaited of them."""
    for proposal in corpus.proposals_to(who):
        answered = has_answered(corpus, proposal, who)
        as_addressee = (one for one in proposal.addressees if (who.folder, who.id) in party_keys(one))
        is_awaited = proposal.withdrawn is None and not all(one.uncertain for one in as_addressee)
        said = answered if answered or is_awaited else None
        yield replace(proposal_row(corpus, proposal), is_answered=said)


def party_view(corpus: Corpus, who: Who) -> PartyView:
    organization = who if isinstance(who, Organization) else None
    speaker = who if isinstance(who, Speaker) else None
    parent = corpus.organizations[organization.parent] if organization and organization.parent else None
    return PartyView(
        record=who,
        kind=corpus.organization_kinds[who.classification].label if isinstance(who, Organization) else None,
        memberships=tuple(
            (who_link(corpus, corpus.organizations[membership.organization]), membership)
            for membership in (speaker.memberships if speaker else ())
        ),
        members=tuple(
            (who_link(corpus, member), membership)
            for member, membership in (corpus.members_of(organization) if organization else ())
        ),
        parent=who_link(corpus, parent) if parent else None,
        parts=_who_links(corpus, corpus.parts_of(organization) if organization else ()),
        namesakes=_who_links(corpus, corpus.namesakes_of(who)),
        successors=_who_links(corpus, corpus.successors_of(organization) if organization else ()),
        predecessors=_who_links(corpus, corpus.predecessors_of(organization) if organization else ()),
        ended=_ended(corpus, who),
        participations=tuple(
            _participation_view(corpus, participation) for participation in corpus.participations_of(who)
        ),
        proposals=tuple(_made(corpus, who)),
        tells_proposals=bool(corpus.proposals),
        asked_before=tuple(_asked_before(corpus, organization) if organization else ()),
        asked=tuple(_asked(corpus, who)),
        identifiers=identifier_rows(corpus, who.identifiers),
        links=tuple(web_link(link) for link in who.links),
        image=FileLink(who.name, speaker.image) if speaker and speaker.image else None,
        sources=source_rows(corpus, source_numbers(who)),
    )
