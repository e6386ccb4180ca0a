"""Forums that are still to come, as far as the records know; the clock is never asked."""

from __future__ import annotations

from generator.corpus.corpus import Corpus
from generator.models import Forum


def upcoming(corpus: Corpus) -> tuple[Forum, ...]:
    """The forums that have surely not begun on the last day that is told of, the next one first."""
    to_come = (forum for forum in corpus.forums.values() if forum.start_date.earliest > corpus.known_until)
    return tuple(sorted(to_come, key=lambda forum: (forum.start_date.earliest, forum.id)))
