"""The home page: what the site is for, how things stand, and what is new."""

from __future__ import annotations

from dataclasses import dataclass

from generator.corpus import Corpus
from generator.models import Proposal, Site, Status, Step
from generator.pages.page import HOME, Page, PageLink, Word, section_link
from generator.pages.rows import ForumRow, ProposalRow, forum_row, link_to, newest_fact, proposal_rows

NEWEST_FORUMS = 3
NEWEST_PROPOSALS = 8
NEWEST_FOLLOW_UPS = 5


@dataclass(frozen=True)
class FollowUp:
    """Something that happened to a proposal after it was made."""

    link: PageLink
    step: Step
    status: Status


@dataclass(frozen=True)
class Home:
    site: Site
    counts: tuple[tuple[PageLink, int], ...]
    """The index page of each kind of record, and how many there are."""
    board: tuple[tuple[Status, int], ...]
    forums: tuple[ForumRow, ...]
    proposals: tuple[ProposalRow, ...]
    follow_ups: tuple[FollowUp, ...]


def home_page(corpus: Corpus) -> Page:
    kinds = ("forums", "proposals", "speakers", "organizations")
    view = Home(
        site=corpus.site,
        counts=tuple((section_link(kind), len(getattr(corpus, kind))) for kind in kinds),
        board=tuple((status, len(corpus.proposals_with(status))) for status in corpus.vocabulary.statuses),
        forums=tuple(forum_row(corpus, forum) for forum in corpus.forums_newest_first[:NEWEST_FORUMS]),
        proposals=proposal_rows(corpus, corpus.proposals_newest_first[:NEWEST_PROPOSALS]),
        follow_ups=follow_ups(corpus)[:NEWEST_FOLLOW_UPS],
    )
    return Page(
        "index.md",
        "home",
        title=corpus.site.tagline,
        view=view,
        description=corpus.site.description,
        source_file=corpus.site.path,
        updated=newest_fact(corpus.records),
    )


def follow_ups(corpus: Corpus) -> tuple[FollowUp, ...]:
    """Every step of every history after its first, newest first."""
    steps = [
        (proposal, number, step)
        for proposal in corpus.proposals_newest_first
        for number, step in enumerate(proposal.history)
        if number
    ]

    def newest_first(found: tuple[Proposal, int, Step]) -> tuple[int, str, int]:
        proposal, number, step = found
        return (-step.date.latest.toordinal(), proposal.id, -number)

    return tuple(
        FollowUp(link_to(proposal, "history"), step, corpus.statuses[step.status])
        for proposal, number, step in sorted(steps, key=newest_first)
    )


def section_page(section: str, view: object, corpus: Corpus) -> Page:
    """An index page of a kind of record, such as forums/index.md."""
    return Page(
        f"{section}/index.md",
        section,
        title=Word(f"{section}.title"),
        view=view,
        crumbs=(HOME,),
        description=Word(f"{section}.description"),
        updated=newest_fact(corpus.records),
    )
