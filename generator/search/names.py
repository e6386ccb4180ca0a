"""Names of the index's files: each is called by what it holds, so that hosts and browsers keep what stayed.

Nothing in a name depends on case: some file systems take two that differ in case alone for one.
"""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from generator.search.entries import Entry

NAME_LENGTH = 8
"""The characters of a name: 40 bits, of at most a few thousand names."""

BLOCK = 8
"""Entries whose texts share a file."""

GROUP = 64
"""About so many entries share a folder of such files, which is called by what they all hold."""

COUNT_LENGTH = 2
"""The characters of a group's number of entries."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def content_name(content: bytes) -> str:
    """The beginning of the content's hash."""
    return b32encode(sha256(content).digest()[:5]).decode().lower()


def groups_of(entries: Iterable[Entry]) -> Iterator[Sequence[Entry]]:
    """The entries in groups, which end where an entry's address says so: an added one moves no others."""
    group: list[Entry] = []
    for entry in entries:
        group.append(entry)
        if len(group) == 2 * GROUP or sha256(entry.path.encode()).digest()[0] % GROUP == 0:
            yield group
            group = []
    if group:
        yield group


def group_listed(name: str, count: int) -> str:
    """A group in the list of them: its name and its number of entries, in two digits of base 36."""
    return f"{name}{_DIGITS[count // 36]}{_DIGITS[count % 36]}"
