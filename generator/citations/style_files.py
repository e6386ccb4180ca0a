"""The citation styles that lie here as CSL files: part of the program, which do not change while it runs."""

from __future__ import annotations

from functools import cache
from importlib import resources
from io import BytesIO
from typing import Literal

from citeproc import CitationStylesStyle  # type: ignore[import-untyped]  # it has no types

Style = Literal["apa", "korean"]


@cache
def load_style(name: Style) -> CitationStylesStyle:
    """The style, which the processor checks against CSL's own schema."""
    return CitationStylesStyle(BytesIO((resources.files(__package__) / f"{name}.csl").read_bytes()))
