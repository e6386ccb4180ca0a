"""A generated folder holds exactly what is wanted, follows no link, and lasts through a full disk."""

import errno
import os
import resource
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.output import generated_folder
from generator.output.atomic_write import UNFINISHED, replace_file
from generator.output.generated_folder import (
    LinkedFolder,
    Written,
    check_paths,
    remove_links,
    write_files,
)
from tests.output.written_folder import NEW, OLD, content


def stamp(path: Path) -> tuple[int, int]:
    return path.stat().st_mtime_ns, path.stat().st_ino


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that an earlier run wrote OLD into."""
    folder = tmp_path / "docs"
    write_files(folder, OLD)
    return folder


def test_first_run_makes_the_folder_and_writes_everything(tmp_path: Path) -> None:
    assert write_files(tmp_path / "build" / "docs", OLD) == Written(written=4, unchanged=0, removed=0)
    assert content(tmp_path / "build" / "docs") == OLD


def test_folder_holds_exactly_what_is_wanted(folder: Path) -> None:
    assert write_files(folder, NEW) == Written(written=3, unchanged=1, removed=2)
    assert content(folder) == NEW


def test_nothing_is_touched_when_nothing_changed(folder: Path) -> None:
    before = {path: stamp(path) for path in folder.rglob("*")}
    assert write_files(folder, OLD) == Written(written=0, unchanged=4, removed=0)
    assert {path: stamp(path) for path in folder.rglob("*")} == before


def test_unchanged_file_is_not_touched_when_others_change(folder: Path) -> None:
    before = stamp(folder / "index.md")
    write_files(folder, NEW)
    assert stamp(folder / "index.md") == before


def test_empty_folders_go(folder: Path) -> None:
    (folder / "empty" / "deep").mkdir(parents=True)
    assert write_files(folder, {}) == Written(written=0, unchanged=0, removed=4)
    assert list(folder.iterdir()) == []


def test_progress_counts_up_to_all_files(folder: Path) -> None:
    heard: list[int] = []
    write_files(folder, NEW, heard.append)
    assert heard == [1, 2, 3, 4]


def test_missing_file_is_written_again(folder: Path) -> None:
    (folder / "index.md").unlink()
    assert write_files(folder, OLD).written == 1
    assert content(folder) == OLD


def test_a_manifest_of_earlier_versions_goes(folder: Path) -> None:
    (folder / ".proceedings-manifest.json").write_text('{"files": {"../x": "0"}, "writing": {}}')
    assert write_files(folder, OLD) == Written(written=0, unchanged=4, removed=1)
    assert content(folder) == OLD


# Files and links of others


@pytest.mark.parametrize("path", ["z.md", "speakers/new.md", "index.md", "forums/b.md", "mine.txt"])
def test_edited_and_added_files_give_way(folder: Path, path: str) -> None:
    (folder / path).parent.mkdir(exist_ok=True)
    (folder / path).write_text("a person's")
    write_files(folder, NEW)
    assert content(folder) == NEW


@pytest.mark.parametrize("path", ["z.md", "index.md", "mine.txt"])
@pytest.mark.parametrize("target", ["outside.txt", "nowhere"])
def test_symlink_is_replaced_or_removed_and_not_followed(folder: Path, path: str, target: str) -> None:
    outside = folder.parent / "outside.txt"
    outside.write_bytes(NEW["z.md"])
    (folder / path).unlink(missing_ok=True)
    (folder / path).symlink_to(folder.parent / target)
    write_files(folder, NEW)
    assert content(folder) == NEW
    assert not any(found.is_symlink() for found in folder.rglob("*"))
    assert outside.read_bytes() == NEW["z.md"]
    assert not (folder.parent / "nowhere").exists()


@pytest.mark.parametrize("name", ["speakers", "mine"])
def test_symlink_to_a_folder_goes_and_nothing_is_written_or_removed_through_it(
    folder: Path, name: str
) -> None:
    outside = folder.parent / "outside"
    (outside / "empty").mkdir(parents=True)
    (outside / "new.md").write_text("a person's")
    (folder / name).symlink_to(outside)
    write_files(folder, NEW)
    assert content(folder) == NEW
    assert not (folder / name).is_symlink()
    assert content(outside) == {"new.md": b"a person's"}
    assert (outside / "empty").is_dir()


def test_nothing_is_removed_through_a_symlink_in_place_of_a_folder(folder: Path) -> None:
    outside = folder.parent / "outside"
    (folder / "topics").rename(outside)
    (outside / "deep" / UNFINISHED).write_text("a person's, oddly named")
    (folder / "topics").symlink_to(outside)
    write_files(folder, NEW)
    assert set(content(outside)) == {"deep/er.md", f"deep/{UNFINISHED}"}
    write_files(folder, OLD)
    assert set(content(outside)) == {"deep/er.md", f"deep/{UNFINISHED}"}
    assert content(folder) == OLD


def test_symlink_at_the_name_of_an_unfinished_file_is_not_followed(folder: Path) -> None:
    outside = folder.parent / "outside.txt"
    outside.write_text("a person's")
    (folder / UNFINISHED).symlink_to(outside)
    write_files(folder, NEW)
    assert content(folder) == NEW
    assert outside.read_text() == "a person's"


def test_links_are_removed_before_files_are_written_one_by_one(folder: Path) -> None:
    outside = folder.parent / "outside"
    (folder / "topics").rename(outside)
    (folder / "topics").symlink_to(outside)
    (folder / "index.md").unlink()
    (folder / "index.md").symlink_to(outside / "deep" / "er.md")
    remove_links(folder)
    assert not any(found.is_symlink() for found in folder.rglob("*"))
    assert set(content(folder)) == OLD.keys() - {"index.md", "topics/deep/er.md"}
    assert set(content(outside)) == {"deep/er.md"}


@pytest.mark.parametrize("linked", ["build/docs", "build/docs/ko"])
def test_a_folder_behind_a_symlink_is_not_emptied(tmp_path: Path, linked: str) -> None:
    own = tmp_path / "own" / "ko"
    write_files(own, OLD)
    link = tmp_path / linked
    link.parent.mkdir(parents=True)
    link.symlink_to(own if link.name == "ko" else own.parent)
    with pytest.raises(LinkedFolder) as error:
        write_files(tmp_path / "build" / "docs" / "ko", NEW)
    with pytest.raises(LinkedFolder):
        remove_links(tmp_path / "build" / "docs" / "ko")
    assert str(error.value) == f"{link}: is a link, and the folder here is emptied; remove it and run again"
    assert content(own) == OLD


@pytest.mark.parametrize("path", ["z.md", "mine"])
def test_pipe_is_replaced_or_removed_without_reading_it(folder: Path, path: str) -> None:
    os.mkfifo(folder / path)
    write_files(folder, NEW)
    assert content(folder) == NEW
    assert not (folder / path).is_fifo()


def test_file_and_folder_change_places(folder: Path) -> None:
    write_files(folder, {"forums": b"now a file", "index.md/now": b"a folder"})
    assert content(folder) == {"forums": b"now a file", "index.md/now": b"a folder"}


def test_folder_with_files_of_others_becomes_a_file(folder: Path) -> None:
    (folder / "forums" / "mine.txt").write_text("a person's")
    write_files(folder, {"forums": b"now a file"})
    assert content(folder) == {"forums": b"now a file"}


# What may go wrong


@pytest.mark.parametrize(
    "paths",
    [
        ["/etc/x"],
        [""],
        ["a//b"],
        ["a/"],
        ["./a"],
        ["a/../../b"],
        [".."],
        ["a\\b"],
        ["a\0b"],
        [UNFINISHED],
        [f"a/{UNFINISHED}"],
        ["a", "a/b"],
        ["a/b/c", "a"],
        ["Page.md", "page.md"],
        ["A/x.md", "a/y.md"],
        ["한글.md", unicodedata.normalize("NFD", "한글.md")],
        ["straße.md", "STRASSE.md"],
    ],
)
def test_paths_that_no_plan_may_hold(tmp_path: Path, paths: list[str]) -> None:
    with pytest.raises(ValueError, match=r"is the name|is not a plain|differs from|lies below"):
        write_files(tmp_path / "docs", dict.fromkeys(paths, b""))
    assert not (tmp_path / "docs").exists()


@given(st.lists(st.text(alphabet="aAé가/.\\ \0", max_size=8), max_size=4, unique=True))
def test_accepted_paths_lie_below_the_folder_each_at_its_own_place(paths: list[str]) -> None:
    try:
        check_paths(paths)
    except ValueError:
        return
    places = [Path(os.path.normpath(f"/docs/{path}")) for path in paths]
    assert all(place.is_relative_to("/docs/") and place != Path("/docs") for place in places)
    assert len({str(place).casefold() for place in places}) == len(paths)


def replace_only(*names: str) -> Callable[[Path, bytes], None]:
    """A disk with room for the files of these names."""

    def replace(path: Path, content: bytes) -> None:
        if path.name not in names:
            raise OSError(errno.ENOSPC, "No space left on device")
        replace_file(path, content)

    return replace


def test_full_disk_leaves_each_file_old_or_new_and_the_next_run_finishes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(generated_folder, "replace_file", replace_only("a.md"))
        with pytest.raises(OSError, match="No space left"):
            write_files(folder, NEW)
    assert set(content(folder).items()) <= set(OLD.items()) | set(NEW.items())
    write_files(folder, NEW)
    assert content(folder) == NEW


def test_file_that_does_not_fit_leaves_no_half_of_it(folder: Path) -> None:
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        with pytest.raises(OSError, match="File too large"):
            write_files(folder, OLD | {"forums/a.md": b"x" * 10_000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert content(folder) == OLD
