"""The program asks for nothing that only Linux has.

It was never run on macOS or Windows; what is asked here is all that is known of them.
"""

from __future__ import annotations

import ast
import ntpath
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from generator.engine.child_process import ChildProcess
from generator.output import publishing
from generator.parsing.file_names import LONGEST_PATH, wrong_path
from generator.parsing.messages import in_words
from generator.pipeline import preview, preview_sources
from tests.support.paths import ROOT

GENERATOR = ROOT / "generator"


def test_nothing_is_asked_that_windows_lacks() -> None:
    """Types know which names, signals and methods of Python each system has: mypy."""
    asked = [sys.executable, "-m", "mypy", "--platform", "win32", "--cache-dir", "build/cache/mypy-win32"]
    done = subprocess.run([*asked, "generator"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def text_files_opened(tree: ast.AST) -> Iterator[ast.Call]:
    """Each call that opens, reads or writes a file as text. `read_text` by itself is a function of ours."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            modes = [value.value for value in node.args if isinstance(value, ast.Constant)]
            as_text = node.func.attr == "open" and "b" not in str(next(iter(modes), "r"))
            if node.func.attr in ("read_text", "write_text") or (as_text and not is_picture(node.func)):
                yield node
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "open":
            yield node


def is_picture(opener: ast.Attribute) -> bool:
    """Pillow's `open` has no text."""
    return isinstance(opener.value, ast.Name) and opener.value.id == "pillow"


def test_text_files_have_an_encoding_and_what_is_written_one_kind_of_line_end() -> None:
    """Windows would read and write in the encoding of its region, and end lines with two characters."""
    wrong = []
    for file in sorted(GENERATOR.rglob("*.py")):
        path, tree = file.relative_to(ROOT).as_posix(), ast.parse(file.read_text(encoding="utf-8"))
        for call in text_files_opened(tree):
            said = {keyword.arg for keyword in call.keywords}
            writes = getattr(call.func, "attr", "") == "write_text"
            encoded = "encoding" in said or (not writes and bool(call.args))  # read_text("utf-8")
            if not encoded or (writes and "newline" not in said):
                wrong.append(f"{path}:{call.lineno}")
    assert wrong == []


def test_the_program_starts_where_no_process_can_be_killed() -> None:
    """Windows has neither signal; all that a command needs is imported without them."""
    code = "import signal; del signal.SIGKILL, signal.SIGHUP; import generator.cli.main"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)


def test_a_command_s_output_is_utf_8_whatever_the_system_s_encoding(tmp_path: Path) -> None:
    program = r"print('\uae30\ub85d')"
    child = ChildProcess([sys.executable, "-c", program], tmp_path, {"PYTHONUTF8": "0", "LC_ALL": "POSIX"})
    assert child.wait() == 0
    assert child.output() == "기록\n"
    child.end()


def test_a_site_is_published_where_folders_cannot_change_places(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On Windows the old site is moved away first, and nobody asks a Path whether it is a mount."""
    stage, site = tmp_path / "build" / "stage-00000000", tmp_path / "site"
    for folder, text in ((stage, "new"), (site, "old")):
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(text, encoding="utf-8")

    def unsupported(_: Path) -> bool:
        raise NotImplementedError

    asked: list[tuple[Path, Path]] = []
    exchange = publishing.exchange

    def exchange_on_windows(one: Path, other: Path) -> bool:
        asked.append((one, other))
        with monkeypatch.context() as windows:
            windows.setattr(os, "name", "nt")
            return exchange(one, other)

    monkeypatch.setattr(Path, "is_mount", unsupported)
    monkeypatch.setattr(publishing, "exchange", exchange_on_windows)
    publishing.publish(stage, site)
    assert asked == [(stage, site)]
    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    assert not publishing.previous_of(site).exists()


def test_a_saved_file_on_another_drive_is_named_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "relpath", ntpath.relpath)
    saved = [r"C:\Python\generator\strings\ko.yml"]
    assert in_words(preview_sources.saved_files(Path("D:/archive"), saved), "en").endswith(saved[0])


def test_the_folder_of_a_killed_preview_is_removed_after_its_lock_is_let_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows removes no file that is open, so the lock must not be held while its folder goes."""
    left = tmp_path / "preview-0123abcd"
    left.mkdir()
    held: list[str] = []

    class Noting(FileLock):
        def _acquire(self) -> None:
            super()._acquire()
            held.append(self.lock_file)

        def _release(self) -> None:
            super()._release()
            held.remove(self.lock_file)

    def remove(folder: Path, **_: object) -> None:
        assert str(folder / publishing.LOCK) not in held
        removed.append(folder)

    removed: list[Path] = []
    monkeypatch.setattr(preview, "FileLock", Noting)
    monkeypatch.setattr(preview.shutil, "rmtree", remove)  # type: ignore[attr-defined]
    with preview.own_folder(tmp_path, lambda _: None) as folder:
        assert removed == [left]
        assert [Path(name).parent for name in held] == [folder]
    assert removed == [left, folder]


def test_every_system_can_keep_every_file_of_a_site(plain_built_project: Path) -> None:
    """No mark that Windows has a use for, no name of a device, nothing too long."""
    site = plain_built_project / "site"
    names = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assert len(names) > 300
    assert [name for name in names if wrong_path(name.removeprefix(".").replace("/.", "/"))] == []
    assert max(map(len, names)) <= LONGEST_PATH
