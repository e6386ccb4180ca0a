"""Absolute URLs of the published pages and files, for other programs and for print."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from generator.corpus.corpus import Corpus
from generator.models import LANGUAGES, Language, Proposal
from generator.models.titles import identifier_of
from generator.output.site_paths import LANGUAGE_FOLDERS, page_path

PERMANENT_FOLDER = "p"
"""The folder of the permanent addresses."""


def root_address(corpus: Corpus, language: Language = LANGUAGES[0]) -> str:
    """Where a language's pages begin, with '/' at the end."""
    return f"{corpus.site.address.rstrip('/')}/{LANGUAGE_FOLDERS[language]}"


def page_address(corpus: Corpus, path: str, language: Language) -> str:
    """A page by its Markdown file from the language's root: `forums/2025-ai.md` is at …/forums/2025-ai/."""
    return root_address(corpus, language) + page_path(path)


def file_address(corpus: Corpus, path: str) -> str:
    """A file by its path from the site's root, such as `files/2025/slides.pdf` or `en/feeds/new.atom`."""
    return root_address(corpus) + quote(path)


def permanent_page(proposal: Proposal) -> str:
    """The Markdown file of the proposal's permanent redirect: `p/hb-2024-1.md`."""
    return f"{PERMANENT_FOLDER}/{identifier_of(proposal)}.md"


def permanent_address(corpus: Corpus, proposal: Proposal, language: Language) -> str:
    """The short address that a proposal is cited by: it stays when the record gets another id."""
    return page_address(corpus, permanent_page(proposal), language)


def short_pages(proposal: Proposal) -> Iterator[str]:
    """All pages below p/ that redirect to the proposal: for its identifier, its id, and all former ids.

    As long as no identifier is written, the permanent address has the id.
    """
    for name in dict.fromkeys((identifier_of(proposal), proposal.id, *proposal.redirect_from)):
        yield f"{PERMANENT_FOLDER}/{name}.md"
