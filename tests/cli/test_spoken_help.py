"""Help and complaints about a call, in the language that was chosen."""

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from generator.cli.main import main
from tests.cli.calling import proceedings
from tests.cli.test_main import commands_of

COMMANDS = [(), *(names for names, _ in commands_of(main))]
KNOWN = ", ".join(names[0] for names in COMMANDS if len(names) == 1)


@pytest.mark.parametrize("names", COMMANDS, ids=" ".join)
def test_help_is_korean_throughout(names: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(main, ["--lang", "ko", *names, "--help"], prog_name="proceedings")
    assert shown.exit_code == 0
    assert shown.stdout.startswith("사용법: proceedings")
    explained = shown.stdout.partition("선택 사항:\n")[2]
    entries = re.split(r"\n(?=  \S)", explained.replace("\n명령:", ""))
    assert entries
    assert [entry for entry in entries if not re.search("[가-힣]", entry)] == []


@pytest.mark.parametrize("names", COMMANDS, ids=" ".join)
def test_help_is_english_throughout(names: tuple[str, ...]) -> None:
    shown = CliRunner().invoke(main, [*names, "--help"], prog_name="proceedings").stdout
    assert shown.startswith("Usage: proceedings")
    explained = shown.partition("Options:\n")[2].replace("(자료집)", "")
    assert not re.search("[가-힣]", explained)


@pytest.mark.parametrize(
    ("arguments", "english", "korean"),
    [
        ("built", f"No such command 'built'; known are {KNOWN}",
         f"'built'라는 명령은 없습니다. 쓸 수 있는 명령: {KNOWN}"),
        ("build --fast", "No such option: --fast", "--fast 선택은 없습니다. 도움말을 보십시오."),
        ("generate here", "nothing more belongs here (here); delete it",
         "여기에 쓸 수 없는 것이 있습니다(here). 지우십시오."),
        ("serve --port", "--port needs a value; write it after the option",
         "--port 뒤에 값이 없습니다. 써 넣으십시오."),
        ("serve --port 65536",
         "Invalid value for --port: 65536 is not from 0 to 65535; write a number in between",
         "--port 값이 맞지 않습니다. 65536은 범위를 벗어났습니다. 0부터 65535까지의 수를 쓰십시오."),
        ("serve --port http", "Invalid value for --port: 'http' is not a whole number; write digits alone",
         "--port 값이 맞지 않습니다. 'http'는 정수가 아닙니다. 숫자만 쓰십시오."),
        ("check --format xml",
         "Invalid value for --format: 'xml' is none of github, gitlab, json, text; write one of these",
         "--format 값이 맞지 않습니다. 'xml'은 쓸 수 없습니다. 다음 가운데 하나를 쓰십시오: github, gitlab, json, text"),  # noqa: E501
        ("pdf", "name a forum by its id, or a year with --year; one of the two",
         "포럼의 id나 --year를 쓰십시오. 둘 가운데 하나만 씁니다."),
    ],
)  # fmt: skip
def test_a_wrong_call_is_told_in_both_languages(
    arguments: str, english: str, korean: str, tmp_path: Path
) -> None:
    told = proceedings(tmp_path, *arguments.split())
    assert (told.exit_code, told.stderr.splitlines()[-1]) == (2, f"Error: {english}")
    told = proceedings(tmp_path, "--lang", "ko", *arguments.split())
    assert (told.exit_code, told.stderr.splitlines()[-1]) == (2, f"잘못: {korean}")


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    told = proceedings(tmp_path / "x", "--lang", "ko", "check")
    assert (told.exit_code, told.stderr.splitlines()[-1]) == (
        2,
        f"잘못: --project 값이 맞지 않습니다. '{tmp_path / 'x'}' 폴더가 없습니다. 있는 폴더를 쓰십시오.",
    )


@pytest.mark.parametrize(
    "arguments",
    [("--lang", "ko", "check"), ("check", "--lang", "ko"), ("check", "--lang=ko")],
    ids=" ".join,
)
def test_the_language_may_stand_anywhere_and_wins(arguments: tuple[str, ...], tmp_path: Path) -> None:
    result = CliRunner().invoke(main, arguments, env={"PROCEEDINGS_LANG": "en"}, obj=None)
    told = proceedings(tmp_path, *arguments)
    assert "여기에는 자료집이 없습니다." in told.stdout + told.stderr
    assert re.search("[가-힣]", result.output)


def test_what_the_language_is_asked_for_wrongly_is_told(tmp_path: Path) -> None:
    told = proceedings(tmp_path, "--lang", "fr", "check")
    assert (told.exit_code, told.stderr.splitlines()[-1]) == (
        2,
        "Error: Invalid value for --lang: 'fr' is none of ko, en; write one of these",
    )


def test_a_group_without_a_command_shows_its_help() -> None:
    shown = CliRunner().invoke(main, ["new", "--lang", "ko"])
    assert shown.exit_code == 2
    assert "새 포럼의 기록을" in shown.output
    assert "<U+000A>" not in shown.output


def test_who_gives_up_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def give_up(*_: object, **__: object) -> None:
        raise click.Abort

    monkeypatch.setattr(click.Group, "main", give_up)
    ended = CliRunner().invoke(main, ["check"])
    assert (ended.exit_code, ended.stderr) == (1, "Aborted!\n")
