"""The command `proceedings pdf`."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import pdf
from generator.cli.main import main
from tests.support.running import replace
from tests.typesetting.reading import text_of

FORUM = "2023-open-shelves"


def proceedings(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--project", str(project), "pdf", *arguments])


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which the command is called."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ([FORUM], f"{FORUM}.pdf"),
        ([FORUM, "--language", "en"], f"{FORUM}.en.pdf"),
        (["--year", "2023"], "2023.pdf"),
        (["--year", "2023", "--language", "ko"], "2023.ko.pdf"),
        ([FORUM, "-o", "out.pdf"], "out.pdf"),
    ],
)
def test_it_writes_the_volume_and_says_where(
    project: Path, here: Path, arguments: list[str], name: str
) -> None:
    ended = proceedings(project, *arguments)
    assert (ended.exit_code, ended.stdout, ended.stderr) == (0, f"{name}\n", "")
    assert [path.name for path in here.iterdir()] == [name]
    assert ("열린서가토론회" in text_of((here / name).read_bytes())) == ("en" not in arguments)


def test_the_volume_of_a_draft_says_that_it_is_one_and_no_other_volume_has_drafts(
    project: Path, here: Path
) -> None:
    for folder, of, new in (("forums", FORUM, "2023-draft"), ("proposals", f"{FORUM}-1", "2023-draft-1")):
        written = (project / f"content/{folder}/{of}.yml").read_text(encoding="utf-8")
        draft = written.replace(FORUM, "2023-draft").replace("열린 서가 토론회", "닫힌 서가 토론회")
        (project / f"content/{folder}/{new}.yml").write_text(f"{draft}draft: true\n", encoding="utf-8")
    ended = proceedings(project, "2023-draft")
    assert (ended.exit_code, ended.stderr) == (0, "2023-draft is not published yet; its volume says so\n")
    text = text_of((here / "2023-draft.pdf").read_bytes())
    assert "초안입니다" in text
    assert "닫힌서가토론회" in text
    assert proceedings(project, "--year", "2023", "-o", "year.pdf").exit_code == 0
    assert "닫힌서가토론회" not in text_of((here / "year.pdf").read_bytes())


def test_an_unknown_forum_is_answered_with_the_nearest_one(project: Path, here: Path) -> None:
    ended = proceedings(project, "2023-open-shelfs")
    assert ended.exit_code == 2
    assert "there is no forum '2023-open-shelfs'; did you mean '2023-open-shelves'?" in ended.stderr
    assert "content/forums/" in proceedings(project, "zzz").stderr
    assert list(here.iterdir()) == []


def test_a_year_without_forums_is_answered_with_those_that_have_some(project: Path, here: Path) -> None:
    ended = proceedings(project, "--year", "1999")
    assert ended.exit_code == 2
    assert "there is no forum of 1999; forums were held in 2023, 2024" in ended.stderr
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("arguments", [[], [FORUM, "--year", "2023"]])
def test_it_wants_a_forum_or_a_year(project: Path, arguments: list[str]) -> None:
    ended = proceedings(project, *arguments)
    assert ended.exit_code == 2
    assert "name a forum by its id, or a year with --year; one of the two" in ended.stderr


def test_without_typst_it_says_what_to_do(project: Path, here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "can_typeset", lambda: False)
    ended = proceedings(project, FORUM)
    assert ended.exit_code == 1
    assert ended.stderr.startswith(
        "Typst is not installed; it comes with forum-proceedings[pdf]: install that"
    )
    assert list(here.iterdir()) == []


def test_wrong_records_make_no_volume(project: Path, here: Path) -> None:
    replace(project / "content" / "forums" / f"{FORUM}.yml", "start_date: ", "start_date: once ")
    ended = proceedings(project, FORUM)
    assert ended.exit_code == 1
    assert f"content/forums/{FORUM}.yml" in ended.stderr
    assert list(here.iterdir()) == []


def test_a_file_that_cannot_be_written_is_named(project: Path, here: Path) -> None:
    ended = proceedings(project, FORUM, "-o", "nowhere/x.pdf")
    assert ended.exit_code == 1
    assert "nowhere" in ended.stderr
    assert list(here.iterdir()) == []
