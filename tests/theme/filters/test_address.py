"""What is chosen in a list stands in its address, and holds on the way to other pages and back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.support.browsing import as_readers_have_it, place_of, wait_at_place
from tests.support.hosting import HostedSite
from tests.theme.filters.reader import PAUSE, Reader

WHY_NOT_KEPT = """
() => window.kept ? [] : performance.getEntriesByType("navigation")[0].notRestoredReasons.reasons.map(
  ({reason}) => reason)
"""
NOT_THE_PAGES_FAULT = ["masked"]
"""What chromium-headless-shell says of every page; the whole Chromium keeps ours."""

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("filters")]


# The address


def test_link_restores_what_was_chosen(reader: Reader) -> None:
    reader.open("en/proposals/?words=Data%20centre&year=2023&topic=budget")
    assert reader.words.input_value() == "Data centre"
    assert reader.tab.locator("#filter-topic").input_value() == "budget"
    assert reader.titles() == ['-2+3, "data centre"']
    expect(reader.count).to_have_text("1 of 10 proposals")


def test_what_no_option_offers_counts_for_nothing(reader: Reader) -> None:
    reader.open("proposals/?status=%22%3E%3Cscript%3E&year=1999&topic=robots&unknown=x")
    assert reader.chosen() == ["topic"]
    assert reader.tab.locator("#filter-year option:checked").inner_text() == "전체"
    assert reader.shown.count() == 4
    reader.choose("year", "2024")
    assert reader.query() == "?topic=robots&year=2024"


def test_each_choice_is_a_step_and_typing_is_none(reader: Reader) -> None:
    reader.open("proposals/")
    steps = reader.tab.evaluate("history.length")
    reader.choose("topic", "robots")
    reader.choose("year", "2023")
    reader.words.press_sequentially("machines")
    reader.tab.wait_for_timeout(PAUSE)
    reader.words.blur()
    assert reader.tab.evaluate("history.length") == steps + 2
    assert reader.query() == "?words=machines&topic=robots&year=2023"
    reader.tab.go_back()
    expect(reader.shown).to_have_count(4)
    assert reader.chosen() == ["topic"]
    reader.tab.go_back()
    expect(reader.shown).to_have_count(10)
    expect(reader.count).to_have_text("모두 10건")
    reader.tab.go_forward()
    reader.tab.go_forward()
    expect(reader.shown).to_have_count(1)
    assert reader.words.input_value() == "machines"


def test_words_are_in_the_address_before_a_link_is_followed(reader: Reader) -> None:
    reader.open("proposals/")
    reader.words.press_sequentially("새벽")
    reader.shown.locator(".row-title").click()
    reader.at("proposals/2024-library-robots-5/", "proposal")
    reader.tab.wait_for_timeout(PAUSE)
    assert reader.query() == ""
    reader.tab.go_back()
    reader.at("proposals/?words=%EC%83%88%EB%B2%BD", "proposals")
    expect(reader.shown).to_have_count(1)


def test_field_keeps_the_focus_when_a_step_is_taken_back(reader: Reader) -> None:
    reader.open("proposals/")
    reader.tab.locator("#filter-year").focus()
    reader.choose("year", "2023")
    reader.tab.go_back()
    expect(reader.shown).to_have_count(10)
    expect(reader.tab.locator("#filter-year")).to_be_focused()


# On the way to other pages and back


def test_filters_hold_on_the_way_through_lists(reader: Reader) -> None:
    reader.open("")
    reader.tab.locator("article a[href$='proposals/?status=proposed']").first.click()
    reader.at("proposals/?status=proposed", "proposals")
    expect(reader.shown).to_have_count(3)
    reader.tab.locator(".sections a", has_text="사람").click()
    reader.at("speakers/", "speakers")
    reader.words.fill("한빛솔")
    assert reader.titles() == ["한빛솔"]
    reader.tab.go_back()
    reader.at("proposals/?status=proposed", "proposals")
    expect(reader.shown).to_have_count(3)
    reader.choose("year", "2023")
    reader.tab.go_back()
    expect(reader.shown).to_have_count(3)


def test_page_is_kept_for_the_way_back_as_it_was_left(browser: Browser, site: HostedSite) -> None:
    with as_readers_have_it(browser) as another:
        reader = Reader(another.new_page(), site)
        reader.open("proposals/?topic=robots")
        reader.tab.evaluate("window.kept = true")
        reader.words.fill("로봇")
        narrowed = reader.titles()
        reader.shown.locator(".row-title").first.click()
        reader.tab.locator("article[data-kind=proposal]").wait_for()
        reader.tab.evaluate("setTimeout(() => history.back())")
        reader.at("proposals/?words=%EB%A1%9C%EB%B4%87&topic=robots", "proposals")
        expect(reader.shown).to_have_count(len(narrowed))
        assert reader.titles() == narrowed
        assert reader.tab.evaluate(WHY_NOT_KEPT) in ([], NOT_THE_PAGES_FAULT)
        assert reader.faults == []


def test_section_of_a_narrowed_list_is_the_whole_list(reader: Reader) -> None:
    reader.open("")
    reader.tab.locator("article a[href$='proposals/?status=proposed']").first.click()
    reader.at("proposals/?status=proposed", "proposals")
    reader.tab.locator(".sections a", has_text="제안").click()
    reader.at("proposals/", "proposals")
    expect(reader.shown).to_have_count(10)


def test_heading_and_other_language_keep_what_is_chosen(reader: Reader) -> None:
    reader.open("forums/")
    reader.choose("year", "2023")
    reader.tab.locator(".contents a[href$='#y2023']").click()
    reader.at("forums/?year=2023#y2023", "forums")
    expect(reader.shown).to_have_count(2)
    reader.tab.locator(".language-switch").click()
    reader.tab.wait_for_url("**/en/forums/?year=2023")
    expect(reader.shown).to_have_count(2)


def test_reader_returns_to_the_same_place(reader: Reader) -> None:
    html = (reader.site.folder / "proposals/index.html").read_text("utf-8")
    start = html.index('<li class="row')
    end = html.index("</ul>", start)
    longer = html[:start] + html[start:end] * 12 + html[end:]
    answer = re.compile(r"/library/proposals/(\?|$)")
    reader.tab.route(answer, lambda route: route.fulfill(body=longer, content_type="text/html"))
    reader.open("proposals/?topic=budget")
    link = reader.shown.locator(".row-title").nth(40)
    place = place_of(link)
    link.click()
    reader.tab.locator("article[data-kind=proposal]").wait_for()
    reader.tab.go_back()
    reader.at("proposals/?topic=budget", "proposals")
    expect(reader.shown).to_have_count(48)
    wait_at_place(reader.tab, "li.row:not([hidden]) .row-title", 40, place)
