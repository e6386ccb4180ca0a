"""Forums that are still to come, as far as the records know; the clock is never asked."""

from __future__ import annotations

from datetime import date

from generator.corpus import Corpus
from generator.models import Forum


def known_until(corpus: Corpus) -> date:
    """The last day of which the records tell: site.yml's, or a later one of a proposal, source or correction.

    The days of forums count only where there is nothing else: they are written before they come.
    """
    told = corpus.newest_fact((*corpus.proposals.values(), *corpus.sources.values()))
    corrected = [revision.date for forum in corpus.forums.values() for revision in forum.revisions]
    days = [day.earliest for day in (corpus.site.as_of, told, *corrected) if day]
    newest = corpus.newest_fact()
    return max(days, default=newest.earliest if newest else date.max)


def upcoming(corpus: Corpus) -> tuple[Forum, ...]:
    """The forums that have surely not begun on the last day that is told of, the next one first."""
    until = known_until(corpus)
    to_come = (forum for forum in corpus.forums.values() if forum.start_date.earliest > until)
    return tuple(sorted(to_come, key=lambda forum: (forum.start_date.earliest, forum.id)))
