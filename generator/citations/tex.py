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


_IN_DOUBLE = re.compile(r'"(?=\S)([^"]*)(?<=\S)"')
_NO_HANGUL = r"[^\W가-힣]"
_IN_SINGLE = re.compile(
    rf"(?<!\w)'(?=\S)((?:[^']|(?<={_NO_HANGUL})'(?={_NO_HANGUL}))*)(?<=\S)'(?!{_NO_HANGUL})"
)
"""What stands between two straight quotes, with apostrophes in it; a Korean particle may follow."""


def tex_text(text: str) -> str:
    """A text that no style changes."""
    return _LIGATURE.sub(r"\g<0>{}", _quoted(text).translate(_ESCAPED))


def _quoted(text: str) -> str:
    """The text with curly quotes.

    TeX prints straight ones as closing quotes, before a quotation too; and Babel's German takes a straight
    one and the vowel after it for an umlaut.
    """
    return _IN_SINGLE.sub(r"‘\1’", _IN_DOUBLE.sub(r"“\1”", text)).replace('"', "”")


def tex_title(text: str, names: ProperNames, *, as_name: bool = False) -> str:
    """A text that styles may write in small letters, but for the capitals in braces."""
    parts = title_pieces(_quoted(text), names, as_name=as_name)
    return "".join(in_braces(tex_text(part.text)) if part.kept else tex_text(part.text) for part in parts)


def entry(kind: str, key: str, fields: Iterable[tuple[str, str]]) -> str:
    """An entry of a .bib file, a field a line, without the empty ones; the fields have their braces."""
    lines = "".join(f"  {name} = {value},\n" for name, value in fields if value.strip("{}"))
    return f"@{kind}{{{key},\n{lines}}}\n"


def in_braces(text: str) -> str:
    return f"{{{text}}}"
