"""The digest of the program is another one when a file of it, or a package, is another one."""

from __future__ import annotations

from importlib import metadata
from pathlib import Path

import pytest

from generator.output import program_digest as module
from generator.output.program_digest import program_digest


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in {"pages/home.py": "a", "pages/words.yml": "b", "other/x.py": "c"}.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.setattr(module, "PROGRAM", tmp_path)
    return tmp_path


def fresh(*folders: str, packages: tuple[str, ...] = ("click",)) -> str:
    program_digest.cache_clear()
    return program_digest(folders, packages)


def test_each_file_below_the_folders_counts_and_no_compiled_one(program: Path) -> None:
    before = fresh("pages")
    (program / "pages" / "__pycache__").mkdir()
    (program / "pages" / "__pycache__" / "home.cpython-311.pyc").write_bytes(b"compiled")
    (program / "other" / "x.py").write_text("changed")
    assert fresh("pages") == before
    (program / "pages" / "words.yml").write_text("B")
    changed = fresh("pages")
    (program / "pages" / "words.yml").rename(program / "pages" / "worte.yml")
    assert len({before, changed, fresh("pages"), fresh("pages", "other/x.py")}) == 4


def test_versions_count_and_a_missing_package_is_none(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert program.is_dir()
    before = fresh("pages", packages=("click", "no-such-package"))
    monkeypatch.setattr(metadata, "version", lambda _package: "99")
    assert fresh("pages", packages=("click", "no-such-package")) != before
