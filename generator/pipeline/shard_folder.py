"""The product of a shard: a folder of files that one machine writes and another one takes over.

manifest.json    what it is a shard of, and the sum of every other file
kept.sqlite      what is kept of its pages: by what keys they are found, and what verification found
docs/            Markdown of its pages and the files beside them, as in build/docs/
html/            HTML of its pages, as in build/cache/site/html/
typst/           its volumes and cards, as in build/cache/typst/
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

from generator.output.atomic_write import replace_file
from generator.output.file_state import WrittenFile, digest_of_bytes
from generator.output.generated_folder import check_paths
from generator.output.kept import Kept
from generator.parsing.messages import Message, message
from generator.pipeline.html_files import HTML, noted_html
from generator.pipeline.page_file import OF_RECORDS, noted_pages
from generator.pipeline.page_maker import folders_in
from generator.pipeline.record_files import OF_MANY
from generator.pipeline.shard import Shard
from generator.pipeline.shard_inputs import ShardInputs
from generator.pipeline.stage import fill_stage

SHARD_FORMAT = 1
"""Rises when a program could no longer read what another version of it has written."""
MANIFEST, KEPT = "manifest.json", "kept.sqlite"
DOCS, HTML_FOLDER, TYPST = FOLDERS = "docs", "html", "typst"
"""The folders of a shard."""
FILES_AT_ONCE = 64
"""Files that a thread looks at before it is given others."""


@dataclass(frozen=True)
class Manifest:
    """What a shard says of itself."""

    shard: Shard
    inputs: ShardInputs
    pages: int
    """In both languages together."""
    sums: Mapping[str, str]
    """Path of each file in the folder → the digest of its bytes."""


@dataclass(frozen=True)
class ShardFolder:
    """A shard that was read."""

    folder: Path
    manifest: Manifest

    @property
    def kept(self) -> Kept:
        return Kept(self.folder / KEPT)


class Unreadable(Exception):
    """What calls itself a shard cannot be read; the message says why."""

    def __init__(self, reason: Message) -> None:
        super().__init__(str(reason))
        self.reason = reason


def fill_shard(
    folder: Path, manifest: Manifest, files: Mapping[str, Path], kept: Mapping[str, Mapping[str, bytes]]
) -> None:
    """The product of a shard, in an empty folder; the sums are added to its manifest.

    `files`: path in the folder → the file that was made.
    """
    fill_stage(folder, files)
    store = Kept(folder / KEPT)
    for kind, values in kept.items():
        store.write(kind, values)
    names = [*files, KEPT]
    sums = dict(zip(names, sums_of(folder, names), strict=True))
    replace_file(folder / MANIFEST, manifest_text(replace(manifest, sums=sums)))


def manifest_text(manifest: Manifest) -> bytes:
    """The manifest as JSON, with a sum of itself."""
    told: dict[str, Any] = {
        "format": SHARD_FORMAT,
        "shard": [manifest.shard.number, manifest.shard.of],
        "inputs": asdict(manifest.inputs),
        "pages": manifest.pages,
        "files": dict(sorted(manifest.sums.items())),
    }
    return json.dumps({**told, "sum": sum_of(told)}, ensure_ascii=False, indent=0).encode()


def sum_of(told: Mapping[str, Any]) -> str:
    return blake2b(json.dumps(told, sort_keys=True).encode(), digest_size=16).hexdigest()


def read_manifest(folder: Path) -> Manifest:
    """Raises Unreadable for a manifest that is damaged or of another format."""
    try:
        told = json.loads((folder / MANIFEST).read_bytes())
        if told["format"] != SHARD_FORMAT:
            reason = message("shards.format", theirs=str(told["format"]), ours=SHARD_FORMAT)
            raise Unreadable(message("shards.at", folder=str(folder), reason=reason))
        if told.pop("sum") != sum_of(told):
            raise ValueError
        inputs = ShardInputs(**{**told["inputs"], "without": tuple(told["inputs"]["without"])})
        check_paths(told["files"])
        return Manifest(Shard(*told["shard"]), inputs, told["pages"], told["files"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        reason = message("shards.damaged", n=1, file=MANIFEST)
        raise Unreadable(message("shards.at", folder=str(folder), reason=reason)) from None


def noted_files(kept: Kept) -> Iterator[tuple[str, WrittenFile]]:
    """Path in the shard → each file that is noted in what it keeps, as it was written.

    Raises ValueError, KeyError or TypeError for notes that no program of ours has written.
    """
    folders = {name: folder.name for name, folder in folders_in(Path(DOCS)).items()}
    for value in (*kept.read(OF_RECORDS).values(), *kept.read(OF_MANY).values()):
        for name, pages in noted_pages(json.loads(value)).items():
            yield from ((f"{DOCS}/{folders[name]}/{page.path}", page.file) for page in pages)
    for value in kept.read(HTML).values():
        yield from ((f"{HTML_FOLDER}/{path}", file) for path, file in noted_html(json.loads(value)).items())


def wrong_files(shard: ShardFolder, jobs: int) -> Iterator[Message]:
    """What does not lie in the folder as it was written there."""
    listed = shard.manifest.sums
    there = {*files_in(shard.folder)}
    if missing := sorted(listed.keys() - there):
        yield message("shards.missing_files", n=len(missing), file=missing[0])
    unlisted = there - listed.keys()
    strange = {name for name in listed if name != KEPT and name.partition("/")[0] not in FOLDERS}
    if surplus := sorted((unlisted | strange) - {MANIFEST}):
        yield message("shards.surplus_files", n=len(surplus), file=surplus[0])
    names = sorted(listed.keys() & there)
    sums = zip(names, sums_of(shard.folder, names, jobs), strict=True)
    if damaged := [name for name, found in sums if found != listed[name]]:
        yield message("shards.damaged", n=len(damaged), file=damaged[0])


def files_in(folder: Path) -> Iterator[str]:
    """The path of every file; a link counts as one that nobody listed, as what stands for a missing file."""
    for parent, folders, names in os.walk(folder):
        here = Path(parent)
        for name in (*names, *(one for one in folders if (here / one).is_symlink())):
            path = (here / name).relative_to(folder).as_posix()
            yield f"{path} →" if (here / name).is_symlink() else path


def sums_of(folder: Path, names: list[str], jobs: int = 1) -> list[str]:
    def sum_of_file(name: str) -> str:
        return digest_of_bytes((folder / name).read_bytes())

    with ThreadPoolExecutor(jobs) as threads:
        return list(threads.map(sum_of_file, names, chunksize=FILES_AT_ONCE))
