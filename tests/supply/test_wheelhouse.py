"""The folder of `make wheelhouse`: whole, or its program says what is not. tests/package/ builds from one."""

from __future__ import annotations

import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from tests.supply import wheelhouse
from tests.supply.wheelhouse_files.build import compare

WHEEL = "click_extra-8.5.1-py3-none-any.whl"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A wheelhouse with one wheel that is none, and a site of one page."""
    project, folder = tmp_path / "project", tmp_path / "wheelhouse"
    for path, text in (("content/site.yml", "x"), ("mkdocs.yml", "x"), ("site/index.html", "쪽")):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")
    (project / "generator").mkdir()
    (folder / "wheels").mkdir(parents=True)
    (folder / "wheels" / WHEEL).write_bytes(b"wheel")
    wheelhouse.fill(folder, project)
    return folder


def build(folder: Path, target: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, folder / "build.py", target], capture_output=True, text=True, encoding="utf-8",
        check=False,
    )  # fmt: skip


def test_each_wheel_is_named_with_its_sum(folder: Path) -> None:
    listed = (folder / "wheels" / "requirements.txt").read_text(encoding="utf-8")
    assert listed == f"click-extra==8.5.1 --hash=sha256:{sha256(b'wheel').hexdigest()}\n"


def test_the_sums_are_those_of_all_files(folder: Path) -> None:
    subprocess.run(["sha256sum", "--check", "--quiet", wheelhouse.SUMS], cwd=folder, check=True)
    sums = (folder / wheelhouse.SUMS).read_text(encoding="utf-8").splitlines()
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert {line.partition("  ")[2] for line in sums} == files - {wheelhouse.SUMS}
    assert {"README.md", "build.py", "content/site.yml", "site/index.html", f"wheels/{WHEEL}"} <= files


def test_what_an_earlier_one_held_is_gone(folder: Path, tmp_path: Path) -> None:
    (folder / "content" / "old.yml").write_text("x", encoding="utf-8")
    wheelhouse.fill(folder, tmp_path / "project")
    assert "old.yml" not in (folder / wheelhouse.SUMS).read_text(encoding="utf-8")


def test_the_page_speaks_both_languages_and_names_the_python(folder: Path) -> None:
    page = (folder / "README.md").read_text(encoding="utf-8")
    assert page.count(f"Python {sys.version_info.major}.{sys.version_info.minor}") == 2
    assert not re.search(r"[{}]", page)
    commands = [
        re.findall(r"^(python3|sha256sum) ([^#]+?) +#", part, re.MULTILINE) for part in page.split("\n---\n")
    ]
    korean, english = commands
    assert len(korean) == 2
    assert korean == english


@pytest.mark.parametrize("name", ["content/site.yml", f"wheels/{WHEEL}", "site/index.html"])
def test_a_changed_or_missing_file_is_named_before_anything_is_installed(
    folder: Path, tmp_path: Path, name: str
) -> None:
    for damage in (lambda path: path.write_bytes(b"other"), Path.unlink):
        damage(folder / name)
        told = build(folder, tmp_path / "rebuilt")
        assert told.returncode == 1
        assert told.stderr.startswith(f"{name}\n")
        assert "missing or changed" in told.stderr
        assert not (tmp_path / "rebuilt").exists()


def test_a_folder_that_is_there_is_left_alone(folder: Path, tmp_path: Path) -> None:
    told = build(folder, tmp_path / "project")
    assert told.returncode == 1
    assert "is there already" in told.stderr
    assert sorted(path.name for path in (tmp_path / "project").iterdir()) == [
        "content", "generator", "mkdocs.yml", "site",
    ]  # fmt: skip


def test_a_site_that_is_not_the_same_is_a_failure_with_its_files(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = folder / "site"
    same = {"site/index.html": sha256((site / "index.html").read_bytes()).hexdigest()}
    compare(site, same)
    assert "The same bytes: 1 files" in capsys.readouterr().out
    (site / "more.html").write_text("x", encoding="utf-8")
    with pytest.raises(SystemExit):
        compare(site, {**same, "site/gone.html": "0"})
    assert capsys.readouterr().out == "site/gone.html\nsite/more.html\n"
