"""One colour of an archive → the shades of it that can be read, in light and in dark.

Contrast is that of WCAG 2.2; https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio has its formula.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from generator.models.model import wrong
from generator.models.texts import as_text
from generator.parsing.messages import message

READABLE = 4.5
"""The contrast that text needs (WCAG 2.2, 1.4.3)."""
EASILY_READ = 7.0
"""The contrast of the shade for dark pages, which is ours to choose (WCAG 2.2, 1.4.6)."""

LIGHT_PAPER = ("#ffffff", "#f5f6f8")
DARK_PAPER = ("#111419", "#191d24")
"""--paper and --paper-soft of theme/assets/stylesheets/tokens.css, on which the colour stands."""

SOFT_IN_LIGHT, SOFT_IN_DARK = 0.08, 0.16
"""How much of the colour is in the pale ground behind it."""

_STEPS = 250
"""In how many steps from black to white a shade is sought."""


@dataclass(frozen=True)
class Palette:
    """The shades of a colour: for text, and for the ground behind such a text."""

    light: str
    light_soft: str
    dark: str
    dark_soft: str


def palette_of(accent: str) -> Palette:
    """The colour itself in light, and its nearest shade that is easily read in dark."""
    dark = readable_shade(accent, DARK_PAPER, SOFT_IN_DARK, EASILY_READ)
    return Palette(
        accent,
        mixed(LIGHT_PAPER[0], accent, SOFT_IN_LIGHT),
        dark,
        mixed(DARK_PAPER[0], dark, SOFT_IN_DARK),
    )


def contrast(first: str, second: str) -> float:
    """The ratio of two colours' luminances, from 1 to 21."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def contrast_on(color: str, paper: tuple[str, ...], soft: float) -> float:
    """The least contrast of a colour with all that lies behind it: the paper, and its own pale ground."""
    return min(contrast(color, ground) for ground in (*paper, mixed(paper[0], color, soft)))


def readable_shade(color: str, paper: tuple[str, ...], soft: float, least: float) -> str:
    """The nearest shade of the colour's hue that has the contrast; black or white where none has."""
    enough = (shade for shade in _shades(color) if contrast_on(shade, paper, soft) >= least)
    hue = _lightness(color)
    furthest = "#000000" if _luminance(paper[0]) > 0.5 else "#ffffff"
    return min(enough, key=lambda shade: abs(_lightness(shade) - hue), default=furthest)


def mixed(paper: str, color: str, share: float) -> str:
    """A colour of which this share is the second one."""
    parts = zip(_channels(paper), _channels(color), strict=True)
    return _written(below + (above - below) * share for below, above in parts)


def as_accent(value: object) -> str:
    """A colour `#rrggbb` that can be read as text on the light pages."""
    text = as_text(value).lower()
    if not re.fullmatch("#[0-9a-f]{6}", text):
        raise wrong(message("accent.form", text=text))
    ratio = contrast_on(text, LIGHT_PAPER, SOFT_IN_LIGHT)
    if ratio < READABLE:
        darker = readable_shade(text, LIGHT_PAPER, SOFT_IN_LIGHT, READABLE)
        rounded_down = f"{int(ratio * 10) / 10:.1f}"
        raise wrong(message("accent.pale", color=text, ratio=rounded_down, darker=darker))
    return text


Accent = Annotated[
    str,
    BeforeValidator(as_accent),
    WithJsonSchema({"type": "string", "pattern": "^#[0-9A-Fa-f]{6}$"}),
]
"""A colour `"#rrggbb"`, in quotes, since YAML reads what follows a number sign as a comment."""


def _shades(color: str) -> Iterable[str]:
    """The colour from black to white, its hue and its saturation kept; itself among them."""
    hue, _, saturation = colorsys.rgb_to_hls(*_channels(color))
    yield color
    for step in range(_STEPS + 1):
        yield _written(colorsys.hls_to_rgb(hue, step / _STEPS, saturation))


def _lightness(color: str) -> float:
    return colorsys.rgb_to_hls(*_channels(color))[1]


def _luminance(color: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _channels(color)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _written(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in channels)
