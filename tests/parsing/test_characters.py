import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.parsing.characters import forbidden_character, forbidden_characters
from generator.parsing.problems import MOST_PROBLEMS


@pytest.mark.parametrize(
    "char",
    "\0\x07\x1b\x7f\x85\x9b\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028\u2029\u202a\u202e\u2060\u2066\u2069\u3164\ufeff\uffa0\ufffc\ufffd\uffff\ud800\udfff\U000e0041",
    ids=lambda char: f"U+{ord(char):04X}",
)
def test_what_nobody_sees_is_refused_by_its_number(char: str) -> None:
    complaint = forbidden_character(f"가{char}나")
    assert complaint
    assert str(complaint).startswith(f"U+{ord(char):04X} ")


@pytest.mark.parametrize(
    "text",
    [
        "한글\tEnglish\n漢字",
        "👩\u200d👩\u200d👧",
        "1\ufe0f\u20e3",
        "❤\ufe0f\u200d🔥",
        "क\u094d\u200dष",
        "ᠠ\u180b",
        "Tiếng Việt",
        "שָׁ֑",
        "نمی\u200cخواهم",
        "e\u0301",
        "葛\U000e0100",
        "\u00a0",
    ],
)
def test_what_people_write_is_not(text: str) -> None:
    assert forbidden_character(text) is None


@given(st.text(max_size=100))
def test_no_control_character_passes_but_tab_and_line_ends(text: str) -> None:
    if forbidden_character(text) is None:
        assert {char for char in text if unicodedata.category(char) in ("Cc", "Cs")} <= set("\t\n\r")


def test_each_has_its_line_and_column() -> None:
    assert list(map(str, forbidden_characters("가\u200b\n\n나다\x1b\x1b", "x.md"))) == [
        "x.md:1:2: U+200B (ZERO WIDTH SPACE) cannot be seen and does not belong in a text; delete it",
        "x.md:3:3: U+001B (a control character) cannot be seen and does not belong in a text; delete it",
        "x.md:3:4: U+001B (a control character) cannot be seen and does not belong in a text; delete it",
    ]


def test_a_file_full_of_them_is_told_soon() -> None:
    assert len(list(forbidden_characters("\u200b\n" * 500_000, "x.md"))) == MOST_PROBLEMS


@pytest.mark.parametrize(
    "text",
    [
        "a\u200db", "가\u200d나", "\u200d", "😀\u200d\u200d", "a\ufe0f", "가\U000e0100", " \ufe0f",
        "葛\U000e0100\U000e0100",
        "\ue000", "\ufdd0", "\U0001fffe", "\u2800", "\u034f", "a" + "\u0301" * 9, "か" + "\u3099\u0316" * 5,
    ],
    ids=ascii,
)  # fmt: skip
def test_what_changes_nothing_or_shows_something_else_elsewhere_is_refused(text: str) -> None:
    assert forbidden_character(text)


def test_every_mark_can_be_one_too_many() -> None:
    marks = [char for char in map(chr, range(0x110000)) if unicodedata.combining(char)]
    assert len(marks) > 800
    assert all(forbidden_character(f"ㅁ{mark * 9}") for mark in marks)


def test_what_python_does_not_know_yet_is_no_fault() -> None:
    """A record would be sound with one version of Python and wrong with another."""
    assert forbidden_character("\u0378") is None
