"""The records that a new archive has as an example, until its own take their place."""

from __future__ import annotations

from generator.corpus.corpus import Corpus

EXAMPLE = "example-"
"""How the id of each begins."""


def has_begun(corpus: Corpus) -> bool:
    """Whether a forum of its own is on record."""
    return any(not key.startswith(EXAMPLE) for key in corpus.forums)
