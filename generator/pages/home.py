"""The home page: the site's purpose, the proposals by status, and the news."""

from __future__ import annotations

from dataclasses import dataclass

from generator.corpus.corpus import Corpus
from generator.corpus.examples import has_begun
from generator.models import Site, Status
from generator.pages.follow_ups import FollowUp, follow_ups
from generator.pages.list_rows import ForumRow, ProposalRow, forum_row, proposal_rows
from generator.pages.page import Page, PageLink, proposals_where, section_link
from generator.pages.subscriptions import ALL_FORUMS, NEW
from generator.pages.upcoming import upcoming

NEWEST_FORUMS = 3
NEWEST_PROPOSALS = 8
NEWEST_FOLLOW_UPS = 5
NEXT_FORUMS = 12


@dataclass(frozen=True)
class HomeView:
    site: Site
    counts: tuple[tuple[PageLink, int], ...]
    """The index page of each kind of record, and their number."""
    board: tuple[tuple[Status, PageLink, int], ...]
    """Each status with the list of its proposals and their number."""
    most: int
    """The largest of these numbers, or 1."""
    forums: tuple[ForumRow, ...]
    """The newest of those that have been held."""
    proposals: tuple[ProposalRow, ...]
    follow_ups: tuple[FollowUp, ...]
    upcoming: tuple[ForumRow, ...] = ()
    """The forums to come, the next one first."""
    begins: bool = False
    """Whether whoever writes is told the first steps."""


def home_page(corpus: Corpus) -> Page[HomeView]:
    kinds = filter(corpus.has, ("forums", "proposals", "speakers", "organizations"))
    to_come = upcoming(corpus)
    ahead = {forum.id for forum in to_come}
    past = [forum for forum in corpus.forums_newest_first if forum.id not in ahead and not forum.called_off]
    board = tuple(status_count(corpus, status) for status in corpus.shown_statuses)
    view = HomeView(
        site=corpus.site,
        counts=tuple((section_link(kind), len(getattr(corpus, kind))) for kind in kinds),
        board=board,
        most=max((1, *(number for _, _, number in board))),
        forums=tuple(forum_row(corpus, forum) for forum in past[:NEWEST_FORUMS]),
        proposals=proposal_rows(corpus, corpus.proposals_newest_first[:NEWEST_PROPOSALS]),
        follow_ups=follow_ups(corpus)[:NEWEST_FOLLOW_UPS],
        upcoming=tuple(forum_row(corpus, forum) for forum in to_come[:NEXT_FORUMS]),
        begins=corpus.is_previewed and not has_begun(corpus),
    )
    return Page(
        "index.md",
        "home",
        title=corpus.site.tagline,
        view=view,
        description=corpus.site.description,
        source_file=corpus.site.path,
        updated=corpus.newest_fact(),
        subscriptions=(NEW, ALL_FORUMS),
    )


def status_count(corpus: Corpus, status: Status) -> tuple[Status, PageLink, int]:
    """A status, a link to the proposals that have it, and their number."""
    return status, proposals_where(status.label, status=status.id), len(corpus.proposals_with(status))
