"""The names that the records and the world have."""

from __future__ import annotations

import pytest

from generator.citations.proper_names import NO_NAMES, proper_names
from tests.support.small_corpus import corpus, organization, proposal, speaker

NAMES = proper_names(
    corpus(
        proposal(abstract={"ko": "밤에도 열자", "en": "Open the night shelves of Zyxtown's library."}),
        organization(
            "o", name={"ko": "한별은행", "en": "Bank of Hanbyeol"}, other_names=[{"name": "HB Bank"}]
        ),
        speaker(
            "p",
            name={"ko": "구름달", "en": "Gu Reumdal"},
            other_names=[{"name": "Moon Cloud", "hidden": "true"}, {"name": "Luna Cloud"}],
        ),
    )
)


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("The Bank of Hanbyeol Opens", {1, 2, 3}),
        ("The Bank of Lamps", set()),
        ("See Luna Cloud's Shelf", {1, 2}),
        ("See Moon Cloud", set()),
        ("Korea and North Korea in January", {0, 2, 3, 5}),
        ("Korean Shelves in Seoul on Monday", {0, 3, 5}),
        ("HB Bank", {0, 1}),
    ],
)
def test_words_of_names_are_found(words: str, places: set[int]) -> None:
    assert NAMES.places(words.split()) == places
    assert NO_NAMES.places(words.split()) == set()


def test_common_words_are_those_that_sentences_write_small() -> None:
    assert [word for word in ["Night", "Shelves", "Library", "Open", "Zyxtown"] if NAMES.is_common(word)] == [
        "Night",
        "Shelves",
        "Library",
    ]
    assert not NO_NAMES.is_common("Night")
