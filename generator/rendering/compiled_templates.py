"""Templates as Jinja compiles them: once in a process, and not again if an earlier build has kept them.

To compile all of them takes as long as to render a thousand pages.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import CodeType
from typing import ClassVar

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class CompiledTemplates(BytecodeCache):
    """The templates of a folder, by their text: the other language's are the same."""

    _kept: ClassVar[Mapping[str, bytes]] = {}
    _known: ClassVar[dict[str, bytes]] = {}

    def __init__(self, folder: str) -> None:
        """`folder` is any name that tells its templates from those of others."""
        self._folder = folder
        self._codes: dict[tuple[str, str], CodeType] = {}

    @classmethod
    def take_over(cls, kept: Mapping[str, bytes]) -> None:
        """What `known` returned in another process; nobody may have changed it."""
        cls._kept = kept

    @classmethod
    def known(cls) -> dict[str, bytes]:
        """All templates that this process has asked for so far."""
        return cls._known

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - as Jinja asks
        """Wherever the program lies."""
        return f"{self._folder}/{name}"

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))
        if not bucket.code and bucket.key in self._kept:
            bucket.bytecode_from_string(self._kept[bucket.key])  # which takes it if the text is the same
            self.dump_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code:
            self._codes[bucket.key, bucket.checksum] = bucket.code
            self._known[bucket.key] = bucket.bytecode_to_string()
