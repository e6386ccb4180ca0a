"""Whether shards fit together: whole, of the same inputs, each there once, no page in two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.corpus.corpus import Corpus
from generator.parsing.messages import Message, message
from generator.pipeline.progress import Steps
from generator.pipeline.refusals import NotPublished
from generator.pipeline.shard_folder import (
    DOCS,
    HTML_FOLDER,
    KEPT,
    MANIFEST,
    ShardFolder,
    Unreadable,
    noted_files,
    read_manifest,
    wrong_files,
)
from generator.pipeline.shard_inputs import ShardInputs

BEFORE = ".previous-build"
"""How a folder's name ends that a kill has left between two renames."""
TOLD = 20
"""Records that are named; of others it is told how many there are."""


class ShardsUnfit(NotPublished):
    """The shards make no site together."""


def sound_shards(
    folders: Sequence[Path], inputs: ShardInputs, steps: Steps, jobs: int
) -> Sequence[ShardFolder]:
    """The shards in the folders, each of which is one or holds some; raises ShardsUnfit.

    `inputs`: what the site is made of here.
    """
    shards: list[ShardFolder] = []
    wrong: list[Message] = []
    for folder in candidates(folders):
        if not (folder / MANIFEST).is_file():
            wrong.append(at(folder, message("shards.none_here")))
            continue
        try:
            shards.append(ShardFolder(folder, read_manifest(folder)))
        except Unreadable as unreadable:
            wrong.append(unreadable.reason)
    wrong += [*wrong_numbers(shards, unread=len(wrong))]
    for one in shards:
        differences = inputs.differences(one.manifest.inputs)
        wrong += (at(one.folder, reason) for _, reason in differences)
    with steps.step(message("steps.shards"), len(shards)) as advance:
        for done, one in enumerate(shards, 1):
            wrong += (at(one.folder, reason) for reason in (*wrong_files(one, jobs), *wrong_notes(one)))
            advance(done)
    wrong += same_pages(shards)
    if wrong:
        raise ShardsUnfit(wrong)
    return shards


def at(folder: Path, reason: Message) -> Message:
    return message("shards.at", folder=str(folder), reason=reason)


def candidates(folders: Sequence[Path]) -> Iterator[Path]:
    """The folders that are to be shards: those that were named, or those in them."""
    for folder in dict.fromkeys(folders):
        within = sorted(one for one in folder.iterdir() if one.is_dir() and not one.name.endswith(BEFORE))
        if (folder / MANIFEST).is_file() or not any((one / MANIFEST).is_file() for one in within):
            yield folder
        else:
            yield from within


def wrong_numbers(shards: Sequence[ShardFolder], unread: int) -> Iterator[Message]:
    """All are of as many, and each of these is there once. Of those that cannot be read nobody knows."""
    if not shards:
        return
    first = shards[0]
    of = first.manifest.shard.of
    there: Mapping[int, list[ShardFolder]] = defaultdict(list)
    for one in shards:
        shard = one.manifest.shard
        if shard.of == of:
            there[shard.number].append(one)
        else:
            other, ours = str(first.folder), str(first.manifest.shard)
            reason = message("shards.other_number", theirs=str(shard), other=other, ours=ours)
            yield at(one.folder, reason)
    for number in range(1, of + 1):
        if number in there:
            yield from (
                at(
                    again.folder,
                    message("shards.twice", shard=f"{number}/{of}", other=str(there[number][0].folder)),
                )
                for again in there[number][1:]
            )
        elif not unread:
            yield message("shards.lacking", shard=f"{number}/{of}")


def wrong_notes(shard: ShardFolder) -> Iterator[Message]:
    """What is kept tells of files of this shard alone, as they lie in it."""
    sums = shard.manifest.sums
    try:
        is_right = all(sums.get(path) == file.digest for path, file in noted_files(shard.kept))
    except (ValueError, KeyError, TypeError, AttributeError):
        is_right = False
    if not is_right:
        yield message("shards.damaged", n=1, file=KEPT)


def same_pages(shards: Sequence[ShardFolder]) -> Iterator[Message]:
    """No page is in two shards; of each two that share some, one is named."""
    owners: dict[str, ShardFolder] = {}
    told: set[tuple[Path, Path]] = set()
    for one in shards:
        for path in one.manifest.sums:
            if path.startswith((f"{DOCS}/", f"{HTML_FOLDER}/")):
                owner = owners.setdefault(path, one)
                pair = (owner.folder, one.folder)
                if owner is not one and owner.manifest.shard != one.manifest.shard and pair not in told:
                    told.add(pair)
                    yield at(one.folder, message("shards.same_page", file=path, other=str(owner.folder)))


def refuse_incomplete(corpus: Corpus, made: frozenset[str]) -> None:
    """Every record has its pages in one of the shards; raises ShardsUnfit.

    `made`: folder and id of the records of which there are pages.
    """
    missing = [one.path for one in corpus.records if f"{one.folder}/{one.id}" not in made]
    wrong = [message("shards.no_pages", record=record) for record in missing[:TOLD]]
    if len(missing) > TOLD:
        wrong.append(message("shards.more_without", n=len(missing) - TOLD))
    if wrong:
        raise ShardsUnfit(wrong)
