"""Pages → sitemaps: every page that is to be found, with its newest day."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from generator.exports.sitemap import Listed, sitemap_files
from generator.models import LANGUAGES, Language

ADDRESSES: dict[Language, str] = {"ko": "https://a.example/b&c/", "en": "https://a.example/b&c/en/"}
NAMES = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def root_of(content: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(content)  # noqa: S314 - our own


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_stands_with_its_newest_day(language: Language) -> None:
    (content,) = sitemap_files([Listed("forums/dated.md", "2025-07")], language, ADDRESSES).values()
    (page,) = root_of(content).findall("url", NAMES)
    assert page.findtext("loc", namespaces=NAMES) == f"{ADDRESSES[language]}forums/dated/"
    assert page.findtext("lastmod", namespaces=NAMES) == "2025-07"
    assert len(page) == 2, "its head names the other language"


def test_a_page_without_a_day_says_none_and_odd_names_are_encoded() -> None:
    (content,) = sitemap_files([Listed("한 글/index.md", None)], "ko", ADDRESSES).values()
    assert b"lastmod" not in content
    assert b"<loc>https://a.example/b&amp;c/%ED%95%9C%20%EA%B8%80/</loc>" in content


def test_many_pages_stand_in_several_files_that_an_index_names() -> None:
    pages = [Listed(f"forums/f-{number}.md", None) for number in range(5)]
    files = sitemap_files(pages, "en", ADDRESSES, most=2)
    index = root_of(files["sitemap.xml"])
    assert index.tag.endswith("sitemapindex")
    named = [one.text or "" for one in index.iterfind("sitemap/loc", NAMES)]
    assert named == [f"{ADDRESSES['en']}{path}" for path in files if path != "sitemap.xml"]
    found = [
        place.text
        for name in named
        for place in root_of(files[name.removeprefix(ADDRESSES["en"])]).iterfind("url/loc", NAMES)
    ]
    assert found == [f"{ADDRESSES['en']}forums/f-{number}/" for number in range(5)]


def test_as_many_as_one_file_holds_need_no_index() -> None:
    pages = [Listed(f"forums/f-{number}.md", None) for number in range(2)]
    assert sitemap_files(pages, "ko", ADDRESSES, most=2).keys() == {"sitemap.xml"}
