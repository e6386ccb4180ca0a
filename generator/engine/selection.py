"""A run that builds only some pages, and knows all others for their links.

The file that the variable PROCEEDINGS_PAGES names says which:

    {"pages": ["proposals/x.md", …], "theme": true, "known": ["data/records.csv", …], "elsewhere": true}

`theme`: whether the files of the theme are written too. `known`: files that pages may link though they are
not in the folder of the pages. `elsewhere`: they may link any file, since the others are made on other
machines; whoever puts the site together finds the links that lead nowhere. The last two may be left out.

Nothing is emptied, and no file beside the pages is copied: whoever starts such a run puts them there.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, set_exclusions

from generator.engine.environment import PAGES
from generator.engine.plain_files import as_published

SITEMAP = "sitemap.xml"
"""The theme's template of every page; there is none where the generator has written the file."""

NOWHERE = "nowhere"
"""A folder that is not there: MkDocs walks and empties folders before a plugin can say which files count."""


@dataclass(frozen=True)
class Selection:
    """What a run builds."""

    pages: tuple[str, ...]
    """Markdown files from the language's root."""
    theme: bool = False
    """Whether it writes the theme's files and templates too."""
    known: frozenset[str] = frozenset()
    """Files that may be linked and are not in the folder of the pages."""
    elsewhere: bool = False
    """Whether all others are, too."""


_selected: ContextVar[Selection | None] = ContextVar("selected", default=None)


@contextmanager
def select(selection: Selection) -> Iterator[None]:
    """What builds inside this process are asked for, in place of the environment."""
    token = _selected.set(selection)
    try:
        yield
    finally:
        _selected.reset(token)


def selection_asked_for() -> Selection | None:
    """What this process or the environment asks for; None is every page."""
    path = os.environ.get(PAGES)
    if selected := _selected.get():
        return selected
    if not path:
        return None
    asked = json.loads(Path(path).read_bytes())
    return Selection(
        tuple(asked["pages"]),
        bool(asked.get("theme")),
        frozenset(asked.get("known", ())),
        bool(asked.get("elsewhere")),
    )


class KnownFiles(Files):
    """The files that a run writes; any other one is found when a link asks for it."""

    def __init__(self, files: Iterable[File], config: MkDocsConfig, selection: Selection) -> None:
        super().__init__(files)
        self._config = config
        self._selection = selection
        self._others: dict[str, File | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        found = super().get_file_from_path(path)
        if found is None:
            if path not in self._others:
                self._others[path] = self._look_for(path)
            found = self._others[path]
        return found

    def _look_for(self, path: str) -> File | None:
        config = self._config
        folders = [config.docs_dir, *config.theme.dirs]
        is_told = self._selection.elsewhere or path in self._selection.known
        is_known = is_told or any(Path(folder, path).is_file() for folder in folders)
        return file_of(path, config) if is_known and not path.startswith("../") else None


def file_of(path: str, config: MkDocsConfig) -> File:
    """A file of the folder of the pages, as MkDocs would find it there."""
    file = as_published(File(path, config.docs_dir, config.site_dir, config.use_directory_urls), config)
    set_exclusions([file], config)
    return file


@dataclass(frozen=True)
class Folders:
    """Where the pages lie, and where the site is written."""

    docs: str
    site: str


def hide_folders(config: MkDocsConfig) -> Folders:
    """Keeps MkDocs from emptying the one and walking the other; `show_folders` gives them back.

    MkDocs 1.6.1 does both between the events `pre_build` and `files`, before a plugin can say what counts.
    """
    hidden = Folders(config.docs_dir, config.site_dir)
    config.docs_dir = str(Path(config.docs_dir) / NOWHERE)
    config.site_dir = str(Path(config.site_dir) / NOWHERE)
    return hidden


def show_folders(config: MkDocsConfig, folders: Folders) -> None:
    config.docs_dir, config.site_dir = folders.docs, folders.site


def selected_files(files: Files, selection: Selection, config: MkDocsConfig) -> KnownFiles:
    """The selected pages, and the theme's files if they are asked for: `files` holds those alone."""
    chosen = [file_of(page, config) for page in selection.pages]
    if selection.theme:
        for file in files:
            # The same file of the archive takes the place of the theme's; it is not copied here.
            if not Path(config.docs_dir, file.src_uri).is_file():
                file.dest_dir = config.site_dir
                chosen.append(file)
    return KnownFiles(chosen, config, selection)


def settle_templates(config: MkDocsConfig, selection: Selection | None) -> None:
    """The sitemap tells of every page: a run of some does not write it, nor any run that finds it written.

    To be called once MkDocs has told the theme's templates from its other files.
    """
    if selection and not selection.theme:
        config.theme.static_templates = set()
    elif selection or Path(config.docs_dir, SITEMAP).is_file():
        config.theme.static_templates.discard(SITEMAP)
