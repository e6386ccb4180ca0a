"""The rules for a page: its heading, title, language, policy, counterparts and redirects."""

from pathlib import Path

import pytest

from generator.output.verify.html_page import parse_page
from tests.output.verify.two_pages import (
    LANGUAGES,
    PAGE,
    POLICY,
    SCRIPT,
    STATED,
    faults,
    messages,
    page,
    write,
)

UNSTATED = "does not state one Content-Security-Policy before all that it loads"
CODE_WITHIN = """\
has a <b onclick>, which the policy does not allow
has a <b style>, which the policy does not allow
has a <i style>, which the policy does not allow"""


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<h1", "<h3", "has 0 <h1>; a page has one"),
        ("<h2", "<h1>x</h1><h2", "has 2 <h1>; a page has one"),
        ("Forum</title>", "</title>", "has no <title>, or an empty one"),
        ("<title>Forum</title>", "", "has no <title>, or an empty one"),
        ("Forum</title>", "&#32;</title>", "has no <title>, or an empty one"),
        ('lang="ko"', 'lang="en"', 'has <html lang="en">; in this folder it has to be "ko"'),
        ('lang="ko"', "", 'has <html lang="">; in this folder it has to be "ko"'),
        ("<h2", '<i id="제안"></i><h2', 'has the id "제안" 2 times; each has to be the only one'),
        (
            "<h2",
            '<img src="/forum/assets/a.png"><h2',
            '<img src="/forum/assets/a.png"> has no alt text, or an empty one',
        ),
        ("<h2", "<base><h2", "has a <base>, which gives every address on the page another meaning"),
        ("<h2", "<iframe srcdoc=x></iframe><h2", "has an <iframe srcdoc>, whose content nobody can check"),
        ('<link rel="alternate" hreflang="en"', "<link", 'has no <link rel="alternate" hreflang="en">'),
        (POLICY, "", UNSTATED),
        (POLICY, POLICY + POLICY, UNSTATED),
        (POLICY, STATED.format(""), UNSTATED),
        (POLICY, f"<script src=/forum/assets/a.png></script>{POLICY}", UNSTATED),
        (POLICY, f"<link rel='stylesheet' href=/forum/assets/main.css>{POLICY}", UNSTATED),
        ("<h2", "<script>let a  =  2</script><h2", "has a script that its policy does not allow: let a = 2"),
        ("<h2", "<style>p {}</style><h2", "has a <style>, which the policy does not allow"),
        ("<h2", "<b onclick=x()></b><h2", "has a <b onclick>, which the policy does not allow"),
        ("<h2", "<b ONCLICK></b><i style=x></i><b style></b><h2", CODE_WITHIN),
    ],
)
def test_rules_for_a_page(folder: Path, old: str, new: str, message: str) -> None:
    good = page()
    assert old in good
    write(folder, PAGE, good.replace(old, new, 1))
    assert faults(folder) == [f"{PAGE}: {line}" for line in message.splitlines()]


@pytest.mark.parametrize("alt", ['alt=""', "alt", 'alt=" "'])
def test_an_empty_alt_says_nothing(folder: Path, alt: str) -> None:
    assert messages(folder, body='<img src="../../assets/a.png" alt="chart">') == []
    (message,) = messages(folder, body=f'<img src="../../assets/a.png" {alt}>')
    assert message == '<img src="../../assets/a.png"> has no alt text, or an empty one'


def test_scripts_that_the_policy_names_and_data_may_stand_in_a_page(folder: Path) -> None:
    data = "".join(f'<script type="{kind}">x</script>' for kind in ("application/ld+json", "text/plain"))
    assert (
        messages(folder, body=f"<script>{SCRIPT}</script><script type=module>{SCRIPT}</script>{data}") == []
    )


@pytest.mark.parametrize("kind", ["text/javascript", "MODULE", "application/ecmascript", " importmap"])
def test_a_script_of_any_kind_that_runs_counts(folder: Path, kind: str) -> None:
    (message,) = messages(folder, body=f'<script type="{kind}">x</script>')
    assert message == "has a script that its policy does not allow: x"


def test_title_of_a_picture_is_not_the_title_of_the_page() -> None:
    assert parse_page("x.html", "<body><svg><title>picture</title></svg>").title == ""


def test_page_needs_its_counterpart_in_each_language(folder: Path) -> None:
    (folder / "en" / PAGE).unlink()
    (folder / "404.html").unlink()
    assert [fault for fault in faults(folder) if "counterpart" in fault] == [
        "en/404.html: has no counterpart in ko: 404.html is not in the site",
        "forums/a/index.html: has no counterpart in en: en/forums/a/index.html is not in the site",
    ]


@pytest.mark.parametrize(
    ("hreflang", "address", "problem"),
    [
        ("en", "https://example.org/forum/en/", "is another page; the same one is en/forums/a/index.html"),
        ("en", "/forum/en/forums/a/", "has to be a whole address (https://…)"),
        ("en", "https://elsewhere.example/", "is not on this site, https://example.org/forum/"),
        ("x-default", "https://elsewhere.example/", "is not on this site, https://example.org/forum/"),
    ],
)
def test_alternates_are_the_same_page_by_whole_address(
    folder: Path, hreflang: str, address: str, problem: str
) -> None:
    link = f'<link rel="alternate" hreflang="{hreflang}" href="{address}">'
    assert messages(folder, head=link) == [f"{link}: {problem}"]


def test_alternate_has_to_be_there(folder: Path) -> None:
    assert messages(
        folder, head='<link rel="alternate" hreflang="x-default" href="https://example.org/forum/none/">'
    ) == ['<link href="https://example.org/forum/none/">: leads to none/index.html, which is not in the site']


def test_404_page_needs_no_alternates(folder: Path) -> None:
    for language, root in LANGUAGES.items():
        html = page(language, "404.html").replace('rel="alternate" hreflang="ko"', 'rel="canonical"')
        write(folder, f"{root}404.html", html)
    assert faults(folder) == []


REDIRECT = (
    f'<!doctype html><html lang="ko">{POLICY}<title>Moved</title>'
    '<meta http-equiv="refresh" content="0; url={}">'
    '<a href="{}">here</a></html>'
)


def test_redirect_needs_no_heading_no_counterpart_and_no_alternates(folder: Path) -> None:
    write(folder, "forums/old/index.html", REDIRECT.format("../a/", "../a/"))
    assert faults(folder) == []


def test_target_of_a_redirect_is_there(folder: Path) -> None:
    old = "forums/old/index.html"
    write(folder, old, REDIRECT.format("../none/#제안", "../a/"))
    assert faults(folder) == [
        f'{old}: <meta content="../none/#제안">: leads to forums/none/index.html, which is not in the site'
    ]
