"""Ids that no title and no heading of a page can take from the theme or from one another."""

from __future__ import annotations

import pytest
from markdown import Markdown
from selectolax.lexbor import LexborHTMLParser

from generator.engine.fixed_settings import EXTENSIONS
from generator.models.content import ProsePage
from generator.pages import plan_pages
from generator.pipeline.anchor_links import SETTINGS
from generator.rendering.anchors import heading_anchor
from generator.rendering.renderer import Renderer
from tests.support.small_corpus import corpus, forum, organization, proposal, site
from tests.support.words import WORDS

TAKEN = ("__search", "__drawer", "__nav_1", "_title", "Source 1", "sources", "history", "y2024", "🤖")


@pytest.mark.parametrize("title", TAKEN)
def test_a_title_takes_no_id(title: str) -> None:
    headings = "\n\n".join(f"## {taken}" for taken in (*TAKEN, *TAKEN))
    prose = ProsePage("note", "ko", title, headings, "content/pages/note.ko.md")
    records = (proposal(title=title), forum(name=title), organization(name=title))
    small = corpus(*records, site=site(tagline=title), pages=[prose])
    renderer = Renderer(WORDS["ko"])
    for page in plan_pages(small, "ko", WORDS):
        text = renderer.render(page).partition("\n---\n")[2]
        html = LexborHTMLParser(Markdown(extensions=EXTENSIONS, extension_configs=SETTINGS).convert(text))
        ids = [str(found.attributes["id"]) for found in html.css("[id]")]
        assert len(ids) == len(set(ids)), page.path
        assert [name for name in ids if name.startswith("_")][:1] == ["_title"], page.path
        assert not any(name.startswith("__") for name in ids), page.path


def test_a_heading_in_hangul_keeps_its_letters() -> None:
    assert heading_anchor("정정 요청", "-") == "정정-요청"
