"""The box in the header, in Chromium: what opens it and closes it, and where its keys lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.hosting import HostedSite
from tests.theme.conftest import Reading
from tests.theme.search.reader import MANY, Reader

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("search")]

FIRST = {"assets/javascripts/search/box.js"}
"""What every page loads of the search, below the root of its language."""
ROWS = "assets/javascripts/search/results.js"
"""Of which the filters of a list make rows too."""


@pytest.fixture
def phone(browser: Browser, site: HostedSite, reading: Reading) -> Iterator[object]:
    """Somebody with a screen on which the header has no room for the box."""
    with browser.new_context(viewport={"width": 390, "height": 800}) as context:
        yield from reading(context, site)


def tab_to_box(tab: Page) -> None:
    for _ in range(20):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.matches('.search-line input')"):
            return
    raise AssertionError("20 presses of Tab do not lead to the box")


# In the header


@pytest.mark.parametrize(("page", "loads"), [("statistics/", FIRST), ("proposals/", FIRST | {ROWS})])
def test_keys_that_pass_through_the_box_open_and_load_nothing(
    reader: Reader, page: str, loads: set[str]
) -> None:
    loaded: list[str] = []
    reader.tab.on("request", lambda request: loaded.append(urlsplit(request.url).path))
    reader.open(page)
    tab_to_box(reader.tab)
    expect(reader.box).to_have_attribute("aria-expanded", "false")
    reader.tab.keyboard.press("Tab")
    expect(reader.tab.locator(".sections a").first).to_be_focused()
    expect(reader.dialog).to_be_hidden()
    search = [path.removeprefix("/library/") for path in loaded if "/search/" in path]
    assert set(search) == loads


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_key_leads_to_the_box_but_not_while_somebody_types(reader: Reader, key: str) -> None:
    reader.open("proposals/")
    reader.tab.keyboard.press(key)
    expect(reader.box).to_be_focused()
    expect(reader.box).to_have_value("")
    reader.tab.keyboard.press(key)
    expect(reader.box).to_have_value(key)
    reader.tab.locator("#filter-words").focus()
    reader.tab.keyboard.press(key)
    expect(reader.tab.locator("#filter-words")).to_have_value(key)


def test_escape_closes_it_and_keeps_the_words(reader: Reader) -> None:
    reader.open("proposals/")
    reader.ask_box("로봇")
    expect(reader.box).to_have_attribute("aria-expanded", "true")
    reader.tab.keyboard.press("ArrowDown")
    reader.tab.keyboard.press("Escape")
    expect(reader.dialog).to_be_hidden()
    expect(reader.box).to_be_focused()
    expect(reader.box).to_have_value("로봇")
    expect(reader.box).to_have_attribute("aria-expanded", "false")
    reader.tab.keyboard.press("ArrowDown")
    expect(reader.dialog).to_be_visible()
    reader.tab.get_by_role("button", name="검색어 지우기").click()
    expect(reader.dialog).to_be_hidden()
    expect(reader.box).to_have_value("")
    expect(reader.box).to_be_focused()


def test_arrows_lead_through_the_results_and_around(reader: Reader) -> None:
    reader.open("proposals/")
    reader.ask_box("책벌레")
    links = reader.dialog.locator(".row-title")
    expect(links).to_have_count(10)
    for key, there in (
        ("ArrowDown", links.nth(0)),
        ("ArrowDown", links.nth(1)),
        ("ArrowUp", links.nth(0)),
        ("ArrowUp", reader.box),
        ("ArrowUp", links.nth(9)),
        ("ArrowDown", reader.box),
    ):
        reader.tab.keyboard.press(key)
        expect(there).to_be_focused()
    reader.tab.keyboard.press("ArrowDown")
    reader.tab.keyboard.press("z")  # who types on goes on in the box
    expect(reader.box).to_have_value("책벌레z")


def test_a_word_goes_on_as_the_results_have_it(reader: Reader) -> None:
    reader.open("en/")
    reader.ask_box("robo")
    completion = reader.tab.locator(".search-completion")
    expect(completion).to_have_text(re.compile("^robo[a-z]+$"))
    said = completion.text_content() or ""
    reader.tab.keyboard.press("End")
    reader.tab.keyboard.press("ArrowRight")
    expect(reader.box).to_have_value(said)
    expect(completion).not_to_have_text(said)


def test_it_closes_when_the_keys_or_the_mouse_go_elsewhere(reader: Reader) -> None:
    reader.open("proposals/")
    reader.ask_box("로봇")
    reader.tab.locator("#filter-words").focus()
    expect(reader.dialog).to_be_hidden()
    reader.box.click()
    expect(reader.dialog).to_be_visible()
    reader.tab.locator("h1").click(position={"x": 5, "y": 5})
    expect(reader.dialog).to_be_hidden()


def test_it_works_on_the_page_that_it_led_to_and_is_closed_on_the_way_back(reader: Reader) -> None:
    reader.open("proposals/")
    reader.ask_box("로봇")
    reader.dialog.locator(".row-title").first.click()
    reader.tab.locator("article mark").first.wait_for()
    expect(reader.dialog).to_be_hidden()
    reader.ask_box("이웃")
    reader.tab.go_back()
    reader.tab.wait_for_url("**/library/proposals/")
    expect(reader.dialog).to_be_hidden()
    reader.ask_box("이웃")
    expect(reader.dialog.locator("mark").first).to_have_text("이웃")
    reader.tab.keyboard.press("Enter")
    expect(reader.rows.first).to_be_visible()
    assert reader.query() == "?q=이웃"


def test_the_number_of_results_is_read_aloud(reader: Reader) -> None:
    reader.open("proposals/")
    said = reader.tab.get_by_role("banner").get_by_role("status")
    for words, number in (
        ("책벌레", "49건을 찾았습니다"),
        ("zzqqxx", "‘zzqqxx’에 맞는 것을 찾지 못했습니다"),
    ):
        reader.box.fill(words)
        expect(said).to_have_text(number)
    assert MANY == 45  # with the four attacks
    reader.tab.keyboard.press("Escape")
    expect(said).to_be_empty()


def test_the_box_and_the_page_of_results_each_get_their_answer(reader: Reader) -> None:
    reader.open("search/?q=로봇")
    reader.ask_box("책벌레")
    expect(reader.dialog.locator(".row-title")).to_have_count(10)
    expect(reader.count).to_have_text(re.compile(r"^\d+건을"))
    expect(reader.rows.first).to_be_visible()


def test_a_search_that_cannot_be_loaded_says_so_below_the_box(reader: Reader) -> None:
    reader.tab.route("**/search_index.json", lambda route: route.fulfill(status=503))
    reader.open("proposals/")
    reader.ask_box("로봇")
    expect(reader.told).to_have_text(["검색을 불러오지 못했습니다"])
    reader.tab.unroute_all()
    reader.ask_box("로봇 ")
    expect(reader.dialog.locator(".row-title").first).to_be_visible()
    reader.faults.clear()  # what the browser says of the answer 503


def test_it_needs_no_script_of_the_theme_that_is_extended(reader: Reader) -> None:
    reader.tab.route("**/bundle.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    reader.tab.goto(f"{reader.site.address}en/proposals/")
    reader.ask_box("robots")
    reader.dialog.locator(".row-title").first.click()
    reader.tab.locator("article mark").first.wait_for()
    reader.ask_box("zzqqxx")
    reader.tab.keyboard.press("Enter")
    expect(reader.count).to_have_text("Nothing matches “zzqqxx”")
    assert {fault for fault in reader.faults if "subscribe" not in fault} == set()
    reader.faults.clear()  # scripts of other parts ask for Material's


# On a phone


def test_on_a_phone_it_is_a_dialog_of_its_own(phone: Reader) -> None:
    phone.open("proposals/")
    expect(phone.box).to_be_hidden()
    opener = phone.tab.get_by_role("button", name="사이트 검색")
    opener.click()
    expect(phone.box).to_be_focused()
    assert phone.tab.locator(".search-dialog").bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 800}
    phone.ask_box("로봇")
    expect(phone.dialog.locator(".row-title").first).to_be_visible()
    phone.tab.keyboard.press("Escape")
    expect(phone.box).to_be_hidden()
    expect(opener).to_be_focused()
    phone.tab.keyboard.press("/")
    expect(phone.dialog).to_be_visible()  # with what it had
    phone.tab.get_by_role("button", name="검색 닫기").click()
    expect(phone.box).to_be_hidden()


def test_on_a_phone_results_lead_to_pages_and_enter_to_all_results(phone: Reader) -> None:
    phone.open("proposals/")
    phone.tab.locator(".search-open").click()
    phone.ask_box("로봇")
    phone.dialog.locator(".row-title").first.click()
    phone.tab.locator("article mark").first.wait_for()
    expect(phone.box).to_be_hidden()
    phone.tab.locator(".search-open").click()
    phone.ask_box("로봇")
    phone.tab.keyboard.press("Enter")
    phone.tab.wait_for_url(f"**/library/search/?q={quote('로봇')}")
    expect(phone.box).to_be_hidden()
    expect(phone.rows.first).to_be_visible()


def test_a_screen_that_widens_takes_the_box_back_into_the_header(phone: Reader) -> None:
    phone.open("proposals/")
    phone.tab.locator(".search-open").click()
    phone.ask_box("로봇")
    phone.tab.set_viewport_size({"width": 1280, "height": 800})
    expect(phone.tab.locator(".search-dialog")).to_be_hidden()
    expect(phone.box).to_be_visible()
    expect(phone.dialog).to_be_hidden()
    phone.box.click()
    expect(phone.dialog).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_without_javascript_it_leads_to_the_page_of_results(
    browser: Browser, site: HostedSite, width: int
) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 800}) as context:
        tab = context.new_page()
        tab.goto(f"{site.address}en/proposals/")
        if width == 390:
            tab.locator(".search-open").click()
            tab.wait_for_url("**/library/en/search/?q=")
        else:
            tab.locator(".search-line input").fill("robots")
            tab.keyboard.press("Enter")
            tab.wait_for_url("**/library/en/search/?q=robots")
