"""A page of the copy: what changes, and that all else stays."""

from __future__ import annotations

import pytest

from generator.output.offline.page import page_in_copy
from generator.output.verify.resolve import BuiltSite

PAGE = "en/forums/one/index.html"
FILES = frozenset({"en/index.html", PAGE, "en/assets/a.js", "en/assets/deep/b.js", "en/assets/old.js"})
SITE = BuiltSite(FILES, {"ko": "", "en": "en/"}, "/forum/", "https://example.org/forum/")
NOTES = {"ko": "사본", "en": 'A copy. <a href="{address}">example.org</a>'}


def copied(html: str) -> str:
    return page_in_copy(html, PAGE, SITE, NOTES).html


@pytest.mark.parametrize(
    ("html", "in_copy"),
    [
        ('<a class="x" href="../two/">two</a>', '<a class="x" href="../two/index.html">two</a>'),
        ("<a href=../two/>", '<a href="../two/index.html">'),
        ("<a href='..' title='a > b'>", "<a href=\"../index.html\" title='a > b'>"),
        (
            '<a href="../two/?a=1&amp;b=&#34;2&#34;">',
            '<a href="../two/index.html?a=1&amp;b=&quot;2&quot;">',
        ),
        ('<form action="../../search/" novalidate>', '<form action="../../search/index.html" novalidate>'),
        (
            '<meta http-equiv="refresh" content="0; url=../two/">',
            '<meta http-equiv="refresh" content="0; url=../two/index.html">',
        ),
        ('<LINK rel="search" href="/forum/opensearch.xml">', ""),
        ('<link rel="manifest" href="../../manifest.webmanifest">', ""),
        ('<link href="../../assets/a.js" rel="modulepreload">', ""),
    ],
)
def test_what_needs_a_server_is_changed(html: str, in_copy: str) -> None:
    assert copied(html) == in_copy


@pytest.mark.parametrize(
    "html",
    [
        '<link rel="canonical" href="https://example.org/forum/en/forums/one/">',
        '<link rel="alternate" hreflang="ko" href="https://example.org/forum/forums/one/">',
        '<meta property="og:url" content="https://example.org/forum/en/forums/one/">',
        '<script type="application/ld+json">{"url": "https://example.org/forum/"}</script>',
        "<script>document.write(\"<a href='../two/'>\")</script>",
        '<!-- <a href="../two/"> -->',
        "<p>&lt;a href=&quot;../two/&quot;&gt; 5 < 6 ../two/</p>",
        '<a href="https://other.example/x/" DATA-x>x</a>\r\n<img src="a.png" alt="../two/">',
    ],
)
def test_all_else_stays(html: str) -> None:
    assert copied(html) == html


def test_the_policy_allows_files_of_the_folder() -> None:
    html = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">"
    assert "&#x27;self&#x27; file:" in copied(html)
    assert "&#x27;none&#x27; file:" not in copied(html)


def test_one_script_stands_for_all_modules() -> None:
    html = (
        '<script defer src="../../assets/old.js"></script>\n'
        '<script type="module" src="../../assets/a.js"></script>\n'
        '<script src="../../assets/deep/b.js" type="module"></script>\n'
    )
    page = page_in_copy(html, PAGE, SITE, NOTES)
    assert page.modules == ("en/assets/a.js", "en/assets/deep/b.js")
    assert page.scripts == {"en/assets/old.js"}
    assert page.html.split("\n")[1:3] == [
        '<script defer src="../../assets/modules.js" data-modules="a.js deep/b.js"></script>',
        "",
    ]


def test_the_page_says_that_it_is_a_copy() -> None:
    html = copied('<main class="md-main" data-x="a>b"><h1>x</h1></main>')
    note = 'A copy. <a href="https://example.org/forum/en/forums/one/">example.org</a>'
    assert html == (
        f'<main class="md-main" data-x="a>b"><p class="copy-note md-grid">{note}</p><h1>x</h1></main>'
    )


def test_nothing_is_asked_for_before_a_link_is_followed() -> None:
    assert copied('<p>a</p><script type="speculationrules">{"prefetch": []}</script>') == "<p>a</p>"
