"""Corpora checked, built and verified one after the other in one process, volumes and cards too."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from unittest.mock import patch

from jinja2 import FileSystemLoader
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config

from generator.corpus.corpus import Corpus
from generator.engine.english_build import EnglishBuild
from generator.engine.environment import configuration_path
from generator.i18n.load import load_words
from generator.output.site_paths import LANGUAGE_FOLDERS
from generator.parsing.problems import Problems
from generator.pipeline import site
from generator.pipeline.options import BuildOptions
from generator.pipeline.page_files import Typesetting, no_typeset_files, write_pages
from generator.pipeline.progress import Silent
from generator.pipeline.run_mkdocs import mkdocs_environment
from generator.pipeline.volumes_and_cards import typeset_files
from tests.fuzz.corpora import Content
from tests.support.paths import ROOT

_list_templates = FileSystemLoader.list_templates

MOST_MENDING = 12
"""After so many rounds a corpus is given up that check still refuses."""


@dataclass
class Tally:
    """How many corpora came how far, and in what time."""

    tried: int = 0
    passed_at_once: int = 0
    passed: int = 0
    built: int = 0
    seconds: float = 0

    def __str__(self) -> str:
        return (
            f"{self.tried} corpora tried, {self.passed} passed check ({self.passed_at_once} as drawn), "
            f"{self.built} built and verified, {self.seconds:,.0f} s"
        )


@dataclass
class Workshop:
    """A project's folder, in which one corpus takes the place of another."""

    root: Path
    tally: Tally = field(default_factory=Tally)
    last_passed: bool = False
    """Whether what lies in content/ now is the last corpus, which check accepted."""

    def __post_init__(self) -> None:
        self.words = load_words()
        self.root.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "mkdocs.yml", self.root)
        if not (self.root / "generator").exists():
            (self.root / "generator").symlink_to(ROOT / "generator")

    def keeps_the_promise(self, content: Content, *, typeset: bool = True) -> bool:
        """Whatever passes check is built, verified and whole; False if nothing passed."""
        begun = time.monotonic()
        self.tally.tried += 1
        self.last_passed = False
        try:
            corpus = self.checked(content)
            if corpus is None:
                return False
            self.tally.passed += 1
            self.build(corpus, typeset=typeset)
            self.tally.built += 1
            self.last_passed = True
        finally:
            self.tally.seconds += time.monotonic() - begun
        return True

    def checked(self, content: Content) -> Corpus | None:
        """The corpus, without what check names; every problem says where it is."""
        for round_ in range(MOST_MENDING):
            self.write(content)
            try:
                with on_the_last_day():
                    corpus = site.check(self.root, self.words, Silent())
            except Problems as found:
                problems = found.problems
            else:
                self.tally.passed_at_once += not round_
                return corpus
            assert problems, "refused without a reason"
            assert all(one.path.startswith("content") and one.line and one.column for one in problems)
            # From the end: what stands before keeps its number.
            mended = [content.without(one) for one in sorted(problems, reverse=True)]
            if not all(mended):
                return None
        return None

    def build_again(self) -> None:
        """What lies in content/, as a strict build does it, but for warnings."""
        with on_the_last_day(), patch("generator.pipeline.site.refuse_warnings"):
            site.build(self.root, Silent(), BuildOptions(strict=True))

    def write(self, content: Content) -> None:
        folder = self.root / "content"
        shutil.rmtree(folder, ignore_errors=True)
        for path, written in content.files().items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(written)

    def build(self, corpus: Corpus, *, typeset: bool) -> None:
        """As `site.build`, but with MkDocs in this process, one language after the other."""
        made = no_typeset_files()
        if typeset:
            made = typeset_files(self.root, corpus, self.words, Silent())
        assert not made.left_out, made.left_out
        typesetting = Typesetting(frozenset(made.files), lambda: made)
        pages = write_pages(self.root, corpus, self.words, Silent(), typesetting).number
        stage = self.root / "stage"
        shutil.rmtree(stage, ignore_errors=True)
        with mkdocs_alone(mkdocs_environment(corpus)):
            for language, folder in LANGUAGE_FOLDERS.items():
                settings = self.root / configuration_path(language)
                config = load_config(str(settings), site_dir=str(stage / folder), strict=True)
                config.plugins.on_startup(command="build", dirty=False)
                build_with_mkdocs(config)
        site.verify(self.root, stage, corpus, pages, Silent())


def on_the_last_day() -> AbstractContextManager[object]:
    """Every day of a record may be past."""
    return patch("generator.pipeline.site.today", lambda: date.max)


@contextmanager
def mkdocs_alone(environment: dict[str, str]) -> Iterator[None]:
    """MkDocs's build of one language starts no process for the other.

    The theme, which is the same for all corpora, is listed once, and its files are linked, not copied.
    """
    with (
        patch.object(EnglishBuild, "start", lambda *_: None),
        patch.object(FileSystemLoader, "list_templates", listed_once),
        patch("mkdocs.utils.copy_file", linked),
        patch.dict(os.environ, environment),
    ):
        yield


def listed_once(loader: FileSystemLoader) -> list[str]:
    return list(_templates_below(tuple(map(str, loader.searchpath))))


@cache
def _templates_below(folders: tuple[str, ...]) -> tuple[str, ...]:
    """Without the theme's icons, which MkDocs passes over: 11,000 files."""
    return tuple(name for name in _list_templates(FileSystemLoader(folders)) if not name.startswith("."))


def linked(source: str, target: str) -> None:
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    os.link(source, target)
