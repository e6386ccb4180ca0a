"""The files below content/files/: under which names they are published, and what lies there."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

from generator.corpus.files import file_names, paths_of
from generator.parsing.problems import Problem

SLIDES = "발표/자료.pdf"


def write(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def test_a_name_from_a_mac_is_published_composed(tmp_path: Path) -> None:
    on_disk = normalize("NFD", SLIDES)
    problems: list[Problem] = []
    names = file_names(write(tmp_path / "files", on_disk), problems)
    assert (names, problems) == (frozenset({SLIDES}), [])
    ((name, path),) = paths_of(names, tmp_path / "files")
    assert (name, path.read_text(encoding="utf-8")) == (SLIDES, on_disk)


def test_files_of_one_name_in_two_forms_are_told(tmp_path: Path) -> None:
    problems: list[Problem] = []
    names = file_names(write(tmp_path, SLIDES, normalize("NFD", SLIDES)), problems)
    assert names == {SLIDES}
    assert [str(problem.message).split("; ")[1] for problem in problems] == ["delete or rename one"]


def test_a_file_that_went_meanwhile_is_looked_for_where_it_was(tmp_path: Path) -> None:
    assert dict(paths_of(["gone.pdf"], tmp_path)) == {"gone.pdf": tmp_path / "gone.pdf"}


def test_without_a_folder_there_is_none(tmp_path: Path) -> None:
    problems: list[Problem] = []
    assert (file_names(tmp_path / "files", problems), problems) == (frozenset(), [])


def test_what_systems_leave_behind_is_not_published(tmp_path: Path) -> None:
    problems: list[Problem] = []
    left = ("Thumbs.db", "2024/desktop.ini", ".DS_Store", "~$제안.docx", ".~lock.제안.odt#")
    assert file_names(write(tmp_path, "2024/제안.docx", *left), problems) == {"2024/제안.docx"}
    assert problems == []
