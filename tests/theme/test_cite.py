"""The citation boxes in Chromium, over a site built from the made-up records and one that attacks."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import rispy  # type: ignore[import-untyped]  # it has no types
from playwright.sync_api import Browser, BrowserContext, Page, expect

from generator.citations.biblatex import to_biblatex
from generator.citations.bibtex import to_bibtex
from generator.citations.csl import Work, csl_item
from generator.citations.ris import to_ris
from generator.citations.works import Catalogue
from generator.corpus.load import load_corpus
from generator.exports.citation_files import citation_formats
from generator.models import LANGUAGES, Language
from tests.citations.made_up import HOSTILE, hostile
from tests.support.bib_files import read_bibtex
from tests.support.hosting import HostedSite, hosted
from tests.support.paths import RECORDS, ROOT
from tests.support.running import copy_project
from tests.support.sites import PLAIN_INSTALL
from tests.support.words import WORDS

SCRIPTS = ROOT / "generator" / "theme" / "assets" / "javascripts"

HOSTILE_TITLE = "</script><img src=x onerror=alert(1)> \"{b}\" & 'c' \\\\ 100% #1 $x$ a_b ~ ^"
HOSTILE_PROPOSAL = {
    "forum": "2023-open-shelves",
    "title": {"ko": HOSTILE_TITLE, "en": HOSTILE_TITLE},
    "abstract": {"ko": "초록", "en": "Abstract"},
    "proposers": [{"forum": "2023-open-shelves"}],
    "topics": ["budget"],
    "history": [{"date": "2023-11", "status": "proposed"}],
    "sources": ["dawn-courier-2023-11-21"],
}

IN_NODE = """\
import { entryIn } from "./citations/entries.js";
let said = "";
for await (const part of process.stdin) said += part;
const { files, keys } = JSON.parse(said);
const entries = keys.map((key) => Object.entries(files).map(([ending, file]) => entryIn(file, ending, key)));
process.stdout.write(JSON.stringify(entries));
"""


def every_work(language: Language) -> list[Work]:
    works = Catalogue(load_corpus(RECORDS), WORDS)
    made_up = [work for forum in works.corpus.forums.values() for work in works.works_at(forum, language)]
    attacks: list[Work] = [
        {**hostile(text), "id": f"proposal:attack-{number}"} for number, text in enumerate(HOSTILE)
    ]
    return attacks + made_up


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_browser_takes_the_entry_of_every_work_out_of_a_file_of_all(language: Language) -> None:
    works = every_work(language)
    written = {
        "bib": [to_bibtex([work]) for work in works],
        "biblatex.bib": [to_biblatex([work]) for work in works],
        "ris": [to_ris([work]) for work in works],
    }
    formats = citation_formats()
    files = {ending: formats[ending].file(entries).decode() for ending, entries in written.items()}
    done = subprocess.run(
        ["node", "--input-type=module", "--eval", IN_NODE],
        cwd=SCRIPTS,
        input=json.dumps({"files": files, "keys": [work["id"] for work in works]}),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert json.loads(done.stdout) == [list(entries) for entries in zip(*written.values(), strict=True)]


def test_scripts_are_small() -> None:
    """The first view of a page loads the one, a press of a button the others: 3 KB, compressed."""
    names = ("citations/copy.js", "citations/entries.js", "root.js")
    scripts = b"".join((SCRIPTS / name).read_bytes() for name in names)
    assert len(gzip.compress(scripts, 9)) <= 3 * 1024


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HostedSite]:
    folder = tmp_path_factory.mktemp("cite")
    project = copy_project(folder / "project")
    record = project / "content/proposals/2023-open-shelves-2.yml"
    record.write_text(json.dumps(HOSTILE_PROPOSAL), encoding="utf-8")
    with hosted(project, **PLAIN_INSTALL) as site:
        yield site


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One for all, so that a file of the theme is loaded once."""
    opened = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield opened
    opened.close()


@pytest.fixture
def tab(context: BrowserContext) -> Iterator[Page]:
    faults: list[str] = []
    opened = context.new_page()
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("dialog", lambda dialog: faults.append(dialog.message))
    yield opened
    opened.close()
    assert faults == []


def copied(tab: Page, name: str) -> str:
    """What a press of the page's last button of that name leaves in the clipboard."""
    button = tab.get_by_role("button", name=name, exact=True).last
    button.click()
    expect(tab.locator(".cite output").last).to_have_text(button.get_attribute("data-copied") or "")
    return str(tab.evaluate("navigator.clipboard.readText()"))


def work_of(site: HostedSite, key: str, file: str = "cite/all.json") -> Work:
    """The work of a file, with the number as the record has it."""
    (work,) = (one for one in json.loads((site.folder / file).read_bytes()) if one["id"] == key)
    found: Work = work
    if "number" in found:
        found["number"] = found["number"].replace("\u2011", "-")
    return found


@pytest.mark.browser
@pytest.mark.parametrize("key", ["proposal:hb-2024-1", "proposal:2023-open-shelves-2"])
def test_a_proposal_is_copied_in_every_form(site: HostedSite, tab: Page, key: str) -> None:
    page = {"proposal:hb-2024-1": "2024-library-robots-1"}.get(key, "2023-open-shelves-2")
    tab.goto(f"{site.address}proposals/{page}/")
    work = work_of(site, key)
    assert copied(tab, "BibTeX 복사") == to_bibtex([work])
    assert copied(tab, "BibLaTeX 복사") == to_biblatex([work])
    assert list(read_bibtex(to_bibtex([work])).entries) == [key]
    ris = copied(tab, "RIS 복사")
    assert ris.replace("\r\n", "\n") == to_ris([work]).replace(
        "\r\n", "\n"
    )  # some clipboards change line ends
    assert rispy.loads(ris)[0]["title"] == work["title"]
    assert json.loads(copied(tab, "CSL-JSON 복사")) == [csl_item(work)]
    for style in ("한국어", "APA"):
        shown = tab.locator(".cite-way", has_text=style).first.locator(".cite-text").inner_text()
        assert copied(tab, f"{style} 양식 복사") == shown
        assert work["title"] in shown or style == "APA"


@pytest.mark.browser
def test_it_is_said_that_something_was_copied(site: HostedSite, tab: Page) -> None:
    tab.goto(f"{site.address}en/proposals/2024-library-robots-1/")
    tab.get_by_role("button", name="Copy as RIS").click()
    expect(tab.get_by_role("status").filter(has_text="Copied: RIS")).to_be_visible()
    expect(tab.locator(".cite output")).to_be_empty(timeout=10_000)  # so that it can be said again


@pytest.mark.browser
def test_a_contribution_is_copied_by_itself(site: HostedSite, tab: Page) -> None:
    tab.goto(f"{site.address}forums/2024-library-robots/")
    box = tab.locator("details", has_text="소리 없는 서가")
    expect(box.locator(".cite")).to_be_hidden()
    box.locator("summary").click()
    box.get_by_role("button", name="BibTeX 복사").click()
    expect(box.locator("output")).to_have_text("복사했습니다: BibTeX")
    work = work_of(site, "speech:2024-robots:discussion-1:unnamed")
    assert tab.evaluate("navigator.clipboard.readText()") == to_bibtex([work])


@pytest.mark.browser
def test_boxes_work_on_the_page_that_a_link_leads_to(site: HostedSite, tab: Page) -> None:
    tab.goto(f"{site.address}proposals/")
    tab.get_by_role("link", name="도서관 로봇 40대를 시범으로 들이자").click()
    tab.locator("article[data-kind=proposal]").wait_for()
    assert copied(tab, "BibTeX 복사") == to_bibtex([work_of(site, "proposal:hb-2024-1")])


@pytest.mark.browser
def test_where_nothing_may_be_copied_the_reference_is_marked(site: HostedSite, tab: Page) -> None:
    tab.add_init_script("delete Navigator.prototype.clipboard")
    tab.goto(f"{site.address}en/proposals/2024-library-robots-1/")
    tab.get_by_role("button", name="Copy in APA").click()
    expect(tab.locator(".cite output")).to_contain_text("could not be copied")
    assert tab.evaluate("getSelection().toString()") == tab.locator(".cite-text").first.inner_text()


@pytest.mark.browser
def test_a_browser_that_takes_no_promise_copies_too(site: HostedSite, tab: Page) -> None:
    tab.add_init_script("delete globalThis.ClipboardItem")
    tab.goto(f"{site.address}proposals/2024-library-robots-1/")
    assert copied(tab, "BibTeX 복사") == to_bibtex([work_of(site, "proposal:hb-2024-1")])
    assert copied(tab, "CSL-JSON 복사").startswith("[")


@pytest.mark.browser
def test_a_copy_takes_the_file_of_its_forum_alone(site: HostedSite, tab: Page) -> None:
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url.removeprefix(site.address)))
    for page in ("proposals/2024-library-robots-1/", "en/forums/2024-library-robots/#session-keynote"):
        tab.goto(site.address + page)
        box = tab.locator(".cite").last
        box.get_by_role("button", name="BibTeX").click()
        expect(box.locator("output")).to_contain_text("BibTeX")
    files = [address for address in asked if "cite/" in address]
    assert files == ["cite/forums/2024-library-robots.bib", "en/cite/forums/2024-library-robots.bib"]


@pytest.mark.browser
def test_without_a_network_it_is_said_that_nothing_was_copied(site: HostedSite, tab: Page) -> None:
    tab.goto(f"{site.address}en/proposals/2024-library-robots-1/")
    tab.evaluate("navigator.clipboard.writeText('kept')")
    tab.route("**/cite/**", lambda route: route.abort())
    tab.get_by_role("button", name="Copy as RIS").click()
    expect(tab.locator(".cite output")).to_contain_text("could not be copied")
    assert tab.evaluate("navigator.clipboard.readText()") == "kept"
    assert copied(tab, "Copy in APA").startswith("Tia Sample. (2024, June 12). ")
    tab.unroute("**/cite/**")
    tab.route("**/cite/**", lambda route: route.fulfill(body="no such work"))
    tab.get_by_role("button", name="Copy as BibTeX").click()
    expect(tab.locator(".cite output")).to_contain_text("could not be copied")


@pytest.mark.browser
def test_without_scripts_the_references_stand_there(site: HostedSite, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(f"{site.address}en/proposals/2024-library-robots-1/")
        apa, korean = tab.locator(".cite-text").all_inner_texts()
        assert apa == (
            "Tia Sample. (2024, June 12). [A trial with 40 library robots] (Proposal No. hb-2024-1). Library "
            "Robots and Neighbours — Hanbyeol Policy Forum, Great Court, Byeolmaru University. Hanbyeol "
            f"Records Circle. {site.address}en/p/hb-2024-1/"
        )
        assert korean == (
            "Tia Sample(2024. 6. 12.). [도서관 로봇 40대를 시범으로 들이자](제안 hb-2024-1). 「도서관 로봇과 "
            f"이웃 — 한별 정책 포럼」, 별마루대학교 큰마당. 한별 기록 모임. {site.address}p/hb-2024-1/"
        )
        expect(tab.locator(".cite button:visible")).to_have_count(0)


@pytest.mark.browser
@pytest.mark.parametrize("root", ["", "en/"])
def test_a_forum_s_works_are_a_download_away(site: HostedSite, tab: Page, root: str) -> None:
    tab.goto(f"{site.address}{root}forums/2024-library-robots/")
    links = tab.locator(".cite-files a")
    addresses = links.evaluate_all("links => links.map(link => link.href)")
    files = [
        f"{root}cite/forums/2024-library-robots.{ending}" for ending in ("bib", "biblatex.bib", "ris", "json")
    ]
    assert addresses == [site.address + file for file in files]
    with tab.expect_download() as download:
        links.first.click()
    assert Path(download.value.path()).read_bytes() == (site.folder / files[0]).read_bytes()


@pytest.mark.browser
def test_the_permanent_address_leads_to_the_proposal(site: HostedSite, tab: Page) -> None:
    tab.goto(work_of(site, "proposal:hb-2024-1")["URL"])
    tab.wait_for_url("**/proposals/2024-library-robots-1/")
