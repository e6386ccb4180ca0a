"""A built site takes the place of the old one whole, and keeps what a person added."""

import ctypes
import errno
import json
import os
import shutil
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

import pytest

from generator.output import publishing
from generator.output.publishing import (
    MARKER,
    publish,
    staging_folder,
)
from tests.output.published_site import build_and_publish, left_in, token_of
from tests.support.paths import ROOT


@pytest.mark.parametrize("exchange_works", [True, False])
def test_stage_becomes_the_site_and_the_old_site_goes(
    build: Path, site: Path, exchange_works: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not exchange_works:
        monkeypatch.setattr(publishing, "exchange", lambda *_: False)
    for token in ("first", "second", "third"):
        assert build_and_publish(build, site, token) is None
        assert token_of(site) == token
    assert left_in(build) == set()
    assert {path.name for path in site.parent.iterdir()} == {"build", "site"}


def test_exchange_is_one_step_on_this_system(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a" / "was-a").touch()
    assert publishing.exchange(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b" / "was-a").exists()
    assert not list((tmp_path / "a").iterdir())


def test_site_is_there_at_every_moment(build: Path, site: Path) -> None:
    build_and_publish(build, site, "even")
    with subprocess.Popen(
        [
            sys.executable,
            "-c",
            "from tests.output.test_publishing import *; publish_again_and_again()",
            build,
            site,
        ],
        cwd=ROOT,
    ) as publisher:
        seen = set()
        while publisher.poll() is None:
            seen.add((site / "page-49" / "index.html").read_text())
            time.sleep(0.0005)  # A reader without a pause makes the publisher six times as slow.
    assert publisher.returncode == 0
    assert seen <= {"even", "odd"}
    assert token_of(site) == "odd"


def publish_again_and_again() -> None:
    for number in range(30):
        build_and_publish(Path(sys.argv[1]), Path(sys.argv[2]), ("even", "odd")[number % 2])


@pytest.mark.parametrize(("mask", "folders", "files"), [(0o077, 0o755, 0o644), (0o002, 0o775, 0o664)])
def test_site_can_be_read_by_others(build: Path, site: Path, mask: int, folders: int, files: int) -> None:
    """A web server is another user; and colleagues who share a group may go on writing."""
    umask = os.umask(mask)
    try:
        build_and_publish(build, site, "first")
    finally:
        os.umask(umask)
    for path in (site, *site.rglob("*")):
        assert path.stat().st_mode & 0o777 == (folders if path.is_dir() else files)


def test_failed_exchange_leaves_the_old_site(
    build: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_and_publish(build, site, "old")

    def fail(*_: Path) -> bool:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(publishing, "exchange", fail)
    with pytest.raises(OSError, match="Input/output error"):
        build_and_publish(build, site, "new")
    assert token_of(site) == "old"
    assert left_in(build) == set()


def test_failed_second_step_puts_the_old_site_back(
    build: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_and_publish(build, site, "old")
    rename = Path.rename

    def rename_or_fail(self: Path, target: Path) -> Path:
        if self.name.startswith("stage-"):
            raise OSError(errno.EIO, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(publishing, "exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", rename_or_fail)
    with pytest.raises(OSError, match="Input/output error"):
        build_and_publish(build, site, "new")
    assert token_of(site) == "old"
    assert {path.name for path in site.parent.iterdir()} == {"build", "site"}


@pytest.mark.parametrize("error", sorted(publishing.CANNOT_EXCHANGE))
def test_file_system_without_exchange_is_told_from_a_failure(
    tmp_path: Path, error: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctypes, "get_errno", lambda: error)
    assert not publishing.exchange(tmp_path / "missing", tmp_path)


def test_exchange_with_something_missing_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        publishing.exchange(tmp_path / "missing", tmp_path)


def test_publishing_begins_with_recovering(build: Path, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build_and_publish(build, site, "old")
    site.rename(publishing.previous_of(site))
    monkeypatch.setattr(publishing, "put_in_place", lambda *_: 1 / 0)
    with staging_folder(build) as stage, pytest.raises(ZeroDivisionError):
        publish(stage, site)
    assert token_of(site) == "old"


def test_files_added_to_the_site_by_hand_are_saved(build: Path, site: Path) -> None:
    build_and_publish(build, site, "old")
    (site / "CNAME").write_text("example.org")
    (site / "page-1" / "notes.txt").write_text("a person's")
    (site / "link").symlink_to(build)
    (site / ".well-known").mkdir()
    (site / ".well-known" / "security.txt").write_text("a person's")
    (site / ".DS_Store").touch()
    saved = build_and_publish(build, site, "new")
    assert saved is not None
    assert saved.parent == build
    assert {path.relative_to(saved).as_posix() for path in saved.rglob("*")} == {
        "CNAME", "page-1", "page-1/notes.txt", "link", ".well-known", ".well-known/security.txt",
    }  # fmt: skip
    assert token_of(site) == "new"
    assert build_and_publish(build, site, "newer") is None
    assert (saved / "CNAME").read_text() == "example.org"


def test_a_folder_that_a_person_linked_into_the_site_keeps_all_it_holds(
    build: Path, site: Path, tmp_path: Path
) -> None:
    """Also where it took the place of one of ours."""
    build_and_publish(build, site, "old")
    (tmp_path / "slides").mkdir()
    (tmp_path / "slides" / "index.html").write_text("a person's")
    shutil.rmtree(site / "page-1")
    for name in ("page-1", "slides"):
        (site / name).symlink_to(tmp_path / "slides")
    saved = build_and_publish(build, site, "new")
    assert saved is not None
    assert {path.name for path in saved.iterdir() if path.is_symlink()} == {"page-1", "slides"}
    assert (tmp_path / "slides" / "index.html").read_text() == "a person's"
    assert token_of(site) == "new"


@pytest.mark.parametrize("stopped", [KeyboardInterrupt, SystemExit])
def test_who_stops_it_between_the_two_steps_keeps_the_old_site(
    build: Path, site: Path, stopped: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    build_and_publish(build, site, "old")
    rename = Path.rename

    def rename_and_stop(self: Path, target: Path) -> Path:
        if self.name.startswith("stage-"):
            raise stopped
        return rename(self, target)

    monkeypatch.setattr(publishing, "exchange", lambda *_: False)
    monkeypatch.setattr(Path, "rename", rename_and_stop)
    with pytest.raises(stopped):
        build_and_publish(build, site, "new")
    assert token_of(site) == "old"


def test_files_added_by_hand_survive_a_kill_after_the_exchange(build: Path, site: Path) -> None:
    build_and_publish(build, site, "old")
    (site / "CNAME").write_text("example.org")
    site.rename(build / "stage-0123abcd")
    build_and_publish(build, site, "new")
    (saved,) = left_in(build)
    assert (build / saved / "CNAME").read_text() == "example.org"


@pytest.mark.parametrize("damage", ["", "null", "[[]]", '{"a": 1}'])
def test_damaged_list_of_files_does_not_stop_a_build(build: Path, site: Path, damage: str) -> None:
    build_and_publish(build, site, "old")
    (site / MARKER).write_text(damage)
    build_and_publish(build, site, "new")
    assert token_of(site) == "new"


def test_published_list_is_the_same_wherever_it_is_made(tmp_path: Path) -> None:
    for name in ("one", "two"):
        build_and_publish(tmp_path / name / "build", tmp_path / name / "site", "x", files=2)
    listed = (tmp_path / "one" / "site" / MARKER).read_bytes()
    assert listed == (tmp_path / "two" / "site" / MARKER).read_bytes()
    names = ("index.html", "page-0/index.html", "page-1/index.html")
    assert json.loads(listed) == sorted(sha256(name.encode()).hexdigest()[:16] for name in names)
    assert b"page" not in listed, "the list is published, and some addresses lead on unseen"


def test_a_list_of_an_earlier_version_has_the_names_themselves(build: Path, site: Path) -> None:
    build_and_publish(build, site, "old", files=0)
    (site / MARKER).write_text('["index.html"]')
    (site / "CNAME").write_text("example.org")
    build_and_publish(build, site, "new")
    (saved,) = left_in(build)
    assert {path.name for path in (build / saved).iterdir()} == {"CNAME"}
