"""When somebody last looked what became of a proposal, and which proposals are due to be looked at."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from generator.corpus.cited_sources import cited_sources
from generator.corpus.corpus import Corpus
from generator.models import Proposal, Source
from generator.parsing.messages import Message, Speech, in_words, message


class Due(NamedTuple):
    """A proposal that nobody has looked at for long."""

    proposal: Proposal
    looked: date
    """The last day on which somebody did."""
    source: Source | None
    """The newest that it cites."""


def due_proposals(corpus: Corpus, today: date) -> tuple[Due, ...]:
    """Open proposals that nobody has looked at for the site's quiet months, the longest ago first."""
    found = [
        Due(proposal, looked, _newest_source(corpus, proposal))
        for proposal in corpus.proposals.values()
        if corpus.is_awaited(proposal)
        and _months(looked := last_look(corpus, proposal), today) >= corpus.site.quiet_months
    ]
    return tuple(sorted(found, key=lambda due: (due.looked, due.proposal.id)))


def last_look(corpus: Corpus, proposal: Proposal) -> date:
    """The latest of the day it was checked, its newest step, and the day on which all were looked at."""
    days = (proposal.checked, proposal.history[-1].date, corpus.site.as_of)
    return max(day.latest for day in days if day)


def due_as_text(due: tuple[Due, ...], language: Speech) -> str:
    """A line for each."""
    return "".join(f"{in_words(_told(one), language)}\n" for one in due)


def _told(due: Due) -> Message:
    path, looked = due.proposal.path, str(due.looked)
    if due.source is None:
        return message("due.without_source", path=path, looked=looked)
    address: str | Message = str(due.source.url) if due.source.url else message("source_list.no_address")
    return message(
        "due.proposal", path=path, looked=looked, source=due.source.path, issued=str(due.source.issued),
        address=address,
    )  # fmt: skip


def _months(past: date, today: date) -> int:
    """Whole months from one day to a later one."""
    return (today.year - past.year) * 12 + today.month - past.month - (today.day < past.day)


def _newest_source(corpus: Corpus, proposal: Proposal) -> Source | None:
    cited = [corpus.sources[key] for key in cited_sources(proposal) if key in corpus.sources]
    return max(cited, key=lambda source: (source.issued.latest, source.id), default=None)
