"""Warnings at the command: after the errors, counted, and no failure; `--strict`; `due`."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from generator.pipeline.today import CLOCK
from tests.support.paths import VALID
from tests.support.running import replace

SITE, PROPOSAL = "content/site.yml", "content/proposals/2024-open-shelves-1.yml"
SOURCE = "content/sources/dawn-courier.yml"
SUMMER = "1718841600"
"""20 June 2024, in seconds since 1970."""
LONG_AFTER = "1795737600"
"""27 November 2026."""


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """Records whose one warning is that of a Korean title for both languages."""
    shutil.copytree(VALID, tmp_path / "content")
    replace(tmp_path / SITE, "example.org/", "hanbyeol.kr/")
    replace(tmp_path / SITE, "desk@example.org", "desk@hanbyeol.kr")
    replace(tmp_path / SOURCE, "example.org", "hanbyeol.kr")
    replace(tmp_path / "content/organizations/city-hall.yml", "government", "other")
    replace(tmp_path / PROPOSAL, "title: {ko: 밤에도 열자, en: Open at night}", "title: 밤에도 열자")
    return tmp_path


def call(project: Path, *arguments: str, today: str = SUMMER) -> Result:
    return CliRunner().invoke(main, ["--project", str(project), *arguments], env={CLOCK: today})


def last_line(result: Result) -> str:
    return result.stderr.splitlines()[-1]


def test_a_warning_alone_is_told_counted_and_no_failure(doubtful: Path) -> None:
    result = call(doubtful, "check")
    assert result.exit_code == 0
    assert re.fullmatch(rf"{PROPOSAL}:3:8: warning: title: .* \[one-language\]\n", result.stdout)
    assert last_line(result) == "5 records, no problem; 1 warning in 1 file"
    korean = call(doubtful, "--lang", "ko", "check")
    assert f"{PROPOSAL}:3:8: 주의: title: " in korean.stdout
    assert last_line(korean) == "기록 5건에 고칠 것이 없습니다. 파일 1개에 살펴볼 것 1가지가 있습니다."


def test_warnings_come_after_errors(doubtful: Path) -> None:
    replace(doubtful / SOURCE, "language: ko", "language: ko\naccessed: 2024-01-01")
    result = call(doubtful, "check")
    assert result.exit_code == 1
    first, second = result.stdout.splitlines()
    assert first.startswith(f"{SOURCE}:7:11: accessed: ")
    assert second.startswith(f"{PROPOSAL}:3:8: warning: title: ")
    assert last_line(result) == "1 problem and 1 warning in 2 files"
    korean = call(doubtful, "--lang", "ko", "check")
    assert last_line(korean) == "파일 2개에 고칠 것 1가지와 살펴볼 것 1가지가 있습니다."


def test_links_to_places_are_errors_before_warnings(doubtful: Path) -> None:
    replace(doubtful / PROPOSAL, "밤에도 열어야 한다.", "'[밤](about.md#nowhere)'")
    *errors, last = call(doubtful, "check").stdout.splitlines()
    assert errors
    assert all(error.startswith(f"{PROPOSAL}:4:") for error in errors)
    assert last.startswith(f"{PROPOSAL}:3:8: warning: ")


def test_a_silenced_warning_is_not_told(doubtful: Path) -> None:
    with (doubtful / PROPOSAL).open("a", encoding="utf-8") as record:
        record.write("silence: [one-language]\n")
    result = call(doubtful, "check", "--strict")
    assert (result.exit_code, result.stdout) == (0, "")
    assert last_line(result) == "5 records, no problem"


def test_quiet_tells_no_warnings(doubtful: Path) -> None:
    result = call(doubtful, "check", "--quiet")
    assert (result.exit_code, result.output) == (0, "")


@pytest.mark.parametrize("command", ["check", "build"])
def test_strict_makes_errors_of_warnings(doubtful: Path, command: str) -> None:
    result = call(doubtful, command, "--strict")
    assert result.exit_code == 1
    told = result.stdout if command == "check" else result.stderr
    assert re.search(rf"(?m)^{PROPOSAL}:3:8: title: .* \[one-language\]$", told)
    assert last_line(result) == "1 problem in 1 file"
    assert not (doubtful / "site").exists()


def test_strict_never_counts_what_depends_on_the_day(doubtful: Path) -> None:
    replace(doubtful / PROPOSAL, "title: 밤에도 열자", "title: {ko: 밤에도 열자}")
    result = call(doubtful, "check", "--strict", today=LONG_AFTER)
    assert result.exit_code == 0
    assert "warning: checked: " in result.stdout
    replace(doubtful / PROPOSAL, "title: {ko: 밤에도 열자}", "title: 밤에도 열자")
    result = call(doubtful, "check", "--strict", today=LONG_AFTER)
    assert result.exit_code == 1
    assert last_line(result) == "1 problem and 1 warning in 1 file"


def test_each_format_carries_the_level(doubtful: Path) -> None:
    github = call(doubtful, "check", "--format", "github").stdout
    assert re.fullmatch(rf"::warning file={PROPOSAL},line=3,col=8::title: .* \[one-language\]\n", github)
    (told,) = json.loads(call(doubtful, "check", "--format", "json").stdout)
    assert (told["level"], told["name"], told["field"]) == ("warning", "one-language", "title")
    strict = call(doubtful, "check", "--format", "github", "--strict").stdout
    assert strict.startswith("::error file=")
    (told,) = json.loads(call(doubtful, "check", "--format", "json", "--strict").stdout)
    assert (told["level"], told["name"]) == ("error", "one-language")


def test_due_lists_what_nobody_has_looked_at(doubtful: Path) -> None:
    assert call(doubtful, "due").stdout == ""
    result = call(doubtful, "due", today=LONG_AFTER)
    assert result.exit_code == 0
    assert result.stdout == (
        f"{PROPOSAL}: last looked at 2024-06-12; newest source: {SOURCE}, 2024-06-13, "
        "https://courier.hanbyeol.kr/shelves\n"
    )
    assert result.stderr == "1 of 1 proposals were not looked at for 12 months\n"
    korean = call(doubtful, "--lang", "ko", "due", today=LONG_AFTER)
    assert korean.stderr == "제안 1건 가운데 1건을 12개월 넘게 확인하지 않았습니다.\n"
    assert korean.stdout.startswith(f"{PROPOSAL}: 2024-06-12에 마지막으로 확인했습니다. ")
