import errno
import itertools
import json
import os
import resource
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.output import generated_folder
from generator.output.atomic_write import UNFINISHED, replace_file
from generator.output.generated_folder import (
    MANIFEST,
    DamagedManifest,
    ForeignFile,
    Written,
    check_paths,
    write_files,
)
from tests.support.paths import ROOT

OLD = {
    "index.md": b"home\n",
    "forums/a.md": b"A\n",
    "forums/b.md": b"B\n",
    "topics/deep/er.md": b"old topic\n",
}
NEW = {"index.md": b"home\n", "forums/a.md": b"A, changed\n", "speakers/new.md": b"new\n", "z.md": b"z\n"}
OTHER = {"index.md": b"another home\n", "forums/a.md": b"A, again\n", "topics/deep/er.md": b"old topic\n"}


def content(folder: Path) -> dict[str, bytes]:
    """Every file below a folder except the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


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


def test_folders_left_empty_go_and_others_stay(folder: Path) -> None:
    (folder / "forums" / "mine.txt").write_text("a person's")
    (folder / "empty").mkdir()
    write_files(folder, {})
    assert content(folder) == {"forums/mine.txt": b"a person's"}
    assert {path.name for path in folder.iterdir()} == {"forums", "empty", MANIFEST}


def test_order_of_files_does_not_matter(tmp_path: Path) -> None:
    write_files(tmp_path / "one", NEW)
    write_files(tmp_path / "two", dict(reversed(NEW.items())))
    assert (tmp_path / "one" / MANIFEST).read_bytes() == (tmp_path / "two" / MANIFEST).read_bytes()


def test_manifest_is_sorted_and_names_what_is_ours(folder: Path) -> None:
    manifest = json.loads((folder / MANIFEST).read_bytes())
    assert list(manifest["files"]) == sorted(OLD)
    assert manifest["writing"] == {}


def test_progress_counts_up_to_all_files(folder: Path) -> None:
    heard: list[int] = []
    write_files(folder, NEW, heard.append)
    assert heard == [1, 2, 3, 4]


def test_missing_file_is_written_again(folder: Path) -> None:
    (folder / "index.md").unlink()
    assert write_files(folder, OLD).written == 1
    assert content(folder) == OLD


# What a person made


@pytest.mark.parametrize("path", ["z.md", "speakers/new.md"])
def test_foreign_file_is_refused_before_anything_is_written(folder: Path, path: str) -> None:
    (folder / path).parent.mkdir(exist_ok=True)
    (folder / path).write_text("a person's")
    before = content(folder)
    with pytest.raises(ForeignFile) as error:
        write_files(folder, NEW)
    assert error.value.path == folder / path
    assert str(error.value) == (
        f"{folder / path}: is not the generator's, but in its way; move it elsewhere and run again"
    )
    assert content(folder) == before


def test_foreign_file_with_the_same_bytes_is_refused_too(folder: Path) -> None:
    (folder / "z.md").write_bytes(NEW["z.md"])
    with pytest.raises(ForeignFile):
        write_files(folder, NEW)


def test_edited_file_that_is_still_wanted_is_written_again(folder: Path) -> None:
    (folder / "index.md").write_text("edited")
    assert write_files(folder, OLD) == Written(written=1, unchanged=3, removed=0)
    assert content(folder) == OLD


def test_edited_file_that_is_no_longer_wanted_is_kept_and_named_every_time(folder: Path) -> None:
    (folder / "forums" / "b.md").write_text("edited")
    assert write_files(folder, NEW) == Written(3, 1, 1, kept=("forums/b.md",))
    assert write_files(folder, NEW) == Written(0, 4, 0, kept=("forums/b.md",))
    assert content(folder) == NEW | {"forums/b.md": b"edited"}
    (folder / "forums" / "b.md").unlink()
    assert write_files(folder, NEW) == Written(0, 4, 0)


def test_kept_file_that_differs_only_by_case_does_not_damage_the_manifest(folder: Path) -> None:
    write_files(folder, {"Page.md": b"1"})
    (folder / "Page.md").write_text("edited")
    assert write_files(folder, {"page.md": b"2"}).kept == ("Page.md",)
    assert write_files(folder, {"page.md": b"2"}).kept == ("Page.md",)


@pytest.mark.parametrize("target", ["outside.txt", "nowhere"])
def test_symlink_at_a_wanted_path_is_refused(folder: Path, target: str) -> None:
    outside = folder.parent / "outside.txt"
    outside.write_text("a person's")
    (folder / "z.md").symlink_to(folder.parent / target)
    with pytest.raises(ForeignFile):
        write_files(folder, NEW)
    assert outside.read_text() == "a person's"


def test_symlink_in_place_of_our_file_is_refused(folder: Path) -> None:
    outside = folder.parent / "outside.md"
    outside.write_text("a person's")
    (folder / "index.md").unlink()
    (folder / "index.md").symlink_to(outside)
    with pytest.raises(ForeignFile):
        write_files(folder, OLD)
    assert outside.read_text() == "a person's"


def test_symlink_as_a_folder_is_refused(folder: Path) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (folder / "speakers").symlink_to(outside)
    with pytest.raises(ForeignFile) as error:
        write_files(folder, NEW)
    assert error.value.path == folder / "speakers"
    assert not list(outside.iterdir())


def test_nothing_is_removed_through_a_symlink(folder: Path) -> None:
    outside = folder.parent / "outside"
    (folder / "topics").rename(outside)
    (outside / "deep" / UNFINISHED).write_text("a person's, oddly named")
    (folder / "topics").symlink_to(outside)
    manifest = json.loads((folder / MANIFEST).read_bytes())
    manifest["writing"] = {"topics/deep/er.md": "0"}
    (folder / MANIFEST).write_text(json.dumps(manifest))
    write_files(folder, NEW)
    assert set(content(outside)) == {"deep/er.md", f"deep/{UNFINISHED}"}


def test_no_empty_folder_is_removed_through_a_symlink(folder: Path) -> None:
    outside = folder.parent / "outside"
    (folder / "topics").rename(outside)
    (outside / "deep" / "er.md").unlink()
    (folder / "topics").symlink_to(outside)
    write_files(folder, NEW)
    assert (outside / "deep").is_dir()


def test_pipe_at_a_wanted_path_is_refused_without_reading_it(folder: Path) -> None:
    os.mkfifo(folder / "z.md")
    with pytest.raises(ForeignFile):
        write_files(folder, NEW)


def test_file_and_folder_change_places(folder: Path) -> None:
    write_files(folder, {"forums": b"now a file", "index.md/now": b"a folder"})
    assert content(folder) == {"forums": b"now a file", "index.md/now": b"a folder"}


def test_folder_with_something_foreign_does_not_become_a_file(folder: Path) -> None:
    (folder / "forums" / "mine.txt").write_text("a person's")
    with pytest.raises(ForeignFile) as error:
        write_files(folder, {"forums": b"now a file"})
    assert error.value.path == folder / "forums" / "mine.txt"
    assert content(folder) == OLD | {"forums/mine.txt": b"a person's"}


# What may go wrong


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\xff",
        b"[]",
        b"null",
        b'{"files": {}}',
        b'{"files": {"a": 1}, "writing": {}}',
        b'{"files": [], "writing": {}}',
        b'{"files": {"../x": "0"}, "writing": {}}',
        b'{"files": {}, "writing": {"/x": "0"}}',
        b"[" * 100_000,
    ],
)
def test_damaged_manifest_names_the_folder_to_delete(folder: Path, damage: bytes) -> None:
    (folder / MANIFEST).write_bytes(damage)
    with pytest.raises(DamagedManifest) as error:
        write_files(folder, NEW)
    assert str(error.value) == f"{folder / MANIFEST}: is damaged; delete the folder {folder} and run again"
    assert content(folder) == OLD


def test_manifest_that_is_a_symlink_is_damaged(folder: Path) -> None:
    (folder / MANIFEST).rename(folder.parent / "elsewhere")
    (folder / MANIFEST).symlink_to(folder.parent / "elsewhere")
    with pytest.raises(DamagedManifest):
        write_files(folder, NEW)


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
        [MANIFEST],
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
    with pytest.raises(ValueError, match=r"is a name|is not a plain|differs from|lies below"):
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
        patch.setattr(generated_folder, "replace_file", replace_only(MANIFEST, "a.md"))
        with pytest.raises(OSError, match="No space left"):
            write_files(folder, NEW)
    assert set(content(folder).items()) <= set(OLD.items()) | set(NEW.items())
    assert write_files(folder, NEW).kept == ()
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


def test_file_of_an_unfinished_run_is_ours_even_after_another_one(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for finishes, text in ((["a.md"], b"second"), ([], b"third")):
        with monkeypatch.context() as patch:
            patch.setattr(generated_folder, "replace_file", replace_only(MANIFEST, *finishes))
            with pytest.raises(OSError, match="No space left"):
                write_files(folder, {"forums/a.md": text, "forums/b.md": b"B, changed"})
    assert (folder / "forums" / "a.md").read_bytes() == b"second"
    assert write_files(folder, {}) == Written(written=0, unchanged=0, removed=2)


def test_file_made_by_a_person_after_a_kill_is_still_foreign(folder: Path) -> None:
    manifest = json.loads((folder / MANIFEST).read_bytes())
    manifest["writing"] = {"z.md": "the digest of what was never written"}
    (folder / MANIFEST).write_text(json.dumps(manifest))
    (folder / "z.md").write_text("a person's")
    with pytest.raises(ForeignFile):
        write_files(folder, NEW)


def test_kill_at_every_step_leaves_whole_files_and_the_next_run_finishes(tmp_path: Path) -> None:
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            "from tests.output.test_generated_folder import *; kill_at_every_step(Path(sys.argv[1]))",
            tmp_path,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) >= 15


def kill_at_every_step(parent: Path) -> None:
    """Die before each change of the disk in turn, look at what is there, then want one thing or another."""
    killed, step = True, 0
    while killed:
        step += 1
        for name, wanted in {"new": NEW, "old": OLD, "other": OTHER}.items():
            folder = parent / f"{step}-{name}"
            write_files(folder, OLD)
            (folder / "mine.txt").write_bytes(b"a person's")
            killed = dies_at(step, folder)
            left = {name: data for name, data in content(folder).items() if not name.endswith(UNFINISHED)}
            assert left.items() <= {*OLD.items(), *NEW.items(), ("mine.txt", b"a person's")}, left
            assert OLD.keys() & NEW.keys() <= left.keys()
            assert write_files(folder, wanted).kept == ()
            assert content(folder) == wanted | {"mine.txt": b"a person's"}
            assert not [path for path in folder.rglob("*") if path.is_dir() and not list(path.iterdir())]
    sys.stdout.write(str(step - 1))


def dies_at(step: int, folder: Path) -> bool:
    """Write NEW in a child process that kills itself before its `step`th change of the disk."""
    child = os.fork()
    if child:
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    steps = itertools.count(1)

    def kill(event: str, arguments: tuple[object, ...]) -> None:
        changes = event in ("os.rename", "os.remove", "os.rmdir", "os.mkdir")
        if (changes or (event == "open" and arguments[1] == "xb")) and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(kill)
    write_files(folder, NEW)
    os._exit(0)
