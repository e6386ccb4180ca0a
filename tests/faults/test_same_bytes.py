"""The same records give the same site, byte for byte, on whatever machine and day it is built."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from generator.pipeline.progress import Silent
from generator.pipeline.run_mkdocs import mkdocs_environment
from generator.pipeline.site import check
from tests.support.running import copy_project, digests, environment, run
from tests.support.words import WORDS

pytestmark = pytest.mark.builds

MACHINE = Path(__file__).parent / "other_machine"

MACHINES = {
    "one processor": {
        "OTHER_PROCESSORS": "1", "OTHER_UMASK": "077", "PYTHONHASHSEED": "2", "TZ": "America/St_Johns",
        "LANG": "ko_KR.UTF-8", "LC_ALL": "ko_KR.UTF-8",
    },
    "four processors": {
        "OTHER_PROCESSORS": "4", "OTHER_UMASK": "002", "PYTHONHASHSEED": "3", "TZ": "Pacific/Kiritimati",
        "LANG": "C", "LC_ALL": "C",
    },
}  # fmt: skip


@pytest.fixture(scope="session")
def clock(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that puts the clock of whoever loads it on, Typst's too."""
    compiler = shutil.which("cc")
    if not compiler:
        pytest.skip("needs a C compiler, to put the clock on for programs in any language")
    library = tmp_path_factory.mktemp("clock") / "clock.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, MACHINE / "clock.c", "-ldl"], check=True)
    return library


def other_machine(name: str, clock: Path) -> dict[str, str]:
    return {"PYTHONPATH": str(MACHINE), "LD_PRELOAD": str(clock), **MACHINES[name]}


def test_another_machine_makes_the_same_bytes(built_project: Path, tmp_path: Path, clock: Path) -> None:
    """Of all made-up records, with the whole program."""
    make_the_same(built_project, tmp_path, other_machine("one processor", clock))


def test_several_processors_and_a_given_clock_make_the_same_bytes(
    built: Path, tmp_path: Path, clock: Path
) -> None:
    """Volumes are set by several threads, and SOURCE_DATE_EPOCH reaches Typst too."""
    epoch = mkdocs_environment(check(built, WORDS, Silent()))
    make_the_same(
        built, tmp_path, {**other_machine("four processors", clock), **epoch, "HIDDEN": "kiwipiepy"}
    )


def make_the_same(first: Path, folder: Path, variables: Mapping[str, str]) -> None:
    project = copy_project(folder / "another folder" / "프로젝트")
    shutil.rmtree(project / "content")
    shutil.copytree(first / "content", project / "content")
    for path in (project / "content").rglob("*"):
        os.utime(path, (981_173_106, 981_173_106))
    done = run(project, "build", "--quiet", **variables)
    assert done.returncode == 0, done.stderr
    kinds = {Path(path).suffix for path in digests(project / "site")}
    assert {".html", ".pdf", ".png", ".db", ".json", ".ics", ".atom", ".xml"} <= kinds
    assert digests(project / "site") == digests(first / "site")
    everybody = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH
    assert all(path.stat().st_mode & everybody == everybody for path in (project / "site").rglob("*"))


SEEN = """
import os, sys
from datetime import datetime
from pathlib import Path
here = Path(sys.argv[1])
(here / "c").touch()
print(datetime.now().year, os.cpu_count(), oct((here / "c").stat().st_mode & 0o777))
print(os.listdir(here), [path.name for path in here.iterdir()], [entry.name for entry in os.scandir(here)])
"""


def test_the_other_machine_is_another_one(tmp_path: Path, clock: Path) -> None:
    """Without this, equal bytes would say nothing."""
    for name in "ab":
        (tmp_path / name).touch()
    seen = subprocess.run(
        [sys.executable, "-c", SEEN, tmp_path],
        env=environment(**other_machine("one processor", clock)),
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    year = datetime.now(UTC).year
    names = ["c", "b", "a"]
    assert seen in {f"{year + later} 1 0o600\n{names} {names} {names}\n" for later in (3, 4)}
