"""Forums to come, as of the last day that the records cover; the clock is never read."""

from __future__ import annotations

from generator.corpus.corpus import Corpus
from generator.models import Forum


def upcoming(corpus: Corpus) -> tuple[Forum, ...]:
    """The forums that begin after the last day that the records cover, the next one first."""
    to_come = (forum for forum in corpus.forums.values() if forum.start_date.earliest > corpus.known_until)
    return tuple(sorted(to_come, key=lambda forum: (forum.start_date.earliest, forum.id)))
