"""What an earlier build found out about a page holds while the page and what it leads to are the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import astuple
from hashlib import blake2b
from pathlib import Path
from typing import Any

from generator.output.file_state import FileState, WrittenFile, written_file
from generator.output.verify.resolve import BuiltSite
from generator.output.verify.summary import Summary

_NAME = 8
"""Bytes that stand for a file's path."""


class KeptSummaries:
    """Summaries of pages without faults; a build with faults publishes nothing and is done anew."""

    def __init__(self, kept: Mapping[str, bytes], settings: str) -> None:
        """`kept`: the `values` of an earlier build. `settings`: what else decides whether a page is right."""
        self._kept = kept
        self._settings = settings
        self.values: dict[str, bytes] = {}
        """What the next build is to be given."""

    def find(self, folder: Path, site: BuiltSite, pages: Iterable[str]) -> dict[str, Summary]:
        """Path → summary of those pages that are as they were, and lead to what they led to."""
        if not self._kept:
            return {}
        there = frozenset(map(_name_of, site.files))
        found: dict[str, Summary] = {}
        for page in pages:
            value = self._kept.get(page)
            if value is None:
                continue
            noted = json.loads(value)
            if self._is_of(noted, folder / page) and _holds(noted, there):
                links = frozenset(map(tuple, noted["links"]))
                found[page] = Summary(page, [], frozenset(noted["anchors"]), links)
                self.values[page] = value
        return found

    def still_hold(self, folder: Path, pages: Iterable[str]) -> set[str]:
        """Those pages that are as they were; what they lead to is looked for where the whole site is."""
        found = {
            page: self._kept[page]
            for page in pages
            if page in self._kept and self._is_of(json.loads(self._kept[page]), folder / page)
        }
        self.values.update(found)
        return {*found}

    def add(self, folder: Path, summaries: Iterable[Summary]) -> None:
        """What was found out now."""
        for summary in summaries:
            if not summary.faults:
                file = written_file(folder / summary.path)
                noted = {
                    "settings": self._settings,
                    "file": [*astuple(file.state), file.digest],
                    "anchors": sorted(summary.anchors),
                    "links": sorted(summary.links),
                    "there": _names(summary.there),
                    "missing": _names(summary.missing),
                }
                self.values[summary.path] = json.dumps(noted, ensure_ascii=False).encode()

    def _is_of(self, noted: Mapping[str, Any], path: Path) -> bool:
        """Whether it was found out about the file as it lies there."""
        if noted.get("settings") != self._settings:
            return False
        *state, digest = noted["file"]
        return WrittenFile(FileState(*state), digest).is_whole(path)


def _name_of(file: str) -> bytes:
    """A few bytes that stand for a path: a page asks for sixty of them."""
    return blake2b(file.encode(errors="surrogateescape"), digest_size=_NAME).digest()


def _names(files: Iterable[str]) -> str:
    return b"".join(sorted(map(_name_of, files))).hex()


def _holds(noted: Mapping[str, str], there: frozenset[bytes]) -> bool:
    """Whether the site has all files that were there, and none of those that were missing."""
    return there.issuperset(_parts(noted["there"])) and there.isdisjoint(_parts(noted["missing"]))


def _parts(names: str) -> Iterable[bytes]:
    joined = bytes.fromhex(names)
    return (joined[at : at + _NAME] for at in range(0, len(joined), _NAME))
