"""A page of armed records is that of harmless ones with the words exchanged: not an element more."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from lxml import etree  # type: ignore[import-untyped]  # has no types of its own
from selectolax.lexbor import LexborHTMLParser

from generator.models import LANGUAGES, RECORD_KINDS, Language
from generator.parsing.commonmark import words_of_prose
from tests.quality.page_types import FOLDERS
from tests.trust.armed import Arms
from tests.trust.disguise import Disguise, Said, differences
from tests.trust.pages import rows_of, said_on
from tests.trust.sites import CALM, attacks, attacks_in_markdown, attacks_on_the_whole, bystanders

KINDS = (*RECORD_KINDS, "topics", "")
"""Where a set of records has a page each; a page of prose lies at the root."""
LISTS = (*RECORD_KINDS, "topics", "follow-ups", "search")
MARKUP = {"<p>", "<ul>", "<ol>", "<li>", "<em>", "<strong>", "<br>", "<a>", "<span>", "<-comment>"}
"""What fields of Markdown can bring into a page."""


def page(site: Path, language: Language, *names: str) -> Path:
    return site.joinpath(FOLDERS[language], *filter(None, names), "index.html")


@cache
def everybody() -> list[Arms]:
    """In the order of their ids, as pages have them."""
    return sorted([*attacks(), *attacks_in_markdown(), *bystanders()], key=lambda one: one.key)


def disguise_of(one: Arms) -> Disguise:
    """The harmless records in their order stand for the one and for those before and after it."""
    place = everybody().index(one)
    return Disguise(dict(enumerate(everybody()[place - 1 : place + 2])))


@pytest.mark.parametrize("one", attacks(), ids=lambda one: one.key)
def test_every_page_says_the_texts_and_nothing_else(one: Arms, armed_site: Path, calm_site: Path) -> None:
    disguise = disguise_of(one)
    found = [
        f"{language} {kind} {difference}"
        for language in LANGUAGES
        for kind in KINDS
        for difference in differences(
            said_on(page(armed_site, language, kind, one.key)),
            disguise.lifted(said_on(page(calm_site, language, kind, CALM[1]))),
        )
    ]
    assert found == []


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_has_a_row_of_it(name: str, language: Language, armed_site: Path, calm_site: Path) -> None:
    """A long list goes on on further pages, without its filters, whose other choices are in its table.

    What that table says is asked of all exports.
    """
    first = page(armed_site, language, name)
    further = [*first.parent.glob("list/*/index.html")]
    rows = [without_filters(row) for file in (first, *further) for row in rows_of(file, "")]
    pattern = [
        row for row in rows_of(page(calm_site, language, name), CALM[1]) if not (further and is_choice(row))
    ]
    assert pattern
    missing = [
        one.key
        for one in attacks()
        for row in map(disguise_of(one).lifted, pattern)
        if without_filters(row) not in rows
    ]
    assert missing == []


def is_choice(row: Counter[Said]) -> bool:
    return any(said[0] == "<option>" for said in row)


def without_filters(row: Counter[Said]) -> Counter[Said]:
    """What a row says to readers."""
    shown: Counter[Said] = Counter()
    for said, times in row.items():
        if not said[0].startswith("li data-"):
            shown["<li>",] += times if said[0] == "<li>" else 0
            shown[said] += times if said[0] != "<li>" else 0
    return +shown


@pytest.mark.parametrize("one", attacks_in_markdown(), ids=lambda one: one.key)
@pytest.mark.parametrize("language", LANGUAGES)
def test_markdown_brings_its_words_and_plain_markup(
    one: Arms, language: Language, armed_site: Path, calm_site: Path
) -> None:
    words = "".join(words_of_prose(one.prose(language)).split())
    for kind in ("proposals", "speakers", "organizations", "topics", ""):
        file = page(armed_site, language, kind, one.key)
        calm = disguise_of(one).lifted(said_on(page(calm_site, language, kind, CALM[1])))
        new = {said for said in said_on(file) - calm if said[0].startswith("<")}
        assert {said[0] for said in new} <= MARKUP
        assert {name for said in new for name in said[1:]} <= {"href", "rel", "lang"}
        article = LexborHTMLParser(file.read_text("utf-8")).css_first("article")
        assert article is not None
        assert words in "".join((article.text() or "").split())


def test_pages_of_bystanders_are_the_same_bytes(armed_site: Path, calm_site: Path) -> None:
    for language in LANGUAGES:
        for kind in KINDS:
            armed, calm = (page(site, language, kind, "2-quiet") for site in (armed_site, calm_site))
            assert armed.read_bytes() == calm.read_bytes()


def test_what_the_site_says_of_itself_is_text_on_every_page(whole_sites: tuple[Path, Path]) -> None:
    armed, calm = whole_sites
    disguise = attacks_on_the_whole()
    pages = [file.relative_to(calm) for file in calm.rglob("*.html")]
    pages = [file for file in pages if file.parent.name != "data"]  # it tells how large the files are
    assert len(pages) > 60
    found = [
        f"{file} {difference}"
        for file in pages
        for difference in differences(said_on(armed / file), disguise.lifted(said_on(calm / file)))
    ]
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_browsers_are_told_the_site_s_own_words(language: Language, whole_sites: tuple[Path, Path]) -> None:
    """By the manifest, and by OpenSearch, where a name has few letters."""
    folder, lift = FOLDERS[language], attacks_on_the_whole().lift
    manifests, searches = (
        [(site / folder / name).read_bytes() for site in whole_sites]
        for name in ("manifest.webmanifest", "opensearch.xml")
    )
    armed, calm = map(json.loads, manifests)
    assert armed == {name: lift(said) if isinstance(said, str) else said for name, said in calm.items()}
    armed, calm = map(etree.fromstring, searches)
    assert [element.tag for element in armed] == [element.tag for element in calm]
    assert lift(calm.findtext("{*}LongName")).startswith(armed.findtext("{*}LongName").removesuffix("…"))
