"""The sources as lines for a terminal: each with its file, its address and that of its archived copy."""

from __future__ import annotations

from generator.corpus.corpus import Corpus
from generator.models import Source
from generator.parsing.messages import Message, Speech, in_words, message


def listed_sources(corpus: Corpus, *, unarchived: bool) -> tuple[Source, ...]:
    """All sources, or those without an archived copy, in the order of their ids."""
    return tuple(source for source in corpus.sources.values() if not (unarchived and source.archive_url))


def sources_as_text(sources: tuple[Source, ...], language: Speech) -> str:
    """A line for each."""
    return "".join(f"{in_words(_told(source), language)}\n" for source in sources)


def _told(source: Source) -> Message:
    address: str | Message = str(source.url) if source.url else message("source_list.no_address")
    if source.archive_url:
        return message(
            "source_list.archived", path=source.path, address=address, copy=str(source.archive_url)
        )
    return message("source_list.source", path=source.path, address=address)
