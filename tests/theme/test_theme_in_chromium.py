"""The theme in Chromium: from page to page, languages, palettes, and a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.theme.attacked import Built, Visit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("theme")]


def test_a_page_asks_for_nothing_but_what_it_names(visit: Visit) -> None:
    asked: list[Request] = []

    def note(request: Request) -> None:
        asked.append(request)

    visit.tab.on("request", note)
    for path in ("", "forums/", "en/forums/one/"):
        visit.tab.goto(visit.built.address + path, wait_until="networkidle")
    assert {request.resource_type for request in asked} <= {
        "document",
        "stylesheet",
        "script",
        "font",
        "image",
    }
    assert not [request.url for request in asked if request.url.endswith(".xml")]


def test_language_switch_leads_to_the_same_page(visit: Visit) -> None:
    visit.go("")
    visit.tab.get_by_role("link", name="제안 Proposals").first.click()
    visit.tab.wait_for_url("**/proposals/")
    assert visit.tab.locator(".sections a[aria-current]").inner_text() == "제안 Proposals"
    visit.tab.get_by_role("link", name="English").click()
    visit.tab.wait_for_url("**/base/en/proposals/")
    assert visit.tab.locator("html").get_attribute("lang") == "en"


def test_alternates_are_there_for_whoever_runs_scripts(visit: Visit) -> None:
    visit.go("forums/one/")
    languages = "links => links.map(link => link.hreflang)"
    assert visit.tab.eval_on_selector_all("link[rel=alternate]", languages) == ["ko", "en", "x-default"]


# The palette


def choose_dark(tab: Page) -> None:
    tab.get_by_role("button", name="밝은 화면으로 바꾸기").click()
    tab.get_by_role("button", name="어두운 화면으로 바꾸기").click()
    expect(tab.get_by_role("button", name="기기 설정에 맞추기")).to_be_visible()


def test_palette_chosen_holds_in_both_languages_before_anything_is_painted(visit: Visit) -> None:
    visit.go("")
    choose_dark(visit.tab)
    visit.tab.add_init_script(
        "new MutationObserver((_, watching) => {"
        " if (!document.body) return;"
        " watching.disconnect();"
        " window.first = document.documentElement.dataset.mdColorScheme;"
        "}).observe(document, {childList: true, subtree: true})"
    )
    visit.go("en/")
    assert visit.tab.evaluate("window.first") == "slate"
    expect(visit.tab.get_by_role("button", name="Follow the device's setting")).to_be_visible()


def test_palette_follows_the_device_until_a_reader_chooses(visit: Visit) -> None:
    visit.go("")
    shown = visit.tab.locator("html")
    for device, scheme in (("dark", "slate"), ("light", "default")):
        visit.tab.emulate_media(color_scheme="dark" if device == "dark" else "light")
        expect(shown).to_have_attribute("data-md-color-scheme", scheme)
    choose_dark(visit.tab)
    expect(shown).to_have_attribute("data-md-color-scheme", "slate")
    visit.tab.get_by_role("button", name="기기 설정에 맞추기").click()
    expect(shown).to_have_attribute("data-md-color-scheme", "default")


def test_palette_changes_where_nothing_can_be_kept(visit: Visit) -> None:
    visit.tab.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('', 'Security') }})"
    )
    visit.go("")
    choose_dark(visit.tab)
    expect(visit.tab.locator("html")).to_have_attribute("data-md-color-scheme", "slate")


# A phone


@pytest.mark.parametrize("path", ["", "404.html", "en/forums/one/"])
def test_phone_has_every_section_in_the_drawer_and_no_overflow(
    browser: Browser, built: Built, path: str
) -> None:
    visit = Visit(browser, built, width=320)
    visit.go(path)
    assert visit.tab.evaluate("document.documentElement.scrollWidth") <= 320
    visit.tab.locator(".drawer-opener").click()
    section = visit.tab.locator(".sections a", has_text="제안 Proposals")
    section.click()
    visit.tab.wait_for_url("**/proposals/")
    expect(visit.tab.locator(".sections")).to_be_hidden()
    visit.tab.close()
    assert [fault for fault in visit.faults if "404.html" not in fault] == []


def test_drawer_is_opened_and_closed_with_keys(browser: Browser, built: Built) -> None:
    visit = Visit(browser, built, width=390)
    visit.go("")
    opener, sections = visit.tab.locator(".drawer-opener"), visit.tab.locator(".sections")
    opener.focus()
    visit.tab.keyboard.press("Enter")
    expect(sections).to_be_visible()
    visit.tab.keyboard.press("Tab")
    expect(sections.locator("a").first).to_be_focused()
    visit.tab.keyboard.press("Escape")
    expect(sections).to_be_hidden()
    expect(opener).to_be_focused()
    visit.tab.close()
    assert visit.faults == []


def test_sections_are_reached_without_scripts(browser: Browser, built: Built) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    tab = context.new_page()
    tab.goto(built.address)
    expect(tab.locator(".palette-switch")).to_be_hidden()
    tab.locator(".drawer-opener").click()
    tab.locator(".sections a", has_text="제안 Proposals").click()
    tab.wait_for_url("**/proposals/")
    context.close()
