"""Letters that no typeface has, in a world of few letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.typesetting.missing_letters import Gaps, ParsedJson, letters_complained_of, number_of

ABSENT = frozenset("🤖👩\u20e3𓀀")
"""What the typefaces lack in these tests."""


def alone(letters: frozenset[str]) -> frozenset[str]:
    return letters & ABSENT


def after(*complaints: str) -> Gaps:
    gaps = Gaps()
    for complaint in complaints:
        gaps = gaps.widened(frozenset(complaint), alone)
    return gaps


@pytest.mark.parametrize(
    ("text", "complaint", "shown"),
    [
        ("11 1\ufe0f\u20e3 1", "1\ufe0f\u20e3", "11 1 1"),
        ("🤖 a", "🤖", "[U+1F916] a"),
        ("👩\u200d🤖", "👩\u200d🤖", "[U+1F469][U+1F916]"),
        ("𓀀가", "𓀀", "[U+13000]가"),
        ("\u20e3", "\u20e3", "[U+20E3]"),
        (" \u20e3\ufe0f", "\u20e3", " [U+20E3][U+FE0F]"),
    ],
)
def test_the_missing_letter_alone_is_given_by_its_number(text: str, complaint: str, shown: str) -> None:
    assert after(complaint).shown(text) == shown


def test_letters_that_there_are_apart_are_set_apart() -> None:
    gaps = after("漢\u0f71")
    assert gaps.missing == frozenset()
    assert gaps.shown("漢\u0f71字\u0f71") == "漢\u200b\u0f71字\u0f71"


def test_the_same_complaint_again_widens_nothing() -> None:
    assert after("漢\u0f71", "漢\u0f71") == after("漢\u0f71")
    assert after("🤖", "🤖") == after("🤖")
    assert after("") == Gaps()


def test_only_texts_change() -> None:
    data: ParsedJson = {"🤖": ["a🤖", 1, 1.5, True, None, {"b": "1\u20e3"}], "n": 11}
    shown = {"🤖": ["a[U+1F916]", 1, 1.5, True, None, {"b": "1"}], "n": 11}
    assert after("🤖", "1\u20e3").in_texts(data) == shown


@given(text=st.text(st.sampled_from("1a🤖👩\u20e3\ufe0f\u200d가[] ")))
def test_no_letter_that_there_is_gets_lost(text: str) -> None:
    shown = after("🤖👩\u20e3").shown(text)
    for letter in (*ABSENT, "\ufe0f", "\u200d"):
        shown = shown.replace(number_of(letter), "")
    unseen = {ord(letter): None for letter in (*ABSENT, "\ufe0f", "\u200d")}
    assert shown.translate(unseen) == text.translate(unseen)


def test_complaints_are_read_with_their_escapes() -> None:
    said = 'the text `"\\"\\u{20e3}\\\\"` could not be displayed with font `"X"`'
    assert letters_complained_of(said) == frozenset('"\u20e3\\')
