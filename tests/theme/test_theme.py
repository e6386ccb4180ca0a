"""The theme over real builds, read as files and in Chromium: both languages, and titles that attack."""

from __future__ import annotations

import gzip
import json
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
import yaml
from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.models import LANGUAGES, Language
from generator.output.verify import verify_site
from tests.support.browsing import stay, stayed
from tests.support.paths import ROOT
from tests.support.small_site import PAGES, make_project, run_mkdocs, write_page

ATTACKS = {
    "close": "</title></h1><script>attacked()</script>",
    "image": "\"><img src=x onerror='attacked()'>",
    "jinja": "{{7*7}} {% raw %} {# #} {{ config }}",
    "entity": "&lt;script&gt;attacked()&lt;/script&gt; &amp;amp;",
    "attributes": "{: onclick=attacked() #__config }",
    "handler": "' onfocus=attacked() autofocus x='",
    "scheme": "[x](javascript:attacked()) <javascript:attacked()>",
    "config": "<a id=__config></a><template><script>attacked()",
    "markdown": "# *em* `code` **b** ![](x) [TOC] :smile: --8<-- $&amp;",
    "article": '<article </header> role="dialog" data-search-exclude="x" %s {day}',
}
IN_THE_NAVIGATION = ATTACKS["close"] + ATTACKS["image"] + ATTACKS["jinja"]


class AtBase(SimpleHTTPRequestHandler):
    """The site of the server below /base/, its 404 page for what is not there."""

    server: SiteServer

    def translate_path(self, path: str) -> str:
        inside = path.partition("?")[0].removeprefix("/base/")
        return str(self.server.site / inside.rstrip("/")) if inside != path else str(self.server.site / "-")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        del message, explain
        page = (self.server.site / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        del format, args


class SiteServer(ThreadingHTTPServer):
    site: Path
    daemon_threads = True

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/base/"


@dataclass(frozen=True)
class Built:
    """A built site, and the address at which it is served."""

    folder: Path
    address: str

    def page(self, path: str) -> LexborHTMLParser:
        file = self.folder / path
        return LexborHTMLParser((file / "index.html" if file.suffix != ".html" else file).read_text("utf-8"))


def one(page: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    """The first element that the selector finds."""
    found = page.css_first(selector)
    assert found, f"nothing found: {selector}"
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with SiteServer(("127.0.0.1", 0), AtBase) as server:
        server.site = tmp_path_factory.mktemp("theme") / "site"
        project = make_attacked_project(server.site.parent / "project")
        build(project, server.site, server.address)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield Built(server.site, server.address)
        server.shutdown()


def make_attacked_project(folder: Path) -> Path:
    make_project(folder, {"topics/index": IN_THE_NAVIGATION})
    for language in LANGUAGES:
        for name, attack in ATTACKS.items():
            write_page(folder, language, f"forums/{name}", attack, record="content/forums/one.yml")
        write_page(
            folder, language, "forums/dated", "날짜 Dated", "2025년, 인공지능의(words).", updated="2025-07-16"
        )
        write_page(
            folder,
            language,
            "forums/moved",
            "옮김 Moved",
            template="redirect.html",
            redirect="../../forums/one/",
        )
    return folder


def build(project: Path, site: Path, address: str, **variables: str) -> None:
    variables = {"PROCEEDINGS_ADDRESS": address, "SOURCE_DATE_EPOCH": "1752624000", **variables}
    result = run_mkdocs(project, "build", "--strict", "--site-dir", str(site), **variables)
    assert result.returncode == 0, result.stderr


class Visit:
    """A reader's page, and what a sound site never does to it."""

    def __init__(self, browser: Browser, built: Built, width: int = 1280) -> None:
        self.built = built
        self.faults: list[str] = []
        self.tab: Page = browser.new_page(viewport={"width": width, "height": 800})
        self.tab.expose_function("attacked", lambda: self.faults.append("a script of a record ran"))
        self.tab.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)
        self.tab.on("pageerror", lambda error: self.faults.append(str(error)))
        self.tab.on("request", lambda request: self.note_request(request.url))
        self.tab.on("response", lambda sent: self.note_response(sent.status, sent.url))

    def note_request(self, url: str) -> None:
        if not url.startswith((self.built.address, "data:", "blob:")):
            self.faults.append(f"asked for {url}")

    def note_response(self, status: int, url: str) -> None:
        if status >= 400:
            self.faults.append(f"{status} {url}")

    def go(self, path: str) -> None:
        self.tab.goto(self.built.address + path)

    def tabs(self) -> list[str]:
        return [tab.strip() for tab in self.tab.locator(".md-tabs__link").all_inner_texts()]


@pytest.fixture
def visit(browser: Browser, built: Built) -> Iterator[Visit]:
    visit = Visit(browser, built)
    yield visit
    visit.tab.close()
    assert visit.faults == []


# What is in the files


@pytest.mark.parametrize(("folder", "language"), [("", "ko"), ("en", "en")])
@pytest.mark.parametrize("path", ["", "forums/one", "404.html"])
def test_page_says_its_language(built: Built, folder: str, language: str, path: str) -> None:
    found = one(built.page(f"{folder}/{path}".strip("/")), "html")
    assert found.attributes["lang"] == language


@pytest.mark.parametrize("path", ["", "forums/one/"])
@pytest.mark.parametrize("folder", ["", "en/"])
def test_page_names_itself_in_both_languages(built: Built, folder: str, path: str) -> None:
    links = built.page(folder + path).css('head link[rel="alternate"]')
    assert {link.attributes["hreflang"]: link.attributes["href"] for link in links} == {
        "ko": built.address + path,
        "en": f"{built.address}en/{path}",
        "x-default": built.address + path,
    }
    canonical = one(built.page(folder + path), 'link[rel="canonical"]')
    assert canonical.attributes["href"] == built.address + folder + path


@pytest.mark.parametrize(
    ("page", "target", "said"),
    [
        ("", "./en/", "English"),
        ("forums/one", "../../en/forums/one/", "English"),
        ("en", "./../", "한국어"),
        ("en/forums/one", "../../../forums/one/", "한국어"),
        ("404.html", "/base/en/", "English"),
        ("en/404.html", "/base/", "한국어"),
    ],
)
def test_language_switch_leads_to_the_same_page(built: Built, page: str, target: str, said: str) -> None:
    switch = one(built.page(page), ".language-switch")
    assert switch.attributes["href"] == target
    assert switch.text() == said
    assert switch.attributes["lang"] == switch.attributes["hreflang"] == ("ko" if said == "한국어" else "en")


@pytest.mark.parametrize(
    ("page", "title", "other", "other_title", "home"),
    [
        ("404.html", "페이지를 찾을 수 없습니다", "en", "Page not found", "/base/en/"),
        ("en/404.html", "Page not found", "ko", "페이지를 찾을 수 없습니다", "/base/"),
    ],
)
def test_missing_page_speaks_both_languages(
    built: Built, page: str, title: str, other: str, other_title: str, home: str
) -> None:
    missing = built.page(page)
    assert [heading.text() for heading in missing.css("h1")] == [title]
    line = one(missing, f'article [lang="{other}"]')
    assert other_title in line.text()
    assert one(line, "a").attributes["href"] == home
    links = [link.attributes["href"] for link in missing.css("article li a")]
    assert links[1] == f"/base/{'en/' if other == 'ko' else ''}forums/"
    assert len(links) == len(missing.css(".md-tabs__item"))
    assert one(missing, 'meta[name="robots"]').attributes["content"] == "noindex"


@pytest.mark.parametrize("folder", ["", "en/"])
def test_browsers_are_told_how_to_search(built: Built, folder: str) -> None:
    for path in ("", "forums/one/", "404.html"):
        link = one(built.page(folder + path), 'link[rel="search"]')
        assert urljoin(f"{built.address}{folder}{path}", link.attributes["href"]) == (
            f"{built.address}{folder}opensearch.xml"
        )
    root = ElementTree.parse(built.folder / folder / "opensearch.xml").getroot()  # noqa: S314 - our own file
    name = "{http://a9.com/-/spec/opensearch/1.1/}"
    short = root.findtext(f"{name}ShortName") or ""
    assert short == ("Small Proceedin…" if folder else "작은 자료집")
    assert {url.get("type"): url.get("template") for url in root.findall(f"{name}Url")} == {
        "text/html": f"{built.address}{folder}search/?q={{searchTerms}}",
        "application/opensearchdescription+xml": f"{built.address}{folder}opensearch.xml",
    }


def test_header_has_a_search_that_leads_to_the_page_of_results(built: Built) -> None:
    for page, target in (
        ("", "search/"),
        ("en/forums/one", "../../search/"),
        ("en/404.html", "/base/en/search/"),
    ):
        assert one(built.page(page), "form[name=search]").attributes["action"] == target
        config = json.loads(one(built.page(page), "#__config").text())
        assert config["search"] == target.removesuffix("search/") + "assets/search/material.js"


@pytest.mark.parametrize("folder", ["", "en/"])
def test_sitemap_lists_each_page_with_its_other_language(built: Built, folder: str) -> None:
    root = ElementTree.parse(built.folder / folder / "sitemap.xml").getroot()  # noqa: S314 - our own file
    names = {"": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    listed = {page.findtext("loc", namespaces=names): page for page in root.findall("url", names)}
    assert len(listed) == len(PAGES) + len(ATTACKS) + 1
    assert not [address for address in listed if address is None or "moved" in address]
    dated = listed[f"{built.address}{folder}forums/dated/"]
    assert dated.findtext("lastmod", namespaces=names) == "2025-07-16"
    assert {link.get("hreflang"): link.get("href") for link in dated.findall("x:link", names)} == {
        "ko": f"{built.address}forums/dated/",
        "en": f"{built.address}en/forums/dated/",
        "x-default": f"{built.address}forums/dated/",
    }
    assert [page.findtext("lastmod", namespaces=names) for page in listed.values()].count(None) == len(
        listed
    ) - 1


def test_robots_are_shown_both_sitemaps(built: Built) -> None:
    lines = (built.folder / "robots.txt").read_text("utf-8").splitlines()
    assert f"Sitemap: {built.address}sitemap.xml" in lines
    assert f"Sitemap: {built.address}en/sitemap.xml" in lines
    assert not (built.folder / "en" / "robots.txt").exists()


def test_moved_page_leads_to_the_new_one(built: Built) -> None:
    moved = built.page("en/forums/moved")
    refresh = one(moved, 'meta[http-equiv="refresh"]')
    assert refresh.attributes["content"] == "0; url=../../forums/one/"
    assert one(moved, "a").attributes["href"] == "../../forums/one/"
    canonical = one(moved, 'link[rel="canonical"]')
    assert canonical.attributes["href"] == f"{built.address}en/forums/one/"


def test_page_of_a_record_marks_its_section(built: Built) -> None:
    for path, current in (("forums/one", "true"), ("forums", "page")):
        marked = built.page(path).css(".md-tabs__link[aria-current]")
        assert [(tab.text(), tab.attributes["aria-current"]) for tab in marked] == [("포럼 Forums", current)]
    assert [tab.text() for tab in built.page("").css(".md-tabs__link[aria-current]")] == ["홈"]


def test_foot_of_a_page(built: Built) -> None:
    dated = one(built.page("en/forums/dated"), ".page-foot")
    assert dated.text(strip=True) == "Newest fact: 16 July 2025"
    edit = one(built.page("forums/close"), ".page-foot a.edit-record")
    assert edit.attributes["href"] == "https://github.com/example/records/edit/main/content/forums/one.yml"
    assert edit.text() == "이 기록 고치기"
    assert not built.page("forums/one").css(".page-foot")


def test_imprint_names_who_answers_for_the_site(built: Built) -> None:
    imprint = one(built.page("en/forums/one"), ".imprint")
    links = {link.text(): link.attributes["href"] for link in imprint.css("a")}
    assert links["사무국"] == "https://desk.example.org/"
    assert links["desk@example.org"] == "mailto:desk@example.org"
    assert links["상태 Statuses"] == "../../statuses/"
    assert one(imprint, 'span[lang="ko"]').text() == "사무국"


def test_home_is_called_home_where_it_is_linked(built: Built) -> None:
    home = built.page("en")
    assert one(home, "title").text() == "Small Proceedings"
    assert one(home, "h1").text() == PAGES["index"]
    assert one(home, ".md-tabs__link").text() == "Home"


def test_nothing_but_links_leads_out_of_the_site(built: Built) -> None:
    for path in ("", "en/forums/one", "404.html", "forums/moved"):
        page = built.page(path)
        loaded = page.css("[src], link:not([rel=canonical], [rel=alternate]), [srcset], [poster], [data]")
        addresses = [node.attributes.get("src") or node.attributes.get("href") or "" for node in loaded]
        assert loaded or path == "forums/moved"
        assert not [address for address in addresses if "//" in address]
        assert not page.css('[data-md-component="source"]')  # Material asks GitHub's API for its figures


def test_verifying_finds_no_fault(built: Built) -> None:
    folders: dict[str, str] = {"ko": "", "en": "en/"}
    assert verify_site(built.folder, folders, base_path="/base/", address=built.address) == []


def test_same_pages_give_the_same_bytes(
    built: Built, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    project = make_attacked_project(tmp_path_factory.mktemp("elsewhere") / "copy")
    variables = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    build(project, tmp_path / "again", built.address, **variables)
    first, second = contents(built.folder), contents(tmp_path / "again")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def contents(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


# Titles that attack


@pytest.mark.parametrize("name", ATTACKS)
@pytest.mark.parametrize("folder", ["", "en/"])
def test_title_is_text_wherever_it_stands(built: Built, folder: str, name: str) -> None:
    page = built.page(f"{folder}forums/{name}")
    shown = " ".join(ATTACKS[name].split())
    assert one(page, "h1").text() == shown
    assert one(page, "h2").text() == shown
    assert one(page, "head title").text() == f"{shown} - {one(page, '.md-ellipsis').text().strip()}"
    assert one(page, '[data-md-component="header-topic"]').text().strip() == shown
    assert one(page, '[data-md-component="toc"] .md-ellipsis').text().strip() == shown
    for meta in ('meta[name="description"]', 'meta[property="og:title"]'):
        assert one(page, meta).attributes["content"] == shown
    assert one(page, ".crumbs").text() == f"crumbs of forums/{name}"
    assert {tab.text() for tab in page.css(".md-tabs__link")} >= {IN_THE_NAVIGATION}


@pytest.mark.parametrize("name", ATTACKS)
def test_title_adds_no_element_and_no_attribute(built: Built, name: str) -> None:
    assert shape(built.page(f"forums/{name}")) == shape(built.page("forums/close"))


def shape(page: LexborHTMLParser) -> list[tuple[str | None, tuple[str, ...]]]:
    assert page.root
    return [(node.tag, tuple(node.attributes)) for node in page.root.traverse()]


def test_attacked_page_has_the_elements_of_any_page(built: Built) -> None:
    attacked, sound = shape(built.page("forums/close")), shape(built.page("forums/dated"))
    assert [tag for tag, _ in attacked if tag in ("script", "img", "h1", "template", "article")] == [
        tag for tag, _ in sound if tag in ("script", "img", "h1", "template", "article")
    ]
    assert not [names for _, names in attacked if any(name.startswith("on") for name in names)]


@pytest.mark.browser
def test_no_attack_runs_in_a_browser(visit: Visit) -> None:
    for name in ("close", "image", "entity", "config"):
        visit.go(f"forums/{name}/")
        assert visit.tab.locator("h1").inner_text() == ATTACKS[name]
        assert IN_THE_NAVIGATION in visit.tabs()


# In a browser


@pytest.mark.browser
def test_language_switch_follows_instant_navigation(visit: Visit) -> None:
    visit.go("")
    stay(visit.tab)
    visit.tab.get_by_role("link", name="제안 Proposals").first.click()
    visit.tab.wait_for_url("**/proposals/")
    visit.tab.locator("h1", has_text="제안 Proposals").wait_for()
    assert stayed(visit.tab)
    assert visit.tab.locator(".md-tabs__link[aria-current]").inner_text() == "제안 Proposals"
    visit.tab.get_by_role("link", name="English").click()
    visit.tab.wait_for_url("**/base/en/proposals/")
    assert visit.tab.locator("html").get_attribute("lang") == "en"
    assert not stayed(visit.tab)


@pytest.mark.browser
def test_alternates_are_there_for_whoever_runs_scripts(visit: Visit) -> None:
    visit.go("forums/one/")
    languages = "links => links.map(link => link.hreflang)"
    assert visit.tab.eval_on_selector_all("link[rel~=alternate]", languages) == ["ko", "en", "x-default"]


@pytest.mark.browser
def test_palette_chosen_holds_in_both_languages(visit: Visit) -> None:
    visit.go("")
    visit.tab.locator("label[title='밝은 화면으로 바꾸기']").click()
    visit.tab.locator("label[title='어두운 화면으로 바꾸기']").click()
    visit.go("en/")
    assert visit.tab.locator("body").get_attribute("data-md-color-scheme") == "slate"


@pytest.mark.browser
def test_dialog_and_progress_bar_have_names(visit: Visit) -> None:
    visit.go("en/")
    assert visit.tab.get_by_role("dialog", name="Search the site").count() == 1
    assert visit.tab.locator("header [role=progressbar]").get_attribute("aria-label") == "The page is loading"


@pytest.mark.browser
@pytest.mark.parametrize("path", ["", "404.html", "en/forums/one/"])
def test_phone_has_every_section_in_the_drawer_and_no_overflow(
    browser: Browser, built: Built, path: str
) -> None:
    visit = Visit(browser, built, width=320)
    visit.go(path)
    assert visit.tab.evaluate("document.documentElement.scrollWidth") <= 320
    visit.tab.locator("label.md-header__button[for=__drawer]").click()
    section = visit.tab.locator(".md-nav--primary .md-nav__link", has_text="제안 Proposals")
    section.wait_for()
    section.click()
    visit.tab.wait_for_url("**/proposals/")
    visit.tab.close()
    assert [fault for fault in visit.faults if "404.html" not in fault] == []


# The project's own files


def test_templates_use_words_that_are_there() -> None:
    words = {language: theme_words(language) for language in LANGUAGES}
    assert words["ko"].keys() == words["en"].keys()
    theme = ROOT / "generator" / "theme"
    templates = "".join(file.read_text("utf-8") for file in theme.rglob("*.html"))
    named = set(re.findall(r"\bwords\.([a-z_]+)", templates))
    named |= {f"{group}.{name}" for group, name in said_words(theme)}
    assert named
    assert not [name for name in named if not any(f"{word}.".startswith(f"{name}.") for word in words["ko"])]
    engine = [*(ROOT / "generator" / "engine").glob("*.py"), ROOT / "mkdocs.yml"]
    used = templates + "".join(file.read_text("utf-8") for file in engine)
    assert not [word for word in words["ko"] if not re.search(rf"\b{word.rpartition('.')[2]}\b", used)]


def said_words(theme: Path) -> Iterator[tuple[str, str]]:
    for file, group in (("404.html", "not_found"), ("redirect.html", "moved")):
        names = re.findall(r"\bsaid(?:_in_other)?\.([a-z_]+)", (theme / file).read_text("utf-8"))
        assert names
        yield from ((group, name) for name in names)


def theme_words(language: Language) -> dict[str, str]:
    strings = yaml.safe_load((ROOT / "generator" / "strings" / f"{language}.yml").read_text("utf-8"))
    return dict(flat(strings["theme"]))


def flat(words: dict[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in words.items():
        yield from flat(value, f"{above}{key}.") if isinstance(value, dict) else [(above + key, value)]


def test_script_of_the_search_box_is_small() -> None:
    """Every first view of a page loads it: 2 KB, compressed; the page of results brings its own."""
    scripts = ROOT / "generator" / "theme" / "assets" / "javascripts"
    names = ("search/box.js", "search/notes.js", "root.js")
    loaded = b"".join((scripts / name).read_bytes() for name in names)
    assert len(gzip.compress(loaded, 9)) <= 2 * 1024


def test_every_override_says_what_it_is_for() -> None:
    theme = ROOT / "generator" / "theme"
    for template in [*filter(Path.is_file, theme.glob("*.*")), *theme.glob("partials/**/*.html")]:
        assert re.match(r"\{#-\s+(Replaces|Extends|Not a part of) M", template.read_text("utf-8")), template
