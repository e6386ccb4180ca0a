"""`make engines`: the site as MkDocs builds it and as ProperDocs does, which could take its place, compared.

MkDocs ended in 2024. This shows each week that leaving it takes one variable. ARGS names another archive than
this one, by its folder; the two sites stay in build/engines/ to be looked at.
"""

from __future__ import annotations

import difflib
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.support.paths import ROOT

ENGINES = ("mkdocs", "properdocs")
"""The one that is used, and the other."""

ALLOWED = {
    "the name and version of the engine in a page's head": re.compile(
        rb'<meta name="generator" content="(mkdocs|ProperDocs |properdocs)[^"]*">'
    ),
}
"""What may differ: what it is, and how it looks."""


@dataclass(frozen=True)
class Comparison:
    """What two sites have in common, by path."""

    equal: int
    allowed: Counter[str]
    """What differs and may, with the number of files."""
    different: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        yield f"{self.equal} files are equal"
        for what, files in self.allowed.items():
            yield f"{files} more but for {what}"
        yield from self.different


def compared(one: Path, other: Path) -> Comparison:
    """Every file of two sites."""
    names = {path.relative_to(site) for site in (one, other) for path in site.rglob("*") if path.is_file()}
    equal, allowed, different = 0, Counter[str](), []
    for name in sorted(names):
        if not ((one / name).exists() and (other / name).exists()):
            different.append(
                f"{name}: only in {one.parent.name if (one / name).exists() else other.parent.name}"
            )
            continue
        first, second = (one / name).read_bytes(), (other / name).read_bytes()
        if first == second:
            equal += 1
            continue
        for what, pattern in ALLOWED.items():
            shorter = pattern.sub(b"", first), pattern.sub(b"", second)
            if shorter != (first, second):
                allowed[what] += 1
            first, second = shorter
        if first != second:
            different.append(f"{name}: {first_difference(first, second)}")
    return Comparison(equal, allowed, tuple(different))


def first_difference(one: bytes, other: bytes) -> str:
    """The first lines that are not the same, each cut."""
    lines = difflib.unified_diff(
        one.decode(errors="replace").splitlines(),
        other.decode(errors="replace").splitlines(),
        n=0,
        lineterm="",
    )
    changed = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
    return " | ".join(line.strip()[:200] for line in changed[:2]) or "line ends"


def build(archive: Path, folder: Path, engine: str) -> Path:
    """The site of an archive's records, made by an engine in a folder of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copytree(archive / "content", folder / "content")
    shutil.copy(archive / "mkdocs.yml", folder)
    command = [sys.executable, "-m", "generator", "--project", str(folder), "build", "--quiet"]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "PROCEEDINGS_ENGINE": engine}, check=True)
    return folder / "site"


def main(arguments: Sequence[str]) -> int:
    """0 if the engines make the same site, 1 if they do not."""
    archive = Path(arguments[0]) if arguments else ROOT
    sites = [build(archive, ROOT / "build" / "engines" / engine, engine) for engine in ENGINES]
    comparison = compared(*sites)
    print(f"{' and '.join(ENGINES)}:", *comparison.lines(), sep="\n  ")
    return int(bool(comparison.different))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
