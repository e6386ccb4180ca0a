"""`make wheelhouse`: all that a machine without a network needs to build the same site again, in one folder.

The Makefile has put the wheels there, each checked by its sum. To them come the records, the site that was
built of them, a list of the wheels, a program that builds, a page that explains it, and the sums of it all.
"""

from __future__ import annotations

import platform
import shutil
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from packaging.utils import parse_wheel_filename

from tests.support.paths import ROOT

FILES = Path(__file__).parent / "wheelhouse_files"
WHEELS, SUMS = "wheels", "SHA256SUMS"
ARCHIVE = ("content", "mkdocs.yml")
"""What a site is made of; all else in a project's folder is the program or was made by it."""


def fill(folder: Path, project: Path) -> int:
    """Puts what is not a wheel into the folder, anew; returns how many files it has then."""
    for place in (*ARCHIVE, "site"):
        remove(folder / place)
        if (project / place).is_dir():
            shutil.copytree(project / place, folder / place)
        else:
            shutil.copy(project / place, folder / place)
    requirements = "".join(sorted(pinned_wheels(folder / WHEELS)))
    (folder / WHEELS / "requirements.txt").write_text(requirements, encoding="utf-8", newline="\n")
    shutil.copy(FILES / "build.py", folder)
    made_on = {"python": ".".join(platform.python_version_tuple()[:2]), "system": sys.platform}
    machine = {**made_on, "machine": platform.machine()}
    page = (FILES / "README.md").read_text(encoding="utf-8").format(**machine)
    (folder / "README.md").write_text(page, encoding="utf-8", newline="\n")
    sums = list(sums_of(folder))
    (folder / SUMS).write_text("".join(sums), encoding="utf-8", newline="\n")
    return len(sums)


def remove(place: Path) -> None:
    if place.is_dir():
        shutil.rmtree(place)
    else:
        place.unlink(missing_ok=True)


def pinned_wheels(wheels: Path) -> Iterator[str]:
    """`click==8.5.1 --hash=sha256:…` for each wheel, with the sum of what lies here: one was built."""
    for wheel in wheels.glob("*.whl"):
        name, version, *_ = parse_wheel_filename(wheel.name)
        yield f"{name}=={version} --hash=sha256:{sha256(wheel.read_bytes()).hexdigest()}\n"


def sums_of(folder: Path) -> Iterator[str]:
    """The lines of SHA256SUMS, as `sha256sum --check` reads them."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if name != SUMS:
            yield f"{sha256(path.read_bytes()).hexdigest()}  {name}\n"


def main(folder: Path) -> None:
    files = fill(folder, ROOT)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    print(f"{folder}: {files} files, {size / 1_000_000:.0f} MB; README.md there tells what to do with it")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
