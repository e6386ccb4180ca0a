"""The sources as lines for a terminal: each with its file, its address and that of its archived copy."""

from __future__ import annotations

from generator.corpus.corpus import Corpus
from generator.models import Source


def listed_sources(corpus: Corpus, *, unarchived: bool) -> tuple[Source, ...]:
    """All sources, or those without an archived copy, in the order of their ids."""
    return tuple(source for source in corpus.sources.values() if not (unarchived and source.archive_url))


def sources_as_text(sources: tuple[Source, ...]) -> str:
    """A line for each."""
    return "".join(map(_line, sources))


def _line(source: Source) -> str:
    archived = f" (archived: {source.archive_url})" if source.archive_url else ""
    return f"{source.path}: {source.url or 'no address'}{archived}\n"
