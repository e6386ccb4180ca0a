"""Social cards as PNG files: Typst typesets them, Pillow compresses them, a cache keeps them."""

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
from generator.output.file_cache import FileCache
from generator.typesetting.cards import CARD_TEMPLATE, Card, cards
from generator.typesetting.compiler import TypesettingFailed, cache_key, can_typeset, typeset
from generator.typesetting.left_out import LeaveOut, refuse

BATCH_SIZE = 40
"""Cards in one run of Typst; each takes 3 MB of memory until it is a file."""
THREADS = 4

INKS = ((0x15, 0x18, 0x1E), (0x5D, 0x66, 0x75), (0x1A, 0x4A, 0xA6))
"""The colours of cards.typ."""
SHADES = 5
"""Steps from each colour to white: enough for smooth letters, and all of them fit into half a byte."""


def can_draw() -> bool:
    """Whether Typst and Pillow are installed (extra [pdf])."""
    return can_typeset() and find_spec("PIL") is not None


def draw_cards(
    corpus: Corpus,
    site_words: SiteWords,
    folder: Path,
    advance: Callable[[int], None],
    leave_out: LeaveOut = refuse,
) -> dict[str, bytes]:
    """Every card in both languages: path from the site's root → PNG. Cached cards are not drawn again.

    One that cannot be drawn is left out.
    """
    planned = {path: card for words in site_words.values() for path, card in cards(corpus, words)}
    keys = {
        path: cache_key(f"{CARD_TEMPLATE} {INKS} {SHADES}", card, "png") for path, card in planned.items()
    }
    stored = FileCache(folder)
    drawn = {key: found for key in keys.values() if (found := stored.get(key)) is not None}
    new = {keys[path]: card for path, card in planned.items() if keys[path] not in drawn}
    failed: dict[str, TypesettingFailed] = {}
    for key, picture in zip(new, _pictures(list(new.values())), strict=True):
        if isinstance(picture, TypesettingFailed):
            failed[key] = picture
            continue
        stored.put(key, picture)
        drawn[key] = picture
        advance(len(drawn))
    stored.keep_only(drawn)
    for path, key in keys.items():
        if key in failed:
            leave_out(path, failed[key])
    return {path: drawn[key] for path, key in keys.items() if key in drawn}


def _pictures(planned: Sequence[Card]) -> Iterator[bytes | TypesettingFailed]:
    """The cards' pictures in their order, drawn in threads, since both libraries release the GIL."""
    batches = [planned[start : start + BATCH_SIZE] for start in range(0, len(planned), BATCH_SIZE)]
    with ThreadPoolExecutor(THREADS) as threads:
        for pictures in threads.map(_draw, batches):
            yield from pictures


def _draw(batch: Sequence[Card]) -> list[bytes | TypesettingFailed]:
    """A picture of each card, or why there is none; what fails is sought in ever smaller batches."""
    try:
        return list(map(_quantized, typeset(CARD_TEMPLATE, batch, "png")))
    except TypesettingFailed as failure:
        half = len(batch) // 2
        return [*_draw(batch[:half]), *_draw(batch[half:])] if half else [failure]


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
