"""The filters of a list on several pages, in Chromium: what narrows it is fetched when it is first used."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.support.hosting import HostedSite
from tests.support.running import copy_project, replace, run
from tests.support.serving import served
from tests.support.sites import PLAIN_INSTALL
from tests.theme.filters.reader import Reader

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("filters")]

MOST = 3
TABLE = "**/lists/*.json"
TABLES = "performance.getEntriesByType('resource').filter(({name}) => name.includes('/lists/')).length"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HostedSite]:
    """The made-up records with three rows of lists on each page."""
    project = copy_project(tmp_path_factory.mktemp("several") / "project")
    program = project / "generator" / "pages" / "page.py"
    text = program.read_text("utf-8")
    assert "ROWS_OF_PAGE = 100\n" in text
    program.write_text(text.replace("ROWS_OF_PAGE = 100\n", f"ROWS_OF_PAGE = {MOST}\n"), "utf-8")
    with served(project.with_name("host")) as root:
        replace(project / "content/site.yml", "https://proceedings.example.org/library/", f"{root}library/")
        done = run(project, "build", "--quiet", "--offline", **PLAIN_INSTALL)
        assert done.returncode == 0, done.stdout + done.stderr
        project.with_name("host").mkdir()
        (project / "site").rename(project.with_name("host") / "library")
        yield HostedSite(project.with_name("host") / "library", f"{root}library/")


def fetched(reader: Reader) -> int:
    """How many tables the browser has asked for on this page."""
    return int(reader.tab.evaluate(TABLES))


# Without a choice


def test_without_javascript_every_row_is_reached_by_links(browser: Browser, site: HostedSite) -> None:
    context = browser.new_context(java_script_enabled=False)
    reader = Reader(context.new_page(), site)
    reader.tab.goto(f"{site.address}proposals/")
    expect(reader.tab.locator("form.filters")).to_be_hidden()
    assert reader.shown.count() == MOST
    titles: set[str] = set()
    while (following := reader.tab.locator("article a[rel=next]")).count():
        following.click()
        assert 0 < reader.shown.count() <= MOST
        titles |= set(reader.titles())
    assert len(titles) == 9
    reader.tab.locator(".crumbs a", has_text="제안").click()
    reader.tab.locator(".parts a", has_text="2023").click()
    assert reader.tab.locator("h1").inner_text() == "제안, 2023년"
    context.close()


def test_first_sight_fetches_nothing_and_nothing_jumps(reader: Reader) -> None:
    reader.open("en/proposals/")
    expect(reader.count).to_have_text("All 9 proposals")
    assert fetched(reader) == 0
    before = reader.tab.locator("article h1, .filters, .parts, li.row >> nth=0").evaluate_all(PLACES)
    reader.words.focus()
    reader.tab.wait_for_function(f"() => {TABLES} === 1")
    assert reader.tab.locator("article h1, .filters, .parts, li.row >> nth=0").evaluate_all(PLACES) == before
    assert reader.shown.count() == MOST


PLACES = "parts => parts.map(part => JSON.stringify(part.getBoundingClientRect()))"


# Narrowing


def test_a_choice_narrows_the_whole_list(reader: Reader) -> None:
    reader.open("en/proposals/")
    reader.choose("year", "2023")
    expect(reader.count).to_have_text("3 of 9 proposals")
    assert len(reader.titles()) == 3
    assert reader.query() == "?year=2023"
    expect(reader.tab.locator(".parts")).to_be_hidden()
    reader.choose("topic", "budget")
    expect(reader.shown).to_have_count(1)
    assert reader.titles() == ["A common fund for reading machines"]
    reader.tab.get_by_role("button", name="Clear filters").click()
    expect(reader.tab.locator(".parts")).to_be_visible()
    expect(reader.count).to_have_text("All 9 proposals")
    assert reader.shown.count() == MOST


def test_link_restores_what_was_chosen(reader: Reader) -> None:
    reader.open("proposals/?topic=robots&words=%EB%B0%A4")
    expect(reader.shown).to_have_count(1)
    assert reader.titles() == ["서가를 로봇과 함께 밤에도 열자"]
    assert reader.chosen() == ["words", "topic"]
    expect(reader.count).to_have_text("제안 1건 (모두 9건)")


def test_what_no_option_offers_counts_for_nothing(reader: Reader) -> None:
    reader.open("proposals/?year=1999")
    expect(reader.count).to_have_text("모두 9건")
    assert reader.chosen() == []
    assert reader.shown.count() == MOST


def test_more_is_shown_by_and_by(reader: Reader) -> None:
    reader.open("en/proposals/?year=2024")
    expect(reader.count).to_have_text("6 of 9 proposals")
    assert reader.shown.count() == MOST
    more = reader.tab.locator(".more-rows")
    expect(more).to_have_text("Show 3 more")
    more.click()
    assert reader.shown.count() == 6
    expect(more).to_be_hidden()
    expect(reader.shown.nth(3).locator("a")).to_be_focused()


def test_results_look_and_lead_as_the_list_does(reader: Reader) -> None:
    reader.open("en/proposals/")
    listed = reader.shown.first
    kept = [listed.locator(part).inner_text() for part in (".row-title", ".row-facts", ".row-side")]
    target = listed.locator("a").first.evaluate("link => link.href")
    reader.choose("year", "2024")
    result = reader.tab.locator(".results li").first
    assert [result.locator(part).inner_text() for part in (".row-title", ".row-facts", ".row-side")] == kept
    assert result.locator("a").evaluate("link => link.href") == target
    result.locator("a").click()
    reader.at(target.removeprefix(reader.site.address), "proposal")


@pytest.mark.parametrize("section", ["forums", "speakers", "organizations"])
def test_each_list_with_filters_has_a_table(reader: Reader, section: str) -> None:
    reader.open(f"{section}/")
    everything = reader.shown.count()
    name = "year" if section == "forums" else "forum"
    option = reader.tab.locator(f"#filter-{name} option").nth(1)
    number = int((option.inner_text()).rpartition("(")[2].rstrip(")"))
    reader.choose(name, option.get_attribute("value") or "")
    expect(reader.shown).to_have_count(min(number, MOST))
    assert everything <= MOST
    assert reader.tab.locator(".results li a").first.get_attribute("href")


def test_the_file_has_all_rows_and_not_those_of_the_page_alone(reader: Reader) -> None:
    reader.open("proposals/")
    name, text = reader.download()
    assert name == "proposals-ko.csv"
    lines = text.removeprefix("\ufeff").splitlines()
    assert lines[0] == '"제목","제안 번호","상태","답변","철회","분야","제안 대상","연도","주소"'
    assert len(lines) == 10
    assert f'"{reader.site.address}proposals/2024-library-robots-1/"' in lines[1]
    assert '"hb-2024-1","이행 중"' in lines[1]


# Failures


def test_a_table_that_cannot_be_fetched_is_told_of_and_the_list_stays(
    browser: Browser, site: HostedSite
) -> None:
    tab = browser.new_page()
    reader = Reader(tab, site)
    tab.route(TABLE, lambda route: route.abort())
    reader.open("en/proposals/?year=2023")
    expect(reader.count).to_contain_text("cannot be fetched now")
    assert reader.shown.count() == MOST
    expect(tab.locator(".parts")).to_be_visible()
    assert [fault for fault in reader.faults if "Failed to load" not in fault] == []
    tab.unroute(TABLE)
    reader.choose("topic", "budget")  # tries again
    expect(reader.count).to_have_text("1 of 9 proposals")
    tab.close()


def test_a_reader_who_waits_is_told_so(reader: Reader) -> None:
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    reader.tab.route(TABLE, hold)
    reader.open("en/proposals/")
    reader.choose("year", "2023")
    expect(reader.count).to_have_text("The list is being fetched …")
    assert reader.shown.count() == MOST
    waiting[0].continue_()
    expect(reader.count).to_have_text("3 of 9 proposals")
    reader.tab.unroute(TABLE)


# A copy for a folder


def test_a_copy_for_a_folder_is_narrowed_too(browser: Browser, site: HostedSite) -> None:
    tab = browser.new_page()
    reader = Reader(tab, site)
    copy = site.folder.parents[1] / "project" / "site-offline"
    tab.goto((copy / "en" / "proposals" / "index.html").as_uri())
    tab.locator("form.filters:not([hidden])").wait_for()
    reader.choose("year", "2023")
    expect(reader.count).to_have_text("3 of 9 proposals")
    link = reader.shown.first.locator("a")
    assert (link.get_attribute("href") or "").endswith("/index.html")
    link.click()
    tab.locator("article[data-kind=proposal]").wait_for()
    assert reader.faults == []
    tab.close()
