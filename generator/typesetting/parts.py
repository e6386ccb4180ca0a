"""The parts of what Typst makes for a build."""

from __future__ import annotations

from typing import Literal, get_args

TypesetPart = Literal["volumes", "cards"]
PARTS: tuple[TypesetPart, ...] = get_args(TypesetPart)
"""What a build can go without."""
