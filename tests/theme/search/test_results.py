"""Searching in Chromium: what is found, what narrows it, and what is said of corrections and of nothing."""

from __future__ import annotations

import re
import time

import pytest
from playwright.sync_api import Route, expect

from tests.support.browsing import place_of, wait_at_place
from tests.theme.search.reader import ATTACKS, MANY, Reader

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("search")]

TYPO, MEANT = "로벗", "로봇"


def answer_late(route: Route) -> None:
    time.sleep(0.4)
    route.continue_()


# What is found


def test_results_stand_by_kind_with_the_way_to_all_of_it(reader: Reader) -> None:
    reader.open("search/?q=책벌레")
    expect(reader.count).to_have_text(f"{MANY + len(ATTACKS)}건을 찾았습니다")
    expect(reader.groups).to_have_text([f"출처 {MANY + len(ATTACKS)}"])
    expect(reader.rows).to_have_count(5)
    expect(reader.ways).to_have_count(0)
    reader.tab.get_by_role("link", name=f"출처 {MANY + len(ATTACKS)}건 모두 보기").click()
    expect(reader.rows).to_have_count(20)
    assert reader.query() == "?q=책벌레&kind=source"
    expect(reader.rows.locator("a").first).to_be_focused()
    reader.tab.go_back()
    expect(reader.rows).to_have_count(5)
    assert reader.tab.locator("#search-kind").input_value() == ""


def test_a_list_grows_and_its_address_with_it(reader: Reader) -> None:
    reader.open("en/search/?q=책벌레&kind=source")
    more = reader.tab.get_by_role("button", name="More results")
    for shown in (40, MANY + len(ATTACKS)):
        more.click()
        expect(reader.rows).to_have_count(shown)
    expect(more).to_be_hidden()
    assert len(set(reader.titles())) == MANY + len(ATTACKS)
    expect(reader.rows.nth(40).locator("a")).to_be_focused()
    assert reader.query() == "?q=책벌레&kind=source&shown=60"
    reader.tab.reload()
    expect(reader.rows).to_have_count(MANY + len(ATTACKS))


def test_a_name_that_nothing_shows_finds_whoever_had_it(reader: Reader) -> None:
    reader.open("search/?q=책방 모옛결은")
    expect(reader.rows.first).to_contain_text("모래나래")
    assert "옛결" not in reader.tab.locator(".search-results").inner_text()
    expect(reader.notes).to_have_count(0)


def test_a_result_says_what_it_is(reader: Reader) -> None:
    reader.open("en/search/?q=robots that guide")
    proposal = reader.tab.locator(".search-results .result-row:has(.status)").first
    expect(proposal).to_contain_text("Proposal")
    expect(proposal).to_contain_text("2024")
    expect(proposal.locator(".status .status-mark")).to_be_visible()
    assert proposal.locator(".status").get_attribute("data-mark")


def test_the_title_in_the_other_language_shows_when_only_that_matched(reader: Reader) -> None:
    reader.open("search/?q=Neighbours")
    forum = reader.rows.filter(has_text="도서관 로봇과 이웃").first
    expect(forum.locator("[lang=en] mark")).to_have_text("Neighbours")


def test_a_result_leads_to_its_page_where_the_words_are_marked(reader: Reader) -> None:
    reader.open("search/?q=로봇")
    reader.rows.locator("a").first.click()
    reader.tab.locator("article mark").first.wait_for()
    reader.tab.go_back()
    expect(reader.count).to_have_text(re.compile(r"\d+건을 찾았습니다"))


def test_reader_returns_to_the_same_place_however_long_the_page_takes(reader: Reader) -> None:
    reader.tab.route(re.compile(r"/search/\?"), answer_late)
    reader.open("search/?q=책벌레&kind=source&shown=60")
    link = reader.rows.locator("a").nth(40)
    place = place_of(link)
    link.click()
    reader.tab.locator("article[data-kind=source]").wait_for()
    reader.tab.go_back()
    wait_at_place(reader.tab, ".search-results .row-title", 40, place)


def test_texts_of_records_are_text(reader: Reader) -> None:
    reader.open("search/?q=유령책&kind=source")
    expect(reader.rows).to_have_count(len(ATTACKS))
    assert sorted(reader.titles()) == sorted(ATTACKS)
    reader.ask_box("유령책")
    shown = reader.dialog.locator(".row-title")
    expect(shown).to_have_count(len(ATTACKS))
    assert sorted(shown.all_inner_texts()) == sorted(ATTACKS)
    expect(reader.told).to_have_text([f"{len(ATTACKS)}건 결과 쪽 열기"])


# Narrowing


def test_choices_narrow_and_say_how_many_they_leave(reader: Reader) -> None:
    reader.open("search/?q=로봇")
    reader.rows.first.wait_for()
    everything = reader.count.inner_text()
    for name in ("kind", "year", "topic", "status"):
        select = reader.tab.locator(f"#search-{name}")
        for option in select.locator("option:not([disabled]):not([value=''])").all():
            number = re.search(r"\((\d+)\)$", option.inner_text())
            assert number
            select.select_option(option.get_attribute("value"))
            expect(reader.count).to_have_text(f"{number[1]}건을 찾았습니다")
            expect(select).to_have_class("chosen")
        select.select_option("")
        expect(reader.count).to_have_text(everything)  # the numbers of the next choice are of all of them


def test_choices_are_steps_in_the_address_and_typing_is_none(reader: Reader) -> None:
    reader.open("search/?q=로봇")
    reader.rows.first.wait_for()
    steps = reader.tab.evaluate("history.length")
    reader.choose("kind", "proposal")
    reader.choose("year", "2024")
    reader.words.press("End")
    reader.words.press_sequentially(" 예산")
    reader.tab.wait_for_url("**/search/?q=%EB%A1%9C%EB%B4%87+*kind=proposal&year=2024")
    assert reader.tab.evaluate("history.length") == steps + 2
    reader.tab.go_back()
    expect(reader.words).to_have_value("로봇")
    assert reader.query() == "?q=로봇&kind=proposal"
    reader.tab.go_back()
    assert reader.query() == "?q=로봇"
    expect(reader.tab.locator("#search-kind")).to_have_value("")
    reader.tab.go_forward()
    reader.tab.go_forward()
    expect(reader.tab.locator("#search-year")).to_have_value("2024")
    expect(reader.words).to_have_value("로봇 예산")


def test_what_no_option_offers_counts_for_nothing(reader: Reader) -> None:
    reader.open('search/?q=로봇&year="><script>attacked()</script>&status=nothing&kind=forum&shown=x')
    expect(reader.count).to_have_text(re.compile(r"^\d+건을"))
    reader.choose("kind", "proposal")
    assert reader.query() == "?q=로봇&kind=proposal"


def test_filters_are_cleared_and_the_words_stay(reader: Reader) -> None:
    reader.open("en/search/?q=robots&kind=forum&year=2024")
    reader.tab.get_by_role("button", name="Clear filters").click()
    assert reader.query() == "?q=robots"
    expect(reader.words).to_be_focused()
    expect(reader.tab.locator("button[name=clear]")).to_be_hidden()
    expect(reader.groups.nth(1)).to_be_visible()


# Corrections, and nothing


def test_a_correction_is_told_with_the_way_back(reader: Reader) -> None:
    reader.open(f"search/?q={TYPO}")
    expect(reader.notes).to_have_text([f"‘{MEANT}’(으)로 찾은 결과입니다 ‘{TYPO}’ 그대로 찾기"])
    reader.tab.get_by_role("link", name="그대로 찾기").click()
    assert reader.query() == f"?q={TYPO}&literal=1"
    expect(reader.count).to_have_text(f"‘{TYPO}’에 맞는 것을 찾지 못했습니다")
    expect(reader.notes).to_have_text(["모든 기록의 제목과 이름, 본문을 한국어와 영어에서 찾아보았습니다."])
    reader.words.fill(TYPO + " ")  # other words are asked anew
    expect(reader.rows.first).to_be_visible()


def test_the_dialog_tells_of_a_correction_too(reader: Reader) -> None:
    reader.open("proposals/")
    reader.ask_box("fhqht")
    expect(reader.told.last).to_have_text(f"‘{MEANT}’(으)로 찾은 결과입니다 ‘fhqht’ 그대로 찾기")
    reader.told.last.locator("a").click()
    reader.tab.wait_for_url("**/library/search/?q=fhqht&literal=1")
    expect(reader.dialog).to_be_hidden()
    expect(reader.count).to_have_text("‘fhqht’에 맞는 것을 찾지 못했습니다")


def test_who_finds_nothing_is_offered_lists_and_topics(reader: Reader) -> None:
    reader.open("en/search/?q=zzqqxx&kind=forum")
    expect(reader.count).to_have_text("Nothing matches “zzqqxx”")
    expect(reader.notes.last).to_have_text("There may be more without the filters.")
    expect(reader.ways).to_have_count(4)
    expect(reader.ways.get_by_role("link", name="Opening hours")).to_be_visible()
    expect(reader.ways.get_by_role("link", name="People")).to_be_visible()
    reader.ask_box("zzqqxx")
    expect(reader.told.locator("strong")).to_have_text("Nothing matches “zzqqxx”")
    topic = reader.told.get_by_role("link", name="Opening hours")
    topic.click()
    reader.tab.wait_for_url("**/library/en/topics/opening-hours/")


def test_the_dialog_says_how_many_there_are_in_all(reader: Reader) -> None:
    reader.open("en/")
    reader.ask_box("책벌레")
    expect(reader.told).to_have_text([f"10 of {MANY + len(ATTACKS)} Show all"])
    reader.told.get_by_role("link", name="Show all").click()
    reader.tab.wait_for_url("**/library/en/search/?q=*")
    assert reader.query() == "?q=책벌레"
