"""Where pages and files lie: from the site's root, and from that of their language.

Processes of the engine ask it too, which need no records: it imports none.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from generator.parsing.languages import LANGUAGES, Language

TWINS_FOLDER = "text"
"""The folder of the pages' plain texts, Markdown files that are no pages themselves."""

LANGUAGE_FOLDERS: Mapping[Language, str] = {
    language: "" if language == LANGUAGES[0] else f"{language}/" for language in LANGUAGES
}
"""Where each language's pages lie from the site's root: the first language's at the root itself."""


def language_at(path: str) -> Language:
    """The language among whose pages a path from the site's root lies."""
    found = (language for language, folder in LANGUAGE_FOLDERS.items() if folder and path.startswith(folder))
    return next(found, LANGUAGES[0])


def place_of(language: Language, path: str) -> str:
    """A path from the site's root, by that from a language's."""
    return f"{LANGUAGE_FOLDERS[language]}{path}"


def place_within(path: str) -> str:
    """A path from its language's root, by that from the site's."""
    return path.removeprefix(LANGUAGE_FOLDERS[language_at(path)])


def page_folder(path: str) -> str:
    """The folder of a page below its language's root, by its Markdown file: `forums/2025-ai/`."""
    folder = f"/{path}".removesuffix(".md").removesuffix("/index").lstrip("/")
    return f"{folder}/" if folder else ""


def page_path(path: str) -> str:
    """The same as it stands in an address."""
    return quote(page_folder(path))
