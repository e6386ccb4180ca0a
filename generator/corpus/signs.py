"""The archive's own pictures, logo and favicon: whether they can stand on every page."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from generator.corpus.files import paths_of
from generator.models import Site
from generator.parsing.messages import Message, message
from generator.parsing.png import size_of_png
from generator.parsing.problems import Problem
from generator.parsing.svg import WrongSvg, size_of_svg

HEAVIEST = 200_000
"""Bytes of a picture that every page loads."""
LONGEST_SIDE = 2_000
"""Pixels, of a PNG file."""
SMALLEST_ICON = 180
"""Pixels, of a favicon that is a PNG file: telephones show it as large."""
WIDEST = 8.0
"""How often a logo's height may go into its width, or its width into its height."""
NEARLY_SQUARE = 1.05


def wrong_signs(site: Site, names: Collection[str], folder: Path) -> Iterator[Problem]:
    """A problem of each picture that is there but cannot be shown; the folder is content/files/."""
    chosen = {name: name == site.favicon for name in (site.logo, site.favicon) if name in names and name}
    for name, path in paths_of(chosen, folder):
        size = path.stat().st_size
        heavy = message("sign.heavy", size=size, most=HEAVIEST)
        found = [(1, 1, heavy)] if size > HEAVIEST else wrong_picture(name, path.read_bytes(), chosen[name])
        for line, column, reason in found:
            yield Problem(f"content/files/{name}", line, column, "", reason)


def wrong_picture(name: str, raw: bytes, is_icon: bool) -> Iterator[tuple[int, int, Message]]:
    """Line, column and what is wrong with a picture."""
    if name.lower().endswith(".svg"):
        try:
            width, height = size_of_svg(raw)
        except WrongSvg as wrong:
            yield wrong.line, wrong.column, wrong.reason
            return
    else:
        pixels = size_of_png(raw)
        if pixels is None:
            yield 1, 1, message("sign.no_png")
            return
        if max(pixels) > LONGEST_SIDE:
            yield 1, 1, message("sign.large", width=pixels[0], height=pixels[1], most=LONGEST_SIDE)
        elif is_icon and min(pixels) < SMALLEST_ICON:
            yield 1, 1, message("sign.small", width=pixels[0], height=pixels[1], least=SMALLEST_ICON)
        width, height = pixels
    shape = max(width, height) / max(min(width, height), 1e-9)
    if shape > (NEARLY_SQUARE if is_icon else WIDEST):
        key = "sign.not_square" if is_icon else "sign.long"
        yield 1, 1, message(key, width=f"{width:g}", height=f"{height:g}")
