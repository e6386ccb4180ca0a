"""A project that is quick to build and whole: one record of each kind, and neither Typst nor Kiwi.

Most of its time goes into starting MkDocs twice.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.pipeline import site
from tests.support.paths import RECORDS, VALID
from tests.support.running import copy_project, replace
from tests.support.sites import PLAIN_INSTALL, build_in

FORUM = "content/forums/2024-open-shelves.yml"
SOURCE = "content/sources/dawn-courier.yml"
UNUSED = "content/sources/of-nothing.yml"


def write_tiny_content(content: Path) -> None:
    """One record of each kind, for a site below a folder, since it need not stand at the root."""
    shutil.copytree(VALID, content)
    for page in RECORDS.glob("pages/corrections.*.md"):  # every page's footer links it
        shutil.copy(page, content / "pages")
    root = "https://proceedings.example.org/"
    replace(content / "site.yml", root, f"{root}library/")


def copy_tiny_project(folder: Path) -> Path:
    """The settings and a copy of the program, which may be changed like the records."""
    copy_project(folder)
    shutil.rmtree(folder / "content")
    write_tiny_content(folder / "content")
    return folder


def build_tiny(folder: Path) -> None:
    """And its site, with one more record, which no other one names: `shared_site("tiny", build_tiny)`."""
    project = copy_tiny_project(folder / "project")
    shutil.copy(project / SOURCE, project / UNUSED)
    build_in(project, **PLAIN_INSTALL)


def generate_tiny(project: Path) -> Path:
    """Pages are generated, and there is a site to lose; there is no program, and content/ is gone."""
    shutil.copytree(VALID, project / "content")
    site.generate(project)
    shutil.rmtree(project / "content")
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("as it was", encoding="utf-8")
    return project
