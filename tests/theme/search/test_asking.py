"""Searching in Chromium: ways to the page of results, typing, and what cannot be loaded."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from tests.support.hosting import HostedSite
from tests.theme.search.reader import Reader

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("search")]

INDEX = re.compile(r"/search/(?:terms|texts|facets)/")
"""Addresses of the index's files."""


# Ways to the page


@pytest.mark.parametrize("path", ["", "404.html", "en/", "en/forums/2024-library-robots/", "search/?q=이웃"])
def test_enter_in_the_header_leads_to_all_results(reader: Reader, path: str) -> None:
    language = "en/" if path.startswith("en/") else ""
    reader.open(path)
    reader.ask_box("로봇")
    reader.tab.keyboard.press("Enter")
    reader.tab.wait_for_url(f"{reader.site.address}{language}search/?q={quote('로봇')}")
    expect(reader.words).to_have_value("로봇")
    expect(reader.rows.first).to_be_visible()
    expect(reader.dialog).to_be_hidden()


def test_enter_opens_a_result_that_was_chosen(reader: Reader) -> None:
    reader.open("en/")
    reader.ask_box("robots")
    reader.tab.keyboard.press("ArrowDown")
    chosen = reader.tab.evaluate("document.activeElement.href")
    assert "?h=" in chosen
    reader.tab.keyboard.press("Enter")
    reader.tab.wait_for_url(chosen)


def test_the_home_page_has_a_box(reader: Reader) -> None:
    reader.open("en/")
    field = reader.tab.locator(".big-search input")
    field.fill("robots & <b>")
    field.press("Enter")
    reader.tab.wait_for_url("**/library/en/search/?q=*")
    expect(reader.words).to_have_value("robots & <b>")
    expect(reader.rows.first).to_be_visible()


def test_nobody_opens_the_dialog_on_the_page_of_results(reader: Reader) -> None:
    reader.open("search/?q=로봇#top")
    expect(reader.rows.first).to_be_visible()
    expect(reader.dialog).to_be_hidden()
    assert reader.query() == "?q=로봇"
    assert reader.tab.evaluate("location.hash") == "#top"
    assert reader.tab.title().startswith("로봇 - 검색 - ")
    reader.open("forums/?q=로봇")  # a search that was shared
    expect(reader.dialog).to_be_visible()
    expect(reader.box).to_have_value("로봇")


def test_the_other_language_keeps_what_is_asked(reader: Reader) -> None:
    reader.open("search/?q=로봇&kind=proposal")
    reader.rows.first.wait_for()
    reader.tab.locator(".language-switch").click()
    reader.tab.wait_for_url("**/library/en/search/?q=*&kind=proposal")
    expect(reader.words).to_have_value("로봇")


def test_without_javascript_the_page_says_so_and_offers_lists(browser: Browser, site: HostedSite) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(site.address)
    tab.locator(".big-search input").fill("로봇")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/library/search/?q=*")
    expect(tab.locator("article .notice")).to_contain_text("JavaScript")
    expect(tab.locator(".search-form")).to_be_hidden()
    tab.locator("article ul a").first.wait_for()
    links = tab.locator("article ul a").all_inner_texts()
    assert links[:6] == ["포럼", "제안", "사람", "기관", "분야", "출처"]
    context.close()


# Typing


def test_results_come_while_somebody_types_and_their_number_is_said_after(
    reader_with_a_clock: Reader,
) -> None:
    reader = reader_with_a_clock
    clock = reader.tab.clock
    clock.install()
    reader.tab.goto(f"{reader.site.address}en/search/?q=robots")
    reader.rows.first.wait_for()
    clock.pause_at(datetime.now(UTC) + timedelta(hours=1))
    said = reader.count.inner_text()
    reader.words.press("End")
    reader.words.press_sequentially(" neighbours")
    expect(reader.rows.first.locator("mark", has_text="Neighbours")).to_be_visible()
    assert reader.count.inner_text() == said
    assert reader.query() == "?q=robots"
    clock.run_for(300)
    assert reader.count.inner_text() != said
    assert reader.query() == "?q=robots+neighbours"


def test_a_syllable_that_is_being_composed_empties_no_list(reader: Reader) -> None:
    """An input method shows 롭 on the way from 로 to 로봇."""
    reader.open("search/")
    reader.words.focus()
    keyboard = reader.tab.context.new_cdp_session(reader.tab)
    for composed in ("로", "롭", "로보", "로봇"):
        keyboard.send(
            "Input.imeSetComposition",
            {"text": composed, "selectionStart": len(composed), "selectionEnd": len(composed)},
        )
        expect(reader.rows.first).to_be_visible()
    keyboard.send("Input.insertText", {"text": "로봇"})
    reader.tab.wait_for_function("() => decodeURIComponent(location.search) === '?q=로봇'")
    expect(reader.count).to_have_text(re.compile(r"^\d+건을"))


def test_the_dialog_answers_words_that_come_without_a_key(reader: Reader) -> None:
    reader.open("forums/")
    reader.box.focus()
    reader.tab.context.new_cdp_session(reader.tab).send(
        "Input.imeSetComposition", {"text": "로봇", "selectionStart": 2, "selectionEnd": 2}
    )
    expect(reader.dialog.locator(".result-row").first).to_be_visible()


SLOW_AT_FIRST = """addEventListener("message", ({ data: { id, query } }) => {
  const words = { title: query, titleLanguage: "ko", titleMarks: [], excerpt: "", terms: [] };
  const result = { kind: "page", path: "about/", date: null, labels: { kind: "" }, ...words };
  const found = { total: 1, results: [result], facets: null };
  if (query) setTimeout(() => postMessage({ id, found }), query === "처음" ? 300 : 0);
})"""


def test_an_older_answer_comes_no_more(reader: Reader) -> None:
    reader.tab.route(
        "**/page-worker.js", lambda route: route.fulfill(body=SLOW_AT_FIRST, content_type="text/javascript")
    )
    reader.open("search/")
    reader.words.fill("처음")
    reader.words.fill("나중")
    expect(reader.rows.locator("a")).to_have_text(["나중"])
    reader.tab.wait_for_timeout(400)
    assert reader.titles() == ["나중"]


# When something cannot be loaded


def test_a_part_that_is_missing_is_told_and_can_be_had_again(reader: Reader) -> None:
    reader.tab.route("**/search/texts/**", lambda route: route.fulfill(status=404))
    reader.open("search/?q=로봇")
    expect(reader.notes.first).to_contain_text("색인의 일부를 불러오지 못해")
    reader.tab.unroute_all()
    reader.tab.get_by_role("button", name="다시 찾기").click()
    expect(reader.rows.first).to_be_visible()
    expect(reader.notes).to_have_count(0)


def test_a_search_that_cannot_be_loaded_says_so(reader: Reader) -> None:
    reader.open("search/")
    reader.tab.route("**/search_index.json", lambda route: route.fulfill(status=503))
    reader.words.fill("로봇")
    expect(reader.count).to_have_text("검색을 불러오지 못했습니다")
    reader.tab.unroute_all()
    reader.tab.get_by_role("button", name="다시 찾기").click()
    expect(reader.count).to_have_text(re.compile(r"^\d+건을"))
    reader.faults.clear()  # what the browser says of the answer 503
