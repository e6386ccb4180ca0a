"""What pages say of themselves to Zotero, Google Scholar and library catalogues."""

from __future__ import annotations

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.metadata.citation_tags import citation_tags
from generator.metadata.elements import HeadLink
from generator.models import Language
from generator.pages import plan_pages
from generator.parsing.yaml_parser import Tree
from tests.support.paths import RECORDS
from tests.support.small_corpus import corpus, organization, proposal
from tests.support.words import WORDS

ROOT = "https://proceedings.example.org/library/"


@pytest.fixture(scope="module")
def made_up() -> Corpus:
    return load_corpus(RECORDS)


def said(there: Corpus, path: str, language: Language) -> list[object]:
    (page,) = (page for page in plan_pages(there, language, WORDS) if page.path == path)
    return list(citation_tags(there, page, WORDS[language]))


def test_a_proposal(made_up: Corpus) -> None:
    assert said(made_up, "proposals/2024-library-robots-1.md", "en") == [
        ("citation_title", "A trial with 40 library robots"),
        ("citation_author", "Tia Sample"),
        ("citation_publication_date", "2024/06/12"),
        ("citation_technical_report_institution", "Hanbyeol Records Circle"),
        ("citation_technical_report_number", "hb-2024-1"),
        ("citation_public_url", f"{ROOT}en/p/hb-2024-1/"),
        ("citation_language", "en"),
        ("DC.type", "Text"),
        ("DC.title", "A trial with 40 library robots"),
        ("DC.creator", "Tia Sample"),
        ("DC.date", "2024-06-12"),
        ("DC.publisher", "Hanbyeol Records Circle"),
        ("DC.identifier", f"{ROOT}en/p/hb-2024-1/"),
        ("DC.language", "en"),
        ("DC.rights", "https://creativecommons.org/licenses/by/4.0/"),
        ("DC.relation", "Library Robots and Neighbours — Hanbyeol Policy Forum"),
        ("DC.subject", "Library robots"),
        ("DC.subject", "Budget"),
    ]


def test_a_forum_names_its_organizers_and_the_files_of_its_works(made_up: Corpus) -> None:
    parts = said(made_up, "forums/2024-library-robots.md", "ko")
    assert ("citation_author", "구, 름달") in parts
    assert ("DC.date", "2024-06-12/2024-06-13") in parts
    assert ("DC.type", "Event") in parts
    links = [(part.rel, part.href, part.type) for part in parts if isinstance(part, HeadLink)]
    files = f"{ROOT}cite/forums/2024-library-robots"
    assert links == [
        ("alternate", f"{files}.bib", "application/x-bibtex"),
        ("alternate", f"{files}.biblatex.bib", "application/x-bibtex"),
        ("alternate", f"{files}.ris", "application/x-research-info-systems"),
        ("alternate", f"{files}.json", "application/vnd.citationstyles.csl+json"),
    ]


def test_a_translated_name_has_no_brackets(made_up: Corpus) -> None:
    """They are for references; Google Scholar compares the title with the page's heading."""
    tags = said(made_up, "forums/2024-library-robots.md", "en")
    assert ("citation_title", "Library Robots and Neighbours — Hanbyeol Policy Forum") in tags


def test_a_body_with_commas_is_one_author() -> None:
    name: Tree = {"ko": "서가등불부", "en": "Ministry of Shelves, Lamps; and Ladders"}
    asked = proposal(title={"ko": "열자", "en": "Open"}, proposers=[{"organization": "o"}])
    parts = said(corpus(organization("o", name=name), asked), "proposals/f-1.md", "en")
    assert ("citation_author", "Ministry of Shelves Lamps and Ladders") in parts
    assert ("DC.creator", "Ministry of Shelves, Lamps; and Ladders") in parts
    assert ("citation_title", "Open") in parts


def test_what_was_taken_back_says_so() -> None:
    taken_back = proposal(title={"ko": "열자", "en": "Open"}, withdrawn={"date": "2024-08-01"})
    assert ("citation_title", "Open [withdrawn]") in said(corpus(taken_back), "proposals/f-1.md", "en")


def test_other_pages_are_no_works(made_up: Corpus) -> None:
    assert said(made_up, "index.md", "ko") == []
    assert said(made_up, "forums/index.md", "ko") == []
    assert said(made_up, "speakers/gu-reumdal.md", "ko") == []
