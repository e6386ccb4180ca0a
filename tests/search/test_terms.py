"""What is found in a text, and what is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.folding import fold
from generator.search.terms import ACROSS, sounds_of_name, terms_of


def terms(text: str, *, initials: bool = False, consonants: bool = False) -> dict[str, float]:
    """Every term with all its weight."""
    weights: dict[str, float] = {}
    for term, weight in terms_of(text, initials=initials, consonants=consonants):
        weights[term] = weights.get(term, 0.0) + weight
    return weights


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", {}),
        ("🤖 .,-", {}),
        ("데이터센터", {"데이": 1, "이터": 1, "터센": 1, "센터": 1}),
        ("서가 서가", {"서가": 2, "가서": ACROSS}),
        ("책", {"^책": 1}),
        ("Centre centres", {"center": 1, "centers": 1}),
        ("a 5 AI G3", {"ai": 1, "g3": 1}),
        ("city-wide", {"citywide": 1, "city": 1, "wide": 1}),
        ("o'clock 1,000", {"oclock": 1, "clock": 1, "1000": 1, "000": 1}),
        ("市廳長", {"市廳": 1, "廳長": 1}),
        ("市", {"^市": 1}),
        ("привет 𐐀𐐀", {"привет": 1, "𐐨𐐨": 1}),
        ("AI시대", {"ai": 1, "시대": 1}),
    ],
)
def test_terms(text: str, expected: dict[str, float]) -> None:
    assert terms(text) == expected


@pytest.mark.parametrize("between", [" ", "\n", "\u3000", "·", "-"])
def test_a_pair_across_one_character_weighs_less(between: str) -> None:
    assert terms(f"데이터{between}센터")["터센"] == ACROSS


@pytest.mark.parametrize(
    "text", ["데이터, 센터", "데이터  센터", "데이터 AI 센터", "데이터🤖 센터", "데이터를 센터"]
)
def test_no_pair_across_more_than_that_or_after_a_particle(text: str) -> None:
    assert terms(text).keys() & {"터센", "를센"} == set()


def test_titles_and_names_are_found_by_the_syllable_that_a_word_begins_with() -> None:
    assert terms("별마루 대학교", initials=True).keys() - terms("별마루 대학교").keys() == {"^별", "^대"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("데이터", {"^ㄷㅇㅌ", "^ㄷㅇㅌ."}),
        ("데이터센터", {"^ㄷㅇㅌㅅ"}),
        ("데이터 센터", {"^ㄷㅇㅌㅅ", "^ㄷㅇㅌ.", "^ㅅㅌ", "^ㅅㅌ."}),
        ("저작권을", {"^ㅈㅈㄱㅇ", "^ㅈㅈㄱ.", "^ㅈㅈㄱㅇ."}),
        ("책을", {"^ㅊㅇ", "^ㅊㅇ."}),
        ("로봇, 사서", {"^ㄹㅂ", "^ㄹㅂ.", "^ㅅㅅ", "^ㅅㅅ."}),
        ("AI 로봇", {"^ㄹㅂ", "^ㄹㅂ."}),
        ("책", {"^ㅊ"}),
    ],
)
def test_words_are_found_by_their_first_consonants(text: str, expected: set[str]) -> None:
    assert terms(text, consonants=True).keys() - terms(text).keys() == expected


@given(st.text(), st.booleans())
def test_a_term_is_folded_and_weighs_something(text: str, initials: bool) -> None:
    for term, weight in terms_of(text, initials=initials):
        assert term == fold(term)
        assert len(term) >= 2
        assert 0 < weight <= 1


@pytest.mark.parametrize(
    ("name", "sounds"),
    [
        ("한빛솔", ["~han", "~bidsor", "~bid", "~sor"]),
        ("남궁별", ["~namgung", "~byur"]),
        ("남궁", ["~nam", "~gung"]),
        ("Han Bitsol", ["~han", "~bidsor"]),
        ("Han Bit-sol", ["~han", "~bidsor", "~bid", "~sor"]),
        ("Rhee Suh-youn", ["~i", "~suyun", "~su", "~yun"]),
        ("具凜達", []),
        ("달", []),
        ("에이다 이그잼플", []),
        ("Tia Sample 박사", ["~dia", "~sambre"]),
        ("", []),
        ("  ", []),
        ("42 - !", []),
    ],
)
def test_sounds_of_a_name(name: str, sounds: list[str]) -> None:
    assert list(sounds_of_name(name)) == sounds
