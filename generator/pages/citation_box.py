"""The citation box of a page: references to its work in each style, and its files in each format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.citations.csl import Work
from generator.citations.style_files import Style
from generator.citations.styles import reference
from generator.models import Forum, Language
from generator.output.site_paths import LANGUAGE_FOLDERS

CITATIONS_FOLDER = "cite"
"""The folder of the files that hold many works, from the root of a language."""
CITATION_FORMAT_NAMES = {
    "bib": "BibTeX",
    "biblatex.bib": "BibLaTeX",
    "ris": "RIS",
    "json": "CSL-JSON",
}
"""Ending of those files → name of the format. BibTeX's own styles print no file of BibLaTeX whole."""

STYLES: dict[Language, Style] = {"ko": "korean", "en": "apa"}
"""Each language's usual style; the page's own language comes first."""


@dataclass(frozen=True)
class CitationView:
    """A work as its page cites it."""

    work: Work
    """The page's script finds its id in the files of each format."""
    references: tuple[tuple[Style, Language, str], ...]
    """Style, its language, and the reference."""

    @property
    def has_our_title(self) -> bool:
        """Whether its title is the editors' wording, in brackets."""
        return "note" in self.work


def citation_view(works: Mapping[Language, Work], language: Language) -> CitationView:
    """The work as cited by each style in the style's own language."""
    languages = sorted(STYLES, key=lambda key: key != language)
    references = tuple((STYLES[key], key, reference(works[key], STYLES[key])) for key in languages)
    return CitationView(works[language], references)


def works_files(forum: Forum | None = None) -> dict[str, str]:
    """Ending → file of a forum's works or of all, from the language's root: `cite/forums/2025-ai.bib`."""
    name = f"forums/{forum.id}" if forum else "all"
    return {ending: f"{CITATIONS_FOLDER}/{name}.{ending}" for ending in CITATION_FORMAT_NAMES}


def works_paths(language: Language, forum: Forum | None = None) -> dict[str, str]:
    """The same from the site's root."""
    return {ending: LANGUAGE_FOLDERS[language] + file for ending, file in works_files(forum).items()}


def works_links(forum: Forum | None = None) -> tuple[tuple[str, str], ...]:
    """The name of each format, and the file."""
    return tuple((CITATION_FORMAT_NAMES[ending], file) for ending, file in works_files(forum).items())
