"""An archive's own colour and logo, as readers see them: everything can be read, and nothing is cut off."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from generator.models.palette import palette_of
from tests.quality.conftest import BuiltSite
from tests.quality.test_accessibility import complaints, told
from tests.support.archives import write_archive
from tests.support.serving import served
from tests.support.sites import PLAIN_INSTALL, SharedSites, build_at_root

PAGES = (
    "",
    "forums/",
    "forums/2033-evening/",
    "en/forums/2033-evening/reading-stars/",
    "en/search/?q=star",
    "data/",
)


@pytest.fixture(scope="module")
def lectures(shared_site: SharedSites) -> Iterator[BuiltSite]:
    project = shared_site(
        "lectures-served",
        lambda folder: build_at_root(
            folder, lambda content: write_archive("lectures", content), **PLAIN_INSTALL
        ),
    )
    with served(project / "site") as root:
        yield BuiltSite(project / "site", root)


def test_everything_can_be_read_in_both_palettes(
    context: BrowserContext, lectures: BuiltSite, axe: Path
) -> None:
    tab = context.new_page()
    found = []
    for path in PAGES:
        tab.goto(lectures.address + path)
        found += complaints(tab, axe, [390, 1280])
    assert not found, told(found)


def test_the_colour_is_the_archive_s_in_light_and_lighter_in_dark(
    context: BrowserContext, lectures: BuiltSite
) -> None:
    tab = context.new_page()
    tab.goto(f"{lectures.address}forums/2033-evening/")
    link = tab.locator("article dd a").first
    seen = []
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        tab.wait_for_selector(f"html[data-md-color-scheme={'slate' if scheme == 'dark' else 'default'}]")
        seen.append(link.evaluate("link => getComputedStyle(link).color"))
    shades = palette_of("#b3004b")
    assert seen == [in_browsers(shades.light), in_browsers(shades.dark)]


def in_browsers(color: str) -> str:
    """`#b3004b` as a browser says it: `rgb(179, 0, 75)`."""
    red, green, blue = (int(color[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


def test_the_logo_stands_in_the_header_as_drawn(context: BrowserContext, lectures: BuiltSite) -> None:
    tab = context.new_page()
    problems: list[str] = []
    tab.on("console", lambda said: problems.append(said.text))
    tab.goto(f"{lectures.address}en/forums/")
    logo = tab.locator(".home img")
    box, header = logo.bounding_box(), tab.locator(".md-header").bounding_box()
    assert box
    assert header
    assert box["width"] / box["height"] == pytest.approx(3, abs=0.1)
    assert header["y"] <= box["y"]
    assert box["y"] + box["height"] <= header["y"] + header["height"]
    assert logo.evaluate("image => image.naturalWidth") > 0
    assert problems == []
