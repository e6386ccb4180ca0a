"""Searching in Chromium: the dialog and the page of results, over made-up records and a few that attack."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.support.browsing import place_of, stay, stayed, wait_at_place, wait_for_theme
from tests.support.hosting import HostedSite, hosted
from tests.support.running import copy_project

pytestmark = pytest.mark.browser

ATTACKS = (
    "</a><img src=x onerror=attacked()> 유령책",
    '"><script>attacked()</script> 유령책',
    "&lt;img src=x onerror=attacked()&gt; {words} 유령책",
    "<b data-total=9 class=hit>유령책</b>",
)
MANY = 45
SOURCE = """\
type: report
title: {title}
publisher: {{ko: 책벌레출판, en: Bookworm Press}}
issued: 2024-03
language: ko
"""
TYPO, MEANT = "로벗", "로봇"
INDEX = re.compile(r"/search/[0-9a-f]{6,}/")
"""Addresses of the index's files."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HostedSite]:
    folder = tmp_path_factory.mktemp("searched")
    project = copy_project(folder / "project")
    titles = [f"책벌레 통계 {number}" for number in range(MANY)]
    for number, title in enumerate((*ATTACKS, *titles)):
        record = SOURCE.format(title="'" + title.replace("'", "''") + "'")
        (project / f"content/sources/made-{number}.yml").write_text(record, encoding="utf-8")
    with hosted(project) as site:
        yield site


class Reader:
    """Somebody with a browser who looks for something."""

    def __init__(self, tab: Page, site: HostedSite) -> None:
        self.tab = tab
        self.site = site
        self.words = tab.locator("#search-words")
        self.count = tab.locator(".search-form output")
        self.rows = tab.locator(".result-row")
        self.groups = tab.locator(".search-results h2")
        self.notes = tab.locator(".search-notes p:visible")
        self.ways = tab.locator("article :is(.search-way, .search-way + ul):visible")
        self.box = tab.locator(".md-search__input")
        self.dialog = tab.locator(".md-search__output")
        self.told = tab.locator(".search-note p:visible")
        self.faults: list[str] = []
        tab.expose_function("attacked", lambda: self.faults.append("a script of a record ran"))
        tab.on("pageerror", lambda error: self.faults.append(str(error)))
        tab.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)

    def open(self, path: str) -> None:
        self.tab.goto(self.site.address + path)
        wait_for_theme(self.tab)

    def query(self) -> str:
        return unquote(str(self.tab.evaluate("location.search")))

    def choose(self, name: str, value: str) -> None:
        self.tab.select_option(f"#search-{name}", value)

    def titles(self) -> list[str]:
        return self.rows.locator(".row-title").all_inner_texts()

    def ask_box(self, words: str) -> None:
        """Writes into the header's box and waits for what its dialog shows."""
        self.box.fill(words)
        self.told.first.wait_for()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One for all, so that a file of the theme is loaded once."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        yield context


@pytest.fixture
def reader(context: BrowserContext, site: HostedSite) -> Iterator[Reader]:
    yield from who_looks(context, site)


@pytest.fixture
def reader_with_a_clock(browser: Browser, site: HostedSite) -> Iterator[Reader]:
    """Alone, since a clock that a test stops stands still for all tabs."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        yield from who_looks(context, site)


def who_looks(context: BrowserContext, site: HostedSite) -> Iterator[Reader]:
    reader = Reader(context.new_page(), site)
    yield reader
    styled = reader.tab.locator(":is(.search-results, .search-form, .search-notes) [style]").count()
    reader.tab.close()
    assert [fault for fault in reader.faults if "404 (" not in fault] == []
    assert styled == 0  # a strict Content-Security-Policy would forbid it


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


def test_a_result_says_what_it_is(reader: Reader) -> None:
    reader.open("en/search/?q=robots that guide")
    proposal = reader.tab.locator(".result-row:has(.status)").first
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
    stay(reader.tab)
    reader.rows.locator("a").first.click()
    reader.tab.locator("article mark").first.wait_for()
    assert stayed(reader.tab)
    reader.tab.go_back()
    expect(reader.count).to_have_text(re.compile(r"\d+건을 찾았습니다"))


def test_reader_returns_to_the_same_place_however_long_the_page_takes(reader: Reader) -> None:
    reader.tab.route(re.compile(r"/search/\?"), answer_late)
    reader.open("search/?q=책벌레&kind=source&shown=60")
    stay(reader.tab)
    link = reader.rows.locator("a").nth(40)
    place = place_of(link)
    link.click()
    reader.tab.locator("article[data-kind=source]").wait_for()
    reader.tab.go_back()
    wait_at_place(reader.tab, ".result-row a", 40, place)
    assert stayed(reader.tab)


def test_texts_of_records_are_text(reader: Reader) -> None:
    reader.open("search/?q=유령책&kind=source")
    expect(reader.rows).to_have_count(len(ATTACKS))
    assert sorted(reader.titles()) == sorted(ATTACKS)
    reader.ask_box("유령책")
    shown = reader.dialog.locator(".md-search-result__item h1")
    expect(shown).to_have_count(len(ATTACKS))
    assert sorted(shown.all_inner_texts()) == sorted(ATTACKS)
    expect(reader.told).to_have_text([f"{len(ATTACKS)}건 결과 쪽 열기"])


# Narrowing


def test_choices_narrow_and_say_how_many_they_leave(reader: Reader) -> None:
    reader.open("search/?q=로봇")
    reader.rows.first.wait_for()
    for name in ("kind", "year", "topic", "status"):
        select = reader.tab.locator(f"#search-{name}")
        for option in select.locator("option:not([disabled]):not([value=''])").all():
            number = re.search(r"\((\d+)\)$", option.inner_text())
            assert number
            select.select_option(option.get_attribute("value"))
            expect(reader.count).to_have_text(f"{number[1]}건을 찾았습니다")
            expect(select).to_have_class("chosen")
        select.select_option("")


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
    stay(reader.tab)
    reader.ask_box("fhqht")
    expect(reader.told.last).to_have_text(f"‘{MEANT}’(으)로 찾은 결과입니다 ‘fhqht’ 그대로 찾기")
    reader.told.last.locator("a").click()
    reader.tab.wait_for_url("**/library/search/?q=fhqht&literal=1")
    expect(reader.dialog).to_be_hidden()
    expect(reader.count).to_have_text("‘fhqht’에 맞는 것을 찾지 못했습니다")
    assert stayed(reader.tab)


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
    stay(reader.tab)
    field = reader.tab.locator(".big-search input")
    field.fill("robots & <b>")
    field.press("Enter")
    reader.tab.wait_for_url("**/library/en/search/?q=*")
    expect(reader.words).to_have_value("robots & <b>")
    assert stayed(reader.tab)
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
    expect(reader.dialog.locator(".md-search-result__item").first).to_be_visible()


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
    reader.tab.route(re.compile(INDEX.pattern + "texts/"), lambda route: route.fulfill(status=404))
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
