"""Pictures of every page type in site/, for people to look at: build/shots/TYPE-LANGUAGE-WIDTH-SCHEME.png."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from tests.browsing import chromium
from tests.quality.page_types import SamplePage, sample_pages
from tests.serving import served

ROOT = Path(__file__).parents[2]
WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")


def take_pictures(
    browser: Browser, address: str, pages: Sequence[SamplePage], folder: Path
) -> Iterator[Path]:
    """Each page from its top to its end, in both widths and schemes; yields the pictures' files."""
    for width in WIDTHS:
        context = browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce")
        tab = context.new_page()
        for page in pages:
            tab.goto(address + page.path, wait_until="networkidle")
            for scheme in SCHEMES:
                tab.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
                tab.evaluate("document.fonts.ready.then(() => true)")
                picture = folder / f"{page.type}-{page.language}-{width}-{scheme}.png"
                tab.screenshot(path=picture, full_page=True)
                yield picture
        context.close()


def main(wanted: Sequence[str]) -> None:
    """With arguments: only page types of these names."""
    folder = ROOT / "build" / "shots"
    folder.mkdir(parents=True, exist_ok=True)
    pages = [page for page in sample_pages(ROOT / "site") if not wanted or page.type in wanted]
    with chromium() as browser, served(ROOT / "site") as address:
        pictures = sum(1 for _ in take_pictures(browser, address, pages, folder))
    print(f"{pictures} pictures: build/shots/")


if __name__ == "__main__":
    main(sys.argv[1:])
