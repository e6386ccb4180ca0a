"""Hostile files end a command like any that are wrong: each is refused soon and in little memory.

tests/content/test_invalid.py has a case for each kind of problem.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.corpus.reader import LARGEST, read_record
from generator.parsing.problems import MOST_PROBLEMS_IN_ALL, Problem, Problems
from generator.pipeline import site
from tests.content.test_invalid import SOURCE
from tests.support.paths import ROOT, VALID
from tests.support.running import PATIENCE, digests, environment
from tests.support.tiny_project import generate_tiny

pytestmark = pytest.mark.usefixtures("at_leisure")

MOST_MEMORY = 200
"""Megabytes of a whole command, with its interpreter and all its packages."""
SOON = 1.0
"""Seconds of a processor for a file."""


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate_tiny(tmp_path_factory.mktemp("published"))


@pytest.mark.parametrize(
    "saved",
    [
        lambda raw: b"\xef\xbb\xbf" + raw,
        lambda raw: raw.replace(b"\n", b"\r\n"),
        lambda raw: raw.replace(b"\n", b"\r"),
        lambda raw: unicodedata.normalize("NFD", raw.decode()).encode(),
    ],
    ids=["byte-order mark", "CRLF", "CR", "NFD"],
)
def test_however_a_program_saves_a_file_the_pages_are_the_same(
    saved: Callable[[bytes], bytes], published: Path, tmp_path: Path
) -> None:
    """Of records, of prose pages, of site and vocabulary; and every download and the index with them."""
    project = Path(shutil.copytree(published, tmp_path / "project"))
    shutil.copytree(VALID, project / "content")
    written = [path for path in (project / "content").rglob("*") if path.suffix in (".yml", ".md")]
    for path in written:
        path.write_bytes(saved(path.read_bytes()))
    shutil.rmtree(project / "build")
    site.generate(project)
    assert {"pages", "sources", "content"} <= {path.parent.name for path in written}
    assert digests(project / "build" / "docs") == digests(published / "build" / "docs")


def full(text: str) -> str:
    """The text over and over, up to the largest file."""
    return (text * (LARGEST // len(text.encode()) + 1)).encode()[: LARGEST - 200].decode(errors="ignore")


GOOD = SOURCE.format(title="x")
HOSTILE: Mapping[str, str] = {
    "brackets": "title: " + full("["),
    "maps": "title: " + full("{a: "),
    "a long text": GOOD + "author: " + full("a"),
    "escapes": GOOD + 'author: "' + full("\\u0041"),
    "many texts": GOOD + "notes: [" + full("a, ") + "]\n",
    "empty lines": GOOD + full("\n"),
    "comments": GOOD + full("#\n"),
    "empty maps": GOOD + "notes: [" + "{}, " * 9_000 + "]\n",
    "empty items": GOOD + "notes:\n" + "-\n" * 9_000,
    "short notes": GOOD + "notes:\n" + "- a\n" * 9_000,
    "wrong notes": GOOD + "notes:\n" + "- no\n" * 9_000,
    "unknown fields": "".join(f"titel{number}: x\n" for number in range(4_900)),
    "the same field": full("a: b\n"),
    "aliases": GOOD + "notes: &a [" + full("*a, ") + "]\n",
    "anchors": GOOD + "notes: [" + full("&a b, ") + "]\n",
    "tags": GOOD + "notes: [" + full("!!python/object/apply:os.system x, ") + "]\n",
    "merge keys": "a: &a {b: c}\n" + full("<<: *a\n"),
    "directives": "".join(f"%TAG !a{number}! b\n" for number in range(15_000)) + "--- a",
    "records": full("---\na\n"),
    "ends": full("...\n"),
    "piled marks": GOOD + 'author: "' + full("\u0316\u0301") + '"\n',
    "piled marks by their numbers": GOOD + 'author: "' + full(r"\u0316\u0301") + '"\n',
    "what nobody sees": full("\u200b"),
    "odd spaces": GOOD + full("\u00a0") + "a: b",
    "odd colons": GOOD + full("\uff1a\n"),
    "stars": GOOD + "notes:\n" + f"- '{'*a ' * 660}'\n" * 140,
    "a long field": full("a") + ": b\n",
    "a wrong word": GOOD.replace("webpage", full("w")[:-200]),
}


SOUND = ("empty lines", "comments")
"""They are as large as a record may be, and nothing is wrong with them."""


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_read_or_refused_soon(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text(HOSTILE[name], encoding="utf-8")
    assert path.stat().st_size <= LARGEST
    started = os.times()
    try:
        read_record(path, "sources")
        problems: tuple[Problem, ...] = ()
    except Problems as found:
        problems = found.problems
    assert sum(os.times()[:2]) - sum(started[:2]) < SOON
    assert bool(problems) == (name not in SOUND)
    assert all(len(str(problem)) < 1_000 for problem in problems)


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text(f"{GOOD}author: {'a' * 10_000_000}\n")
    with pytest.raises(Problems, match=r"the file has 10,000,\d\d\d bytes, 300,000 are allowed; split it"):
        read_record(path, "sources")


def test_hundreds_of_hostile_files_end_as_one_does(published: Path, tmp_path: Path) -> None:
    """With problems and in little memory, never by a signal; after a thousand, no more files are opened."""
    project = Path(shutil.copytree(published, tmp_path / "project"))
    shutil.copytree(VALID, project / "content")
    for number in range(10):
        for kind, (name, text) in enumerate(HOSTILE.items()):
            if name not in SOUND:
                (project / "content" / "sources" / f"{kind}-{number}.yml").write_text(text, encoding="utf-8")
    before = digests(project / "site")
    code, megabytes, said = ended(project, "check", "--quiet")
    assert code == 1
    assert megabytes < MOST_MEMORY
    lines = said.splitlines()
    assert len(lines) == MOST_PROBLEMS_IN_ALL + 2
    assert lines[-2] == "content:1:1: there are more than 1,000 problems; mend these to see the rest"
    assert re.fullmatch(r"1001 problems in \d+ files", lines[-1])
    assert "Traceback" not in said
    assert digests(project / "site") == before


MEASURED = """
import atexit, sys
from pathlib import Path
atexit.register(lambda: Path("memory.txt").write_text(Path("/proc/self/status").read_text()))
from generator.cli.main import main
main()
"""
"""The command, which at its end leaves what the system knows of its memory (Linux)."""


def ended(project: Path, *arguments: str) -> tuple[int, float, str]:
    """How a command ended (below 0: by a signal), megabytes at most, and all that it said."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *arguments],
        cwd=project,
        env=environment(PYTHONPATH=str(ROOT)),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
    status = (project / "memory.txt").read_text(encoding="ascii")
    return done.returncode, int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) / 1024, done.stdout
