"""The HTML of the pages, which the engine makes of their Markdown, kept until one of them changes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any

from generator.models import Language
from generator.output.file_state import FileState, WrittenFile, written_file
from generator.output.generated_folder import remove_others
from generator.output.site_paths import page_folder, place_of
from generator.pipeline.cache import Cache

HTML = "html"
"""The kind of what is kept."""

THEME = "theme"
"""Stands for what the engine writes beside the pages of a language: style sheets, scripts, the 404 page."""


@dataclass(frozen=True)
class Wanted:
    """What the engine is to make for a language."""

    language: Language
    pages: tuple[str, ...]
    """Markdown files from the language's root."""
    theme: bool
    """Whether the files beside the pages are wanted too."""
    elsewhere: bool = False
    """Whether other machines make the pages that these link to."""

    def __bool__(self) -> bool:
        return bool(self.pages or self.theme)


class KeptHtml:
    """Files that the engine made, each with a key: the hash of what it is made of."""

    def __init__(self, cache: Cache) -> None:
        self.folder = cache.html
        self._store = cache.kept
        self._kept = self._store.read(HTML)
        self._now: dict[str, bytes] = {}
        self.files: dict[str, Path] = {}
        """Path from the site's root → the file, of everything that was found or added."""

    def wanted(self, language: Language, keys: Mapping[str, str]) -> Wanted:
        """What is not there, or no longer as it was made; the rest is found.

        `keys`: Markdown file of each page, and THEME → its key.
        """
        missing = [name for name, key in keys.items() if not self._find(f"{language}/{name}", key)]
        pages = tuple(name for name in missing if name != THEME)
        return Wanted(language, pages, THEME in missing)

    def _find(self, name: str, key: str) -> bool:
        value = self._kept.get(name)
        if value is None:
            return False
        noted = json.loads(value)
        files = noted_html(noted)
        if noted["key"] != key or not all(file.is_whole(self.folder / path) for path, file in files.items()):
            return False
        self._note(name, value, files)
        return True

    def add(self, name: str, key: str, made: Iterable[str]) -> None:
        """Files that lie in the folder since now, by their paths from the site's root."""
        files = {path: written_file(self.folder / path) for path in made}
        noted = {path: [*astuple(file.state), file.digest] for path, file in files.items()}
        self._note(name, json.dumps({"key": key, "files": noted}, ensure_ascii=False).encode(), files)

    def _note(self, name: str, value: bytes, files: Iterable[str]) -> None:
        self._now[name] = value
        self.files.update((path, self.folder / path) for path in files)

    @property
    def values(self) -> Mapping[str, bytes]:
        """What is kept of all that was found or added."""
        return self._now

    def save_beside_others(self) -> None:
        """The next build is to find the files of this one, and what it found before."""
        self._store.add(HTML, self._now)

    def save(self) -> None:
        """The next build is to find the files of this one; others are removed."""
        self._store.write(HTML, self._now)
        remove_others(self.folder, self.files.keys())


def noted_html(noted: Mapping[str, Any]) -> Mapping[str, WrittenFile]:
    """The files of something that is kept, read from its JSON, by their paths from the site's root."""
    files = noted["files"].items()
    return {path: WrittenFile(FileState(*state), digest) for path, (*state, digest) in files}


def html_path(language: Language, markdown: str) -> str:
    """`forums/x.md` → `en/forums/x/index.html`, from the site's root; an index.md stays in its folder."""
    return place_of(language, f"{page_folder(markdown)}index.html")
