"""Pages are made HTML of when they are written, and MkDocs's warnings of their links stay."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from generator.engine.environment import NAME
from generator.engine.quick_page import QuickPage
from tests.engine.loaded_settings import settings
from tests.support.small_site import make_project, write_page

pytestmark = pytest.mark.usefixtures("own_environment")


class Watching(BasePlugin):  # type: ignore[type-arg, no-untyped-call]  # MkDocs's
    """Another plugin, which keeps the pages."""

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002
        self.pages = [file.page for file in files.documentation_pages()]


@pytest.mark.parametrize(
    ("link", "is_there"),
    [
        ("two.md#raw", True),
        ("two.md#single", True),
        ("two.md#section", True),
        ("two.md#nowhere", False),
        ("#section", True),
        ("#nowhere", False),
        ("../index.md#nowhere", False),
    ],
)
def test_a_link_to_an_anchor(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, link: str, is_there: bool
) -> None:
    project = make_project(tmp_path / "project")
    write_page(project, "ko", "forums/one", "One", f"[a]({link})")
    write_page(project, "ko", "forums/two", "Two", "<div id=\"raw\">a</div>\n\nb <a name='single'>c</a>")
    config = settings(project)
    config.site_dir = str(tmp_path / "site")
    with caplog.at_level(logging.WARNING, "mkdocs"):
        build(config)
    said = [record.getMessage() for record in caplog.records if "anchor" in record.getMessage()]
    assert bool(said) != is_there


def test_a_page_without_a_title_has_that_of_its_heading(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    (project / "build/docs/ko/forums/bare.md").write_text("# Bare *page*\n")
    config = settings(project)
    config.site_dir = str(tmp_path / "site")
    kept = Watching()
    config.plugins.events["nav"].append(kept.on_nav)
    build(config)
    page = next(page for page in kept.pages if page and page.file.src_uri == "forums/bare.md")
    assert isinstance(page, QuickPage)
    assert page.title == "Bare page"
    assert (page.markdown, page.content, list(page.toc)) == ("", "", [])


def test_another_plugin_has_the_pages_that_mkdocs_makes(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    config = settings(project)
    config.site_dir = str(tmp_path / "site")
    config.plugins["watching"] = watching = Watching()
    assert list(config.plugins) == [NAME, "watching"]
    build(config)
    assert {type(page) for page in watching.pages} == {Page}
    assert all(page and page.content for page in watching.pages)
