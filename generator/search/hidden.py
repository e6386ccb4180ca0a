"""Names that the search finds and nothing shows: the index has a hash of each, and not whose it is.

generator/theme/assets/search/hidden.js asks for them; tests/search/alike.json holds the cases that prove that
both hash alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import TypeAlias

from generator.corpus.hidden_names import LONGEST_HIDDEN, SHORTEST_HIDDEN
from generator.search.entries import Entry
from generator.search.folding import RUN, fold

HiddenFile: TypeAlias = Mapping[str, Sequence[int]]
"""Beginning of a name's hash → the entries of those who had it, covered by a later part of the hash."""


def hidden_file(entries: Sequence[Entry], salt: str) -> HiddenFile:
    """What is published of the hidden names of the entries, which are numbered from 1."""
    found: dict[str, list[int]] = {}
    for number, entry in enumerate(entries, 1):
        for key in dict.fromkeys(key for name in entry.hidden for key in hidden_keys(name)):
            beginning, mask = hash_of_name(salt, key)
            found.setdefault(beginning, []).append(number ^ mask)
    return dict(sorted(found.items()))


def hidden_keys(name: str) -> Sequence[str]:
    """A name's words in one, folded; those in Latin letters also with the last first, or the first last."""
    words = hidden_words(name)
    ways = [words]
    if len(words) > 1 and all(word.isascii() for word in words):
        ways += [[words[-1], *words[:-1]], [*words[1:], words[0]]]
    keys = dict.fromkeys("".join(way) for way in ways)
    return [key for key in keys if SHORTEST_HIDDEN <= len(key) <= LONGEST_HIDDEN]


def hidden_words(text: str) -> list[str]:
    """The words of a folded text without the marks within them."""
    return [word.translate(_MARKS) for word in RUN.findall(fold(text))]


_MARKS = str.maketrans("", "", "-'.,")


def hash_of_name(salt: str, key: str) -> tuple[str, int]:
    """The beginning of a name's salted hash, and the 32 bits behind it, which hide whose name it is."""
    digest = sha256(f"{salt}\n{key}".encode()).hexdigest()
    return digest[:16], int(digest[16:24], 16)
