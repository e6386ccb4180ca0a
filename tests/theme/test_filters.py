"""The filters of lists in Chromium, over a site built from the made-up records and a few that attack."""

from __future__ import annotations

import csv
import io
import re
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.support.browsing import place_of, stay, stayed, wait_at_place, wait_for_theme
from tests.support.hosting import HostedSite, hosted
from tests.support.running import copy_project

pytestmark = pytest.mark.browser

HOSTILE_TITLE = '=HYPERLINK("https://evil.example/"),"<b>책</b>" | 제안'
HOSTILE_PROPOSAL = f"""\
forum: 2023-open-shelves
title: {{ko: '{HOSTILE_TITLE}', en: '-2+3, "data centre"'}}
abstract: {{ko: 데이터 센터를 산·학·연이 함께 짓는다, en: A data centre}}
proposers: [{{forum: 2023-open-shelves}}]
addressees: [{{name: '@SUM(1)'}}]
topics: [budget]
history: [{{date: 2023-11, status: proposed}}]
sources: [dawn-courier-2023-11-21]
"""
PAUSE = 400
"""Milliseconds after which somebody who typed has been answered."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HostedSite]:
    folder = tmp_path_factory.mktemp("filters")
    project = copy_project(folder / "project")
    (project / "content/proposals/2023-open-shelves-2.yml").write_text(HOSTILE_PROPOSAL, encoding="utf-8")
    with hosted(project) as site:
        yield site


class Reader:
    """Somebody with a browser before a list."""

    def __init__(self, tab: Page, site: HostedSite) -> None:
        self.tab = tab
        self.site = site
        self.words = tab.locator("#filter-words")
        self.count = tab.locator(".filters output")
        self.rows = tab.locator("li.row")
        self.shown = tab.locator("li.row:visible")
        self.faults: list[str] = []
        tab.on("pageerror", lambda error: self.faults.append(str(error)))
        tab.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)

    def open(self, path: str) -> None:
        self.tab.goto(self.site.address + path)
        if self.tab.locator("form.filters").count():
            self.tab.locator("form.filters:not([hidden])").wait_for()

    def choose(self, name: str, value: str) -> None:
        self.tab.select_option(f"#filter-{name}", value)

    def titles(self) -> list[str]:
        return [title.strip() for title in self.shown.locator(".row-title").all_inner_texts()]

    def query(self) -> str:
        return str(self.tab.evaluate("decodeURIComponent(location.search)"))

    def chosen(self) -> list[str]:
        names = "fields => fields.map(field => field.name)"
        return list(self.tab.eval_on_selector_all(".filters .chosen", names))

    def at(self, path: str, kind: str) -> None:
        """Waits for a page and what it shows."""
        self.tab.wait_for_url(self.site.address + path)
        self.tab.locator(f"article[data-kind={kind}]").wait_for()

    def tab_to(self, selector: str) -> None:
        """Presses the Tab key until the focus is there."""
        for _ in range(60):
            self.tab.keyboard.press("Tab")
            if self.tab.locator(f"{selector}:focus").count():
                return
        raise AssertionError(f"the Tab key does not lead to {selector}")

    def download(self) -> tuple[str, str]:
        """Name and text of the rows shown, as a file."""
        with self.tab.expect_download() as started:
            self.tab.locator("button[name=csv]").click()
        return started.value.suggested_filename, Path(started.value.path()).read_bytes().decode("utf-8")


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One for all, so that a file of the theme is loaded once."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        yield context


@pytest.fixture
def reader(context: BrowserContext, site: HostedSite) -> Iterator[Reader]:
    yield from at_a_list(context, site)


@pytest.fixture
def reader_with_a_clock(browser: Browser, site: HostedSite) -> Iterator[Reader]:
    """Alone, since a clock that a test stops stands still for all tabs."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        yield from at_a_list(context, site)


def at_a_list(context: BrowserContext, site: HostedSite) -> Iterator[Reader]:
    reader = Reader(context.new_page(), site)
    yield reader
    styled = reader.tab.locator("main [style]:is(.row, .filters *, h2, ul)").count()
    reader.tab.close()
    assert reader.faults == []
    assert styled == 0  # a strict Content-Security-Policy would forbid it


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
    wait_for_theme(reader.tab)
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
    contents = reader.tab.locator(".md-sidebar a[href*='#y']:visible")
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
    stay(reader.tab)
    reader.words.press_sequentially("새벽")
    reader.shown.locator(".row-title").click()
    reader.at("proposals/2024-library-robots-5/", "proposal")
    reader.tab.wait_for_timeout(PAUSE)
    assert reader.query() == ""
    reader.tab.go_back()
    reader.at("proposals/?words=%EC%83%88%EB%B2%BD", "proposals")
    expect(reader.shown).to_have_count(1)


def test_field_keeps_the_focus_when_a_step_is_taken_back(reader: Reader) -> None:
    """Material loads the page anew at the first step back."""
    reader.open("proposals/")
    reader.tab.locator("#filter-year").focus()
    reader.choose("year", "2023")
    reader.tab.locator("#filter-year").evaluate("field => field.classList.add('old')")
    reader.tab.go_back()
    reader.tab.locator("#filter-year:not(.old)").wait_for()
    expect(reader.tab.locator("#filter-year")).to_be_focused()
    assert reader.shown.count() == 10


# Instant navigation


def test_filters_follow_instant_navigation(reader: Reader) -> None:
    reader.open("")
    stay(reader.tab)
    reader.tab.locator("article a[href$='proposals/?status=proposed']").first.click()
    reader.at("proposals/?status=proposed", "proposals")
    expect(reader.shown).to_have_count(3)
    reader.tab.locator(".md-tabs__link", has_text="사람").click()
    reader.at("speakers/", "speakers")
    reader.words.fill("한빛솔")
    assert reader.titles() == ["한빛솔"]
    reader.tab.go_back()
    reader.at("proposals/?status=proposed", "proposals")
    expect(reader.shown).to_have_count(3)
    reader.tab.evaluate("document$.next(document)")  # the same page once more
    steps = reader.tab.evaluate("history.length")
    reader.choose("year", "2023")
    assert reader.tab.evaluate("history.length") == steps  # one, in place of the list of people
    reader.tab.go_back()
    expect(reader.shown).to_have_count(3)
    assert stayed(reader.tab)


def test_section_of_a_narrowed_list_is_the_whole_list(reader: Reader) -> None:
    """Material would step back from a link to the same page."""
    reader.open("")
    stay(reader.tab)
    reader.tab.locator("article a[href$='proposals/?status=proposed']").first.click()
    reader.at("proposals/?status=proposed", "proposals")
    reader.tab.locator(".md-tabs__link", has_text="제안").click()
    reader.at("proposals/", "proposals")
    expect(reader.shown).to_have_count(10)


def test_heading_and_other_language_keep_what_is_chosen(reader: Reader) -> None:
    reader.open("forums/")
    stay(reader.tab)
    reader.choose("year", "2023")
    reader.tab.locator(".md-sidebar--secondary a[href$='#y2023']").click()
    reader.at("forums/?year=2023#y2023", "forums")
    expect(reader.shown).to_have_count(2)
    reader.tab.locator(".language-switch").click()
    reader.tab.wait_for_url("**/en/forums/?year=2023")
    expect(reader.shown).to_have_count(2)


@pytest.mark.parametrize("seconds", [0, 0.4])
def test_reader_returns_to_the_same_place(reader: Reader, seconds: float) -> None:
    """Material scrolls there while the list is still complete, or not here yet."""
    html = (reader.site.folder / "proposals/index.html").read_text("utf-8")
    start = html.index('<li class="row')
    end = html.index("</ul>", start)
    longer = html[:start] + html[start:end] * 12 + html[end:]

    def answer(route: Route) -> None:
        time.sleep(seconds)
        route.fulfill(body=longer, content_type="text/html")

    reader.tab.route(re.compile(r"/library/proposals/(\?|$)"), answer)
    reader.open("proposals/?topic=budget")
    stay(reader.tab)
    link = reader.shown.locator(".row-title").nth(40)
    place = place_of(link)
    link.click()
    reader.tab.locator("article[data-kind=proposal]").wait_for()
    reader.tab.go_back()
    reader.at("proposals/?topic=budget", "proposals")
    expect(reader.shown).to_have_count(48)
    wait_at_place(reader.tab, "li.row:not([hidden]) .row-title", 40, place)
    assert stayed(reader.tab)


# The keyboard


def test_everything_works_by_keyboard(reader: Reader) -> None:
    reader.open("en/proposals/")
    keyboard = reader.tab.keyboard
    reader.tab_to("#filter-words")
    keyboard.type("robots")
    narrowed = reader.shown.count()
    keyboard.press("Enter")
    assert reader.query() == "?words=robots"
    keyboard.press("Tab")
    expect(reader.tab.locator("#filter-topic")).to_be_focused()
    keyboard.type("Acc")
    assert reader.tab.locator("#filter-topic").input_value() == "access"
    assert 0 < reader.shown.count() < narrowed
    reader.tab_to("button[name=clear]")
    keyboard.press("Enter")
    expect(reader.words).to_be_focused()
    assert reader.shown.count() == reader.rows.count()
    keyboard.type("zeppelin")
    assert reader.shown.count() == 0
    keyboard.press("Escape")
    assert reader.words.input_value() == ""
    assert reader.shown.count() == reader.rows.count()


# The rows shown, as a file


def parse(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    assert text.endswith("\r\n")
    return list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))


def test_rows_shown_are_downloaded_as_a_reader_sees_them(reader: Reader) -> None:
    reader.open("proposals/?year=2023&topic=budget")
    name, text = reader.download()
    assert name == "proposals-ko-budget-2023.csv"
    address = f"{reader.site.address}proposals/2023"
    assert parse(text) == [
        ["제목", "제안 번호", "상태", "분야", "제안 대상", "연도", "주소"],
        [
            f"'{HOSTILE_TITLE}", "2023-open-shelves-2", "제안됨", "예산",
            "'@SUM(1)", "2023", f"{address}-open-shelves-2/",
        ],
        [
            "A common fund for reading machines", "2023-reading-machines-2", "대체됨", "예산",
            "Public broadcasters; 한별시의 여러 구청", "2023", f"{address}-reading-machines-2/",
        ],
    ]  # fmt: skip


def test_file_speaks_the_language_of_the_page(reader: Reader) -> None:
    reader.open("en/forums/")
    name, text = reader.download()
    assert name == "forums-en.csv"
    table = parse(text)
    assert table[0] == ["Name", "Kind", "Year", "Address"]
    assert len(table) == 1 + reader.rows.count()
    assert table[1][1:] == ["policy forum", "2024", f"{reader.site.address}en/forums/2024-library-robots/"]


@pytest.mark.parametrize("section", ["speakers", "organizations"])
def test_lists_of_people_and_organizations_are_filtered_and_downloaded(reader: Reader, section: str) -> None:
    reader.open(f"{section}/")
    reader.choose("forum", "2024-library-robots")
    assert 0 < reader.shown.count() < reader.rows.count()
    name, text = reader.download()
    assert name == f"{section}-ko-2024-library-robots.csv"
    table = parse(text)
    assert [row[0] for row in table[1:]] == reader.titles()
    place = table[0].index("포럼")
    assert all("도서관 로봇과 이웃 — 한별 정책 포럼" in row[place].split("; ") for row in table[1:])
