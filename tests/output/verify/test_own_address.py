"""What states an address as the site's own, and what names the site at another one."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output.verify import verify_site
from generator.output.verify.own_address import another_address
from tests.output.verify.two_pages import ADDRESS, LANGUAGES, PAGE, faults, messages, page, write

HERE = f"{ADDRESS}forums/a/"
LOCAL = "http://127.0.0.1:8000/forum/forums/a/"
WRITTEN = "https://written.example.org/forum/"


@pytest.mark.parametrize(
    ("head", "is_wrong"),
    [
        (f'<link rel="canonical" href="{HERE}"><meta property="og:url" content="{HERE}">', False),
        (f'<link rel="canonical" href="{ADDRESS}">', True),
        (f'<link rel="canonical" href="{LOCAL}">', True),
        (f'<meta property="og:url" content="{LOCAL}">', True),
        ('<link rel="canonical" href="/forum/forums/a/">', True),
        ('<meta property="og:title" content="x">', False),
    ],
)
def test_page_states_its_own_address(folder: Path, head: str, is_wrong: bool) -> None:
    told = messages(folder, head=head)
    assert (len(told) == 1) is is_wrong
    assert all("the site is at https://example.org/forum/" in each for each in told)


def test_page_that_leads_to_another_names_that_one(folder: Path) -> None:
    head = f'<meta http-equiv="refresh" content="0; url=/forum/"><link rel="canonical" href="{ADDRESS}">'
    assert messages(folder, head=head) == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("sitemap.xml", "<urlset><url><loc>{}</loc></url></urlset>"),
        ("en/sitemap.xml", "<urlset><url><loc>{}</loc></url></urlset>"),
        ("robots.txt", "User-agent: *\nSitemap: {}\n"),
        ("feeds/new.atom", '<feed><link rel="self" type="application/atom+xml" href="{}"/></feed>'),
    ],
)
def test_sitemaps_robots_and_feeds_state_the_site_s_address(folder: Path, file: str, text: str) -> None:
    write(folder, file, text.format(f"{ADDRESS}x"))
    assert faults(folder) == []
    write(folder, file, text.format("http://localhost:8000/x"))
    (fault,) = faults(folder)
    assert fault.startswith(f"{file}: 'http://localhost:8000/x' stands where")


NAMING = {
    PAGE: page(body=f'<a href="{WRITTEN}forums/a/">x</a>'),
    "index.html": page(
        path="", body='<a href="https&#58;&#47;&#47;written&#46;example.org/forum&#47;">x</a>'
    ),
    "data/a.json": f'{{"@id": "{WRITTEN}forums/a/#it"}}',
    "cite/a.bib": f"\\url{{{WRITTEN}}}",
    "llms.txt": f"[x]({WRITTEN}x)",
    "feeds/a.atom": f'<feed><id>tag:x,2026:y</id><link rel="related" href="{WRITTEN}"/></feed>',
    "calendars/a.ics": "URL:https://written.exam\r\n ple.org/forum/x\r\n",
    "a.txt": "See https://written.example.org/forum.",
}
"""File → a text that names the site at its written address."""


@pytest.mark.parametrize("file", NAMING)
def test_no_file_names_the_site_elsewhere(folder: Path, file: str) -> None:
    write(folder, file, NAMING[file])
    assert [each.page for each in verify_site(folder, LANGUAGES, "/forum/", ADDRESS, elsewhere=WRITTEN)] == [
        file
    ]
    assert faults(folder) == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("files/a.txt", f"{WRITTEN}x"),
        ("a.txt", f"https://web.archive.org/web/2026/{WRITTEN}x"),
        ("b.txt", "https://written.example.org/forums/"),
        ("c.txt", "https://written.example.org.kr/forum/"),
        ("feeds/a.atom", "<id>tag:written.example.org,2026:forum/a</id>"),
        ("calendars/b.ics", "UID:a@written.example.org"),
    ],
)
def test_what_is_no_address_of_the_site_may_stand(folder: Path, file: str, text: str) -> None:
    write(folder, file, text)
    assert verify_site(folder, LANGUAGES, "/forum/", ADDRESS, elsewhere=WRITTEN) == []


def test_address_below_the_written_one_is_told_from_it() -> None:
    found = another_address("https://x.kr/", "https://x.kr/forum/")
    assert found
    assert found.search("https://x.kr/about/")
    assert found.search("https://x.kr ")
    assert found.search("https://x.kr/forums/")
    assert not found.search("https://x.kr/forum/about/")
    assert not found.search("as is said at https://x.kr/forum.")
    assert another_address("https://x.kr/forum/", "https://x.kr/") is None
