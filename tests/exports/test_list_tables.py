"""Lists on several pages → tables, out of which a script narrows them by all that a reader may choose."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports.list_tables import list_files
from generator.pages.filters import Filter
from generator.pages.people import by_name, party_list
from generator.pages.proposals import proposal_list
from tests.support import small_corpus as small
from tests.support.paths import RECORDS
from tests.support.words import WORDS

MOST_BYTES_OF_CHOICES = 60
"""Of a row, packed as hosts pack files."""


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(RECORDS)


@pytest.fixture(scope="module")
def tables(corpus: Corpus) -> dict[str, Any]:
    return {path: json.loads(content) for path, content in list_files(corpus, WORDS, most=1).items()}


def test_a_list_that_stands_on_its_page_has_no_table(corpus: Corpus) -> None:
    assert list_files(corpus, WORDS) == {}
    shortest = len(corpus.forums)
    assert "lists/forums.json" not in list_files(corpus, WORDS, most=shortest)
    assert "lists/forums.json" in list_files(corpus, WORDS, most=shortest - 1)


def test_each_language_has_its_tables(tables: dict[str, Any]) -> None:
    sections = ("forums", "proposals", "speakers", "organizations")
    assert tables.keys() == {f"{folder}lists/{one}.json" for folder in ("", "en/") for one in sections}
    assert tables["lists/proposals.json"]["titles"] != tables["en/lists/proposals.json"]["titles"]


@pytest.mark.parametrize("section", ["forums", "proposals", "speakers", "organizations"])
def test_all_columns_are_as_long_as_the_list(tables: dict[str, Any], section: str) -> None:
    table = tables[f"lists/{section}.json"]
    number = len(table["ids"])
    assert number > 1
    columns = [table[name] for name in ("titles", "words", "facts")]
    columns += [table["sides"] if "sides" in table else table["identifiers"]]
    columns += [choice["rows"] for choice in table["choices"].values()]
    assert {len(column) for column in columns} == {number}


def chosen_in(table: dict[str, Any], name: str) -> list[list[str]]:
    """The values that each row has of a choice."""
    choice = table["choices"][name]
    return [
        [choice["options"][number][0] for number in ([own] if isinstance(own, int) else own)]
        for own in choice["rows"]
    ]


def test_rows_have_the_choices_that_the_page_would_have(corpus: Corpus, tables: dict[str, Any]) -> None:
    people = party_list(corpus, by_name(corpus.speakers.values(), "ko"))
    for section, view in (("proposals", proposal_list(corpus)), ("speakers", people)):
        table = tables[f"lists/{section}.json"]
        for one in view.filters:
            wanted = [list(dict(row.filter_values)[one.name]) for row in view.rows]
            assert chosen_in(table, one.name) == wanted
            assert options_of(one) == [option[0] for option in table["choices"][one.name]["options"]]


def options_of(one: Filter) -> list[str]:
    return [value for value, _, _ in one.options]


def test_an_option_says_how_many_rows_it_leaves(tables: dict[str, Any]) -> None:
    for table in tables.values():
        for name, choice in table["choices"].items():
            found = [value for own in chosen_in(table, name) for value in own]
            assert [(value, found.count(value)) for value, _, _ in choice["options"]] == [
                (value, number) for value, _, number in choice["options"]
            ]


def test_a_row_says_what_a_line_of_the_page_says(tables: dict[str, Any]) -> None:
    table = tables["en/lists/proposals.json"]
    at = table["ids"].index("2024-library-robots-10")
    assert table["facts"][at] == ["Access for all · Budget", "To NPO · The districts of Hanbyeol (uncertain)"]
    assert table["signs"]["proposed"] == ["empty", "grey", "○"]
    at = table["ids"].index("2024-library-robots-1")
    assert table["identifiers"][at] == "hb-2024-1"


def test_a_title_in_the_other_language_says_so(tables: dict[str, Any]) -> None:
    for path, other in (("lists/proposals.json", "en"), ("en/lists/speakers.json", "ko")):
        table = tables[path]
        assert set(table["langs"].values()) <= {other}
        for at in table["langs"]:
            assert table["titles"][int(at)]
    assert any(table["langs"] for table in tables.values())


def test_words_are_sought_in_both_languages_and_numbers(tables: dict[str, Any]) -> None:
    table = tables["lists/proposals.json"]
    at = table["ids"].index("2024-library-robots-1")
    assert "a trial with 40 library robots" in table["words"][at]
    assert "hb-2024-1" in table["words"][at]
    assert table["titles"][at].casefold() not in table["words"][at]


def test_the_choices_of_a_row_take_few_bytes() -> None:
    """However they are spread over a large archive."""
    proposals = [
        small.proposal(
            f"f{one % 97}-{one}",
            forum=f"f{one % 97}",
            topics=["robots"] if one % 2 else ["shelves", "robots"],
            addressees=[{"organization": f"o{one * one % 89}"}, {"organization": f"o{89 + one * one % 31}"}],
            history=[small.step(status=("proposed", "adopted", "rejected")[one * one % 3])],
        )
        for one in range(2000)
    ]
    forums = [small.forum(f"f{one}") for one in range(97)]
    bodies = [small.organization(f"o{one}") for one in range(120)]
    corpus = small.corpus(*forums, *bodies, small.source(), *proposals)
    table = json.loads(list_files(corpus, WORDS)["lists/proposals.json"])
    packed = gzip.compress(json.dumps(table["choices"], separators=(",", ":")).encode())
    assert len(packed) / len(proposals) < MOST_BYTES_OF_CHOICES
