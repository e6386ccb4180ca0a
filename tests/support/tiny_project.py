"""A project that is quick to build and whole: one record of each kind, and neither Typst nor Kiwi.

Most of its time goes into starting MkDocs twice.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from generator.pipeline import site
from tests.support.paths import RECORDS, VALID
from tests.support.running import copy_project, replace
from tests.support.sites import PLAIN_INSTALL, build_in

FORUM = "content/forums/2024-open-shelves.yml"
SOURCE = "content/sources/dawn-courier.yml"
UNUSED = "content/sources/of-nothing.yml"
GONE: Mapping[str, str] = {
    "content/withdrawn.yml": """
- record: speakers/someone-gone
  date: 2024-11-01
- record: proposals/gone-1
  date: 2024-11-02
  note: {ko: 본인이 바랐습니다., en: As the author wished.}
  redirect_from: [gone-older]
"""
}
WAITING: Mapping[str, str] = {
    "content/speakers/not-yet.yml": "name: {ko: 아직아님, en: Not Yet}\nimage: not-yet.jpg\ndraft: true\n",
    "content/proposals/2024-open-shelves-9.yml": """
forum: 2024-open-shelves
title: {ko: 아직 아닌 제안, en: A proposal not to be seen}
abstract: {ko: 아직 아니다., en: Not yet.}
proposers: [{forum: 2024-open-shelves}]
topics: [robots]
history: [{date: 2024-06-12, status: proposed}]
redirect_from: [not-yet-9]
sources: [dawn-courier]
draft: true
""",
    "content/sources/embargoed.yml": """
type: webpage
title: {ko: 금지된 것, en: Under an embargo}
publisher: x
issued: 2024
language: ko
embargo: 2399-12-31
""",
    "content/files/not-yet.jpg": "x",
}
"""What waits, by its file."""


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
    """And its site, with a record that no other one names, with what waits, and with what was taken out.

    `shared_site("tiny", build_tiny)`
    """
    project = copy_tiny_project(folder / "project")
    shutil.copy(project / SOURCE, project / UNUSED)
    write_texts(project, {**GONE, **WAITING})
    build_in(project, **PLAIN_INSTALL)


def write_texts(project: Path, texts: Mapping[str, str]) -> None:
    for path, text in texts.items():
        (project / path).write_text(text, encoding="utf-8")


def generate_tiny(project: Path) -> Path:
    """Pages are generated, and there is a site to lose; there is no program, and content/ is gone."""
    shutil.copytree(VALID, project / "content")
    site.generate(project)
    shutil.rmtree(project / "content")
    (project / "site").mkdir()
    (project / "site" / "index.html").write_text("as it was", encoding="utf-8")
    return project
