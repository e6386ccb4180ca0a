"""The colours of statuses can be read on every paper that they stand on, light and dark (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from generator.models.vocabulary import Color
from tests.support.paths import ROOT

SHEETS = ROOT / "generator" / "theme" / "assets" / "stylesheets"
LIGHT, DARK = (
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", block))
    for block in (SHEETS / "tokens.css").read_text("utf-8").split("@media screen")[:2]
)
TOKENS = dict(
    re.findall(
        r'\[data-color="([a-z]+)"\] \{ --status: var\(--([a-z-]+)\)', (SHEETS / "look.css").read_text("utf-8")
    )
)


def luminance(color: str) -> float:
    digits = color[1:] if len(color) == 7 else "".join(2 * digit for digit in color[1:])
    shares = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_every_colour_has_a_look() -> None:
    assert sorted(TOKENS) == sorted(get_args(Color))


@pytest.mark.parametrize("paper", ["paper", "paper-soft"])
@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("color", get_args(Color))
def test_a_status_can_be_read(color: str, scheme: dict[str, str], paper: str) -> None:
    assert contrast(scheme[TOKENS[color]], scheme[paper]) >= 4.5
