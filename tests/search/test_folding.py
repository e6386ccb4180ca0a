"""Python writes the index and JavaScript reads it: both fold words alike."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unicodedata import category, normalize

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.search.folding import RUN, fold, fold_spelling, shard_of, sound_of
from generator.search.hangul import FIRST, first_consonants, romanise
from generator.search.hidden import hash_of_name, hidden_words
from generator.search.postings import Postings, level_of
from generator.search.terms import sounds_of_name, terms_of
from tests.support.nodejs import JAVASCRIPT, needs_node, pass_in_node

TABLE: dict[str, Any] = json.loads((Path(__file__).parent / "alike.json").read_text(encoding="utf-8"))
NAMES: dict[str, list[list[str]]] = TABLE["names"]


def sound(name: str) -> str:
    return sound_of(fold(name))


@pytest.mark.parametrize(("text", "folded"), TABLE["fold"])
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(("text", "runs"), TABLE["runs"])
def test_runs(text: str, runs: list[str]) -> None:
    assert RUN.findall(text) == runs


@pytest.mark.parametrize(("word", "common"), TABLE["foldSpelling"])
def test_fold_spelling(word: str, common: str) -> None:
    assert fold_spelling(word) == common
    assert fold_spelling(common) == common


@pytest.mark.parametrize(("name", "key"), TABLE["soundOf"])
def test_sound_of(name: str, key: str) -> None:
    assert sound_of(name) == key


@pytest.mark.parametrize(("text", "words"), TABLE["hiddenWords"])
def test_hidden_words(text: str, words: list[str]) -> None:
    assert hidden_words(text) == words


@pytest.mark.parametrize(("salt", "key", "hashed"), TABLE["hashOfName"])
def test_hash_of_name(salt: str, key: str, hashed: list[object]) -> None:
    assert list(hash_of_name(salt, key)) == hashed


@pytest.mark.parametrize("names", NAMES["one name"], ids=lambda names: names[0])
def test_romanisations_of_one_name_sound_alike(names: list[str]) -> None:
    assert {name: sound(name) for name in names} == dict.fromkeys(names, sound(names[0]))


@pytest.mark.parametrize(("one", "other"), NAMES["two names"])
def test_names_that_stay_apart(one: str, other: str) -> None:
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        ("임", "Lim"),
        ("이", "Rhee"),
        ("기남", "Kee-nam"),
        ("서연", "Suh-youn"),
        ("형두", "Hyungdoo"),
        ("백", "Paik"),
    ],
)
def test_a_name_in_hangul_sounds_like_its_romanisations(hangul: str, latin: str) -> None:
    assert sound(romanise(hangul)) == sound(latin)


@pytest.mark.parametrize(("word", "consonants"), TABLE["firstConsonants"])
def test_first_consonants(word: str, consonants: str) -> None:
    assert first_consonants(word) == consonants


@pytest.mark.parametrize(("term", "shards", "number"), TABLE["shardOf"])
def test_shard_of(term: str, shards: int, number: int) -> None:
    assert shard_of(term, shards) == number


@pytest.mark.parametrize("terms", TABLE["one shard"])
def test_terms_that_are_looked_through_together_lie_together(terms: list[str]) -> None:
    assert len({shard_of(term, 4096) for term in terms}) == 1


@pytest.mark.parametrize("case", TABLE["postings"], ids=lambda case: case["written"])
def test_postings(case: dict[str, Any]) -> None:
    postings = Postings()
    for entry, weight in case["weights"]:
        postings.add(entry, weight)
    assert str(postings) == case["written"]
    assert [[entry, level_of(weight)] for entry, weight in case["weights"]] == case["levels"]


# --- any text, not only the table's -----------------------------------------------------------------------

# Unassigned characters are left out: what becomes of them depends on the year of each Unicode library.
ASSIGNED = st.characters(exclude_categories=("Cs", "Cn"))
KOREAN = st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣"))
LATIN = st.characters(min_codepoint=0x20, max_codepoint=0x24F)
TELLING = st.sampled_from([*FIRST, *"ㅏㅣᆨᆫᄀ한글Σσς\u0301\u0308\u030a·ㆍ・-'.,_ ’‐　Ａｚ９İıßﬁ市廳豈🤖𝒜𐐀\n\t"])
HALVES = st.characters(min_codepoint=0x1100, max_codepoint=0x11FF)
TEXTS = st.text(st.one_of(KOREAN, LATIN, TELLING, HALVES, ASSIGNED), max_size=24)
PIECES = [
    *"aeioubcdghklmnpqrstwxy-'",
    "ae",
    "ai",
    "ee",
    "eo",
    "eu",
    "ui",
    "oo",
    "ou",
    "wo",
    "ch",
    "ck",
    "sh",
    "ng",
]
ENDINGS = ["tre", "our", "ise", "ised", "ising", "yse", "isation", "defence", "fibre", "lling", "s", "ers"]
NAMED = st.lists(st.sampled_from([*PIECES, " "]), max_size=9).map("".join)
WORDS = st.lists(st.sampled_from([*PIECES, *ENDINGS]), max_size=6).map("".join)


def made(strategy: st.SearchStrategy[str], number: int) -> list[str]:
    """So many texts as Hypothesis makes them."""
    texts: list[str] = []

    @settings(
        max_examples=number, phases=[Phase.generate], database=None, suppress_health_check=list(HealthCheck)
    )
    @given(strategy)
    def gather(text: str) -> None:
        texts.append(text)

    gather()
    return texts


def all_characters() -> Iterator[str]:
    """Every character that has a meaning, each by itself, some hundred to a text."""
    kept = [char for char in map(chr, range(sys.maxunicode + 1)) if category(char) not in ("Cn", "Co", "Cs")]
    return (" ".join(kept[at : at + 200]) for at in range(0, len(kept), 200))


@needs_node
def test_both_fold_any_text_alike(tmp_path: Path) -> None:
    texts = [*made(TEXTS, 3000), *all_characters()]
    names, words = made(NAMED, 1000), made(WORDS, 1000)
    folded = [fold(text) for text in texts]
    terms = sorted({term for text in texts[:3000] for term, _ in terms_of(text, initials=True)})
    sounds = sorted({term for name in names for term in sounds_of_name(name)})
    syllables = [run for text in folded for run in re.findall("[가-힣]+", text)]
    table = {
        "fold": list(zip(texts, folded, strict=True)),
        "runs": [(text, RUN.findall(text)) for text in folded],
        "foldSpelling": [(word, fold_spelling(word)) for word in words],
        "soundOf": [(text, sound_of(text)) for text in (*names, *folded)],
        "names": {"one name": [], "two names": []},
        "firstConsonants": [(word, first_consonants(word)) for word in syllables],
        "shardOf": [
            (term, shards, shard_of(term, shards)) for term in (*terms, *sounds) for shards in (8, 4096)
        ],
        "one shard": [],
        "postings": [],
        "hiddenWords": [(text, hidden_words(text)) for text in texts],
        "hashOfName": [("salt", name, hash_of_name("salt", name)) for name in words[:200]],
    }
    assert table.keys() == TABLE.keys()
    assert len(set(texts)) > 2000
    file = tmp_path / "alike.json"
    file.write_text(json.dumps(table), encoding="utf-8")
    pass_in_node(JAVASCRIPT / "engine" / "alike.test.js", ALIKE=str(file))


@given(TEXTS)
def test_it_does_not_matter_how_a_text_is_composed(text: str) -> None:
    assert fold(normalize("NFD", text)) == fold(text)


def test_folding_again_changes_nothing() -> None:
    for text in all_characters():
        assert fold(fold(text)) == fold(text)
