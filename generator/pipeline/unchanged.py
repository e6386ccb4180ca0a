"""Whether a build has anything to do: it would make the same site of the same files.

Each build waits for what this module imports; the rest of the program is loaded when there is work for it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from generator.output.file_state import state_of
from generator.output.program_digest import whole_program_digest
from generator.output.publishing import HOLDER
from generator.pipeline.cache import cache_of_site
from generator.pipeline.today import today

PUBLISHED = "published"
"""The kind and the key of what is kept."""

READ_WHOLE = (".yml", ".md")
"""The endings of files that are read; of others, which may be large, size and time are looked at."""

BELONGING = ("PROCEEDINGS_", "SOURCE_DATE_EPOCH")
"""How the environment variables begin that a build goes by."""


@dataclass(frozen=True)
class Published:
    """A site as a build left it."""

    pages: int
    address: str


def inputs_of(root: Path, options: str) -> str:
    """The hash of everything that a build goes by: content/, settings, options, this program, and the day."""
    digest = blake2b(whole_program_digest().encode(), digest_size=16)
    for part in (options, today().isoformat(), *_variables(), *_files(root)):
        digest.update(f"{part}\n".encode(errors="surrogateescape"))
    return digest.hexdigest()


def _variables() -> Iterator[str]:
    yield from (f"{name}={value}" for name, value in sorted(os.environ.items()) if name.startswith(BELONGING))


def _files(root: Path) -> Iterator[str]:
    paths = [root / "mkdocs.yml"]
    for parent, folders, names in os.walk(root / "content"):
        folders.sort()
        paths += (Path(parent) / name for name in sorted(names))
    for path in paths:
        if path.suffix in READ_WHOLE and path.is_file():
            yield f"{path.relative_to(root)} {blake2b(path.read_bytes()).hexdigest()}"
        else:
            yield f"{path.relative_to(root)} {path.is_symlink()} {state_of(path)}"


def published_already(root: Path, options: str) -> Published | None:
    """The site, if a build with these options would make it again and it is as that build left it.

    Not while another build is at work, or after one that was killed: it has left things to clear up.
    """
    if (root / "build" / HOLDER).exists():
        return None
    try:
        noted = json.loads(cache_of_site(root / "build").kept.read(PUBLISHED)[PUBLISHED])
        if noted["inputs"] != inputs_of(root, options) or noted["site"] != states_in(root / "site"):
            return None
        return Published(noted["pages"], noted["address"])
    except (OSError, KeyError, ValueError):
        return None


def note_published(root: Path, inputs: str, published: Published) -> None:
    """For the next build; `inputs` as they were when this one began."""
    noted = {
        "inputs": inputs,
        "pages": published.pages,
        "address": published.address,
        "site": states_in(root / "site"),
    }
    cache_of_site(root / "build").kept.write(PUBLISHED, {PUBLISHED: json.dumps(noted).encode()})


def states_in(site: Path) -> Mapping[str, list[int]]:
    """Each file below the folder with its size and time."""
    found = {}
    for parent, _, names in os.walk(site):
        for name in names:
            path = os.path.join(parent, name)  # noqa: PTH118 - a Path for each takes three times as long
            status = os.lstat(path)
            found[path[len(str(site)) :]] = [status.st_size, status.st_mtime_ns]
    return found
