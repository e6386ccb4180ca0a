"""What hosts of static files take: how many files, how large ones, how much in all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.parsing.messages import Message, message

MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Of a host; None where it has none, or says none."""

    files: int | None = None
    bytes_in_file: int | None = None
    bytes_in_all: int | None = None


LIMITS: Mapping[str, Limits] = {
    "cloudflare": Limits(files=20_000, bytes_in_file=25 * MIB),
    "forgejo": Limits(),
    "github": Limits(bytes_in_all=1024 * MIB),
    "gitlab": Limits(),
    "netlify": Limits(),
    "nginx": Limits(),
}
"""developers.cloudflare.com/pages/platform/limits (without a paid plan),
docs.github.com/pages/getting-started-with-github-pages/github-pages-limits. Of a GitLab or a Forgejo decides
who runs it."""


def beyond_limits(folder: Path, host: str) -> Iterator[Message]:
    """Why the host would not take the site in the folder."""
    limits = LIMITS[host]
    sizes = {path.relative_to(folder): path.stat().st_size for path in folder.rglob("*") if path.is_file()}
    if limits.files is not None and len(sizes) > limits.files:
        yield message("host.files", host=host, files=len(sizes), most=limits.files)
    if limits.bytes_in_all is not None and sum(sizes.values()) > limits.bytes_in_all:
        has, most = sum(sizes.values()) // MIB, limits.bytes_in_all // MIB
        yield message("host.size", host=host, size=has, most=most)
    for path, size in sorted(sizes.items()):
        if limits.bytes_in_file is not None and size > limits.bytes_in_file:
            most = limits.bytes_in_file // MIB
            yield message("host.file", host=host, file=path.as_posix(), size=-(-size // MIB), most=most)
