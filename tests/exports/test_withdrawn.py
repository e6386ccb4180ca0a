"""What was taken back says so in all that is made of it, and stays where it was."""

from __future__ import annotations

import json

import pytest

from generator.citations.works import Catalogue
from generator.exports.api import api_files
from generator.exports.citation_files import citation_files
from generator.exports.data.folder import data_files
from generator.metadata.jsonld_pages import linked_data
from generator.models import LANGUAGES, Language
from generator.pages import plan_pages
from generator.parsing.yaml_parser import Tree
from generator.search.entries import proposal_entry
from generator.search.index import fragment_of
from generator.typesetting.cards import proposal_card
from generator.typesetting.volume.volume import forum_volume
from tests.support.small_corpus import corpus, forum, organization, proposal, source, step
from tests.support.words import WORDS

WITHDRAWN: Tree = {"date": "2024-08-01", "note": {"ko": "거두었다.", "en": "Taken back."}, "sources": ["s"]}
ANSWER: Tree = {
    "id": "answer",
    "response": "true",
    "actor": ["o", {"name": "이웃"}],
    "note": "답했다.",
    **step("2024-07-12", "adopted"),  # type: ignore[dict-item]
}
RECORDS = corpus(
    forum(),
    source(),
    organization(),
    proposal("f-1", withdrawn=WITHDRAWN, addressees=["o"], history=[step(), ANSWER]),
    proposal("f-2"),
)
TAKEN_BACK = RECORDS.proposals["f-1"]
MARKS: dict[Language, str] = {"ko": "[철회됨]", "en": "[withdrawn]"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_references_say_so(language: Language) -> None:
    works = Catalogue(RECORDS, WORDS)
    assert works.proposal(TAKEN_BACK, language)["title"] == f"[밤에도 열자] {MARKS[language]}"
    assert works.proposal(RECORDS.proposals["f-2"], language)["title"] == "[밤에도 열자]"
    folder = "" if language == "ko" else "en/"
    files = {path: content.decode() for path, content in citation_files(RECORDS, WORDS).items()}
    for ending in ("bib", "biblatex.bib", "ris", "json"):
        assert files[f"{folder}cite/forums/f.{ending}"].count(MARKS[language].strip("[]")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_linked_data_says_so_and_what_was_answered(language: Language) -> None:
    page = next(page for page in plan_pages(RECORDS, language, WORDS) if page.path == TAKEN_BACK.page)
    *_, said = linked_data(RECORDS, page, WORDS[language])
    assert said["creativeWorkStatus"] == MARKS[language].strip("[]").capitalize()
    assert said["dateModified"] == "2024-08-01"
    (answer,) = json.loads(json.dumps(said["comment"]))
    assert (answer["dateCreated"], answer["text"]) == ("2024-07-12", "답했다.")
    assert answer["url"].endswith("proposals/f-1/#step-answer")
    assert [one["name"] for one in answer["author"]] == ["한별시청"]


def test_search_and_cards_say_so() -> None:
    assert fragment_of(proposal_entry(RECORDS, TAKEN_BACK))["mark"] == "withdrawn"
    assert "거두었다." in proposal_entry(RECORDS, TAKEN_BACK).text["ko"]
    assert "이웃" in proposal_entry(RECORDS, TAKEN_BACK).text["ko"]
    assert "mark" not in fragment_of(proposal_entry(RECORDS, RECORDS.proposals["f-2"]))
    card = proposal_card(RECORDS, TAKEN_BACK, WORDS["en"])
    assert (card.mark, card.standing) == ("crossed", "Withdrawn")


def test_a_volume_says_so_and_when() -> None:
    view = forum_volume(RECORDS, RECORDS.forums["f"], (WORDS["en"],))
    made = view.forums[0].proposals[0]
    assert (made.status.mark, made.status.label[0].text) == ("crossed", "Withdrawn")
    assert [entry.date[0].text for entry in made.history] == ["12 June 2024", "12 July 2024", "1 August 2024"]
    assert not made.nothing_since


def test_the_interface_and_the_tables_say_so() -> None:
    listed = json.loads(api_files(RECORDS)["api/v1/proposals/index.json"])
    assert "2024-08-01" in json.dumps(listed)
    files = data_files(RECORDS, WORDS)
    rows = files["data/proposals.csv"].decode("utf-8-sig").splitlines()
    assert "withdrawn_date" in rows[0]
    assert "2024-08-01" in rows[1]
    assert "이웃" in files["data/tables/other_actors.csv"].decode()
    whole = json.loads(files["data/proceedings.json"])
    written = next(one for one in whole["proposals"] if one["id"] == "f-1")
    assert written["withdrawn"]["sources"][0]["source"] == "s"
