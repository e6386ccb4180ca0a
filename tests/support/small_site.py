"""A project that is quick to build, with a page for each entry of the navigation."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from markupsafe import escape as in_html

from generator.corpus.reader import read_model
from generator.engine.configuration import SiteFacts, configuration_of, configuration_text, root_addresses
from generator.engine.environment import configuration_path
from generator.engine.fixed_settings import FOOTER, NAVIGATION
from generator.exports.sitemap import Listed, sitemap_files
from generator.models import LANGUAGES, Site
from generator.parsing.escape import escape
from tests.support.paths import ROOT
from tests.support.words import WORDS

SITE = """\
name: {ko: 작은 자료집, en: Small Proceedings}
tagline: {ko: 시험, en: A test}
description: {ko: 시험용 자료집., en: 'Proceedings for "tests".'}
publisher: {name: {ko: 사무국}, url: https://desk.example.org/}
licence: {name: CC BY 4.0}
address: https://forum.example.org/
contact: {email: desk@example.org}
repository: {url: https://github.com/example/records, branch: main}
"""

PAGES = {
    "index": "홈 Home",
    "forums/index": "포럼 Forums",
    "forums/one": "첫 포럼 One",
    "proposals/index": "제안 Proposals",
    "speakers/index": "사람 Speakers",
    "organizations/index": "기관 Organizations",
    "topics/index": "분야 Topics",
    "sources/index": "출처 Sources",
    "statistics": "통계 Statistics",
    "data": "데이터 Data",
    "about": "소개 About",
    "search": "찾기 Search",
    "statuses": "상태 Statuses",
    "corrections": "정정 Corrections",
}
"""Path → title, in both languages."""


LINKED = [page.removesuffix(".md") for page in (*NAVIGATION, *FOOTER)]
"""The pages that every page links, where they are."""

PAGES |= {page: f"쪽 {page}" for page in LINKED if page not in PAGES}


def make_project(folder: Path, titles: Mapping[str, str] | None = None) -> Path:
    """The project's own settings and theme over pages of our own, all in the folder."""
    (folder / "content").mkdir(parents=True)
    (folder / "content" / "site.yml").write_text(SITE, encoding="utf-8")
    (folder / "generator").symlink_to(ROOT / "generator")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    pages = {**PAGES, **(titles or {})}
    for language in LANGUAGES:
        for path, title in pages.items():
            write_page(folder, language, path, title)
    write_configurations(folder, pages)
    return folder


def write_configurations(
    folder: Path, pages: Mapping[str, str] = PAGES, address: str | None = None, *, is_preview: bool = False
) -> None:
    """As the generator writes them, of the site file that is there; for another address, if one is given.

    With the sitemaps, which state that address too.
    """
    site = read_model(folder / Site.path, Site.path, Site)
    facts = SiteFacts(site, WORDS, address or site.address, is_preview=is_preview)
    for language in LANGUAGES:
        configuration = configuration_of(facts, language, {f"{path}.md": pages[path] for path in pages})
        (folder / configuration_path(language)).write_text(configuration_text(configuration), "utf-8")
        listed = (Listed(f"{path}.md", None) for path in pages)
        for name, content in sitemap_files(listed, language, root_addresses(facts.address)).items():
            (folder / "build" / "docs" / language / name).write_bytes(content)


def write_page(
    folder: Path, language: str, path: str, title: str, text: str = "", **front_matter: object
) -> None:
    """A page as generator/rendering/renderer.py writes it: breadcrumbs, the title, a section."""
    named = str(in_html(title))
    values = {"title": named, "description": named, "kind": "small", **front_matter}
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items()]
    crumbs = f"<span>{escape('crumbs of ' + path)}</span>\n{{: .crumbs }}"
    body = f"{crumbs}\n\n# {escape(title)}\n\n{text}\n\n## {escape(title)} {{#section}}\n\n{escape(title)}\n"
    page = folder / "build" / "docs" / language / f"{path}.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("---\n" + "\n".join(lines) + f"\n---\n\n{body}", encoding="utf-8")


def mkdocs_command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "mkdocs", *arguments]


def mkdocs_environment(**variables: str) -> dict[str, str]:
    """The pages are there, and Material keeps quiet about itself, unless the variables say otherwise."""
    ours = {"PROCEEDINGS_PAGES_READY": "1", "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    return {**os.environ, **ours, **variables}


def run_mkdocs(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        mkdocs_command(*arguments),
        cwd=folder,
        env=mkdocs_environment(**variables),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
