"""What wrong records get: the whole output of `build`, to the letter, and nothing is written.

A case is a folder of tests/invalid/: what lies in its content/ is put over a copy of _valid/content, and
expected.txt holds every line that must come out, expected.ko.txt the same in Korean. A new case is these and
nothing else; what cannot lie in a repository (links, huge files, names that some systems refuse) is made by
the function of MADE of its name. UPDATE_GOLDEN=1 writes both files: read what they say.
"""

import os
import re
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import main
from generator.corpus.load import load_corpus
from generator.parsing.messages import verbatim
from generator.parsing.problems import Problem
from generator.pipeline.errors import counted
from generator.pipeline.today import CLOCK
from tests.support.golden import golden
from tests.support.paths import INVALID
from tests.support.running import digests, replace
from tests.support.tiny_project import generate_tiny

CASES = sorted(path.name for path in INVALID.iterdir() if path.is_dir() and not path.name.startswith("_"))

TODAY = "1795737600"
"""27 November 2026, in seconds since 1970."""

SOURCE = "type: webpage\ntitle: {title}\npublisher: x\nissued: 2024\nlanguage: ko\n"
"""A source that is as it should be."""


def no_content(content: Path) -> None:
    shutil.rmtree(content)


def content_is_link(content: Path) -> None:
    content.rename(content.with_name("elsewhere"))
    content.symlink_to("elsewhere")


def deep_folders(content: Path) -> None:
    (content / "files" / "/".join("abcdefghijkl")).mkdir(parents=True)


def sockets(content: Path) -> None:
    for name in ("sources/socket.yml", "files/socket.txt"):
        with socket.socket(socket.AF_UNIX) as opened:
            here = Path.cwd()
            os.chdir((content / name).parent)  # A socket's address is short.
            opened.bind(Path(name).name)
            os.chdir(here)


def no_site(content: Path) -> None:
    (content / "site.yml").unlink()


def too_big(content: Path) -> None:
    (content / "sources/big.yml").write_text(SOURCE.format(title="가" * 400_000), encoding="utf-8")


def too_deep(content: Path) -> None:
    for name, deep in (("brackets", 100_000), ("few-brackets", 1_000)):
        (content / f"sources/{name}.yml").write_text(f"title: {'[' * deep}", encoding="utf-8")
    (content / "sources/maps.yml").write_text(f"title: {'{a: ' * 5_000}", encoding="utf-8")
    lines = (" " * depth + "a:\n" for depth in range(700))
    (content / "sources/steps.yml").write_text("".join(lines), encoding="utf-8")


def too_long(content: Path) -> None:
    (content / "sources/line.yml").write_text(SOURCE.format(title="가" * 501), encoding="utf-8")
    notes = f"notes:\n  - {'나' * 20_001}\n  - '{'[' * 1_001}'\n"
    (content / "sources/prose.yml").write_text(SOURCE.format(title="x") + notes, encoding="utf-8")
    (content / "sources/quoted.yml").write_text(SOURCE.format(title="x") + f"url: x{'y' * 290_000}\n")
    (content / f"sources/{'a' * 81}.yml").write_text(SOURCE.format(title="x"))
    (content / "pages/long.ko.md").write_text(f"# {'가' * 501}\n\n{'나' * 50_000}\n", encoding="utf-8")


def too_many(content: Path) -> None:
    (content / "sources/many.yml").write_text("a: [" + "b, " * 50_000 + "]\n", encoding="utf-8")


def lists_too_long(content: Path) -> None:
    """Lists of former ids, of those who are asked, of words, of contributions: each has its own bound."""
    ids = {most: ", ".join(f"x{number}" for number in range(most)) for most in (300, 51, 31, 13)}
    proposal, vocabulary = content / "proposals/2024-open-shelves-1.yml", content / "vocabulary.yml"
    forum = content / "forums/2024-open-shelves.yml"
    replace(proposal, "topics: [shelves]", f"redirect_from: [{ids[300]}]\ntopics: [{ids[31]}]")
    replace(proposal, "addressees:\n  - city-hall", f"addressees: [{ids[51]}]")
    words = "".join(f"  - {{id: t{number}, label: t{number}}}\n" for number in range(200))
    replace(vocabulary, "topics:\n", f"topics:\n{words}")
    replace(vocabulary, "next: [done]", f"next: [{ids[13]}]")
    who = "      - {person: gu-reumdal, role: presenter}\n"
    session = f"  - id: talk-2\n    name: x\n    classification: panel\n    contributions:\n{who * 200}"
    third = session.replace("talk-2", "talk-3")
    replace(forum, who, f"{who * 101}{session}{third}")
    (content / "sources/long.yml").write_text(SOURCE.format(title="x") + "notes:\n" + "  - x\n" * 31)


def names_alike(content: Path) -> None:
    for name in ("Dawn-Courier", "ｄawn-courier", "café", "cafe\u0301"):
        (content / f"sources/{name}.yml").write_text(SOURCE.format(title="x"), encoding="utf-8")
    (content / "files/SLIDES.txt").write_text("x", encoding="utf-8")


def names_odd(content: Path) -> None:
    for name in ("a b", "con", "index", "한글", "-a", "a--b", "a.b", "a\nb", "a\x1b[31mb", "a\u202eb", "bуs"):
        (content / f"sources/{name}.yml").write_text(SOURCE.format(title="x"), encoding="utf-8")
    odd = (
        "a:b.txt",
        "a?b.txt",
        "a\nb.txt",
        "a\u200bb.txt",
        "CON.tar.txt",
        "lpt¹.txt",
        "a.txt.",
        "a.txt ",
        " a.txt",
    )
    alike = ("re\u0301sume\u0301.txt", "résumé.txt", "A/a.txt", "a/b.txt", "a/A.txt", "a/a.txt")
    for name in (*odd, *alike, f"{'가' * 60}/{'b' * 150}.txt"):
        (content / "files" / name).parent.mkdir(exist_ok=True)
        (content / "files" / name).write_text("x", encoding="utf-8")


def links(content: Path) -> None:
    secret = content.parent / "secret.yml"
    secret.write_text("password: hunter2\n")
    (content / "sources/secret.yml").symlink_to(secret)
    (content / "sources/loop.yml").symlink_to("loop.yml")
    (content / "sources/dangling.yml").symlink_to("nowhere.yml")
    (content / "sources/folder.yml").symlink_to(content)
    (content / "pages/secret.ko.md").symlink_to(secret)
    (content / "files/secret.txt").symlink_to(secret)
    (content / "files/folder").symlink_to(content)
    (content / "files/dangling.txt").symlink_to("nowhere.txt")
    shutil.move(content / "speakers", content.parent / "speakers")
    (content / "speakers").symlink_to(content.parent / "speakers")
    (content / "vocabulary.yml").rename(content.parent / "vocabulary.yml")
    (content / "vocabulary.yml").symlink_to(content.parent / "vocabulary.yml")


def pipes(content: Path) -> None:
    for name in ("sources/pipe.yml", "pages/pipe.ko.md", "files/pipe.txt"):
        os.mkfifo(content / name)


def folder_is_file(content: Path) -> None:
    shutil.rmtree(content / "sources")
    (content / "sources").write_text(SOURCE.format(title="x"))
    (content / "organizations/new.yml").mkdir()
    (content / "organizations/old").mkdir()
    (content / "site.yml").unlink()
    (content / "site.yml").mkdir()


MADE: dict[str, Callable[[Path], None]] = {
    make.__name__.replace("_", "-"): make
    for make in (
        no_content, no_site, too_big, too_deep, too_long, too_many, lists_too_long, names_alike, names_odd,
        links, pipes, folder_is_file, content_is_link, deep_folders, sockets,
    )
}  # fmt: skip


def make_case(case: str, folder: Path) -> Path:
    """The case's content, in a folder of its own."""
    content = folder / "content"
    shutil.copytree(INVALID / "_valid" / "content", content)
    if (INVALID / case / "content").exists():
        shutil.copytree(INVALID / case / "content", content, dirs_exist_ok=True)
    if case in MADE:
        MADE[case](content)
    return content


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return generate_tiny(tmp_path_factory.mktemp("published"))


@pytest.mark.usefixtures("at_leisure")
@pytest.mark.parametrize("case", CASES)
def test_build_tells_every_problem_to_the_letter_and_leaves_everything_as_it_was(
    published: Path, case: str, tmp_path: Path
) -> None:
    project = Path(shutil.copytree(published, tmp_path / "project"))
    make_case(case, project)
    before = digests(project / "site"), digests(project / "build" / "docs")
    result = CliRunner().invoke(main, ["--project", str(project), "build"], env={CLOCK: TODAY})
    lines = result.stderr.splitlines(keepends=True)
    expected = golden(INVALID / case / "expected.txt", "".join(lines[:-1]))
    problems = [
        Problem(found[1], 1, 1, "", verbatim(""))
        for found in re.finditer("^(.+?):\\d+:\\d+: ", expected, re.MULTILINE)
    ]
    assert problems
    assert result.stderr == f"{expected}{counted(tuple(problems))}\n"
    assert (result.exit_code, result.stdout) == (1, "")
    assert (digests(project / "site"), digests(project / "build" / "docs")) == before


@pytest.mark.usefixtures("at_leisure")
@pytest.mark.parametrize("case", CASES)
def test_check_tells_every_problem_in_korean_to_the_letter(case: str, tmp_path: Path) -> None:
    make_case(case, tmp_path)
    result = CliRunner().invoke(
        main, ["--project", str(tmp_path), "check", "--lang", "ko"], env={CLOCK: TODAY}
    )
    lines = result.stdout.splitlines(keepends=True)
    assert all(re.search("[가-힣]", line) for line in lines)
    errors = [line for line in lines if not re.match(r"\S+: 주의: ", line)]
    told = "".join(errors)
    assert told == golden(INVALID / case / "expected.ko.txt", told)
    assert lines[: len(errors)] == errors, "warnings come after the errors"


def test_what_the_cases_begin_with_is_valid(tmp_path: Path) -> None:
    assert any(load_corpus(make_case("_valid", tmp_path)).records)


def test_there_is_a_case_for_everything_made_here() -> None:
    assert MADE.keys() <= set(CASES)
