"""The filters of lists in Chromium: a list is complete, what narrows it, and how many rows are left."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, expect

from tests.support.browsing import wait_for_scripts
from tests.support.hosting import HostedSite
from tests.theme.filters.reader import HOSTILE_TITLE, PAUSE, Reader

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("filters")]


# A complete list


@pytest.mark.parametrize("path", ["proposals/", "forums/", "speakers/", "organizations/", "en/proposals/"])
def test_list_is_complete_without_javascript(browser: Browser, site: HostedSite, path: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    reader = Reader(context.new_page(), site)
    reader.tab.goto(f"{site.address}{path}?status=done&words=x")
    assert reader.shown.count() == reader.rows.count() > 0
    expect(reader.tab.locator("form.filters")).to_be_hidden()
    context.close()


def test_list_is_complete_where_browsers_load_no_modules(browser: Browser, site: HostedSite) -> None:
    """From a folder (file:), where no browser lets a page load modules."""
    tab = browser.new_page()
    reader = Reader(tab, site)
    tab.goto((site.folder / "proposals/index.html").as_uri())
    tab.wait_for_load_state("load")
    assert reader.shown.count() == reader.rows.count() > 0
    expect(tab.locator("form.filters")).to_be_hidden()
    tab.close()


@pytest.mark.parametrize("path", ["", "404.html", "statistics/", "en/about/"])
def test_pages_without_a_list_are_left_alone(reader: Reader, path: str) -> None:
    reader.open(path)
    wait_for_scripts(reader.tab)
    assert reader.tab.locator("form.filters").count() == 0


# Narrowing


def test_typing_narrows_at_once(reader: Reader) -> None:
    reader.open("proposals/")
    everything = reader.shown.count()
    reader.words.press_sequentially("로봇 도서관")
    titles = reader.titles()
    assert "도서관 로봇 40대를 시범으로 들이자" in titles
    assert 0 < len(titles) < everything
    assert reader.chosen() == ["words"]


@pytest.mark.parametrize(
    "words", ["데이터센터", "데이터 센터", normalize("NFD", "데이터센터"), "산학연", "DATA Centre"]
)
def test_korean_is_found_with_and_without_spaces(reader: Reader, words: str) -> None:
    reader.open("proposals/")
    reader.words.fill(words)
    assert reader.titles() == [HOSTILE_TITLE]


def test_choices_work_together(reader: Reader) -> None:
    reader.open("proposals/")
    reader.choose("topic", "robots")
    assert reader.shown.count() == 4
    reader.choose("year", "2024")
    assert reader.shown.count() == 3
    reader.choose("to", "districts")
    assert reader.titles() == ["서가를 로봇과 함께 밤에도 열자"]
    reader.words.fill("서가")
    reader.tab.wait_for_timeout(PAUSE)
    assert reader.count.inner_text() == "제안 1건 (모두 10건)"
    assert reader.query() == "?words=서가&topic=robots&to=districts&year=2024"
    assert reader.chosen() == ["words", "topic", "to", "year"]


def test_options_say_how_many_rows_they_leave(reader: Reader) -> None:
    for path in ("proposals/", "en/speakers/"):
        reader.open(path)
        for select in reader.tab.locator(".filters select").all():
            for option in select.locator("option").all()[1:]:
                value = option.get_attribute("value")
                assert value is not None
                select.select_option(value)
                assert option.inner_text().endswith(f"({reader.shown.count()})")
            select.select_option("")


def test_nothing_found_is_said(reader: Reader) -> None:
    reader.open("en/proposals/")
    reader.words.fill("zeppelin")
    assert reader.shown.count() == 0
    expect(reader.tab.locator("[data-none]")).to_be_visible()
    expect(reader.tab.locator("button[name=csv]")).to_be_hidden()
    expect(reader.count).to_have_text("0 of 10 proposals")


def test_years_without_rows_go_with_their_lines_in_the_contents(reader: Reader) -> None:
    reader.open("forums/")
    headings = reader.tab.locator("article h2:visible")
    contents = reader.tab.locator(".contents a[href*='#y']:visible")
    assert headings.count() == contents.count() == 2
    reader.choose("year", "2023")
    assert headings.all_inner_texts() == contents.all_inner_texts() == ["2023년"]
    assert reader.shown.count() == 2
    reader.words.fill("없는낱말")
    assert headings.count() == 0
    reader.tab.locator("button[name=clear]").click()
    assert headings.count() == contents.count() == 2


def test_clearing_leads_back_to_the_whole_list(reader: Reader) -> None:
    reader.open("proposals/?words=서가&status=adopted")
    reader.tab.get_by_role("button", name="조건 지우기").click()
    assert reader.shown.count() == reader.rows.count()
    expect(reader.words).to_be_focused()
    expect(reader.count).to_have_text("모두 10건")
    expect(reader.tab.locator("button[name=clear]")).to_be_hidden()
    assert reader.query() == ""
    assert reader.chosen() == []
    reader.tab.go_back()
    assert reader.query() == "?words=서가&status=adopted"
    expect(reader.shown).to_have_count(1)


def test_a_syllable_that_is_being_composed_empties_no_list(reader: Reader) -> None:
    """An input method shows 뎅 on the way from 데 to 데이."""
    reader.open("proposals/")
    reader.words.focus()
    keyboard = reader.tab.context.new_cdp_session(reader.tab)
    for composed, shown in (("데", 1), ("뎅", 1), ("데이", 1)):
        keyboard.send("Input.imeSetComposition", {"text": composed, "selectionStart": 1, "selectionEnd": 1})
        assert reader.shown.count() == shown
    keyboard.send("Input.imeSetComposition", {"text": "뎅", "selectionStart": 1, "selectionEnd": 1})
    expect(reader.count).to_have_text("제안 0건 (모두 10건)")  # who stops there sees that nothing matches
    assert reader.shown.count() == 0


# The count is read aloud

COUNT_SAYINGS = """output => {
    window.sayings = [];
    new MutationObserver(() => window.sayings.push(output.textContent)).observe(output, {childList: true});
}"""


def test_count_is_said_once_the_typing_rests(reader_with_a_clock: Reader) -> None:
    reader = reader_with_a_clock
    clock = reader.tab.clock
    clock.install()
    reader.open("en/proposals/")
    clock.pause_at(datetime.now(UTC) + timedelta(hours=1))
    count = reader.tab.get_by_role("status").and_(reader.count)
    count.evaluate(COUNT_SAYINGS)
    for word in ("robots", " that", " guide"):
        reader.words.press_sequentially(word)
        clock.run_for(250)
    assert reader.shown.count() == 1
    assert reader.tab.evaluate("window.sayings") == []
    clock.run_for(50)
    assert reader.tab.evaluate("window.sayings") == ["1 of 10 proposals"]


def test_count_is_said_at_once_after_a_choice(reader: Reader) -> None:
    reader.open("proposals/")
    reader.count.evaluate(COUNT_SAYINGS)
    reader.choose("year", "2023")
    assert reader.tab.evaluate("window.sayings") == ["제안 4건 (모두 10건)"]
