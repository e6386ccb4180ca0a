"""SECURITY.md speaks of what is there, in both languages alike."""

import re

import pytest

from tests.support.paths import ROOT

NAMES = ("SECURITY.md", "SECURITY.ko.md")


def quoted(name: str) -> list[str]:
    return re.findall(r"`([^`\s]+)`", (ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_every_path_that_is_named_exists(name: str) -> None:
    paths = [path for path in quoted(name) if "/" in path]
    assert len(paths) > 20
    made = re.compile(r"build/|site/.*|content/files/")
    assert [path for path in paths if not made.fullmatch(path) and not list(ROOT.glob(path))] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_proof_is_a_test(name: str) -> None:
    for path in (ROOT / quoted_path for quoted_path in quoted(name) if quoted_path.startswith("tests/")):
        files = [path] if path.suffix == ".py" else list(path.glob("test_*.py"))
        assert not path.is_dir() or files, path


def test_both_languages_name_the_same() -> None:
    english, korean = (set(quoted(name)) for name in NAMES)
    assert english == korean


@pytest.mark.parametrize("name", NAMES)
def test_no_address_is_invented(name: str) -> None:
    assert not re.search(r"\S+@\S+\.\S+", (ROOT / name).read_text(encoding="utf-8"))
