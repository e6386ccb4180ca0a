"""The wheel, installed from a wheelhouse into an empty environment outside of any clone.

The packages that it needs come from the registry or pip's cache, as in `make site`; then no network is asked.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.supply import wheelhouse
from tests.supply.locks import pinned
from tests.support.paths import ROOT
from tests.support.running import PATIENCE

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
AWKWARD = "우리 자료집 (시험)"
"""A folder's name with spaces and Hangul."""


def run(command: list[str | Path], folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """A command in a folder, on a machine that says nothing of languages or encodings: LANG=C."""
    environment = {"PATH": os.defpath, "HOME": str(folder), "LANG": "C", **variables}
    if sys.platform == "win32":
        environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    return subprocess.run(
        command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
        encoding="utf-8", check=False, timeout=PATIENCE,
    )  # fmt: skip


@dataclass(frozen=True)
class Installed:
    """What a wheelhouse's `build.py` made in a folder with an awkward name: an environment and an archive."""

    folder: Path
    said: str

    @property
    def programs(self) -> Path:
        return self.folder / ".venv" / ("Scripts" if os.name == "nt" else "bin")

    @property
    def archive(self) -> Path:
        return self.folder / "archive"

    def proceedings(self, *arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
        """The command as it is installed, called from a folder."""
        return run([self.programs / "proceedings", *arguments], folder)

    def mkdocs(self, *arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
        return run([self.programs / "mkdocs", *arguments], folder, NO_MKDOCS_2_WARNING="1")


def make_wheel(folder: Path) -> Path:
    """Our wheel, built with what the lock pins."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=True, timeout=PATIENCE)
    (wheel,) = folder.glob("forum_proceedings-*.whl")
    return wheel


def make_wheelhouse(folder: Path, project: Path) -> None:
    """`make wheelhouse` for another project, without the packages of extras, which are most of it."""
    wheels = folder / wheelhouse.WHEELS
    wheels.mkdir(parents=True)
    needed = needed_by(PROJECT["dependencies"])
    lines = [line for line in pinned(ROOT / "requirements/site.txt") if line.partition("==")[0] in needed]
    lock = folder.with_name("plain.txt")
    lock.write_text("\n".join(lines), encoding="utf-8")
    download = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
    ]
    pins = ["--require-hashes", "--only-binary", ":all:", "--dest", str(wheels), "--requirement", str(lock)]
    subprocess.run([*download, *pins], check=True, timeout=PATIENCE)
    make_wheel(wheels)
    wheelhouse.fill(folder, project)


def needed_by(requirements: Iterable[str]) -> frozenset[str]:
    """The names of all packages that requirements lead to, on this machine."""
    found: set[str] = set()
    waiting = list(requirements)
    while waiting:
        one = Requirement(waiting.pop())
        name = canonicalize_name(one.name)
        if name not in found and (one.marker is None or one.marker.evaluate({"extra": ""})):
            found.add(name)
            waiting += metadata.requires(one.name) or ()
    return frozenset(found)


def install(folder: Path, project: Path) -> Installed:
    """A wheelhouse in the folder, and what its program makes of it."""
    make_wheelhouse(folder / "wheelhouse", project)
    target = folder / AWKWARD
    done = run([sys.executable, folder / "wheelhouse" / "build.py", target], folder)
    (folder / "said.txt").write_text(done.stdout + done.stderr, encoding="utf-8")
    return installed_in(folder)


def installed_in(folder: Path) -> Installed:
    return Installed(folder / AWKWARD, (folder / "said.txt").read_text(encoding="utf-8"))


def pages_of(site: Path) -> Iterator[str]:
    """The pages of a site, each by its path."""
    yield from sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))
