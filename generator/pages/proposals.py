"""The list of proposals, and a page for each: text, proposers, addressees, rationale and history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.citations.works import Catalogue
from generator.corpus.corpus import Corpus
from generator.corpus.step_names import HISTORY, step_anchors
from generator.corpus.urls import permanent_address, permanent_page
from generator.models import LANGUAGES, Language, Proposal, Session, Status, Step, Text, Withdrawal
from generator.models.proposal import Relation
from generator.models.titles import identifier_of
from generator.pages.citation_box import CitationView, citation_view
from generator.pages.filter_values import addressee_key, name_of, proposal_filter_values
from generator.pages.filters import Filter, filter_by
from generator.pages.identifier_rows import IdentifierRow, identifier_rows
from generator.pages.index import section_page
from generator.pages.list_rows import (
    Footnote,
    PartyLinks,
    ProposalRow,
    SourceRow,
    link_to,
    party_links,
    proposal_row,
    proposer,
    refer,
    source_numbers,
    source_rows,
    topic_link,
)
from generator.pages.page import ROWS_OF_PAGE, Label, Page, PageLink, WebLink, Word, section_crumbs
from generator.pages.subscriptions import feed_at_proposal


@dataclass(frozen=True)
class ProposalList:
    rows: tuple[ProposalRow, ...]
    filters: tuple[Filter, ...]


@dataclass(frozen=True)
class StepView:
    """A step of the history."""

    step: Step
    anchor: str | None
    """Its place on the page, if it is not the first."""
    status: Status
    is_change: bool
    """Whether the status differs from that of the step before; a step may leave it unchanged."""
    actors: tuple[PartyLinks, ...]
    references: tuple[Footnote, ...]


@dataclass(frozen=True)
class WithdrawalView:
    """That the proposal was taken back."""

    withdrawal: Withdrawal
    references: tuple[Footnote, ...]


@dataclass(frozen=True)
class RelationView:
    """A relation to another proposal, which may stand in the other one's record."""

    label: Text
    link: PageLink
    is_withdrawn: bool
    note: Text | None = None


@dataclass(frozen=True)
class ProposalView:
    proposal: Proposal
    identifier: str
    permanent: PageLink
    identifiers: tuple[IdentifierRow, ...]
    status: Status
    steps: tuple[Text, ...]
    references: tuple[Footnote, ...]
    proposers: tuple[PartyLinks, ...]
    addressees: tuple[PartyLinks, ...]
    topics: tuple[PageLink, ...]
    forum: PageLink
    session: Session | None
    history: tuple[StepView, ...]
    withdrawn: WithdrawalView | None
    relations: tuple[RelationView, ...]
    sources: tuple[SourceRow, ...]
    desk: PageLink | WebLink
    """Where readers tell of news: the page on corrections, or the desk's address where there is none."""
    previous: PageLink | None
    following: PageLink | None
    citation: CitationView | None = None
    """Only on the proposal's own page."""


def proposal_list_page(corpus: Corpus) -> Page[ProposalList]:
    return section_page("proposals", proposal_list(corpus), corpus)


def proposal_page(works: Catalogue, proposal: Proposal, language: Language) -> Page[ProposalView]:
    corpus = works.corpus
    return Page(
        proposal.page,
        "proposal",
        title=proposal.title,
        view=replace(
            proposal_view(corpus, proposal, language), citation=_citation(works, proposal, language)
        ),
        crumbs=section_crumbs("proposals"),
        crumb=identifier_of(proposal),
        description=proposal.abstract,
        record=proposal,
        source_file=proposal.path,
        updated=corpus.newest_fact((proposal,)),
        subscriptions=(feed_at_proposal(corpus.forums[proposal.forum]),),
    )


def proposal_list(corpus: Corpus) -> ProposalList:
    """Of many proposals the words of their titles alone are sought: those of all abstracts are too many."""
    is_short = len(corpus.proposals) <= ROWS_OF_PAGE
    rows = tuple(
        replace(
            proposal_row(corpus, proposal),
            filter_values=proposal_filter_values(corpus, proposal, with_abstract=is_short),
        )
        for proposal in corpus.proposals_newest_first
    )
    filter_values = [row.filter_values for row in rows]
    statuses = {status.id: status.label for status in corpus.vocabulary.statuses}
    some = (
        filter_by("answer", {"answered": Word("proposal.answered")}, filter_values),
        filter_by("withdrawn", {"withdrawn": Word("proposal.withdrawn")}, filter_values),
    )
    years = sorted({forum.start_date.year for forum in corpus.forums.values()}, reverse=True)
    return ProposalList(
        rows,
        (
            filter_by("topic", {topic.id: topic.label for topic in corpus.vocabulary.topics}, filter_values),
            filter_by("to", addressees(corpus), filter_values),
            filter_by("status", statuses, filter_values),
            filter_by("year", {str(year): str(year) for year in years}, filter_values),
            filter_by("forum", {forum.id: forum.name for forum in corpus.forums_newest_first}, filter_values),
            *(choice for choice in some if choice.options),
        ),
    )


def addressees(corpus: Corpus) -> dict[str, Label]:
    """Key of each addressee → name, those with most proposals first."""
    asked = [addressee for proposal in corpus.proposals_newest_first for addressee in proposal.addressees]
    counts = Counter(addressee_key(addressee) for addressee in asked)
    names: dict[str, Label] = {addressee_key(addressee): name_of(corpus, addressee) for addressee in asked}
    return {key: names[key] for key, _ in counts.most_common()}


def proposal_view(corpus: Corpus, proposal: Proposal, language: Language) -> ProposalView:
    forum = corpus.forums[proposal.forum]
    numbers = source_numbers(proposal)
    previous, following = _neighbours(corpus, proposal)
    return ProposalView(
        proposal=proposal,
        identifier=identifier_of(proposal),
        permanent=PageLink(permanent_address(corpus, proposal, language), permanent_page(proposal)),
        identifiers=identifier_rows(corpus, proposal.identifiers),
        status=corpus.status_of(proposal),
        steps=corpus.vocabulary.steps,
        references=refer(numbers, proposal.sources),
        proposers=tuple(proposer(corpus, forum, who) for who in proposal.proposers),
        addressees=tuple(party_links(corpus, addressee) for addressee in proposal.addressees),
        topics=tuple(topic_link(corpus.topics[topic]) for topic in proposal.topics),
        forum=link_to(forum),
        session=next((session for session in forum.sessions if session.id == proposal.session), None),
        history=tuple(_history(corpus, proposal, numbers)),
        withdrawn=WithdrawalView(proposal.withdrawn, refer(numbers, proposal.withdrawn.sources))
        if proposal.withdrawn
        else None,
        relations=_relations(corpus, proposal),
        sources=source_rows(corpus, numbers),
        desk=_desk(corpus),
        previous=previous,
        following=following,
    )


def _desk(corpus: Corpus) -> PageLink | WebLink:
    label = Word("proposal.tell_us")
    if any(page.name == "corrections" for page in corpus.pages):
        return PageLink(label, "corrections.md")
    return WebLink(label, f"mailto:{corpus.site.contact.email}")


def _citation(works: Catalogue, proposal: Proposal, language: Language) -> CitationView:
    return citation_view({key: works.proposal(proposal, key) for key in LANGUAGES}, language)


def _history(corpus: Corpus, proposal: Proposal, numbers: Mapping[str, int]) -> Iterator[StepView]:
    previous = None
    for step, anchor in zip(proposal.history, step_anchors(corpus, proposal), strict=True):
        yield StepView(
            step,
            anchor if anchor != HISTORY else None,
            corpus.statuses[step.status],
            step.status != previous,
            tuple(party_links(corpus, actor) for actor in step.actors),
            refer(numbers, step.sources),
        )
        previous = step.status


def _relations(corpus: Corpus, proposal: Proposal) -> tuple[RelationView, ...]:
    """The proposal's own relations, then those of others to it."""

    def view(relation: Relation, other: Proposal, inverse: bool) -> RelationView:
        kind = corpus.relation_kinds[relation.type]
        label = kind.label_there if inverse else kind.label
        return RelationView(label, link_to(other), other.withdrawn is not None, relation.note)

    own = [view(relation, corpus.proposals[relation.proposal], False) for relation in proposal.relations]
    others = [
        view(relation, other, True)
        for other in corpus.proposals_relating_to(proposal)
        for relation in other.relations
        if relation.proposal == proposal.id
    ]
    return (*own, *others)


def _neighbours(corpus: Corpus, proposal: Proposal) -> tuple[PageLink | None, PageLink | None]:
    """The proposals before and after among those of the same forum."""
    previous, following = corpus.proposals_beside[proposal.id]
    return link_to(previous) if previous else None, link_to(following) if following else None
