"""Pictures of every page type in site/, for people to look at: build/shots/TYPE-LANGUAGE-WIDTH-SCHEME.png.

Arguments name the page types that are wanted; `readme` makes the README's pictures anew instead.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page

from tests.quality.page_types import SamplePage, sample_pages
from tests.support.browsing import chromium
from tests.support.paths import ROOT
from tests.support.serving import served

Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (1280, 390)


@dataclass(frozen=True)
class Scene:
    """A picture of the README: the top of a page."""

    name: str
    path: str
    width: int
    scheme: Scheme


README = (
    Scene("home-ko", "", 1280, "light"),
    Scene("forum-en", "en/forums/2025-national-ai/", 1280, "light"),
    Scene("proposal-ko-mobile", "proposals/2025-national-ai-2/", 390, "dark"),
)


def open_tab(browser: Browser, width: int, height: int) -> Page:
    return browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")


def take(tab: Page, scheme: Scheme, picture: Path, *, whole: bool) -> Path:
    """The page as it stands, to its end or to that of the screen."""
    tab.emulate_media(color_scheme=scheme)
    tab.evaluate("document.fonts.ready.then(() => true)")
    tab.screenshot(path=picture, full_page=whole)
    return picture


def take_page_types(
    browser: Browser, address: str, pages: Sequence[SamplePage], folder: Path
) -> Iterator[Path]:
    """Each page in both widths and schemes."""
    for width in WIDTHS:
        tab = open_tab(browser, width, 900)
        for page in pages:
            tab.goto(address + page.path, wait_until="networkidle")
            for scheme in SCHEMES:
                picture = folder / f"{page.type}-{page.language}-{width}-{scheme}.png"
                yield take(tab, scheme, picture, whole=True)
        tab.close()


def take_readme(browser: Browser, address: str, folder: Path) -> Iterator[Path]:
    for scene in README:
        tab = open_tab(browser, scene.width, 800)
        tab.goto(address + scene.path, wait_until="networkidle")
        yield take(tab, scene.scheme, folder / f"{scene.name}.png", whole=False)
        tab.close()


def main(wanted: Sequence[str]) -> None:
    with chromium() as browser, served(ROOT / "site") as address:
        if wanted == ["readme"]:
            folder = ROOT / ".github" / "pictures"
            pictures = list(take_readme(browser, address, folder))
        else:
            folder = ROOT / "build" / "shots"
            folder.mkdir(parents=True, exist_ok=True)
            pages = [page for page in sample_pages(ROOT / "site") if not wanted or page.type in wanted]
            pictures = list(take_page_types(browser, address, pages, folder))
    print(f"{len(pictures)} pictures: {folder.relative_to(ROOT)}/")


if __name__ == "__main__":
    main(sys.argv[1:])
