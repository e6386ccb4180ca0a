"""The theme in Chromium: languages, palettes, and a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.support.browsing import stay, stayed
from tests.theme.attacked import Built, Visit

pytestmark = pytest.mark.xdist_group("theme")


@pytest.mark.browser
def test_language_switch_follows_instant_navigation(visit: Visit) -> None:
    visit.go("")
    stay(visit.tab)
    visit.tab.get_by_role("link", name="제안 Proposals").first.click()
    visit.tab.wait_for_url("**/proposals/")
    visit.tab.locator("h1", has_text="제안 Proposals").wait_for()
    assert stayed(visit.tab)
    assert visit.tab.locator(".md-tabs__link[aria-current]").inner_text() == "제안 Proposals"
    visit.tab.get_by_role("link", name="English").click()
    visit.tab.wait_for_url("**/base/en/proposals/")
    assert visit.tab.locator("html").get_attribute("lang") == "en"
    assert not stayed(visit.tab)


@pytest.mark.browser
def test_alternates_are_there_for_whoever_runs_scripts(visit: Visit) -> None:
    visit.go("forums/one/")
    languages = "links => links.map(link => link.hreflang)"
    assert visit.tab.eval_on_selector_all("link[rel~=alternate]", languages) == ["ko", "en", "x-default"]


@pytest.mark.browser
def test_palette_chosen_holds_in_both_languages(visit: Visit) -> None:
    visit.go("")
    visit.tab.locator("label[title='밝은 화면으로 바꾸기']").click()
    visit.tab.locator("label[title='어두운 화면으로 바꾸기']").click()
    visit.go("en/")
    assert visit.tab.locator("body").get_attribute("data-md-color-scheme") == "slate"


@pytest.mark.browser
def test_search_and_progress_bar_have_names(visit: Visit) -> None:
    visit.go("en/")
    assert visit.tab.get_by_role("search", name="Search the site").count() == 1
    assert visit.tab.locator("header [role=progressbar]").get_attribute("aria-label") == "The page is loading"


@pytest.mark.browser
@pytest.mark.parametrize("path", ["", "404.html", "en/forums/one/"])
def test_phone_has_every_section_in_the_drawer_and_no_overflow(
    browser: Browser, built: Built, path: str
) -> None:
    visit = Visit(browser, built, width=320)
    visit.go(path)
    assert visit.tab.evaluate("document.documentElement.scrollWidth") <= 320
    visit.tab.locator("label.md-header__button[for=__drawer]").click()
    section = visit.tab.locator(".md-nav--primary .md-nav__link", has_text="제안 Proposals")
    section.wait_for()
    section.click()
    visit.tab.wait_for_url("**/proposals/")
    visit.tab.close()
    assert [fault for fault in visit.faults if "404.html" not in fault] == []
