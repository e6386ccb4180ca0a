"""What the policy forbids does not happen, and nothing that a reader does needs it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from selectolax.lexbor import LexborHTMLParser

from generator.output.csp import policy_of_redirects
from tests.quality.conftest import BuiltSite
from tests.quality.faults import NOTED, Faults
from tests.support.serving import served

ATTACKS = """
<script>document.title = "ran"</script>
<img src="x" onerror="document.title = 'ran'">
<svg onload="document.title = 'ran'"></svg>
<a id="attack" href="javascript:document.title='ran'">x</a>
<iframe src="{elsewhere}a.html"></iframe>
<iframe srcdoc="<script>parent.document.title='ran'</script>"></iframe>
<object data="data:text/html,<script>parent.document.title='ran'</script>"></object>
<base href="{elsewhere}">
<script src="{elsewhere}a.js"></script>
<link rel="stylesheet" href="{elsewhere}a.css">
<img src="{elsewhere}a.png">
<video src="{elsewhere}a.mp4"></video>
<p style="color: red">x</p>
<style>p {{ color: red }}</style>
<form action="{elsewhere}"><button id="send">x</button></form>
"""
FORBIDDEN = {
    "script-src-elem", "script-src-attr", "frame-src", "object-src", "base-uri", "style-src-elem", "img-src",
    "media-src", "style-src-attr", "form-action",
}  # fmt: skip


def stated_policy(page: Path) -> str:
    (meta,) = LexborHTMLParser(page.read_text("utf-8")).css("meta[http-equiv=Content-Security-Policy]")
    return meta.attributes["content"] or ""


def test_every_page_states_the_policy_that_hosts_are_given(real: BuiltSite, headers: dict[str, str]) -> None:
    pages = {page: page.read_text("utf-8") for page in real.folder.rglob("*.html")}
    moved = {page for page, html in pages.items() if 'http-equiv="refresh"' in html}
    assert {stated_policy(page) for page in moved} == {policy_of_redirects()}
    (stated,) = {stated_policy(page) for page in pages.keys() - moved}
    assert "unsafe" not in stated
    hosts = headers["Content-Security-Policy"].split("; ")
    assert [part for part in stated.split("; ") if part not in hosts] == ["style-src 'self'"]


def test_nginx_is_given_the_same(real: BuiltSite, headers: dict[str, str]) -> None:
    told = (real.folder / "_headers.nginx.conf").read_text("ascii")
    lines = [line for line in told.splitlines() if line and not line.startswith("#")]
    assert lines == [f'add_header {name} "{value}" always;' for name, value in headers.items()]


def test_nothing_that_a_reader_does_needs_more(
    browser: Browser, real: BuiltSite, headers: dict[str, str]
) -> None:
    """On a host that sends the headers too."""
    allowed = ["clipboard-read", "clipboard-write"]
    with served(real.folder, headers=headers) as address:
        context = browser.new_context(viewport={"width": 1280, "height": 900}, permissions=allowed)
        context.add_init_script(NOTED)
        faults = Faults(context, address)
        for action in (search, filter_proposals, copy_citation, switch_palette, walk_through_the_site):
            faults.page = action.__name__
            faults.tab.goto(address, wait_until="load")
            action(faults.tab, address)
            assert faults.tab.evaluate("violations") == [], action.__name__
        context.close()
    assert faults == []


def search(tab: Page, _address: str) -> None:
    tab.keyboard.press("/")
    tab.keyboard.type("데이터")
    tab.locator(".search-list a").first.wait_for()
    tab.keyboard.press("Enter")
    tab.locator(".search-results .row-title").first.wait_for()
    tab.select_option("#search-kind", "proposal")
    tab.wait_for_url("**kind=proposal**")
    tab.locator(".search-results .row-title").first.click()
    tab.locator("article mark").first.wait_for(state="attached")


def filter_proposals(tab: Page, address: str) -> None:
    tab.goto(f"{address}proposals/")
    tab.locator("form.filters:not([hidden])").wait_for()
    tab.locator("#filter-words").fill("데이터")
    tab.wait_for_url("**words=**")
    with tab.expect_download():
        tab.locator("form.filters button[name=csv]").click()


def copy_citation(tab: Page, address: str) -> None:
    tab.goto(f"{address}proposals/")
    tab.locator("article .row-title a, article .row a").first.click()
    button = tab.get_by_role("button", name="BibTeX 복사", exact=True).last
    button.click()
    expect(tab.locator(".cite output").last).to_have_text(button.get_attribute("data-copied") or "")


def switch_palette(tab: Page, _address: str) -> None:
    for _ in range(3):
        tab.locator(".palette-switch").click()
    tab.reload()


def walk_through_the_site(tab: Page, address: str) -> None:
    for link in tab.locator(".sections a").all():
        link.click()
        expect(link).to_have_attribute("aria-current", "page")
    tab.locator(".language-switch").click()
    tab.wait_for_url(f"{address}en/**")


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[str]:
    """Another host, which has a page for every address."""
    (tmp_path / "404.html").write_text("<!doctype html><title>x</title>", encoding="utf-8")
    with served(tmp_path) as address:
        yield address


def test_what_gets_into_a_page_does_not_run_and_loads_nothing(
    context: BrowserContext, real: BuiltSite, elsewhere: str
) -> None:
    """The second line of defence: even a page that attacks got into is harmless, by what it states alone."""
    tab = context.new_page()
    tab.add_init_script(NOTED)
    loaded: list[str] = []
    tab.on("response", lambda response: loaded.append(response.url))  # a request is told of even if refused
    whole = (real.folder / "about" / "index.html").read_text("utf-8")
    attacked = whole.replace("</h1>", f"</h1>{ATTACKS.format(elsewhere=elsewhere)}", 1)
    tab.route("**/about/", lambda route: route.fulfill(body=attacked, content_type="text/html"))
    tab.goto(f"{real.address}about/", wait_until="load")
    tab.evaluate("attack.click()")
    tab.evaluate("send.click()")  # Playwright would wait for where it leads
    tab.wait_for_timeout(200)
    assert tab.title() != "ran"
    assert [address for address in loaded if address.startswith(elsewhere)] == []
    assert set(tab.evaluate("violations")) >= FORBIDDEN


def test_no_other_site_shows_a_page_in_a_frame(
    context: BrowserContext, real: BuiltSite, headers: dict[str, str], elsewhere: str, tmp_path: Path
) -> None:
    with served(real.folder, headers=headers) as guarded:
        frames = f'<iframe src="{guarded}"></iframe><iframe src="{real.address}"></iframe>'
        (tmp_path / "404.html").write_text(f"<!doctype html><title>x</title>{frames}", encoding="utf-8")
        tab = context.new_page()
        tab.goto(elsewhere, wait_until="load")
        _, refused, shown = tab.frames
        assert refused.url.startswith("chrome-error:")
        assert shown.url == real.address


def test_the_hashes_are_those_of_scripts_that_are_there(real: BuiltSite, headers: dict[str, str]) -> None:
    """A policy that names more than the pages hold would have kept the hash of an older theme."""
    texts = {
        script.text()
        for page in real.samples
        for script in LexborHTMLParser(real.file(page).read_text("utf-8")).css(
            "script:not([src], [type='application/ld+json'])"
        )
    }
    assert len(texts) == len(re.findall("'sha256-", headers["Content-Security-Policy"]))
