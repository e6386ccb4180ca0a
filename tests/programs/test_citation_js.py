"""What citation-js reads in our files, and what citeproc-js prints of our CSL-JSON in three styles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from typing import Any

import pytest

from generator.citations.csl import Name, Work, csl_item, whole_name
from generator.citations.works import Catalogue
from generator.corpus.load import load_corpus
from generator.exports.citation_files import citation_formats
from tests.citations.made_up import report
from tests.quality.node import node_package
from tests.support.nodejs import answer_in_node, needs_node
from tests.support.paths import RECORDS, ROOT, TESTS
from tests.support.words import WORDS

pytestmark = needs_node

STYLES = ROOT / "generator" / "citations"
BODY = "Ministry of Shelves, Lamps and Ladders"


@cache
def works_of_two_languages() -> list[Work]:
    """All works, under keys that tell the languages apart, and two by a body with a comma."""
    works = Catalogue(load_corpus(RECORDS), WORDS)
    every: list[Work] = [
        {**work, "id": f"{language}:{work['id']}"}
        for language in WORDS
        for forum in works.corpus.forums.values()
        for work in works.works_at(forum, language)
    ]
    body: Name = {"literal": BODY}
    return [*every, report(id="body", author=[body]), report(id="two", author=[body, {"literal": "등불부"}])]


@pytest.fixture(scope="module")
def answer() -> Mapping[str, Any]:
    """All is asked in one process."""
    formats = citation_formats()
    locales = resources.files("citeproc") / "data" / "locales"
    question = {
        "packages": str(node_package("programs", "citeproc").parent / "x.js"),
        "files": {
            ending: formats[ending].file(map(formats[ending].work, works_of_two_languages())).decode()
            for ending in ("bib", "biblatex.bib", "ris")
        },
        "works": list(map(csl_item, works_of_two_languages())),
        "styles": {name: (STYLES / f"{name}.csl").read_text("utf-8") for name in ("apa", "korean")},
        "locales": {
            language: (locales / f"locales-{language}.xml").read_text("utf-8")
            for language in ("en-US", "ko-KR")
        },
    }
    answered: Mapping[str, Any] = answer_in_node(TESTS / "programs" / "read_citations.mjs", question=question)
    return answered


@pytest.mark.parametrize("ending", ["bib", "biblatex.bib", "ris"])
def test_titles_names_and_dates_are_read_as_they_are(answer: Mapping[str, Any], ending: str) -> None:
    for work, read in zip(works_of_two_languages(), answer["read"][ending], strict=True):
        assert read["title"] == work["title"]
        first = work["issued"]["date-parts"][0]
        exact = first if ending != "bib" else first[: 3 if len(work["issued"]["date-parts"]) == 1 else 2]
        assert read["issued"]["date-parts"][0][: len(exact)] == exact
        assert read["URL"] == work["URL"]
        names = work.get("author") or work.get("organizer") or []
        found = [whole(name) for name in read.get("author", [])]
        if ending != "ris" or BODY not in map(whole_name, names):
            assert found == list(map(whole_name, names)), work["id"]


def whole(name: dict[str, str]) -> str:
    """A name as it was read; a mark that nothing shows keeps a body whole in BibTeX."""
    parts: Name = {**name} if "given" in name else {"literal": name.get("literal", name.get("family", ""))}  # type: ignore[typeddict-item]  # what citation-js has
    return whole_name(parts).replace("\u200c", "")


@pytest.mark.parametrize("style", ["apa", "korean"])
def test_citeproc_js_prints_what_our_processor_prints(answer: Mapping[str, Any], style: str) -> None:
    for work in works_of_two_languages():
        text = answer["printed"][style][work["id"]]
        for part in (work["title"], work.get("event-title", ""), work.get("event-place", ""), work["URL"]):
            assert part in text, work["id"]


def printed(answer: Mapping[str, Any]) -> Iterator[tuple[Work, str]]:
    """Each work with what APA's own style makes of it."""
    return zip(works_of_two_languages(), answer["apa"], strict=True)


def test_apa_s_own_style_prints_the_event_of_a_contribution(answer: Mapping[str, Any]) -> None:
    contributions = [(work, text) for work, text in printed(answer) if work["type"] == "speech"]
    assert contributions
    for work, text in contributions:
        assert work["event-title"] in text, text
        assert work.get("note", "Title by") not in text


def test_apa_s_own_style_prints_the_number_of_a_proposal_as_it_is(answer: Mapping[str, Any]) -> None:
    numbered = [(work, text) for work, text in printed(answer) if "number" in work]
    assert any(work["number"].count("-") > 1 for work, _ in numbered)
    for work, text in numbered:
        number = work["number"][0].upper() + work["number"][1:]  # APA's way
        assert f"({work['genre']} {number})" in text.replace("\u2011", "-"), text
