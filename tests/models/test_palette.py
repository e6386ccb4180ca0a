"""An archive's own colour: what is too pale is refused, and every shade made of it can be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.models.palette import (
    DARK_PAPER,
    LIGHT_PAPER,
    READABLE,
    SOFT_IN_DARK,
    SOFT_IN_LIGHT,
    Accent,
    contrast,
    contrast_on,
    mixed,
    palette_of,
    readable_shade,
)
from tests.support.paths import ROOT

COLORS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
READ = TypeAdapter[str](Accent).validate_python
TOKENS = (ROOT / "generator/theme/assets/stylesheets/tokens.css").read_text(encoding="utf-8")


def is_accepted(color: str) -> bool:
    try:
        READ(color)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_is_what_others_compute(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == contrast(second, first) == pytest.approx(ratio, abs=0.005)


@given(COLORS)
@settings(max_examples=60, deadline=None)
def test_every_accepted_colour_can_be_read_in_light_and_in_dark(color: str) -> None:
    if not is_accepted(color):
        color = readable_shade(color, LIGHT_PAPER, SOFT_IN_LIGHT, READABLE)
    assert is_accepted(color), "what the message proposes is accepted"
    shades = palette_of(color)
    assert shades.light == color
    for shade, grounds in (
        (shades.light, (*LIGHT_PAPER, shades.light_soft)),
        (shades.dark, (*DARK_PAPER, shades.dark_soft)),
    ):
        assert min(contrast(shade, ground) for ground in grounds) >= READABLE


def test_a_colour_that_is_read_easily_stays_as_it_is() -> None:
    assert readable_shade("#ffd24d", DARK_PAPER, SOFT_IN_DARK, 7.0) == "#ffd24d"


@pytest.mark.parametrize(("color", "strongest"), [("#ff9900", 0), ("#00aa55", 1), ("#7788ff", 2)])
def test_what_is_proposed_is_the_same_colour_darker(color: str, strongest: int) -> None:
    darker = readable_shade(color, LIGHT_PAPER, SOFT_IN_LIGHT, READABLE)
    parts = [int(darker[place : place + 2], 16) for place in (1, 3, 5)]
    assert parts.index(max(parts)) == strongest
    assert contrast_on(color, LIGHT_PAPER, SOFT_IN_LIGHT) < READABLE
    assert READABLE <= contrast_on(darker, LIGHT_PAPER, SOFT_IN_LIGHT) < READABLE + 0.2, "the nearest one"


def test_a_mixture_lies_between() -> None:
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"


def test_the_paper_is_that_of_the_theme() -> None:
    light, dark = TOKENS.split("@media screen", 1)
    for style, paper in ((light, LIGHT_PAPER), (dark, DARK_PAPER)):
        found = re.findall(r"--paper(?:-soft)?: (#[0-9a-f]+);", style)
        assert [one if len(one) == 7 else one + one[1:] for one in found] == list(paper)


def test_a_colour_is_kept_in_small_letters() -> None:
    assert READ("#1A4AA6") == "#1a4aa6"


@pytest.mark.parametrize(
    "text", ["1a4aa6", "#1a4", "#1a4aa6ff", " #1a4aa6", "blue", "rgb(0, 0, 0)", "#１a4aa6"]
)
def test_a_colour_has_one_form(text: str) -> None:
    assert not is_accepted(text)
