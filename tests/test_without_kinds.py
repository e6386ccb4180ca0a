"""An archive of lectures, without proposals and sources: nothing speaks of them. It has a look of its own."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from frictionless import Package
from selectolax.lexbor import LexborHTMLParser

from tests.support.archives import Archive, archive_of
from tests.support.sites import SharedSites

pytestmark = [pytest.mark.builds, pytest.mark.xdist_group("archives")]

LACKING = "proposals|sources|topics|statuses|follow-ups|responses|statistics"
"""Sections that this archive does not have."""
WORDS = re.compile(
    "제안|경과|답변|출처|proposal|follow-up|status|source|topic|분야|shelves|서가", re.IGNORECASE
)
"""What is said of proposals and sources, and the topic that a statement has."""
OF_THE_PROGRAM = ("assets/", "en/assets/")


@pytest.fixture(scope="module")
def lectures(shared_site: SharedSites) -> Archive:
    return archive_of("lectures", shared_site)


def pages_in(site: Path) -> Iterator[tuple[str, LexborHTMLParser]]:
    for page in sorted(site.rglob("*.html")):
        yield page.relative_to(site).as_posix(), LexborHTMLParser(page.read_text("utf-8"))


def test_no_page_or_file_is_of_a_section_that_there_is_not(lectures: Archive) -> None:
    files = [
        path.relative_to(lectures.site).as_posix() for path in lectures.site.rglob("*") if path.is_file()
    ]
    assert "forums/2033-evening/reading-stars/index.html" in files
    assert [path for path in files if re.search(LACKING, path) and not path.startswith(OF_THE_PROGRAM)] == []


def test_nothing_leads_to_such_a_section(lectures: Archive) -> None:
    ours = "https://proceedings.example.org/"
    for path, page in pages_in(lectures.site):
        for linked in page.css("[href]"):
            address = (linked.attributes["href"] or "").removeprefix(ours)
            assert "://" in address or not re.search(rf"(^|/)({LACKING})(/|$|\.)", address), (
                f"{path}: {address}"
            )
        for data in page.css('script[type="application/ld+json"]'):
            assert not re.search(rf"/({LACKING})/", data.text()), path


def test_no_page_has_a_word_about_it(lectures: Archive) -> None:
    """Two pages alone describe fields and words of the vocabulary, in the program's own sentences."""
    for path, page in pages_in(lectures.site):
        if path.removeprefix("en/") in ("data/index.html", "data/fields/index.html"):
            continue
        for hidden in page.css("script, style, template"):
            hidden.decompose()
        said = [page.body.text(separator=" ")] if page.body else []
        for name in ("content", "title", "placeholder", "aria-label"):
            said += [one.attributes[name] or "" for one in page.css(f"[{name}]") if one.tag != "script"]
        found = [
            match[0]
            for text in said
            for match in re.finditer(rf".{{0,40}}({WORDS.pattern})", text, re.IGNORECASE)
        ]
        assert found == [], path
        assert any(re.search("한별|Hanbyeol", text) for text in said), path


def test_the_texts_for_programs_have_none_either(lectures: Archive) -> None:
    texts = [lectures.site / "llms.txt", *(lectures.site / "text").rglob("*.md")]
    assert len(texts) > 3
    for file in texts:
        said = re.sub(r"https?://\S+", "", file.read_text("utf-8"))
        said = re.sub(
            "이름표|낱말 표|.*(대괄호|in brackets|좋은 출처|출처는 이렇게|name the source).*", "", said
        )
        assert [
            line for line in said.splitlines() if re.search("제안|proposal|경과|follow-up|statistics", line)
        ] == []


def test_the_data_hold_what_there_is_and_agree_with_each_other(lectures: Archive) -> None:
    whole = json.loads(lectures.text("data/proceedings.json"))
    assert {"forums", "speakers", "organizations"} <= whole.keys()
    assert not {"proposals", "sources"} & whole.keys()
    report = Package(str(lectures.site / "data" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "message"])
    with closing(sqlite3.connect(lectures.site / "data" / "proceedings.db")) as database:
        assert database.execute("pragma foreign_key_check").fetchall() == []
        tables = {name for (name,) in database.execute("select name from sqlite_master where type='table'")}
        example = re.search(r"<code>(select .*?)</code>", unescape(lectures.page("en/data")))
        assert example
        database.execute(example[1]).fetchall()
    assert {"forums", "contributions", "statements", "roles"} <= tables
    assert not tables & {
        "proposals",
        "sources",
        "citations",
        "history",
        "topics",
        "statuses",
        "subjects",
        "addressees",
    }
    start = json.loads(lectures.text("api/v1/index.json"))
    assert start["lists"].keys() == {"forums", "speakers", "organizations"}
    assert {address.rpartition("/")[2] for address in start["schemas"].values()} == {
        path.name for path in (lectures.site / "data" / "schemas").iterdir()
    } - {"proceedings.schema.json"}


def test_search_offers_no_facet_that_nothing_has(lectures: Archive) -> None:
    for folder in ("", "en/"):
        page = LexborHTMLParser(lectures.page(f"{folder}search"))
        assert [one.attributes["name"] for one in page.css(".search-form select")] == ["kind", "year"]
        kinds = [one.attributes["value"] for one in page.css("select[name=kind] option")]
        assert kinds == ["", "forum", "talk", "speaker", "organization", "page"]
        labels = json.loads(lectures.text(f"{folder}search/search_index.json"))["config"]["index"]["labels"]
        assert labels["topic"] == labels["status"] == {}


def test_the_frame_has_the_archive_s_own_links(lectures: Archive) -> None:
    page = LexborHTMLParser(lectures.page("en/forums/2033-evening"))
    tabs = [
        (one.text(), one.attributes["href"], one.attributes.get("rel")) for one in page.css(".sections a")
    ]
    assert [name.strip() for name, _, _ in tabs] == [
        "Home", "Forums", "People", "Organizations", "Data", "About this site", "Library",
    ]  # fmt: skip
    assert tabs[-1][1:] == ("https://library.example/?a=1&copy=2", "external")
    footer = [(one.text(), one.attributes.get("rel")) for one in page.css(".imprint nav a")]
    assert footer == [
        ("Subscribe", None), ("Corrections", None), ("Who we are", None), ("Data", None),
        ("Neighbours", "external"),
    ]  # fmt: skip


def test_every_page_has_the_archive_s_own_look(lectures: Archive) -> None:
    for path in ("", "en/forums/2033-evening/"):
        folder = lectures.site / path
        page = LexborHTMLParser((folder / "index.html").read_text("utf-8"))
        logo = page.css_first(".home img")
        assert logo is not None
        assert logo.attributes["alt"] == ("한별 강연 모음" if path == "" else "Hanbyeol Lectures")
        assert b"#b3004b" in (folder / (logo.attributes["src"] or "")).read_bytes()
        icons = {one.attributes["rel"]: one.attributes["href"] or "" for one in page.css("link[rel$=icon]")}
        assert {(folder / icon).resolve().name for icon in icons.values()} == {"favicon.png"}
        assert icons.keys() == {"icon", "apple-touch-icon"}
        styles = [one.attributes["href"] or "" for one in page.css("link[rel=stylesheet]")]
        assert styles[-1].endswith("assets/stylesheets/accent.css")
        assert "--accent: #b3004b;" in (folder / styles[-1]).read_text("utf-8")
    manifest = json.loads(lectures.text("en/manifest.webmanifest"))
    assert manifest["icons"] == [{"src": "assets/own/favicon.png", "sizes": "any", "type": "image/png"}]
    assert '<Image type="image/png">https://proceedings.example.org/en/assets/own/favicon.png</Image>' in (
        lectures.text("en/opensearch.xml")
    )
