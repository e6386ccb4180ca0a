"""Chromium, as tests and benches start it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

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
    """Of a reader who wants nothing to move: without RenderDocument nothing is painted after a transition."""
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", f"--disable-features={','.join(WITHOUT)}"]
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments)
        for name in ("new_context", "new_page"):
            setattr(opened, name, partial(getattr(opened, name), reduced_motion="reduce"))
        yield opened
        opened.close()


@contextmanager
def as_readers_have_it(browser: Browser) -> Iterator[Browser]:
    """Another one with all its features: transitions between pages, and pages kept for the way back."""
    opened = browser.browser_type.launch(
        executable_path=CHROMIUM,
        args=["--no-sandbox"],
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield opened
    opened.close()


def wait_for_scripts(tab: Page) -> None:
    """Until the page's modules have run, which they do before its load event."""
    tab.wait_for_load_state("load")


def place_of(link: Locator) -> float:
    """Pixels from the top of the screen to a link, once it is in sight and the typeface is there."""
    link.page.wait_for_function("() => document.getElementById('__typeface').media === 'all'")
    link.page.evaluate("document.fonts.ready.then(() => true)")
    link.scroll_into_view_if_needed()
    box = link.bounding_box()
    assert box
    return box["y"]


def wait_at_place(tab: Page, selector: str, number: int, place: float) -> None:
    """Until the link of that number is there again."""
    tab.wait_for_function(
        "([selector, number, top]) => Math.abs("
        "document.querySelectorAll(selector)[number]?.getBoundingClientRect().top - top) < 2",
        arg=[selector, number, place],
    )
