"""Where the links of a page lead."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.output.verify import verify_site
from generator.output.verify.resolve import BuiltSite, Inside, Outside, Wrong
from tests.output.verify.two_pages import ADDRESS, LANGUAGES, PAGE, faults, messages, page, write


@pytest.mark.parametrize(
    "address",
    [
        "",
        "#",
        "#top",
        "#TOP",
        "#제안",
        "#%EC%A0%9C%EC%95%88",
        "#old",
        "#:~:text=Forum",
        "#제안:~:text=Forum",
        ".",
        "./",
        "../../",
        "../../#top-heading",
        "../../en/forums/a/#제안",
        "../../en/forums/a/?q=1#제안",
        "?q=1",
        "../../index.html",
        "../../files/한 글.pdf",
        "../../files/%ED%95%9C%20%EA%B8%80.pdf#page=2",
        "/forum",
        "/forum/",
        "/forum/en/404.html",
        "https://example.org/forum/en/",
        "HTTPS://EXAMPLE.ORG/forum",
        "//example.org/forum/en/",
        "https://example.org/elsewhere/",
        "https://example.org.evil.example/forum/none/",
        "https://elsewhere.example/none",
        "http://elsewhere.example",
        "mailto:somebody@example.org",
        "tel:+82212345678",
        "webcal://example.org/forum/calendars/all.ics",
        "WEBCAL://EXAMPLE.ORG/forum/calendars/all.ics",
        "webcal://elsewhere.example/none.ics",
        " ../../\n",
        r"..\..\en/",
        "..&#47;%2e%2e/",
    ],
)
def test_good_links(folder: Path, address: str) -> None:
    assert messages(folder, body=f'<a href="{address}">x</a>') == []


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("../b/", "leads to forums/b/index.html, which is not in the site"),
        ("../b/?q=1#x", "leads to forums/b/index.html, which is not in the site"),
        ("../../forums/a", "leads to a folder; end it with /"),
        ("../../Index.html", "leads to Index.html, which is not in the site"),
        ("../..//index.html", "leads to /index.html, which is not in the site"),
        ("a%2Fb", "leads to forums/a/a%2Fb, which is not in the site"),
        ("%00", "leads to forums/a/<U+0000>, which is not in the site"),
        ("../../../", "climbs out of the site"),
        ("/", "leads out of the site, which begins at /forum/"),
        ("/en/", "leads out of the site, which begins at /forum/"),
        ("/forums/a/", "leads out of the site, which begins at /forum/"),
        ("/forum/none", "leads to none, which is not in the site"),
        ("https://example.org/forum/none", "leads to none, which is not in the site"),
        ("https:/example.org/", "lacks // after https:"),
        (
            "webcal://example.org/forum/calendars/none.ics",
            "leads to calendars/none.ics, which is not in the site",
        ),
        ("webcal://example.org/forum/calendars", "leads to calendars, which is not in the site"),
        ("webcal:/example.org/forum/calendars/all.ics", "lacks // after webcal:"),
        ("webcal:calendars/all.ics", "lacks // after webcal:"),
        ("#none", 'this page has no id "none"'),
        ("#%EC%97%86%EC%9D%8C", 'this page has no id "없음"'),
        ("#제안:", 'this page has no id "제안:"'),
        ("../../#none", 'index.html has no id "none"'),
        ("https://example.org/forum/#none", 'index.html has no id "none"'),
        ("javascript:alert(1)", "an address must not begin with javascript:"),
        ("JavaScript:alert(1)", "an address must not begin with javascript:"),
        ("&#1;java&#10;script:alert(1)", "an address must not begin with javascript:"),
        ("vbscript:x", "an address must not begin with vbscript:"),
        ("data:text/html,x", "an address must not begin with data:"),
        ("file:///etc/passwd", "an address must not begin with file:"),
    ],
)
def test_bad_links(folder: Path, address: str, problem: str) -> None:
    write(folder, PAGE, page(body=f'<a href="{address}">x</a>'))
    (found,) = faults(folder)
    assert found.startswith(f'{PAGE}: <a href="')
    assert found.endswith(f": {problem}")


def test_nfd_address_does_not_lead_to_an_nfc_file(folder: Path) -> None:
    assert messages(folder, body='<a href="../../files/%E1%84%92%E1%85%A1%E1%86%AB%20글.pdf">x</a>')


def test_relative_link_on_a_404_page_is_a_fault(folder: Path) -> None:
    write(
        folder, "en/404.html", page("en", "404.html", body='<a href="forums/a/">x</a> <a href="#제안">x</a>')
    )
    assert faults(folder) == [
        'en/404.html: <a href="forums/a/">: has to begin with /, because this page is shown at any address'
    ]


def test_only_the_root_is_known_without_an_address(folder: Path) -> None:
    write(folder, PAGE, page(body='<a href="https://example.org/forum/none/">x</a><a href="//x/none">x</a>'))
    assert verify_site(folder, LANGUAGES, "forum") == []


def test_one_language_has_to_lie_at_the_root(folder: Path) -> None:
    with pytest.raises(ValueError, match="at the root"):
        verify_site(folder, {"ko": "ko/", "en": "en/"})


@given(st.text(alphabet="ab/.\\%2eE?#: \n가:htps@", max_size=20))
def test_resolving_never_leaves_the_folder(address: str) -> None:
    site = BuiltSite(frozenset(), LANGUAGES, "/forum/", ADDRESS)
    match site.resolve(address, PAGE):
        case Inside(file):
            assert {".", ".."}.isdisjoint(file.split("/"))
            assert not file.endswith("/")
        case Outside(scheme):
            assert scheme == scheme.lower() != ""
        case Wrong(reason):
            assert str(reason)
