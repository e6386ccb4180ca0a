"""The citation box of a page: how a reader cites what stands there, in every form."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from generator.citations.csl import Work
from generator.citations.style_files import Style
from generator.citations.styles import reference
from generator.corpus.urls import LANGUAGE_FOLDERS
from generator.models import Forum, Language

CITATIONS_FOLDER = "cite"
"""Where the files lie that hold many works, from the root of a language."""
CITATION_FORMAT_NAMES = {"bib": "BibTeX", "ris": "RIS", "json": "CSL-JSON"}
"""The endings of those files, and what the formats call themselves."""

STYLES: dict[Language, Style] = {"ko": "korean", "en": "apa"}
"""Each language's usual style; a page's own comes first."""


@dataclass(frozen=True)
class CitationView:
    """A work as its page cites it."""

    work: Work
    references: tuple[tuple[Style, Language, str], ...]
    """Style, the language that it is in, the reference in it."""

    @property
    def formats(self) -> tuple[tuple[str, str], ...]:
        """By which name a button asks for the work, and what it says."""
        return tuple(CITATION_FORMAT_NAMES.items())

    @property
    def data(self) -> str:
        """The work as CSL-JSON; by its id the page's script finds it in the files of the other formats."""
        return json.dumps(self.work, ensure_ascii=False, separators=(",", ":"))


def citation_view(works: Mapping[Language, Work], language: Language) -> CitationView:
    """Each style cites the work in the style's own language."""
    languages = sorted(STYLES, key=lambda one: one != language)
    references = tuple((STYLES[one], one, reference(works[one], STYLES[one])) for one in languages)
    return CitationView(works[language], references)


def works_files(forum: Forum | None = None) -> dict[str, str]:
    """Ending → the file of a forum's works or of all, from the language's root: `cite/forums/2025-ai.bib`."""
    name = f"forums/{forum.id}" if forum else "all"
    return {ending: f"{CITATIONS_FOLDER}/{name}.{ending}" for ending in CITATION_FORMAT_NAMES}


def works_paths(language: Language, forum: Forum | None = None) -> dict[str, str]:
    """The same from the site's root."""
    return {ending: LANGUAGE_FOLDERS[language] + file for ending, file in works_files(forum).items()}


def works_links(forum: Forum | None = None) -> tuple[tuple[str, str], ...]:
    """The name of each format, and the file."""
    return tuple((CITATION_FORMAT_NAMES[ending], file) for ending, file in works_files(forum).items())
