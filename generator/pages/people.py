"""The lists of speakers and organizations, and a page for each: their parts in forums and their proposals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.corpus.corpus import Corpus, Who
from generator.i18n.formats import sort_key
from generator.models import Language, Membership, Organization, Speaker
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
    party_links,
    proposal_row,
    proposal_rows,
    source_rows,
)
from generator.pages.page import FileLink, Page, PageLink, WebLink, Word, section_crumbs, web_link
from generator.pages.subscriptions import Subscription, organization_feed


@dataclass(frozen=True)
class PartyRow:
    """A person or an organization in a list."""

    link: PageLink
    latest: PartyLinks | None
    """The part in the newest forum, with the post at that time."""
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
    statements: tuple[Statement, ...]


@dataclass(frozen=True)
class PartyView:
    record: Speaker | Organization
    memberships: tuple[tuple[PageLink, Membership], ...]
    members: tuple[tuple[PageLink, Membership], ...]
    parent: PageLink | None
    parts: tuple[PageLink, ...]
    """The organizations whose parent this is."""
    participations: tuple[ParticipationView, ...]
    proposals: tuple[ProposalRow, ...]
    asked: tuple[ProposalRow, ...]
    identifiers: tuple[IdentifierRow, ...]
    links: tuple[WebLink, ...]
    image: FileLink | None
    sources: tuple[SourceRow, ...]


def speaker_pages(corpus: Corpus, language: Language) -> Iterator[Page[PartyList | PartyView]]:
    yield from _pages(corpus, "speakers", "speaker", corpus.speakers.values(), language)


def organization_pages(corpus: Corpus, language: Language) -> Iterator[Page[PartyList | PartyView]]:
    yield from _pages(corpus, "organizations", "organization", corpus.organizations.values(), language)


def _pages(
    corpus: Corpus, section: str, template: str, records: Iterable[Who], language: Language
) -> Iterator[Page[PartyList | PartyView]]:
    ordered = sorted(records, key=lambda who: (sort_key(who.name.best(language)[0]), who.id))
    yield section_page(section, party_list(corpus, ordered), corpus)
    for who in ordered:
        forums = [participation.forum for participation in corpus.participations_of(who)]
        yield Page(
            who.page,
            template,
            title=who.name,
            view=party_view(corpus, who),
            crumbs=section_crumbs(section),
            description=(who.biography if isinstance(who, Speaker) else who.abstract) or who.name,
            record=who,
            source_file=who.path,
            updated=corpus.newest_fact((who, *forums, *corpus.proposals_of(who), *corpus.proposals_to(who))),
            subscriptions=_subscriptions(corpus, who),
        )


def _subscriptions(corpus: Corpus, who: Who) -> tuple[Subscription, ...]:
    """The feed of an organization that is asked for something."""
    if isinstance(who, Organization) and corpus.proposals_to(who):
        return (organization_feed(who),)
    return ()


def party_list(corpus: Corpus, ordered: Sequence[Who]) -> PartyList:
    rows = tuple(_row(corpus, who) for who in ordered)
    filter_values = [row.filter_values for row in rows]
    organizations = {key: organization.name for key, organization in corpus.organizations.items()}
    kinds = dict.fromkeys(who.classification for who in ordered if isinstance(who, Organization))
    filters = (
        filter_by("forum", {forum.id: forum.name for forum in corpus.forums_newest_first}, filter_values),
        filter_by("role", {role.id: role.label for role in corpus.vocabulary.roles}, filter_values),
        filter_by("organization", organizations, filter_values),
        filter_by("kind", {kind: Word(f"organization_types.{kind}") for kind in kinds}, filter_values),
    )
    return PartyList(rows, tuple(choice for choice in filters if choice.options))


def party_filter_values(corpus: Corpus, who: Who) -> FilterValues:
    parts = [participation.participant for participation in corpus.participations_of(who)]
    forums = dict.fromkeys(participation.forum.id for participation in corpus.participations_of(who))
    with_whom = dict.fromkeys(part.organization for part in parts if part.organization)
    positions = [part.position for part in parts]
    others = [other.name for other in who.other_names]
    return (
        ("forum", tuple(forums)),
        ("role", tuple(dict.fromkeys(part.role for part in parts))),
        ("organization", tuple(with_whom) if isinstance(who, Speaker) else ()),
        ("kind", (who.classification,) if isinstance(who, Organization) else ()),
        ("words", folded_texts(who.name, *others, *positions)),
    )


def _row(corpus: Corpus, who: Who) -> PartyRow:
    participations = corpus.participations_of(who)
    return PartyRow(
        link_to(who),
        party_links(corpus, participations[0].participant) if participations else None,
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


def party_view(corpus: Corpus, who: Who) -> PartyView:
    organization = who if isinstance(who, Organization) else None
    speaker = who if isinstance(who, Speaker) else None
    parent = corpus.organizations[organization.parent] if organization and organization.parent else None
    return PartyView(
        record=who,
        memberships=tuple(
            (link_to(corpus.organizations[membership.organization]), membership)
            for membership in (speaker.memberships if speaker else ())
        ),
        members=tuple(
            (link_to(member), membership)
            for member, membership in (corpus.members_of(organization) if organization else ())
        ),
        parent=link_to(parent) if parent else None,
        parts=tuple(link_to(part) for part in (corpus.parts_of(organization) if organization else ())),
        participations=tuple(
            ParticipationView(
                link_to(participation.forum, "programme" if participation.session else ""),
                participation.forum.start_date,
                party_links(corpus, participation.participant),
                participation.statements,
            )
            for participation in corpus.participations_of(who)
        ),
        proposals=tuple(_made(corpus, who)),
        asked=proposal_rows(corpus, corpus.proposals_to(who)),
        identifiers=identifier_rows(corpus, who.identifiers),
        links=tuple(web_link(link) for link in who.links),
        image=FileLink(who.name, speaker.image) if speaker and speaker.image else None,
        sources=source_rows(corpus, who),
    )
