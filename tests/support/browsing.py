"""Chromium, as tests and benches start it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
"""The variable of that name tells if it is elsewhere than Debian puts it."""

WITHOUT = (
    "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "MediaRouter",
    "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch",
    "ThirdPartyStoragePartitioning", "RenderDocument",
)  # fmt: skip
"""Features of Chromium that tests do without: Playwright's own list, since only one list counts, and
RenderDocument, which doubles what it costs to open a page in a tab that has had another.
"""

expect.set_options(timeout=30_000)  # milliseconds, as for all else that Playwright waits for


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", f"--disable-features={','.join(WITHOUT)}"]
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield opened
        opened.close()


def wait_for_theme(tab: Page) -> None:
    """The theme learns from the sitemap which links it follows without loading a page.

    Until then it keeps the last click, and follows that when the sitemap is here.
    """
    tab.wait_for_load_state("load")
    tab.wait_for_function(
        "() => performance.getEntriesByType('resource').some(({name}) => name.endsWith('/sitemap.xml'))"
    )
    tab.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def stay(tab: Page) -> None:
    """Marks the document, which instant navigation keeps."""
    wait_for_theme(tab)
    tab.evaluate("window.stayed = true")


def stayed(tab: Page) -> bool:
    return bool(tab.evaluate("window.stayed === true"))


def place_of(link: Locator) -> float:
    """Pixels from the top of the screen to a link, once it is in sight and Material has noted the place."""
    link.scroll_into_view_if_needed()
    link.page.wait_for_function("() => history.state?.y === scrollY")
    box = link.bounding_box()
    assert box
    return box["y"]


def wait_at_place(tab: Page, selector: str, number: int, place: float) -> None:
    """Until the link of that number is there again; Material may load it anew, and with it another row."""
    tab.wait_for_function(
        "([selector, number, top]) => Math.abs("
        "document.querySelectorAll(selector)[number]?.getBoundingClientRect().top - top) < 2",
        arg=[selector, number, place],
    )
