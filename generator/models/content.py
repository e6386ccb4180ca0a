"""Everything that content/ holds, as typed values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.models import Language, Record, Site, Vocabulary
from generator.models.withdrawn import TakenOut


@dataclass(frozen=True)
class ProsePage:
    """A page that people wrote as Markdown: content/pages/NAME.LANGUAGE.md."""

    name: str
    language: Language
    title: str
    text: str
    path: str
    """The file, for "edit this page"."""
    written: str = ""
    """The text as the file has it, where values of site.yml stand in the place of `{desk}` and the like."""


@dataclass(frozen=True)
class Content:
    """Everything that content/ holds, typed, before the rules check records against each other."""

    site: Site
    vocabulary: Vocabulary
    records: Mapping[str, Mapping[str, Record]]
    """Folder → id → record, in the order of the ids."""
    pages: tuple[ProsePage, ...] = ()
    files: frozenset[str] = frozenset()
    """Paths of the files below content/files/, from there."""
    unread: frozenset[tuple[str, str]] = frozenset()
    """Folder and id of the records and pages that exist but are invalid."""
    withdrawn: tuple[TakenOut, ...] = ()
    """What content/withdrawn.yml lists."""
    digests: Mapping[tuple[str, str], bytes] = field(default_factory=dict)
    """Folder and id of each record → the digest of its file."""
