"""Texts as TeX prints them again: what BibTeX and BibLaTeX share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.citations.capitals import title_pieces
from generator.citations.proper_names import ProperNames

# Readers of .bib count even a brace after a backslash, so each brace of a text becomes a command.
_ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    # In TeX's first encoding these print other characters.
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    **{mark: f"\\{mark}" for mark in "#$%&_"},
}
_ESCAPED = str.maketrans(_ESCAPES)
_LIGATURE = re.compile(r"([-'`,])(?=\1)|[?!](?=`)")
"""Characters that TeX joins with the next into a ligature: `--` is a dash, `''` a closing quote."""


def tex_text(text: str) -> str:
    """A text that no style changes."""
    return _LIGATURE.sub(r"\g<0>{}", text.translate(_ESCAPED))


def tex_title(text: str, names: ProperNames, *, as_name: bool = False) -> str:
    """A text that styles may write in small letters, but for the capitals in braces."""
    parts = title_pieces(text, names, as_name=as_name)
    return "".join(in_braces(tex_text(part.text)) if part.kept else tex_text(part.text) for part in parts)


def entry(kind: str, key: str, fields: Iterable[tuple[str, str]]) -> str:
    """An entry of a .bib file, a field a line, without the empty ones; the fields have their braces."""
    lines = "".join(f"  {name} = {value},\n" for name, value in fields if value.strip("{}"))
    return f"@{kind}{{{key},\n{lines}}}\n"


def in_braces(text: str) -> str:
    return f"{{{text}}}"
