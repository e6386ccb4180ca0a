"""Patterns of identifiers: what can be written, and that none takes long."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.models.check_digits import has_right_check
from generator.models.registers import LONGEST_PATTERN, fits, parts_of_pattern

CHARS = ("a", "Q", "0", "-", "[0-9]", "[a-c]", "[0-9X]", "[ab-]", "[.x]")
TIMES = ("", "?", "{2}", "{0,3}", "{1,2}")
PATTERNS = st.lists(
    st.tuples(st.sampled_from(CHARS), st.sampled_from(TIMES)).map("".join), min_size=1, max_size=6
)


@given(pattern=PATTERNS.map("".join), text=st.text("aQ0-9bcX.x1", max_size=8))
def test_a_pattern_takes_what_it_takes_as_a_regular_expression(pattern: str, text: str) -> None:
    parts = parts_of_pattern(pattern)
    assert parts
    assert fits(parts, text) is (re.fullmatch(pattern.replace(".", r"\."), text) is not None)


@pytest.mark.parametrize(
    "pattern",
    ["", "(a|b)", "a+", "a*", "[z-a]", "[]", "[^a]", "a{61}", "a{2,1}", "a{0}", "é", ".*", "{3}", "a{", "[a"],
)
def test_anything_else_is_no_pattern(pattern: str) -> None:
    assert parts_of_pattern(pattern) is None


def test_no_pattern_takes_long() -> None:
    pattern = "[a-z]{0,60}" * (LONGEST_PATTERN // 11)
    parts = parts_of_pattern(pattern)
    assert parts
    began = time.process_time()
    assert not fits(parts, "a" * 200 + "!")
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize(
    ("check", "right", "wrong"),
    [
        ("mod-11-2", "0000-0002-1825-0097", "0000-0002-1825-0098"),
        ("mod-11-2", "0000-0002-1694-233X", "0000-0002-1694-2330"),
        ("mod-11-2", "0000000121032683", "X000000121032683"),
        ("mod-97-10", "5493001KJTIIGC8Y1R12", "5493001KJTIIGC8Y1R13"),
        ("ror", "05dxps055", "05dxps056"),
        ("ror", "04h9pn542", "04h9pn5"),
    ],
)
def test_the_last_digits_follow_from_the_others(check: str, right: str, wrong: str) -> None:
    assert has_right_check(check, right)
    assert not has_right_check(check, wrong)
    assert has_right_check("none", wrong)
