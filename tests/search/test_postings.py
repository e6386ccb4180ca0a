"""What is written is read back: the script reads it as `read` does."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.postings import LEVELS, Postings, digits, level_of, shards_for

ALPHABET = [char for char in map(chr, range(0x20, 0x7F)) if char not in '"\\'][:92]


def numbers(written: str) -> list[int]:
    """Each number, its highest digits first; a digit of the second half says that there is more of it."""
    read, number = [], 0
    for char in written:
        more, digit = divmod(ALPHABET.index(char), 46)
        number = number * 46 + digit
        if not more:
            read.append(number)
            number = 0
    assert number == 0
    return read


def read(written: str) -> list[tuple[int, int]]:
    """Entries and levels."""
    found: list[tuple[int, int]] = []
    for number in numbers(written):
        step, level = divmod(number, LEVELS)
        found.append(((found[-1][0] if found else 0) + step, level))
    return found


@given(st.dictionaries(st.integers(1, 10**7), st.floats(0.001, 10**6)))
def test_written_and_read_again(weights: dict[int, float]) -> None:
    postings = Postings()
    for entry, weight in sorted(weights.items()):
        postings.add(entry, weight)
    assert read(str(postings)) == [(entry, level_of(weight)) for entry, weight in sorted(weights.items())]
    assert len(json.dumps(str(postings))) == len(str(postings)) + 2


@given(st.lists(st.integers(0, 10**12)))
def test_numbers_need_nothing_between_them(given: list[int]) -> None:
    assert numbers("".join(map(digits, given))) == given


@pytest.mark.parametrize(("number", "length"), [(0, 1), (45, 1), (46, 2), (46**2 - 1, 2), (46**2, 3)])
def test_small_numbers_are_short(number: int, length: int) -> None:
    assert len(digits(number)) == length


@given(st.floats(0.001, 10**6), st.floats(0.001, 10**6))
def test_more_weight_is_no_lower_level(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 1 <= level_of(low) <= level_of(high) < LEVELS


def test_the_tenth_mention_says_less_than_the_second() -> None:
    assert level_of(2) - level_of(1) > level_of(10) - level_of(9)


@given(st.integers(0, 10**10))
def test_shards_are_a_power_of_two_and_about_eight_kilobytes(size: int) -> None:
    shards = shards_for(size)
    assert shards.bit_count() == 1
    assert 8 <= shards <= 4096
    assert 5_600 < size / shards < 11_400 or shards in (8, 4096)
