"""Social cards as PNG files: Typst typesets them, Pillow compresses them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any

from generator.corpus.corpus import Corpus
from generator.i18n.strings import SiteWords
from generator.typesetting.cards import CARD_TEMPLATE, Card, cards
from generator.typesetting.compiler import TypesettingFailed, cache_key, can_typeset, typeset

BATCH_SIZE = 40
"""Cards in one run of Typst; each takes 3 MB of memory until it is a file."""

INKS = ((0x15, 0x18, 0x1E), (0x5D, 0x66, 0x75), (0x1A, 0x4A, 0xA6))
"""The colours of cards.typ."""
SHADES = 5
"""Steps from each colour to white: enough for smooth letters, and all of them fit into half a byte."""


def can_draw() -> bool:
    """Whether Typst and Pillow are installed (extra [pdf])."""
    return can_typeset() and find_spec("PIL") is not None


def card_keys(corpus: Corpus, site_words: SiteWords) -> Iterator[tuple[str, str, Card]]:
    """Every card in both languages: its path from the site's root, the digest of what makes it, itself."""
    look = f"{CARD_TEMPLATE} {INKS} {SHADES} {version('Pillow')}"
    for words in site_words.values():
        for path, card in cards(corpus, words):
            yield path, cache_key(look, card, "png"), card


def draw(batch: Sequence[Card]) -> list[bytes | TypesettingFailed]:
    """A picture of each card, or why there is none; what fails is sought in ever smaller batches."""
    try:
        return list(map(_quantized, typeset(CARD_TEMPLATE, batch, "png")))
    except TypesettingFailed as failure:
        half = len(batch) // 2
        return [*draw(batch[:half]), *draw(batch[half:])] if half else [failure]


def _quantized(picture: bytes) -> bytes:
    """The picture with a palette of 16 colours, a third of its size."""
    pillow, palette = _pillow()
    full = pillow.open(io.BytesIO(picture)).convert("RGB")
    out = io.BytesIO()
    full.quantize(palette=palette, dither=pillow.Dither.NONE).save(out, "PNG", bits=4)
    return out.getvalue()


@cache
def _pillow() -> tuple[Any, Any]:
    """Pillow (imported late: it may be absent) and the palette: white and the shades of the inks."""
    pillow = import_module("PIL.Image")
    palette = pillow.new("P", (1, 1))
    shades = [255, 255, 255]
    for ink in INKS:
        for step in range(1, SHADES + 1):
            shades += [255 - (255 - part) * step // SHADES for part in ink]
    palette.putpalette(shades)
    return pillow, palette
