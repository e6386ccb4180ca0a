"""A disk that is full or read-only, and folders that may not be written: one line, and the old site stays."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.output.os_errors import FULL, REMEDIES
from tests.faults.tiny import WITHOUT_KIWI, Change, rename_forum
from tests.support.paths import ROOT
from tests.support.running import PATIENCE, digests, environment, run

pytestmark = pytest.mark.builds

CANNOT = "cannot be written to; change its rights or its owner, or work on another disk\n"

OWN_MOUNTS = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
"""A command that is run like this mounts what nobody else sees, and it is gone when the command ends."""

BOUND_BY_RIGHTS = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
"""A command that is run like this may do no more than a folder's rights say, even if root runs it."""

PAGE = 4096
"""Bytes by which a disk in memory gives its room away."""


def works(command: Sequence[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def run_there(scenario: str, *folders: Path) -> None:
    """A function of this module with mounts of its own; it asserts what must hold."""
    if not works([*OWN_MOUNTS, "mount", "-t", "tmpfs", "none", "/mnt"]):
        pytest.skip("this system lets nobody mount a disk of one's own (unshare --mount)")
    program = f"from tests.faults.test_no_room import *; {scenario}(*map(Path, sys.argv[1:]))"
    ended = subprocess.run(
        [*OWN_MOUNTS, sys.executable, "-c", program, *folders],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=5 * PATIENCE,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stdout + ended.stderr


def mount(*arguments: str | Path) -> None:
    subprocess.run(["mount", *arguments], check=True)


def test_a_full_disk_is_told_and_leaves_the_old_site(changed: Change, tmp_path: Path) -> None:
    run_there("fill_the_disk", changed.project, changed.rebuilt, tmp_path)


def fill_the_disk(changed: Path, rebuilt: Path, own: Path) -> None:
    mount("-t", "tmpfs", "-o", "size=200m", "none", own)
    ballast = own / "ballast"
    project = own / "project"
    old, new = digests(changed / "site"), digests(rebuilt / "site")
    volumes = pages_of_new(rebuilt / "build/cache/typst", changed / "build/cache/typst")
    html = Path("build/cache/site/html")
    for step, room in {
        "nothing can be written": 0,
        "a volume does not fit": volumes // 4,
        "a page does not fit": volumes,  # it takes the place of another one, but only when it is there
        "MkDocs is half done": volumes + pages_of(rebuilt / html) // 2,
    }.items():
        ballast.unlink(missing_ok=True)
        shutil.rmtree(project, ignore_errors=True)
        shutil.copytree(changed, project)  # or what was made before would be taken over
        shutil.rmtree(project / html)
        leave_room(ballast, room)
        ended = run(project, "build", "--quiet", TMPDIR=str(own), PYTHONDONTWRITEBYTECODE="1", **WITHOUT_KIWI)
        assert (ended.returncode, ended.stderr) == (1, f"{FULL}\n"), f"{step}: {ended}"
        assert digests(project / "site") == old, step
    ballast.unlink()
    done = run(project, "build", "--quiet", **WITHOUT_KIWI)
    assert done.returncode == 0, done.stderr
    assert digests(project / "site") == new, sorted(digests(project / "site").items() ^ new.items())


def pages_of(path: Path) -> int:
    """How much of a disk in memory the files take."""
    files = [path, *path.rglob("*")]
    return sum(-(-file.stat().st_size // PAGE) for file in files if file.is_file())


def pages_of_new(made: Path, before: Path) -> int:
    """How much of it the files take that a build has made anew, a file of two names once."""
    old = digests(before)
    new = [made / name for name, digest in digests(made).items() if old.get(name) != digest]
    return sum({file.stat().st_ino: pages_of(file) for file in new}.values())


def leave_room(ballast: Path, pages: int) -> None:
    ballast.unlink(missing_ok=True)
    disk = os.statvfs(ballast.parent)
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, (disk.f_bavail - pages) * disk.f_frsize)
    assert os.statvfs(ballast.parent).f_bavail == pages


def test_a_read_only_disk_is_told_and_leaves_the_old_site(built: Path, tmp_path: Path) -> None:
    run_there("mount_read_only", built, tmp_path)


def mount_read_only(built: Path, own: Path) -> None:
    project = Path(shutil.copytree(built, own / "project"))
    rename_forum(project)  # a build without anything to do writes nothing
    old = digests(project / "site")
    for folder, said in {
        "site": f"site: {CANNOT}",
        "build": f".*build/.lock: {REMEDIES[errno.EROFS]}\n",
        ".": f".*build/.lock: {REMEDIES[errno.EROFS]}\n",
    }.items():
        mount("--bind", project / folder, project / folder)
        mount("-o", "remount,bind,ro", project / folder)
        ended = run(project, "build", "--quiet", **WITHOUT_KIWI)
        subprocess.run(["umount", project / folder], check=True)
        assert ended.returncode == 1, ended
        assert re.fullmatch(said, ended.stderr), ended
        assert digests(project / "site") == old


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        (".", f".*: {CANNOT}"),
        ("site", f"site: {CANNOT}"),
        ("build", f".*build/.lock: {REMEDIES[errno.EACCES]}\n"),
        ("build/docs/ko/forums", rf"build/docs/ko/forums/\.unfinished-\d+: {REMEDIES[errno.EACCES]}\n"),
    ],
)
def test_a_folder_without_the_right_to_write_is_named(change: Change, folder: str, said: str) -> None:
    if BOUND_BY_RIGHTS and not works([*BOUND_BY_RIGHTS, "true"]):
        pytest.skip("root is bound by no rights here, and setpriv cannot bind it")
    project = change.project
    (project / "build" / ".lock").unlink()
    (project / folder).chmod(0o555)
    ended = subprocess.run(
        [*BOUND_BY_RIGHTS, sys.executable, "-m", "generator", "build", "--quiet"],
        cwd=project, env=environment(**WITHOUT_KIWI),
        capture_output=True, text=True, check=False, timeout=PATIENCE,
    )  # fmt: skip
    (project / folder).chmod(0o755)
    assert ended.returncode == 1
    assert re.fullmatch(said, ended.stderr)
    assert digests(project / "site") == change.old
