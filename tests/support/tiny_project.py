"""A project that is quick to build and whole: one record of each kind, and neither Typst nor Kiwi.

Most of its time goes into starting MkDocs twice.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.build import site
from tests.support.paths import RECORDS, VALID
from tests.support.running import copy_project, replace
from tests.support.sites import PLAIN_INSTALL, build_in

FORUM = "content/forums/2024-open-shelves.yml"
SOURCE = "content/sources/dawn-courier.yml"


def copy_tiny_project(folder: Path) -> Path:
    """The settings and a copy of the program, which may be changed like the records."""
    copy_project(folder)
    shutil.rmtree(folder / "content")
    shutil.copytree(VALID, folder / "content")
    for page in RECORDS.glob("pages/corrections.*.md"):  # the footer links it
        shutil.copy(page, folder / "content" / "pages")
    # Below a folder, since a site need not stand at the root.
    replace(
        folder / "content/site.yml",
        "https://proceedings.example.org/",
        "https://proceedings.example.org/library/",
    )
    return folder


def build_tiny(folder: Path) -> None:
    build_in(copy_tiny_project(folder / "project"), **PLAIN_INSTALL)


def generate_tiny(folder: Path) -> None:
    """A project whose pages are generated, with a site to lose; without the program, and without content/."""
    project = folder / "project"
    shutil.copytree(VALID, project / "content")
    site.generate(project)
    shutil.rmtree(project / "content")
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("as it was", encoding="utf-8")
