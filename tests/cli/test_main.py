"""The command `proceedings`: what it prints where, and with which exit code it ends."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from generator.output.generated_folder import LinkedFolder
from generator.output.verify import Fault
from generator.pipeline import site
from generator.pipeline.run_mkdocs import MkDocsFailed, mkdocs_messages
from generator.pipeline.site import SiteFaulty
from generator.typesetting.compiler import TypesettingFailed
from tests.support.running import PATIENCE, command, digests, environment, replace, run
from tests.support.sites import PLAIN_INSTALL
from tests.support.tiny_project import copy_tiny_project

pytestmark = pytest.mark.usefixtures("at_leisure")

FORUM = "content/forums/2024-library-robots.yml"
SOURCE = "content/sources/council-bill-17.yml"


def proceedings(project: Path, *arguments: str) -> Result:
    """The command in this process: no terminal, and quick."""
    return CliRunner().invoke(main, ["--project", str(project), *arguments])


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A project of one's own that is quick to build."""
    return copy_tiny_project(tmp_path / "tiny")


@pytest.fixture
def wrong(project: Path) -> Path:
    """Two problems in two files."""
    replace(project / FORUM, "start_date: ", "start_date: once ")
    with (project / SOURCE).open("a", encoding="utf-8") as record:
        record.write("colour: red\n")
    return project


# Help


def commands_of(group: click.Group, *names: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for name, found in group.commands.items():
        yield (*names, name), found
        if isinstance(found, click.Group):
            yield from commands_of(found, *names, name)


@pytest.mark.parametrize("names", [(), *(names for names, _ in commands_of(main))], ids=" ".join)
def test_help_shows_an_example_that_can_be_called(names: tuple[str, ...]) -> None:
    result = CliRunner().invoke(main, [*names, "--help"], prog_name="proceedings")
    assert result.exit_code == 0
    examples = result.stdout.partition("Example:\n")[2]
    lines = [line.strip() for line in examples.splitlines()]
    assert any(line.startswith(" ".join(["proceedings", *names])) for line in lines)


def test_module_is_the_command(project: Path) -> None:
    done = run(project, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith("Usage: proceedings [OPTIONS] COMMAND")


@pytest.mark.parametrize(
    "arguments",
    [
        ("built",),
        ("check", "--format", "xml"),
        ("build", "--fast"),
        ("generate", "here"),
        ("serve", "--port", "65536"),
        ("serve", "--port", "http"),
    ],
)
def test_wrong_call_ends_with_2(project: Path, arguments: tuple[str, ...]) -> None:
    result = proceedings(project, *arguments)
    assert result.exit_code == 2
    assert "Usage: " in result.stderr


def test_project_that_is_not_there_ends_with_2(tmp_path: Path) -> None:
    assert proceedings(tmp_path / "nowhere", "check").exit_code == 2


# check


def test_check_counts_the_records(project: Path) -> None:
    result = proceedings(project, "check")
    assert (result.exit_code, result.stdout) == (0, "")
    records = sum(
        1
        for folder in ("forums", "speakers", "organizations", "proposals", "sources")
        for _ in (project / "content" / folder).iterdir()
    )
    assert result.stderr == f"{records} records, no problem\n"


def test_check_names_every_problem(wrong: Path) -> None:
    result = proceedings(wrong, "check")
    assert result.exit_code == 1
    first, second = result.stdout.splitlines()
    assert re.match(rf"{FORUM}:\d+:\d+: start_date: ", first)
    assert re.match(rf"{SOURCE}:\d+:\d+: colour: ", second)
    assert result.stderr == "2 problems in 2 files\n"


def test_check_prints_data(wrong: Path) -> None:
    result = proceedings(wrong, "check", "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert [(problem["path"], problem["field"]) for problem in found] == [
        (FORUM, "start_date"),
        (SOURCE, "colour"),
    ]
    assert {*found[0]} == {"path", "line", "column", "field", "message"}


def test_check_prints_no_data_as_data(project: Path) -> None:
    result = proceedings(project, "check", "--format", "json")
    assert (result.exit_code, json.loads(result.stdout), result.stderr) == (0, [], "")


def test_check_annotates_pull_requests(wrong: Path) -> None:
    result = proceedings(wrong, "check", "--format", "github")
    assert result.exit_code == 1
    first, second = result.stdout.splitlines()
    assert re.match(rf"::error file={FORUM},line=\d+,col=\d+::start_date: ", first)
    assert re.match(rf"::error file={SOURCE},line=\d+,col=\d+::colour: ", second)


def test_check_lists_what_lacks_a_language(project: Path) -> None:
    result = proceedings(project, "check", "--translations")
    assert result.exit_code == 0
    assert "content/" in result.stdout
    assert "%" in result.stdout


def test_quiet_check_prints_problems_alone(project: Path) -> None:
    assert proceedings(project, "check", "--quiet").output == ""
    replace(project / FORUM, "start_date: ", "start_date: once ")
    result = proceedings(project, "check", "--quiet")
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{FORUM}:")


# generate


@pytest.mark.usefixtures("plain_install")
def test_generate_says_what_it_wrote(tiny: Path) -> None:
    first, second = proceedings(tiny, "generate"), proceedings(tiny, "generate")
    assert (first.exit_code, second.exit_code) == (0, 0)
    number = re.match(r"build/docs/ko: (\d+) written, 0 unchanged, 0 removed\n", first.stderr)
    assert number
    assert second.stderr.startswith(f"build/docs/ko: 0 written, {number[1]} unchanged, 0 removed\n")
    assert "build/docs/en: 0 written" in second.stderr


def test_generate_writes_nothing_of_wrong_records(wrong: Path) -> None:
    result = proceedings(wrong, "generate")
    assert result.exit_code == 1
    assert result.stderr.endswith("\n2 problems in 2 files\n")
    assert not (wrong / "build" / "docs").exists()


@pytest.mark.usefixtures("plain_install")
def test_quiet_generate_prints_nothing(tiny: Path) -> None:
    result = proceedings(tiny, "generate", "--quiet")
    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.usefixtures("plain_install")
def test_link_in_place_of_the_folder_for_pages_is_named(tiny: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine" / "index.md"
    mine.parent.mkdir()
    mine.write_text("mine", encoding="utf-8")
    link = tiny / "build" / "docs" / "en"
    link.parent.mkdir(parents=True)
    link.symlink_to(mine.parent)
    result = proceedings(tiny, "generate")
    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1].startswith(f"{link}: ")
    assert mine.read_text(encoding="utf-8") == "mine"


# build


@pytest.mark.builds
def test_build_ends_with_one_line(tiny: Path) -> None:
    done = run(tiny, "build")
    assert done.returncode == 0
    pages = sum(1 for path in digests(tiny / "site") if path.endswith("index.html"))
    said = re.fullmatch(r"(\d+) pages in 2 languages, \d+\.\d s: site/index\.html\n", done.stdout)
    assert said
    assert int(said[1]) == pages
    # In a log: a plain line for each step that took long.
    assert re.fullmatch(r"(\w+(?: \w+)?: \d+ in \d+\.\d s\n)*", done.stderr)


def test_build_names_every_problem(wrong: Path) -> None:
    result = proceedings(wrong, "build", "--quiet")
    assert (result.exit_code, result.stdout) == (1, "")
    lines = result.stderr.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith(f"{FORUM}:")
    assert lines[2] == "2 problems in 2 files"
    assert not (wrong / "site").exists()


@pytest.mark.builds
@pytest.mark.usefixtures("plain_install")
def test_build_tells_what_the_engine_said(tiny: Path) -> None:
    replace(tiny / "mkdocs.yml", "name: material\n", "name: no-such-theme\n")
    result = proceedings(tiny, "build", "--quiet")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no-such-theme" in result.stderr
    assert result.stderr.endswith("MkDocs could not build the site\n")
    assert "Traceback" not in result.stderr


def test_place_that_is_not_a_site_is_named(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "thesis.txt").touch()
    result = proceedings(project, "build")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{project / 'site'}: holds something other than a built site")


@pytest.mark.builds
def test_bars_on_a_terminal(tiny: Path) -> None:
    """They move while something lasts, and only the last line stays."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        command("build"),
        cwd=tiny,
        env=environment(TERM="xterm", COLUMNS="80", **PLAIN_INSTALL),
        stdout=theirs,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        shown = b""
        while True:
            try:
                shown += os.read(ours, 4096)
            except OSError:  # How Linux says that the other end is closed.
                break
        assert process.wait(PATIENCE) == 0
    os.close(ours)
    text = shown.decode()
    assert re.search(r"site +\S*━", text)
    assert "\x1b[" in text
    last = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text).rstrip("\r\n").rpartition("\n")[2]
    assert re.fullmatch(r"\r?\d+ pages in 2 languages, \d+\.\d s: site/index\.html", last)


# What others say


HOSTILE = "a\x1b[31m##[error]b"


@pytest.mark.parametrize(
    "raised",
    [
        MkDocsFailed(mkdocs_messages(f"INFO x\n::error::{HOSTILE}\n  ::error::{HOSTILE}\n")),
        SiteFaulty([Fault(f"::error::{HOSTILE}/index.html", f"::error::\n{HOSTILE}")]),
        LinkedFolder(Path(f"::error::\n{HOSTILE}")),
        TypesettingFailed(f"::error::\n{HOSTILE}"),
        OSError(2, f"::error::\n{HOSTILE}"),
    ],
    ids=lambda raised: type(raised).__name__,
)
def test_what_others_say_is_no_command_to_a_log(
    raised: Exception, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A title that MkDocs quotes, a page's path, the name of a link in the way."""

    def fail(*_: object) -> None:
        raise raised

    monkeypatch.setattr(site, "build", fail)
    result = proceedings(project, "build")
    assert result.exit_code == 1
    assert HOSTILE.removeprefix("a\x1b[31m##") in result.stderr
    assert "\x1b" not in result.stderr
    assert not re.search(r"^\s*::|##\w*\[", result.stderr, re.MULTILINE)


@pytest.mark.parametrize(
    "arguments",
    [
        ("pdf", HOSTILE),
        ("new", "source", HOSTILE),
        ("new", "forum", "x", "--date", HOSTILE),
    ],
)
def test_what_is_asked_for_wrongly_is_no_command_to_a_log(project: Path, arguments: tuple[str, ...]) -> None:
    result = proceedings(project, *arguments)
    assert result.exit_code == 2
    assert not re.search("\x1b|##\\w*\\[", result.stderr)
