"""One of the shares into which a large archive is divided among machines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b

from generator.parsing.messages import Refused, message

WRITTEN = re.compile(r"([1-9][0-9]{0,3})/([1-9][0-9]{0,3})", re.ASCII)
"""No archive is worth ten thousand machines."""


@dataclass(frozen=True)
class Shard:
    """The share of one machine: the first of four is number 1 of 4."""

    number: int
    of: int

    def __str__(self) -> str:
        return f"{self.number}/{self.of}"

    @property
    def folder(self) -> str:
        """What the folder of its product is called."""
        return f"{self.number}-of-{self.of}"

    def has(self, key: str) -> bool:
        """Whether something falls to it. Another one that is added or goes moves nothing."""
        digest = blake2b(key.encode(), digest_size=8).digest()
        return int.from_bytes(digest) % self.of + 1 == self.number

    def has_nth(self, index: int) -> bool:
        """Whether one of a few things falls to it, of which each takes long; the first is 0."""
        return index % self.of + 1 == self.number


def shard_written(text: str) -> Shard:
    """`1/4`; raises Refused."""
    found = WRITTEN.fullmatch(text)
    if not found or int(found[1]) > int(found[2]):
        raise Refused(message("usage.shard", value=text))
    return Shard(int(found[1]), int(found[2]))
