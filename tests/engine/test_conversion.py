"""One converter for all pages makes of each what MkDocs makes of it."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, set_exclusions
from mkdocs.structure.pages import Page

from generator.engine.conversion import Converter, anchors_in_html, can_convert
from tests.engine.loaded_settings import settings

pytestmark = pytest.mark.usefixtures("own_environment")

PATHS = (
    "index.md",
    "proposals/index.md",
    "proposals/a.md",
    "proposals/a/b.md",
    "proposals/c.md",
    "x.csv",
    ".x.md",
)
LINKS = (
    "[a](a.md) [b](a/b.md#s) [c](c.md) [up](../index.md) [list](index.md#one) [self](#s)",
    "[a](proposals/a.md) ![b](x.csv \"t\") [gone](gone.md) [no](proposals/) [/](/x) [h](.x.md)",
    "[q](a.md?x=1#y) [e](%61.md) <https://a.example.org/> <a@example.org> [ext](https://b.example.org/#a)",
    ("[above](../a.md) [b](b.md#s) [c](../c.md) <a id='raw'></a><a name=\"n\">n</a>"
    "\n\n<div id=\"d\">\n\n# x\n\n</div>"),
    ("# T {#s}\n\n## *T* `t` &amp; \\* [l](c.md)\n\nterm\n: said  \n  more"
    "\n\n| a | b |\n|---|---|\n| `c` | __d__ |"),
    ("[ref][r] ![img][r] [r] ![r]\n\n[r]: c.md#t \"title\""
    "\n\n***a** b* _c_ a_b_c 1 < 2 & 3 \\_ `` ` `` &#65; <b>*x*</b>"),
    "* a\n* b\n\n    code\n\n```\nfenced\n```\n\n> q\n\n<!-- c --> <? p ?>\n{: .x }\n\na\n{: #id .y }",
)  # fmt: skip


PIECES = [
    *"\\`*_{}[]()<>#+-.!|&;:\n  aB1\"'/~=가",
    *("<div>", "</div>", '<p class="x">', "</p>", '<span id="i" lang="en">', "</span>", "<script>", "\n\n"),
]


@pytest.fixture(scope="module")
def config(project: Path) -> MkDocsConfig:
    return settings(project)


@pytest.fixture(scope="module")
def files(config: MkDocsConfig) -> Files:
    every = [File(path, config.docs_dir, config.site_dir, True) for path in PATHS]
    set_exclusions(every, config)
    return Files(every)


def by_mkdocs(markdown: str, file: File, files: Files, config: MkDocsConfig) -> Page:
    page = Page(None, file, config)
    page.markdown, page.meta = markdown, {}
    page.render(config, files)
    return page


def assert_alike(converter: Converter, markdown: str, file: File, files: Files, config: MkDocsConfig) -> None:
    page = by_mkdocs(markdown, file, files, config)
    ours = converter.convert(markdown, file, asks_heading=True)
    assert ours.content == page.content
    assert str(ours.toc) == str(page.toc)
    assert ours.links_to_anchors == page.links_to_anchors
    assert ours.heading == page._title_from_render
    assert ours.anchors | anchors_in_html(markdown) == page.present_anchor_ids


def test_pages_one_after_the_other(
    config: MkDocsConfig, files: Files, caplog: pytest.LogCaptureFixture
) -> None:
    converter = Converter(config, files)
    pages = [file for file in files if file.src_uri.endswith(".md") and not file.src_uri.startswith(".")]
    for _ in range(2):  # the second time, links are remembered
        for file in pages:
            for text in (*LINKS, "\n\n".join(LINKS)):
                with caplog.at_level(logging.INFO, "mkdocs"):
                    caplog.clear()
                    by_mkdocs(text, file, files, config)
                    expected = [record.getMessage() for record in caplog.records]
                    caplog.clear()
                    converter.convert(text, file, asks_heading=False)
                assert [record.getMessage() for record in caplog.records] == expected
                assert_alike(converter, text, file, files, config)


@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_any_markdown(config: MkDocsConfig, files: Files, text: str) -> None:
    file = files.get_file_from_path("proposals/a.md")
    assert file is not None
    assert_alike(Converter(config, files), text, file, files, config)


def test_an_extension_that_is_not_known_is_left_to_mkdocs(project: Path) -> None:
    config = settings(project)
    assert can_convert(config)
    config.markdown_extensions.append("footnotes")
    assert not can_convert(config)
