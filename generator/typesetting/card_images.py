"""Social cards as PNG files: Typst sets them, Pillow makes them small, a folder keeps them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from generator.corpus.corpus import Corpus
from generator.i18n.strings import SiteWords
from generator.typesetting.cards import CARD_TEMPLATE, Card, cards
from generator.typesetting.compiler import Shelf, can_typeset, fingerprint, typeset

AT_ONCE = 40
"""Cards in one run of Typst; each takes 3 MB of memory until it is a file."""
THREADS = 4

INKS = ((0x15, 0x18, 0x1E), (0x5D, 0x66, 0x75), (0x1A, 0x4A, 0xA6))
"""The colours of cards.typ."""
SHADES = 5
"""Steps from each colour to white: enough for smooth letters, and all of them fit into half a byte."""


def can_draw() -> bool:
    """Whether the extra [pdf] is there, which brings Typst and Pillow."""
    return can_typeset() and find_spec("PIL") is not None


def draw_cards(
    corpus: Corpus, site_words: SiteWords, folder: Path, advance: Callable[[int], None]
) -> dict[str, bytes]:
    """Every card in both languages: path from the site's root → PNG. Only what is new is drawn."""
    wanted = {path: card for words in site_words.values() for path, card in cards(corpus, words)}
    names = {
        path: fingerprint(f"{CARD_TEMPLATE} {INKS} {SHADES}", card, "png") for path, card in wanted.items()
    }
    shelf = Shelf(folder)
    drawn = {name: kept for name in names.values() if (kept := shelf.get(name)) is not None}
    new = {names[path]: card for path, card in wanted.items() if names[path] not in drawn}
    for name, picture in zip(new, _pictures(list(new.values())), strict=True):
        shelf.put(name, picture)
        drawn[name] = picture
        advance(len(drawn))
    shelf.clear_but(drawn)
    return {path: drawn[name] for path, name in names.items()}


def _pictures(wanted: Sequence[Card]) -> Iterator[bytes]:
    """The cards' pictures in their order, drawn in threads: neither Typst nor Pillow holds the others up."""
    batches = [wanted[start : start + AT_ONCE] for start in range(0, len(wanted), AT_ONCE)]
    with ThreadPoolExecutor(THREADS) as threads:
        for pictures in threads.map(_drawn, batches):
            yield from pictures


def _drawn(batch: Sequence[Card]) -> list[bytes]:
    return list(map(_small, typeset(CARD_TEMPLATE, batch, "png")))


def _small(picture: bytes) -> bytes:
    """The picture with 16 colours instead of 16 million, a third of its size."""
    pillow, palette = _pillow()
    full = pillow.open(io.BytesIO(picture)).convert("RGB")
    out = io.BytesIO()
    full.quantize(palette=palette, dither=pillow.Dither.NONE).save(out, "PNG", bits=4)
    return out.getvalue()


@cache
def _pillow() -> tuple[Any, Any]:
    """Pillow, which may be absent with its types, and white with the shades of the inks."""
    pillow = import_module("PIL.Image")
    palette = pillow.new("P", (1, 1))
    shades = [255, 255, 255]
    for ink in INKS:
        for step in range(1, SHADES + 1):
            shades += [255 - (255 - part) * step // SHADES for part in ink]
    palette.putpalette(shades)
    return pillow, palette
