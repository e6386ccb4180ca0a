"""What is done with one page: its texts, breadcrumbs, days, and addresses."""

from __future__ import annotations

import html
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from generator.engine.page import edit_address, prepare_page, text_only
from generator.engine.settings import configure
from generator.models.site import Repository
from generator.parsing.escape import escape
from tests.engine.loaded_settings import nothing, settings

pytestmark = pytest.mark.usefixtures("own_environment")


@given(st.text())
def test_text_only_is_the_text_whatever_it_is(text: str) -> None:
    shown = text_only(escape(text))
    assert not set("<>\"'") & set(shown)
    assert html.unescape(shown) == " ".join(text.split())


@given(st.text())
def test_text_that_came_unescaped_is_no_markup_either(text: str) -> None:
    assert not set("<>\"'") & set(text_only(text))


@pytest.fixture
def page(project: Path) -> tuple[Page, MkDocsConfig]:
    config = settings(project)
    configure(config, nothing)
    page = Page(None, File("forums/one.md", config.docs_dir, config.site_dir, True), config)
    page.read_source(config)
    return page, config


def test_breadcrumbs_are_taken_from_the_content(page: tuple[Page, MkDocsConfig]) -> None:
    settled, config = page
    assert prepare_page("<p>Home</p>\n<h1 id=a>A</h1>B", settled, config) == "<h1 id=a>A</h1>B"
    assert settled.meta["crumbs"] == "<p>Home</p>\n"


def test_titles_are_text_even_if_they_come_as_markup(page: tuple[Page, MkDocsConfig]) -> None:
    settled, config = page
    settled.meta.update(title="<b>{{ 1 }}", description='"><b>')
    prepare_page("<h1>A</h1>", settled, config)
    assert settled.meta["title"] == settled.title == "&lt;b&gt;{{ 1 }}"
    assert settled.meta["description"] == "&#34;&gt;&lt;b&gt;"


def test_content_without_a_title_stays_whole(page: tuple[Page, MkDocsConfig]) -> None:
    settled, config = page
    assert prepare_page("<p>Home</p>", settled, config) == "<p>Home</p>"


def test_newest_fact_is_written_in_words(page: tuple[Page, MkDocsConfig]) -> None:
    settled, config = page
    settled.meta["updated"] = "2025-07~"
    prepare_page("<h1>A</h1>", settled, config)
    assert (settled.meta["updated"], settled.meta["updated_in_words"]) == ("2025-07", "2025년 7월")


def test_redirect_has_a_whole_address(page: tuple[Page, MkDocsConfig]) -> None:
    settled, config = page
    settled.meta["redirect"] = "../../forums/two/"
    prepare_page("<h1>A</h1>", settled, config)
    assert settled.meta["new_address"] == "https://forum.example.org/forums/two/"


@pytest.mark.parametrize(
    ("repository", "expected"),
    [
        ("https://github.com/a/b", "https://github.com/a/b/edit/main/content/%22.yml"),
        ("https://gitlab.example.org/a/b/", "https://gitlab.example.org/a/b/-/edit/main/content/%22.yml"),
        (None, None),
    ],
)
def test_record_is_edited_where_the_repository_is(
    page: tuple[Page, MkDocsConfig], repository: str | None, expected: str | None
) -> None:
    _, config = page
    config.extra["repository"] = Repository(url=repository) if repository else None
    assert edit_address('content/".yml', config) == expected
