"""Syllables fall into what Unicode says they are made of."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.hangul import FIRST, first_consonants, is_hangul, romanise

SYLLABLES = st.characters(min_codepoint=ord("가"), max_codepoint=ord("힣"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("가", True),
        ("한빛솔", True),
        ("", False),
        ("한 빛", False),
        ("ㅎ", False),
        ("a", False),
        ("힣힤", False),
    ],
)
def test_hangul_is_whole_syllables(text: str, expected: bool) -> None:
    assert is_hangul(text) is expected


@given(st.text(SYLLABLES))
def test_first_consonants_are_those_of_the_decomposed_syllables(word: str) -> None:
    halves = [normalize("NFD", char)[0] for char in word]
    assert first_consonants(word) == "".join(FIRST[ord(half) - 0x1100] for half in halves)


@pytest.mark.parametrize(
    ("word", "latin"),
    [
        ("", ""),
        ("기남", "ginam"),
        ("한빛솔", "hanbitsol"),
        ("구름달", "gureumdal"),
        ("해오름", "haeoreum"),
        ("까치", "kkachi"),
        ("뚫어", "ttuleo"),
        ("의왕", "uiwang"),
        ("쐐기풀", "sswaegipul"),
        ("넋값앉", "neokgapan"),
        ("읽삶밟", "iksambal"),
        ("꽃잎낮", "kkotipnat"),
        ("혜원", "hyewon"),
    ],
)
def test_romanise(word: str, latin: str) -> None:
    assert romanise(word) == latin


@given(st.text(SYLLABLES, min_size=1))
def test_every_syllable_has_a_spelling_of_its_own(word: str) -> None:
    latin = romanise(word)
    assert latin.isascii()
    assert latin.isalpha()
    assert latin == "".join(romanise(char) for char in word)
