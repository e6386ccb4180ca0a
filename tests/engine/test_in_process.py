"""Pages built again and again in one process are those of a build of all."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from mkdocs.commands.build import build

from generator.engine.environment import PAGES_READY, SITE_LANGUAGE
from generator.engine.in_process import PagesNotBuilt, build_pages, forget
from generator.models import Language
from tests.engine.loaded_settings import settings
from tests.support.small_site import PAGES, make_project, write_configurations, write_page

pytestmark = pytest.mark.usefixtures("own_environment", "nothing_kept")


@pytest.fixture
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    yield
    forget()


def files_in(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("language", ["ko", "en"])
def test_call_after_call_the_site_becomes_that_of_one_build(
    project: Path, tmp_path: Path, language: Language
) -> None:
    config = settings(project, language)
    config.site_dir = str(tmp_path / "whole")
    build(config)
    whole = files_in(tmp_path / "whole")
    pages = [f"{page}.md" for page in PAGES]
    said = [
        build_pages(project, language, some, tmp_path / "site", theme=theme)
        for some, theme in ((pages[:3], False), (pages[3:4], True), ([], False), (pages[4:], False))
    ]
    assert said == [[], [], [], []]
    assert files_in(tmp_path / "site") == {
        path: content for path, content in whole.items() if not path.startswith("sitemap.xml")
    }


def test_a_changed_page_is_read_again(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    for text in ("before", "after"):
        write_page(project, "ko", "forums/one", "One", text)
        build_pages(project, "ko", ["forums/one.md"], tmp_path / "site", theme=False)
        assert f"<p>{text}</p>" in (tmp_path / "site/forums/one/index.html").read_text("utf-8")


def test_changed_settings_are_read_again(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    build_pages(project, "ko", ["about.md"], tmp_path / "site", theme=False)
    before = (tmp_path / "site/about/index.html").read_text("utf-8")
    write_configurations(project, {**PAGES, "forums/index": "Renamed"})
    build_pages(project, "ko", ["about.md"], tmp_path / "site", theme=False)
    assert "Renamed" not in before
    assert "Renamed" in (tmp_path / "site/about/index.html").read_text("utf-8")


def test_a_failure_tells_why_and_the_next_call_is_right(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    write_page(project, "ko", "forums/one", "One", "[a](gone.md)")
    site = tmp_path / "site"
    with pytest.raises(PagesNotBuilt, match=r"WARNING - .*gone\.md"):
        build_pages(project, "ko", ["forums/one.md"], site, theme=False)
    said = build_pages(project, "ko", ["forums/one.md"], site, theme=False, strict=False)
    assert len(said) == 1
    assert "gone.md" in said[0]
    with pytest.raises(PagesNotBuilt):
        build_pages(project, "ko", ["nowhere.md"], site, theme=False)
    assert build_pages(project, "ko", ["about.md"], site, theme=False) == []


def test_nothing_of_it_is_left_in_the_process(project: Path, tmp_path: Path) -> None:
    handlers = list(logging.getLogger("mkdocs").handlers)
    build_pages(project, "en", ["about.md"], tmp_path / "site", theme=False)
    assert logging.getLogger("mkdocs").handlers == handlers
    assert logging.getLogger("mkdocs").propagate
    assert {PAGES_READY, SITE_LANGUAGE}.isdisjoint(os.environ)


def test_settings_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(PagesNotBuilt, match=r"mkdocs\.yml"):
        build_pages(tmp_path, "ko", [], tmp_path / "site", theme=False)
