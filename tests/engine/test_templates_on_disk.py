"""Compiled templates that an earlier build left: whatever became of them, pages are the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from generator.engine.templates import TemplatesOnDisk

DAMAGES = {
    "emptied": b"",
    "cut": slice(30),
    "without its end": slice(-1),
    "no pickle": b"j2\x05\x00 nonsense",
    "no code": b"x" * 400,
}


def rendered(folder: Path) -> str:
    environment = Environment(loader=DictLoader({"page": "{% for n in (1, 2) %}{{ n }}{% endfor %}"}))  # noqa: S701 - numbers
    environment.bytecode_cache = TemplatesOnDisk(folder)
    return environment.get_template("page").render()


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_file_is_made_again(tmp_path: Path, damage: bytes | slice) -> None:
    assert rendered(tmp_path) == "12"
    (kept,) = tmp_path.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(damage if isinstance(damage, bytes) else whole[damage])
    assert rendered(tmp_path) == "12"
    assert kept.read_bytes() == whole


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rendered(tmp_path)
    monkeypatch.setattr(Environment, "_compile", pytest.fail)
    assert rendered(tmp_path) == "12"


def test_a_folder_that_cannot_be_written_to_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert rendered(tmp_path / "file" / "jinja") == "12"
