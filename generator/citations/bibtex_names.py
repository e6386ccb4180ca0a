"""Names as BibTeX 0.99d prints them whole.

It reads bytes. Where a style shortens a name, it takes the first byte, which is no letter in Hangul or of an
`É`. So a letter with an accent is written as TeX makes it, and a name that has no such form stands in braces
as a whole. Styles with labels like [Hon24] cut even these; a command that prints nothing makes one letter
of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence

from generator.citations.csl import Name, begins_small, is_in_parts, whole_name
from generator.citations.tex import in_braces, tex_text

_ACCENTS = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u", "\u0307": ".",
    "\u0308": '"', "\u030a": "r", "\u030b": "H", "\u030c": "v", "\u0323": "d", "\u0327": "c", "\u0328": "k",
    "\u0331": "b",
}  # fmt: skip
"""A combining mark → TeX's command for it."""

_LETTERS = {
    "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L",
    "đ": "dj", "Đ": "DJ", "ð": "dh", "Ð": "DH", "þ": "th", "Þ": "TH", "ı": "i",
}  # fmt: skip
"""A letter → TeX's command for it."""

LONGEST_KEY, LONGEST_LABEL = 40, 230
"""Characters of a title, and bytes of names; BibTeX takes 250 bytes for a label."""

_INVISIBLE = r"\textcompwordmark"
"""Prints nothing; Zotero and JabRef read it as U+200C, which is not seen either.

What stands in braces after it is one letter to BibTeX, which sorts it by its own letters all the same.
"""


def bibtex_names(names: Sequence[Name]) -> str:
    """All names, with "and" between them."""
    if len(names) == 1:
        return _name(names[0], _uncut_alone)
    bytes_of_label = sum(len(f"{_INVISIBLE}{{}}{whole_name(name)}".encode()) for name in names[:4])
    return " and ".join(_name(name, _whole if bytes_of_label < LONGEST_LABEL else _hidden) for name in names)


def key_of(title: str) -> str:
    """What a work without authors is sorted and labelled by: its title, short enough for a label."""
    bare = title.replace("[", "").replace("]", "")
    if len(bare) > LONGEST_KEY:
        bare = f"{bare[:LONGEST_KEY].rpartition(' ')[0] or bare[:LONGEST_KEY]}…"
    return in_braces(_uncut_alone(tex_text(bare)))


def _name(name: Name, uncut: Callable[[str], str]) -> str:
    if is_in_parts(name):
        family, given = _in_ascii(name["family"]), _in_ascii(name["given"])
        if family.isascii() and given.isascii():
            return f"{in_braces(family) if begins_small(name['family']) else family}, {given}"
    return in_braces(uncut(tex_text(whole_name(name))))


def _in_ascii(text: str) -> str:
    """The text with TeX's commands for letters with accents, which BibTeX takes for one letter each.

    TeX prints `'` as the apostrophe that it is read for.
    """
    return "".join(map(_letter, unicodedata.normalize("NFC", text).replace("’", "'")))


def _letter(letter: str) -> str:
    if letter in _LETTERS:
        return f"{{\\{_LETTERS[letter]}}}"
    parts = unicodedata.normalize("NFD", letter)
    bare, marks = parts[0], parts[1:]
    if not marks or not bare.isascii() or not all(mark in _ACCENTS for mark in marks):
        return tex_text(letter)
    written = rf"\{bare}" if bare in "ij" else bare
    for mark in marks:
        command = _ACCENTS[mark]
        short = len(written) == 1 and not command.isalpha()
        written = rf"\{command}{written}" if short else rf"\{command}{{{written}}}"
    return in_braces(written)


def _uncut_alone(written: str) -> str:
    """Of one author alone a label has the first three bytes: they are to be whole letters and no command."""
    begin = written.encode()[:3]
    whole = b"\\" not in begin and begin.decode(errors="ignore").encode() == begin
    return written if whole else _as_one_letter(written)


def _whole(written: str) -> str:
    """Of several authors a label has the first letter each; here the whole name, if that is not ASCII."""
    return _as_one_letter(written) if _is_cut(written) else written


def _hidden(written: str) -> str:
    """Of several authors with long names a label has nothing that is not ASCII; the order suffers too."""
    return rf"{{{_INVISIBLE}}}{written}" if _is_cut(written) else written


def _as_one_letter(written: str) -> str:
    """What stands in braces and begins with a command is one letter to BibTeX."""
    return rf"{_INVISIBLE}{{}}{written}"


def _is_cut(written: str) -> bool:
    """Whether BibTeX takes half a letter for the first one."""
    first = re.search(r"[A-Za-z]|[^\x00-\x7f]|^\\", written)
    return first is not None and not first[0].isascii()
