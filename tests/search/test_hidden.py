"""What the index says of hidden names: hashes, and not whose they are."""

from __future__ import annotations

import json

import pytest

from generator.corpus.hidden_names import LONGEST_HIDDEN
from generator.parsing.yaml_parser import Tree
from generator.search import index_of, manifest
from generator.search.hidden import hash_of_name, hidden_keys
from tests.support.search_index import hidden_in, texts_of
from tests.support.small_corpus import SITE, corpus, organization, speaker
from tests.support.words import WORDS

SALT = str(SITE["address"])


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("모옛별", ["모옛별"]),
        ("모 옛별", ["모옛별"]),
        ("Mo Yet-byeol", ["moyetbyeol", "yetbyeolmo"]),
        ("Ludwig van der Berg", ["ludwigvanderberg", "bergludwigvander", "vanderbergludwig"]),
        ("Sukarno", ["sukarno"]),
        ("가", []),
        ("가" * (LONGEST_HIDDEN + 1), []),
        ("…", []),
    ],
)
def test_a_name_is_found_in_each_order_in_which_it_is_written(name: str, keys: list[str]) -> None:
    assert hidden_keys(name) == keys


def test_the_index_has_hashes_and_covers_whose_they_are() -> None:
    old: Tree = {"name": "모옛별", "hidden": "true"}
    made = corpus(
        speaker("a", name="나한별"),
        speaker("b", name="모단비", other_names=[old]),
        organization(other_names=[{"name": "옛사무처", "hidden": "true"}, old]),
    )
    index = index_of(made)
    hidden = hidden_in(index)
    paths = {number: text["path"] for number, text in enumerate(texts_of(index), 1)}
    found = {}
    for key in ("모옛별", "옛사무처"):
        beginning, mask = hash_of_name(SALT, key)
        found[key] = [paths[covered ^ mask] for covered in hidden.pop(beginning)]
    assert found == {"모옛별": ["speakers/b/", "organizations/o/"], "옛사무처": ["organizations/o/"]}
    assert hidden == {}
    assert json.loads(manifest(index, made, WORDS["ko"]))["config"]["index"]["salt"] == SALT


def test_an_index_without_hidden_names_says_nothing_of_them() -> None:
    made = corpus(speaker(other_names=[{"name": "구달"}]))
    index = index_of(made)
    assert not [path for path in index.files if path.startswith("hidden/")]
    assert {"hidden", "salt"}.isdisjoint(json.loads(manifest(index, made, WORDS["ko"]))["config"]["index"])


def test_another_site_has_other_hashes() -> None:
    assert hash_of_name("https://a.example/", "모옛별") != hash_of_name("https://b.example/", "모옛별")
