"""PNG, as far as its size: https://www.w3.org/TR/png-3/#11IHDR."""

from __future__ import annotations

import struct

_BEGINNING = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_END = b"IEND\xaeB`\x82"


def size_of_png(raw: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; None if the file is no PNG, or not all of one."""
    if not raw.startswith(_BEGINNING) or _END not in raw[len(_BEGINNING) + 8 :]:
        return None
    width, height = struct.unpack_from(">II", raw, len(_BEGINNING))
    return width, height
