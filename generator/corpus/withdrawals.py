"""The pages that stand where a record was that was taken out at request."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.urls import PERMANENT_FOLDER
from generator.models import Proposal
from generator.models.withdrawn import TakenOut


def pages_of(gone: TakenOut) -> Iterator[str]:
    """Its former pages from a language's root, those below p/ included: `proposals/x.md`, `p/x.md`."""
    for address in gone.addresses:
        yield from pages_at(address)


def pages_at(address: str) -> Iterator[str]:
    """The pages of one former address."""
    yield f"{address}.md"
    folder, _, key = address.partition("/")
    if folder == Proposal.folder:
        yield f"{PERMANENT_FOLDER}/{key}.md"


def withdrawn_pages(corpus: Corpus) -> frozenset[str]:
    """Those of all that were taken out; nothing may lead there."""
    return frozenset(page for gone in corpus.withdrawn for page in pages_of(gone))
