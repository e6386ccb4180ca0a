"""Which capitals of a title have to stay, since BibTeX's and APA's styles write titles in small letters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.citations.proper_names import NO_NAMES, ProperNames

# Scripts without capitals, whose words follow a Latin one without a space: 'AI기본법' has the word 'AI'.
_NO_CAPITALS = (
    "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff"
)
_LETTER = rf"(?:[^\W_{_NO_CAPITALS}]|[\u0300-\u036f])"
_WORD = re.compile(rf"{_LETTER}+(?:['’]{_LETTER}+)*")
_BEGINS_A_SENTENCE = re.compile(r"""(?:[:.?!…]["'”’)\]]*\s+|["'“‘「『(\[<]\s*|\s[–—]+\s*)$""")
"""What stands before a word that begins a subtitle or a quotation, whose capital no style is sure to keep."""


@dataclass(frozen=True)
class Piece:
    """A part of a title, and whether it keeps its capitals."""

    text: str
    kept: bool


def title_pieces(title: str, names: ProperNames = NO_NAMES, *, as_name: bool = False) -> Iterator[Piece]:
    """The title in parts, of which those are kept that a style would spoil.

    Always kept: a word with a capital past its first letter (`EU's`, `eShelf`), with a capital and a digit
    (`5G`), a lone capital (`Plan B`), the words of a name that the records know, and the first word of a
    subtitle. In a title of small words a capital tells a name, so any other word with one is kept too; in
    one where most words have capitals it tells nothing of a word that the records' sentences write small,
    unless the title is a name itself, as a forum's is.
    The editors' own titles, in brackets, are of small words. The first word of all is left, since every style
    keeps its capital.
    """
    words = list(_WORD.finditer(title))
    named = names.places([word[0] for word in words])
    any_capital = as_name or title.startswith("[") or not _in_title_case([word[0] for word in words[1:]])
    done = 0
    for number, word in enumerate(words):
        is_name = any_capital or number == 0 or number in named or not names.is_common(word[0])
        if _spoilt(word, title, is_name):
            yield Piece(title[done : word.start()], kept=False)
            yield Piece(word[0], kept=True)
            done = word.end()
    yield Piece(title[done:], kept=False)


def _spoilt(word: re.Match[str], title: str, is_name: bool) -> bool:
    """Whether a style may change the word, and must not."""
    text = word[0]
    if any(map(_is_capital, text[1:])):
        return True
    if not _is_capital(text[0]):
        return False
    if any(letter.isdigit() for letter in text):
        return True
    if word.start() == 0:
        return False
    lone = len(text) == 1 and text != "A"
    return is_name or lone or bool(_BEGINS_A_SENTENCE.search(title[: word.start()]))


def _is_capital(letter: str) -> bool:
    return letter != letter.lower()


def _in_title_case(words: list[str]) -> bool:
    """Whether most of the longer words begin with a capital: three of them at least, and twice the others."""
    longer = [word for word in words if len(word) > 3 and not any(map(_is_capital, word[1:]))]
    capitals = sum(_is_capital(word[0]) for word in longer)
    return capitals >= 3 and capitals > 2 * (len(longer) - capitals)
