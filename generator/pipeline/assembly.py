"""`assemble DIR…`: the shards that several machines made become one site."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.corpus.corpus import Corpus
from generator.output.atomic_write import UNFINISHED
from generator.output.generated_folder import remove_links
from generator.output.publishing import build_lock
from generator.pipeline.cache import cache_of_site
from generator.pipeline.html_files import HTML
from generator.pipeline.options import BuildOptions
from generator.pipeline.page_file import OF_RECORDS, questions_of
from generator.pipeline.page_maker import folders_in
from generator.pipeline.progress import Steps
from generator.pipeline.record_files import OF_MANY, VERBS
from generator.pipeline.shard_checks import refuse_incomplete, sound_shards
from generator.pipeline.shard_folder import DOCS, HTML_FOLDER, KEPT, TYPST, ShardFolder, noted_files
from generator.pipeline.shard_inputs import shard_inputs
from generator.pipeline.site import RECORDS, VERIFIED, Built, build_under_lock
from generator.pipeline.stage import share
from generator.pipeline.unchanged import inputs_of
from generator.pipeline.volumes_and_cards import typeset_folder

TAKEN = (questions_of(OF_RECORDS), OF_RECORDS, questions_of(OF_MANY), OF_MANY, HTML, VERIFIED, VERBS)
"""The kinds of what is kept that are taken over once it is known that the shards are complete."""


@dataclass(frozen=True)
class Assembled:
    """The result of an assembly."""

    built: Built
    shards: int


def assemble(root: Path, steps: Steps, options: BuildOptions, folders: Sequence[Path]) -> Assembled:
    """Takes over what the shards hold, then builds: what depends on everything else is made here.

    Each of the folders is a shard or holds some. Raises ShardsUnfit before anything is changed, and what a
    build raises.
    """
    started, inputs = time.monotonic(), inputs_of(root, options.decide)
    with build_lock(root / "build", steps.say):
        shards = sound_shards(folders, shard_inputs(root, options), steps, options.jobs)
        store = cache_of_site(root / "build").kept
        for one in shards:
            store.add(RECORDS, one.kept.read(RECORDS))
        take = partial(take_over_shards, root, shards)
        return Assembled(build_under_lock(root, steps, options, inputs, started, take), len(shards))


def take_over_shards(root: Path, shards: Sequence[ShardFolder], corpus: Corpus) -> None:
    """All files of the shards lie afterwards where a build finds them; raises ShardsUnfit before."""
    refuse_incomplete(corpus, frozenset(key for one in shards for key in one.kept.read(OF_RECORDS)))
    cache = cache_of_site(root / "build")
    docs = root / "build" / "docs"
    for folder in (cache.html, *folders_in(docs).values()):
        folder.mkdir(parents=True, exist_ok=True)
        remove_links(folder)
    for one in shards:
        take_files(one, {DOCS: docs, HTML_FOLDER: cache.html, TYPST: typeset_folder(root)})
        for kind in TAKEN:
            cache.kept.add(kind, one.kept.read(kind))


def take_files(shard: ShardFolder, folders: dict[str, Path]) -> None:
    """Each file is put in its place in one step, as a link, with the time that it had when it was noted."""
    for path in shard.manifest.sums:
        if path != KEPT:
            top, _, name = path.partition("/")
            put(shard.folder / path, folders[top] / name)
    for path, file in noted_files(shard.kept):
        top, _, name = path.partition("/")
        # Where a file system cannot have that time, a build looks at the bytes.
        with suppress(OSError, OverflowError):
            os.utime(folders[top] / name, ns=(file.state.modified, file.state.modified))


def put(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(UNFINISHED)
    unfinished.unlink(missing_ok=True)
    try:
        share(file, unfinished)
        unfinished.replace(target)
    finally:  # It is there still if both were links to one file.
        unfinished.unlink(missing_ok=True)
