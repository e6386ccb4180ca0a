"""Titles that attack, in files and in Chromium."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.theme.attacked import ATTACKS, IN_THE_NAVIGATION, Built, Visit, one

pytestmark = pytest.mark.xdist_group("theme")


@pytest.mark.parametrize("name", ATTACKS)
@pytest.mark.parametrize("folder", ["", "en/"])
def test_title_is_text_wherever_it_stands(built: Built, folder: str, name: str) -> None:
    page = built.page(f"{folder}forums/{name}")
    shown = " ".join(ATTACKS[name].split())
    assert one(page, "h1").text() == shown
    assert one(page, "h2").text() == shown
    assert one(page, "head title").text() == f"{shown} - {one(page, '.md-header__title').text()}"
    assert one(page, ".contents li a").text() == shown
    for meta in ('meta[name="description"]', 'meta[property="og:title"]'):
        assert one(page, meta).attributes["content"] == shown
    assert one(page, ".crumbs").text() == f"crumbs of forums/{name}"
    assert {tab.text() for tab in page.css(".sections a")} >= {IN_THE_NAVIGATION}


@pytest.mark.parametrize("name", ATTACKS)
def test_title_adds_no_element_and_no_attribute(built: Built, name: str) -> None:
    assert shape(built.page(f"forums/{name}")) == shape(built.page("forums/close"))


def shape(page: LexborHTMLParser) -> list[tuple[str | None, tuple[str, ...]]]:
    assert page.root
    return [(node.tag, tuple(node.attributes)) for node in page.root.traverse()]


def test_attacked_page_has_the_elements_of_any_page(built: Built) -> None:
    attacked, sound = shape(built.page("forums/close")), shape(built.page("forums/dated"))
    assert [tag for tag, _ in attacked if tag in ("script", "img", "h1", "template", "article")] == [
        tag for tag, _ in sound if tag in ("script", "img", "h1", "template", "article")
    ]
    assert not [names for _, names in attacked if any(name.startswith("on") for name in names)]


@pytest.mark.browser
def test_no_attack_runs_in_a_browser(visit: Visit) -> None:
    for name in ("close", "image", "entity", "config"):
        visit.go(f"forums/{name}/")
        assert visit.tab.locator("h1").inner_text() == ATTACKS[name]
        assert IN_THE_NAVIGATION in visit.tabs()
