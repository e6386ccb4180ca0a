"""The command `proceedings`, and `check`: what it prints where, and with which exit code it ends."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli.main import main
from generator.output.generated_folder import LinkedFolder
from generator.output.verify.summary import Fault
from generator.parsing.messages import verbatim
from generator.pipeline import site
from generator.pipeline.refusals import SiteFaulty
from generator.pipeline.run_mkdocs import MkDocsFailed, mkdocs_messages
from generator.typesetting.compiler import TypesettingFailed
from tests.cli.calling import FORUM, SOURCE, proceedings
from tests.support.running import replace, run

pytestmark = pytest.mark.usefixtures("at_leisure")


# Help


def commands_of(group: click.Group, *names: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        assert found
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
    assert result.exit_code == 0
    records = sum(
        1
        for folder in ("forums", "speakers", "organizations", "proposals", "sources")
        for _ in (project / "content" / folder).iterdir()
    )
    assert result.stderr.startswith(f"{records} records, no problem; ")


def test_check_names_every_problem(wrong: Path) -> None:
    result = proceedings(wrong, "check", "--quiet")
    assert result.exit_code == 1
    first, second = result.stdout.splitlines()
    assert re.match(rf"{FORUM}:\d+:\d+: start_date: ", first)
    assert re.match(rf"{SOURCE}:\d+:\d+: colour: ", second)
    assert result.stderr == "2 problems in 2 files\n"


def test_check_prints_data(wrong: Path) -> None:
    result = proceedings(wrong, "check", "--format", "json", "--quiet")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert [(problem["path"], problem["field"]) for problem in found] == [
        (FORUM, "start_date"),
        (SOURCE, "colour"),
    ]
    assert {*found[0]} == {"path", "line", "column", "field", "level", "name", "key", "values", "message"}


def test_check_prints_keys_for_programs_and_words_for_people(wrong: Path) -> None:
    """The key and the values are the same in both languages, the message is in the one that is chosen."""
    english = json.loads(proceedings(wrong, "check", "--format", "json", "--quiet").stdout)
    korean = json.loads(proceedings(wrong, "--lang", "ko", "check", "--format", "json", "--quiet").stdout)
    assert [problem.pop("message") for problem in korean][1].startswith(
        "'colour'라는 항목은 여기에 없습니다."
    )
    assert [problem.pop("message") for problem in english][1].startswith("'colour' is not a field here; ")
    assert english == korean
    assert (korean[1]["key"], korean[1]["values"]["name"]) == ("field.unknown", "colour")
    assert korean[1]["values"]["remedy"]["key"] == "remedy.known"


def test_check_annotates_in_the_language_too(wrong: Path) -> None:
    told = proceedings(wrong, "--lang", "ko", "check", "--format", "github", "--quiet")
    assert re.search(r"^::error file=.*::colour: 'colour'라는 항목은", told.stdout, re.MULTILINE)
    assert told.stderr == "파일 2개에 고칠 것 2가지가 있습니다.\n"


def test_check_prints_no_data_as_data(project: Path) -> None:
    result = proceedings(project, "check", "--format", "json", "--quiet")
    assert (result.exit_code, json.loads(result.stdout), result.stderr) == (0, [], "")


def test_check_annotates_pull_requests(wrong: Path) -> None:
    result = proceedings(wrong, "check", "--format", "github", "--quiet")
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


# What others say


HOSTILE = "a\x1b[31m##[error]b"


@pytest.mark.parametrize(
    "raised",
    [
        MkDocsFailed(mkdocs_messages(f"INFO x\n::error::{HOSTILE}\n  ::error::{HOSTILE}\n")),
        SiteFaulty([Fault(f"::error::{HOSTILE}/index.html", verbatim(f"::error::\n{HOSTILE}"))]),
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

    def fail(*_: object, **_options: object) -> None:
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
