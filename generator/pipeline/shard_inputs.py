"""What shards have to have in common: each machine works in a checkout of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from hashlib import blake2b, file_digest
from pathlib import Path

from generator.engine.environment import SETTINGS_FILE
from generator.output.program_digest import whole_program_digest
from generator.parsing.messages import Message, message, verbatim
from generator.pipeline.address import ADDRESS, address_asked_for
from generator.pipeline.engine_keys import own_templates
from generator.pipeline.options import BuildOptions
from generator.pipeline.today import CLOCK, today


@dataclass(frozen=True)
class ShardInputs:
    """Everything that decides what a site is made of; times of files do not, which a checkout sets anew."""

    records: str
    """The hash of content/, mkdocs.yml and the archive's own templates."""
    program: str
    day: str
    address: str
    """What the variable ADDRESS says; empty if it is not set."""
    strict: bool
    without: tuple[str, ...]

    def differences(self, others: ShardInputs) -> Iterator[tuple[str, Message]]:
        """What is not the same in a shard (`others`) as here, and how to mend that."""
        ours, theirs = asdict(self), asdict(others)
        for name in ours:
            if ours[name] != theirs[name]:
                yield name, _told(name, theirs[name], ours[name])


def shard_inputs(root: Path, options: BuildOptions) -> ShardInputs:
    return ShardInputs(
        digest_of_files(root),
        whole_program_digest(),
        today().isoformat(),
        address_asked_for(os.environ) or "",
        options.strict,
        tuple(sorted(options.without)),
    )


def digest_of_files(root: Path) -> str:
    """The hash of the names and of all bytes of the files that belong to an archive."""
    digest = blake2b(digest_size=16)
    for path in _files(root):
        digest.update(
            f"{path.relative_to(root).as_posix()} {_digest_of(path)}\n".encode(errors="surrogateescape")
        )
    return digest.hexdigest()


def _files(root: Path) -> Iterator[Path]:
    yield root / SETTINGS_FILE
    if (root / SETTINGS_FILE).is_file():
        yield from own_templates(root)
    for parent, folders, names in os.walk(root / "content"):
        folders.sort()
        yield from (Path(parent) / name for name in sorted(names))


def _digest_of(path: Path) -> str:
    """A link and a missing file have none; the check of the records says what is wrong with them."""
    if path.is_symlink() or not path.is_file():
        return "-"
    with path.open("rb") as file:
        return file_digest(file, "blake2b").hexdigest()


def _told(name: str, theirs: object, ours: object) -> Message:
    match name:
        case "day":
            return message("shards.day", theirs=str(theirs), ours=str(ours), variable=CLOCK)
        case "address":
            return message("shards.address", theirs=_named(theirs), ours=_named(ours), variable=ADDRESS)
        case "strict":
            return message("shards.strict_here") if ours else message("shards.strict_there")
        case "without":
            return message("shards.without", theirs=_listed(theirs), ours=_listed(ours))
        case "program":
            return message("shards.program")
    return message("shards.records")


def _named(address: object) -> Message:
    return verbatim(str(address)) if address else message("shards.no_address")


def _listed(parts: object) -> Message:
    names = ",".join(parts) if isinstance(parts, (tuple, list)) else ""
    return verbatim(f"--without {names}") if names else message("shards.without_nothing")
