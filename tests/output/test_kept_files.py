"""What is kept comes back as the file that it was, or not at all."""

from __future__ import annotations

import errno
from collections.abc import Callable
from io import BufferedWriter
from pathlib import Path

import pytest

from generator.output.kept_files import KeptFiles
from tests.output.test_file_cache import DAMAGES, PDF


@pytest.fixture
def kept(tmp_path: Path) -> KeptFiles:
    made = KeptFiles(tmp_path / "kept")
    made.put("a", PDF)
    return made


def content_of(kept: KeptFiles, key: str) -> bytes | None:
    """As the next build finds it."""
    path = KeptFiles(kept.folder).find(key)
    return path.read_bytes() if path else None


@pytest.mark.parametrize("content", [PDF, b"", b"\n"])
def test_what_is_put_comes_back(kept: KeptFiles, content: bytes) -> None:
    assert kept.put("b", content).read_bytes() == content
    assert kept.find("b") is not None
    assert (content_of(kept, "b"), content_of(kept, "a"), content_of(kept, "c")) == (content, PDF, None)


OF_CONTENT = {name: damage for name, damage in DAMAGES.items() if damage(PDF) != PDF}


@pytest.mark.parametrize("damage", OF_CONTENT.values(), ids=OF_CONTENT)
def test_a_damaged_file_counts_as_missing_until_it_is_made_again(
    kept: KeptFiles, damage: Callable[[bytes], bytes]
) -> None:
    path = kept.find("a")
    assert path
    path.write_bytes(damage(PDF))
    assert kept.find("a") is None
    kept.put("a", PDF)
    assert content_of(kept, "a") == PDF


def test_a_link_in_a_site_is_not_changed_when_the_file_is_made_again(kept: KeptFiles, tmp_path: Path) -> None:
    published = tmp_path / "site.pdf"
    published.hardlink_to(kept.put("a", PDF))
    kept.put("a", b"new")
    assert (published.read_bytes(), content_of(kept, "a")) == (PDF, b"new")
    assert len(list(kept.folder.iterdir())) == 1


def test_a_file_is_kept_by_two_keys_and_lies_there_once(kept: KeptFiles) -> None:
    first = kept.find("a")
    assert first
    assert kept.put("b", first).samefile(first)
    assert content_of(kept, "b") == PDF


def test_where_there_are_no_links_the_file_is_copied(
    kept: KeptFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    first = kept.find("a")
    assert first
    monkeypatch.setattr(Path, "hardlink_to", refuse)
    assert not kept.put("b", first).samefile(first)
    assert content_of(kept, "b") == PDF


def test_what_stands_in_the_way_makes_room(kept: KeptFiles, tmp_path: Path) -> None:
    path = kept.put("b", PDF)
    path.unlink()
    (path / "c").mkdir(parents=True)
    assert content_of(kept, "b") is None
    kept.put("b", PDF)
    assert content_of(kept, "b") == PDF
    (tmp_path / "file").write_bytes(b"no folder")
    other = KeptFiles(tmp_path / "file")
    assert other.find("a") is None
    other.put("a", PDF)
    assert content_of(other, "a") == PDF


def test_without_room_no_half_file_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill_up(path: Path, mode: str) -> BufferedWriter:
        path.touch()
        raise OSError(errno.ENOSPC, f"no room for what {mode} opens")

    monkeypatch.setattr(Path, "open", fill_up)
    with pytest.raises(OSError, match="no room for what xb opens"):
        KeptFiles(tmp_path).put("a", b"full")
    assert list(tmp_path.iterdir()) == []


def test_files_of_the_keys_named_stay_and_their_equals(kept: KeptFiles) -> None:
    kept.put("b", b"2")
    kept.put("equal", b"2")
    (kept.folder / "folder").mkdir()
    (kept.folder / ".unfinished.1").write_bytes(b"")
    kept.keep_only({"b"})
    assert [content_of(kept, key) for key in ("a", "b", "equal")] == [None, b"2", b"2"]
    assert len(list(kept.folder.iterdir())) == 2
    KeptFiles(kept.folder / "nowhere").keep_only(())
