"""A proposal's number as a bill is found and shown, and is to programs a number and not the same thing."""

from __future__ import annotations

import json

from generator.metadata.jsonld_pages import linked_data
from generator.pages import plan_pages
from generator.pages.proposals import ProposalView
from generator.parsing.yaml_parser import Tree
from generator.rendering.renderer import Renderer
from generator.search.entries import proposal_entry
from generator.typesetting.volume.volume import forum_volume
from tests.support.small_corpus import corpus, forum, proposal, source, vocabulary
from tests.support.words import WORDS

BILL: Tree = {
    "id": "bill",
    "label": {"ko": "의안번호", "en": "Bill number"},
    "pattern": "[0-9]{7}",
    "address": "https://bills.example.org/{}",
    "of": ["proposals"],
}
LINE: Tree = {"id": "line", "label": "Budget", "pattern": "[0-9]{4}", "of": ["proposals"]}
NUMBERS: Tree = [
    {"scheme": "bill", "identifier": "https://bills.example.org/2200017"},
    {"scheme": "line", "identifier": "1234"},
]
RECORDS = corpus(
    forum(), source(), proposal(identifiers=NUMBERS), vocabulary=vocabulary(registers=[BILL, LINE])
)
MADE = RECORDS.proposals["f-1"]


def test_the_page_shows_the_bare_number_with_its_page_elsewhere() -> None:
    page = next(page for page in plan_pages(RECORDS, "en", WORDS) if page.path == MADE.page)
    assert isinstance(page.view, ProposalView)
    shown = [(row.identifier, row.link.url if row.link else None) for row in page.view.identifiers]
    assert shown == [("2200017", "https://bills.example.org/2200017"), ("1234", None)]
    assert "\nBill number\n" in Renderer(WORDS["en"]).render(page)


def test_search_finds_it_by_the_number() -> None:
    assert proposal_entry(RECORDS, MADE).own_names == ("f-1", "2200017", "1234")


def test_linked_data_says_what_it_is_called_where() -> None:
    page = next(page for page in plan_pages(RECORDS, "en", WORDS) if page.path == MADE.page)
    *_, said = linked_data(RECORDS, page, WORDS["en"])
    own, bill, line = json.loads(json.dumps(said["identifier"]))
    assert own == "f-1"
    assert (bill["propertyID"], bill["name"], bill["value"]) == ("bill", "Bill number", "2200017")
    assert (bill["url"], "url" in line) == ("https://bills.example.org/2200017", False)


def test_a_volume_has_it_among_the_facts() -> None:
    (made,) = forum_volume(RECORDS, RECORDS.forums["f"], (WORDS["ko"],)).forums[0].proposals
    named = {fact.label[0].text: fact for fact in made.facts}
    assert {"의안번호", "Budget"} <= named.keys()
