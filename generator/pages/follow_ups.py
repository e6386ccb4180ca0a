"""The page of follow-ups: every one, newest first, and the proposals that have long been quiet."""

from __future__ import annotations

from dataclasses import dataclass

from generator.corpus.corpus import Corpus
from generator.corpus.step_names import step_anchor
from generator.models import Proposal, Prose, Status, Step, Withdrawal
from generator.models.date import Day
from generator.models.titles import WITHDRAWN
from generator.pages.index import index_page
from generator.pages.list_rows import ProposalRow, link_to, proposal_rows
from generator.pages.page import Page, PageLink
from generator.pages.subscriptions import FOLLOW_UPS


@dataclass(frozen=True)
class FollowUp:
    """A step in a proposal's history after its first, or that the proposal was taken back."""

    link: PageLink
    date: Day
    note: Prose | None
    status: Status
    is_answer: bool
    is_withdrawn: bool
    """Whether the proposal was taken back, now or later."""


@dataclass(frozen=True)
class FollowUpsView:
    follow_ups: tuple[FollowUp, ...]
    quiet: tuple[ProposalRow, ...]
    months: int
    as_of: Day | None


def follow_ups_page(corpus: Corpus) -> Page[FollowUpsView]:
    as_of = counted_to(corpus)
    view = FollowUpsView(
        follow_ups(corpus), proposal_rows(corpus, quiet(corpus, as_of)), corpus.site.quiet_months, as_of
    )
    return index_page("follow_ups", "follow-ups.md", view, corpus, FOLLOW_UPS)


def follow_ups(corpus: Corpus) -> tuple[FollowUp, ...]:
    """All steps of all histories after their first, and all withdrawals, newest first."""
    steps = [
        (proposal, number, told)
        for proposal in corpus.proposals_newest_first
        for number, told in enumerate((*proposal.history[1:], proposal.withdrawn), 1)
        if told
    ]

    def newest_first(numbered: tuple[Proposal, int, Step | Withdrawal]) -> tuple[int, str, int]:
        proposal, number, told = numbered
        return (-told.date.latest.toordinal(), proposal.id, -number)

    return tuple(_follow_up(corpus, proposal, told) for proposal, _, told in sorted(steps, key=newest_first))


def _follow_up(corpus: Corpus, proposal: Proposal, told: Step | Withdrawal) -> FollowUp:
    step = told if isinstance(told, Step) else None
    return FollowUp(
        link_to(proposal, step_anchor(corpus, proposal, step) if step else WITHDRAWN),
        told.date,
        told.note,
        corpus.statuses[step.status] if step else corpus.status_of(proposal),
        is_answer=step is not None and step.response,
        is_withdrawn=proposal.withdrawn is not None,
    )


def counted_to(corpus: Corpus) -> Day | None:
    """The day up to which quiet months count: the one that site.yml gives, else that of the newest fact."""
    return corpus.site.as_of or corpus.newest_fact()


def quiet(corpus: Corpus, as_of: Day | None) -> tuple[Proposal, ...]:
    """Open proposals without a step for the site's number of quiet months, the longest quiet first."""
    if as_of is None:
        return ()

    def months(proposal: Proposal) -> int:
        last = proposal.history[-1].date.latest
        today = as_of.earliest
        return (today.year - last.year) * 12 + today.month - last.month - (today.day < last.day)

    quiet_proposals = [
        proposal
        for proposal in corpus.proposals.values()
        if corpus.is_awaited(proposal) and months(proposal) >= corpus.site.quiet_months
    ]
    return tuple(
        sorted(quiet_proposals, key=lambda proposal: (proposal.history[-1].date.latest, proposal.id))
    )
