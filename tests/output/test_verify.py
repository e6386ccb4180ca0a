import os
import signal
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.output import verify
from generator.output.csp import content_security_policy
from generator.output.verify import Fault, verify_site
from generator.output.verify.html_page import in_css, in_refresh, in_srcset, parse_page
from generator.output.verify.resolve import BuiltSite, Inside, Outside, Wrong
from tests.support.paths import ROOT

LANGUAGES = {"ko": "", "en": "en/"}
ADDRESS = "https://example.org/forum/"
FROM_ELSEWHERE = "comes from elsewhere; only the link of an <a> may leave the site"
PAGE = "forums/a/index.html"

STATED = '<meta http-equiv="Content-Security-Policy" content="{}">'
SCRIPT = "let a = 1"
POLICY = STATED.format(content_security_policy([SCRIPT]))

HEAD = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Forum</title>{policy}
<link rel="alternate" hreflang="ko" href="https://example.org/forum/{path}">
<link rel="alternate" hreflang="en" href="https://example.org/forum/en/{path}">
<link rel="alternate" hreflang="x-default" href="https://example.org/forum/">
<link rel="stylesheet" href="/forum/assets/main.css">"""
BODY = """</head><body><h1 id="top-heading">Forum</h1><h2 id="제안">Proposals</h2><a name="old">x</a>
{body}</body></html>"""


UNSTATED = "does not state one Content-Security-Policy before all that it loads"
CODE_WITHIN = """\
has a <b onclick>, which the policy does not allow
has a <b style>, which the policy does not allow
has a <i style>, which the policy does not allow"""


def page(language: str = "ko", path: str = "forums/a/", head: str = "", body: str = "") -> str:
    return HEAD.format(language=language, path=path, policy=POLICY) + head + BODY.format(body=body)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site without a fault: two pages and a 404 page in each language."""
    files = {"assets/main.css": "body { background: url(a.png) }", "assets/a.png": "", "files/한 글.pdf": ""}
    for language, root in LANGUAGES.items():
        files[f"{root}index.html"] = page(language, "")
        files[f"{root}404.html"] = page(language, "404.html")
        files[f"{root}{PAGE}"] = page(language)
    for name, content in files.items():
        write(tmp_path, name, content)
    return tmp_path


def write(folder: Path, name: str, content: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(content, encoding="utf-8")


def faults(folder: Path) -> list[str]:
    return [str(fault) for fault in verify_site(folder, LANGUAGES, "/forum/", ADDRESS)]


def messages(folder: Path, head: str = "", body: str = "") -> list[str]:
    """What is wrong with the Korean page after something was added to it."""
    write(folder, PAGE, page(head=head, body=body))
    found = verify_site(folder, LANGUAGES, "/forum/", ADDRESS)
    assert {fault.page for fault in found} <= {PAGE}
    return [fault.message for fault in found]


def test_good_site_has_no_fault(folder: Path) -> None:
    assert faults(folder) == []


# Where addresses lead


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
        "webcal://example.org/forum/none.ics",
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
            assert reason


# What browsers load by themselves


@pytest.mark.parametrize(
    "html",
    [
        '<script src="{}"></script>',
        '<img alt="x" src="{}">',
        '<img alt="x" src="../../assets/a.png" srcset="../../assets/a.png 1x, {} 2x">',
        '<picture><source srcset="{}"></picture>',
        '<iframe src="{}"></iframe>',
        '<video src="{}"></video>',
        '<video poster="{}"></video>',
        '<audio src="{}"></audio>',
        '<embed src="{}">',
        '<object data="{}"></object>',
        '<input type="image" src="{}">',
        '<svg><image href="{}" /></svg>',
        '<svg><use xlink:href="{}" /></svg>',
        '<link rel="stylesheet" href="{}">',
        '<link rel="alternate stylesheet" href="{}">',
        '<link rel="preload" href="{}">',
        '<link rel="preload" imagesrcset="{}">',
        '<link rel="preconnect" href="{}">',
        '<link rel="ICON" href="{}">',
        '<form action="{}"></form>',
        '<button formaction="{}"></button>',
        '<a ping="{}"></a>',
        '<div style="background: url({})"></div>',
        "<style>@import '{}';</style>",
        "<style>p {{ background: url( {} ) }}</style>",
        "<table background={}></table>",
        "<template><template><img src={}></template></template>",
        '<meta http-equiv="Refresh" content="0; URL={}">',
    ],
)
@pytest.mark.parametrize("address", ["https://cdn.example/x", "//cdn.example/x", r"/\cdn.example/x"])
def test_nothing_is_loaded_from_elsewhere(folder: Path, html: str, address: str) -> None:
    found = [message for message in messages(folder, body=html.format(address)) if "policy" not in message]
    (message,) = found
    assert message.endswith(f": {FROM_ELSEWHERE}")
    assert "cdn.example" in message


@pytest.mark.parametrize(
    "html", ['<img alt="x" src="{}">', '<script src="{}"></script>', '<link rel="icon" href="{}">']
)
def test_what_is_loaded_is_there(folder: Path, html: str) -> None:
    assert messages(folder, body=html.format("../../assets/a.png")) == []
    (message,) = messages(folder, body=html.format("../../assets/b.png"))
    assert message.endswith(": leads to assets/b.png, which is not in the site")


@pytest.mark.parametrize("rel", ["canonical", "license", "next", "author help"])
def test_links_about_the_page_may_lead_elsewhere(folder: Path, rel: str) -> None:
    assert messages(folder, head=f'<link rel="{rel}" href="https://elsewhere.example/">') == []


def test_a_picture_may_be_in_its_address_and_nothing_else_may(folder: Path) -> None:
    assert messages(folder, body='<img alt="x" src="data:image/png;base64,AA==">') == []
    (message,) = messages(folder, body='<p style="background: url(data:,)">')
    assert message == "has a <p style>, which the policy does not allow"
    for html in ('<iframe src="data:text/html,x"></iframe>', '<script src="data:,x"></script>'):
        (message,) = messages(folder, body=html)
        assert message.endswith(": an address must not begin with data:")


def test_empty_source_is_a_fault(folder: Path) -> None:
    assert messages(folder, body='<img alt="x" src="">') == ['<img src="">: is empty']


def test_data_and_content_are_addresses_only_where_they_mean_one(folder: Path) -> None:
    assert messages(folder, body='<p data="none"></p><meta name="description" content="none">') == []


def test_style_sheet_loads_nothing_from_elsewhere_and_nothing_missing(folder: Path) -> None:
    css = """
        @import "none.css"; @namespace svg url(https://www.w3.org/2000/svg);
        /* url(https://in.a.comment/) */ p { content: "url(https://in.a.text/)" }
        p { background: url("a.png"), url(data:image/png;base64,AA==), url(#gradient) }
        p { background: image-set("https://cdn.example/y.png" 1x, 'a.png' 2x) }
        @font-face { src: url('//cdn.example/font.woff2') }
    """
    write(folder, "assets/main.css", css)
    assert faults(folder) == [
        f"assets/main.css: url(//cdn.example/font.woff2): {FROM_ELSEWHERE}",
        f"assets/main.css: url(https://cdn.example/y.png): {FROM_ELSEWHERE}",
        "assets/main.css: url(none.css): leads to assets/none.css, which is not in the site",
    ]


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("", []),
        (" , ", []),
        ("a.png", ["a.png"]),
        ("a.png, b.png 2x", ["a.png", "b.png"]),
        ("a,b.png 100w,c.png 200w", ["a,b.png", "c.png"]),
        ("data:image/png;base64,AA== 2x, d.png", ["data:image/png;base64,AA==", "d.png"]),
    ],
)
def test_addresses_in_srcset(text: str, addresses: list[str]) -> None:
    assert in_srcset(text) == addresses


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("0; url=../new/", ["../new/"]),
        ("0;URL = '../new/' and more", ["../new/"]),
        ("5 ../new/", ["../new/"]),
        (",url=x", ["x"]),
        ("0", []),
        ("", []),
    ],
)
def test_addresses_in_refresh(text: str, addresses: list[str]) -> None:
    assert in_refresh(text) == addresses


@pytest.mark.parametrize("read", [in_srcset, in_refresh, in_css])
@pytest.mark.parametrize("text", [",", " ", "url(", '"', "a ", "/*", "@import "])
def test_reading_addresses_takes_no_longer_than_the_text(read: object, text: str) -> None:
    assert callable(read)
    assert isinstance(read(text * 5_000), list)


# Rules for a page


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


# The whole


def test_symlink_is_a_fault(folder: Path) -> None:
    (folder / "passwd").symlink_to("/etc/passwd")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "pipe")
    assert faults(folder) == [
        f"{name}: is neither a file nor a folder, and a site holds nothing else"
        for name in ("loop", "passwd", "pipe")
    ]


def test_page_that_is_not_utf8_is_a_fault(folder: Path) -> None:
    (folder / PAGE).write_bytes("<p>포럼".encode("cp949"))
    assert faults(folder) == [f"{PAGE}: is not UTF-8 text"]


def test_the_same_fault_is_named_once(folder: Path) -> None:
    assert len(messages(folder, body='<a href="none">x</a>' * 3)) == 1


def test_fault_is_one_line_whatever_the_page_says() -> None:
    assert str(Fault("a.html", "x\n::error::y\x1b[0m")) == "a.html: x<U+000A>::error::y<U+001B>[0m"


def test_long_address_is_cut_in_the_message(folder: Path) -> None:
    (message,) = messages(folder, body=f'<a href="javascript:{"x" * 100_000}">x</a>')
    assert len(message) < 250


def test_processes_find_the_same_in_the_same_order(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        write(
            folder,
            f"bad/{number}/index.html",
            page(path=f"bad/{number}/", body='<a href="/forum/#none">x</a>'),
        )
    alone = verify_site(folder, LANGUAGES, "/forum/", ADDRESS)
    monkeypatch.setattr(verify, "PAGES_WORTH_PROCESSES", 1)
    monkeypatch.setattr(verify, "PAGES_AT_ONCE", 2)
    assert verify_site(folder, LANGUAGES, "/forum/", ADDRESS) == alone
    assert len(alone) == 5 * 3


def test_processes_end_with_a_killed_build() -> None:
    # run() returns when nobody holds the pipe any more, so a process that went on would keep it for ever.
    run = subprocess.run(
        [sys.executable, "-c", "from tests.output.test_verify import *; start_process_and_die()"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    assert run.returncode == -signal.SIGKILL


def start_process_and_die() -> None:
    processes = ProcessPoolExecutor(
        1, mp_context=get_context("spawn"), initializer=verify.end_worker_with_build
    )
    processes.submit(os.getpid).result()
    os.kill(os.getpid(), signal.SIGKILL)
