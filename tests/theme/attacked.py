"""A small site whose titles attack, how it is served, and a reader of it."""

from __future__ import annotations

from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page
from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.corpus.repository_links import edit_address
from generator.i18n.formats import format_day
from generator.models import LANGUAGES
from generator.models.date import Day
from generator.models.site import Repository
from tests.support.small_site import PAGES, make_project, run_mkdocs, write_configurations, write_page

REPOSITORY = Repository(url="https://github.com/example/records")
"""That of the small site."""

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
TITLES = {**PAGES, "topics/index": IN_THE_NAVIGATION}
"""Those of the pages that the navigation and the footer name."""


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


def make_attacked_project(folder: Path) -> Path:
    make_project(folder, TITLES)
    for language in LANGUAGES:
        record = "content/forums/one.yml"
        for name, attack in ATTACKS.items():
            write_page(
                folder,
                language,
                f"forums/{name}",
                attack,
                record=record,
                edit=edit_address(REPOSITORY, record),
            )
        write_page(
            folder,
            language,
            "forums/dated",
            "날짜 Dated",
            "2025년, 인공지능의(words).",
            updated="2025-07-16",
            updated_in_words=format_day(Day(2025, 7, 16), language),
        )
        write_page(
            folder,
            language,
            "forums/moved",
            "옮김 Moved",
            template="redirect.html",
            redirect="../../forums/one/",
            new_page="forums/one/",
        )
    return folder


def build(project: Path, site: Path, address: str, **variables: str) -> None:
    write_configurations(project, TITLES, address)
    variables = {"SOURCE_DATE_EPOCH": "1752624000", **variables}
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
        return [tab.strip() for tab in self.tab.locator(".sections a").all_inner_texts()]
