import ctypes
import errno
import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from filelock import FileLock, Timeout

from generator.output import publishing
from generator.output.publishing import (
    HOLDER,
    LOCK,
    MARKER,
    CannotPublish,
    build_lock,
    check_replaceable,
    publish,
    recover,
    staging_folder,
)
from tests.support.paths import ROOT

MEMORY = Path("/dev/shm")  # noqa: S108 - only a second file system; nothing is made there
FILES = 50


@pytest.fixture
def build(tmp_path: Path) -> Path:
    return tmp_path / "build"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "site"


def fill(folder: Path, token: str, files: int = FILES) -> None:
    for number in range(files):
        page = folder / f"page-{number}" / "index.html"
        page.parent.mkdir()
        page.write_text(token)
    (folder / "index.html").write_text(token)


def build_and_publish(build: Path, site: Path, token: str, files: int = FILES) -> Path | None:
    with build_lock(build, waiting=pytest.fail), staging_folder(build) as stage:
        recover(site)
        fill(stage, token, files)
        return publish(stage, site)


def token_of(site: Path, files: int = FILES) -> str:
    """The version that the site is wholly made of."""
    pages = [site / "index.html", *(site / f"page-{number}" / "index.html" for number in range(files))]
    tokens = {page.read_text() for page in pages}
    assert len(tokens) == 1
    assert {path for path in site.rglob("*") if path.is_file()} == {*pages, site / MARKER}
    return tokens.pop()


def left_in(build: Path) -> set[str]:
    return {path.name for path in build.iterdir()} - {".lock"}


# Publishing


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
    assert json.loads(listed) == ["index.html", "page-0/index.html", "page-1/index.html"]


# What is not replaced


def test_symlink_is_refused(build: Path, site: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    site.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CannotPublish, match=r"site: is a symbolic link; remove it, or publish to the folder"):
        build_and_publish(build, site, "new")
    assert site.is_symlink()


def test_dangling_symlink_is_refused(site: Path) -> None:
    site.symlink_to("nowhere")
    with pytest.raises(CannotPublish, match="is a symbolic link"):
        check_replaceable(site)


def test_file_is_refused(build: Path, site: Path) -> None:
    site.write_text("a person's")
    with pytest.raises(CannotPublish, match="site: is not a folder; remove it and build again"):
        build_and_publish(build, site, "new")
    assert site.read_text() == "a person's"


def test_folder_of_a_person_is_refused(build: Path, site: Path) -> None:
    site.mkdir()
    (site / "thesis.docx").write_text("a person's")
    with pytest.raises(
        CannotPublish, match="site: holds something other than a built site; move it elsewhere"
    ):
        build_and_publish(build, site, "new")
    assert (site / "thesis.docx").exists()
    assert left_in(build) == set()


@pytest.mark.parametrize("names", [[], [".DS_Store"], ["index.html", "assets.css"], [MARKER, "page.html"]])
def test_what_a_build_made_is_replaced(build: Path, site: Path, names: list[str]) -> None:
    site.mkdir()
    for name in names:
        (site / name).write_text("")
    build_and_publish(build, site, "new")
    assert token_of(site) == "new"


def test_mount_point_is_refused() -> None:
    with pytest.raises(CannotPublish, match="is a mount point"):
        check_replaceable(Path("/"))


def test_other_file_system_is_refused(build: Path, tmp_path: Path) -> None:
    if not MEMORY.is_dir() or MEMORY.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("needs a second file system")
    with pytest.raises(CannotPublish, match=r"lies on another file system than .*build; put the two next to"):
        build_and_publish(build, MEMORY / f"proceedings-{os.getpid()}", "new")
    assert not (MEMORY / f"proceedings-{os.getpid()}").exists()


@pytest.mark.parametrize("error", [errno.EXDEV, errno.EBUSY])
def test_mount_that_only_the_rename_meets_is_explained(
    build: Path, site: Path, error: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Path) -> bool:
        raise OSError(error, os.strerror(error))

    build_and_publish(build, site, "old")
    monkeypatch.setattr(publishing, "exchange", fail)
    with pytest.raises(CannotPublish, match="is held by a mount"):
        build_and_publish(build, site, "new")


# Staging and locking


def test_stage_is_fresh_and_goes_when_the_build_fails(build: Path) -> None:
    def build_half() -> None:
        with staging_folder(build) as stage:
            assert stage.parent == build
            assert not list(stage.iterdir())
            (stage / "page.html").write_text("half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        build_half()
    assert left_in(build) == set()


def test_only_our_own_leftovers_are_swept(build: Path) -> None:
    mine = {"stage", "stage-one", "stage-0123abcd.txt", "old-0123abcd", "docs", "stage-0123ABCD"}
    for name in (*mine, "stage-0123abcd", "stage-ffffffff"):
        (build / name / "deep").mkdir(parents=True)
    (build / "stage-00000000").write_text("a file is not a stage")
    (build / "stage-11111111").symlink_to(build / "docs")
    with staging_folder(build) as stage:
        assert left_in(build) == mine | {"stage-00000000", "stage-11111111", stage.name}
    assert (build / "docs" / "deep").is_dir()


def test_recover_leaves_a_site_that_is_there(site: Path) -> None:
    for folder in (site, publishing.previous_of(site)):
        folder.mkdir()
        (folder / "index.html").write_text(folder.name)
    recover(site)
    assert (site / "index.html").read_text() == "site"


def test_second_build_says_who_runs_and_waits(build: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", "from tests.output.test_publishing import *; hold_the_lock()", build],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as holder:
        assert holder.stdin is not None
        assert holder.stdout is not None
        holder.stdout.readline()
        heard: list[str] = []

        def waiting(message: str) -> None:
            heard.append(message)
            holder.communicate(b"enough")

        with build_lock(build, waiting):
            assert holder.poll() is not None
            with pytest.raises(Timeout):
                FileLock(build / LOCK).acquire(timeout=0)
    assert heard == [f"another build (process {holder.pid}) is running; waiting for it to end"]


def hold_the_lock() -> None:
    with build_lock(Path(sys.argv[1]), waiting=pytest.fail):
        sys.stdout.write("held\n")
        sys.stdout.flush()
        sys.stdin.read()


@pytest.mark.parametrize("content", [None, b"", b"not a number", b"\xff"])
def test_unknown_holder_has_no_number(build: Path, content: bytes | None) -> None:
    build.mkdir()
    if content is not None:
        (build / HOLDER).write_bytes(content)
    assert publishing.process_of_holder(build) == ""


def test_lock_is_free_again_after_a_failure(build: Path) -> None:
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), build_lock(build, waiting=pytest.fail):
            raise ZeroDivisionError
    assert left_in(build) == set()


# Kills


@pytest.mark.parametrize(
    ("scenario", "at_least"),
    [("kill_at_any_time", 25), ("kill_at_every_step", 40), ("kill_at_every_step_without_exchange", 40)],
)
def test_site_is_whole_after_kills(tmp_path: Path, scenario: str, at_least: int) -> None:
    run = subprocess.run(
        [
            sys.executable,
            "-c",
            f"from tests.output.test_publishing import *; {scenario}(Path(sys.argv[1]))",
            tmp_path,
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert int(run.stdout) >= at_least


def kill_at_any_time(parent: Path) -> None:
    """A child publishes over and over; it is killed after 0 to 60 ms, and the next one takes over."""
    build, site = parent / "build", parent / "site"
    build_and_publish(build, site, "a")
    delays = random.Random(2025)  # noqa: S311 - not a secret
    kills = 0
    for _ in range(30):
        child = os.fork()
        if not child:
            for token in itertools.cycle("ba"):
                build_and_publish(build, site, token)
        time.sleep(delays.uniform(0, 0.06))
        os.kill(child, signal.SIGKILL)
        kills += os.WIFSIGNALED(os.waitpid(child, 0)[1])
        assert token_of(site) in {"a", "b"}
    build_and_publish(build, site, "end")
    assert token_of(site) == "end"
    assert left_in(build) == set()
    sys.stdout.write(str(kills))


def kill_at_every_step(parent: Path, *, exchange_works: bool = True) -> None:
    """A child dies before each change of the disk in turn; the next build then goes through."""
    build, site = parent / "build", parent / "site"
    build_and_publish(build, site, "new", files=8)
    killed, step, versions = True, 0, []
    while killed:
        step += 1
        build_and_publish(build, site, "old", files=8)
        killed = dies_at(step, build, site, exchange_works=exchange_works)
        recover(site)
        versions.append(token_of(site, files=8))
    assert versions == sorted(versions, reverse=True)
    assert set(versions) == {"old", "new"}
    build_and_publish(build, site, "end", files=8)
    assert left_in(build) == set()
    assert {path.name for path in parent.iterdir()} == {"build", "site"}
    sys.stdout.write(str(step - 1))


def kill_at_every_step_without_exchange(parent: Path) -> None:
    kill_at_every_step(parent, exchange_works=False)


def dies_at(step: int, build: Path, site: Path, *, exchange_works: bool) -> bool:
    """Publish in a child process that kills itself before its `step`th change of the disk."""
    child = os.fork()
    if child:
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    if not exchange_works:
        publishing.exchange = lambda *_: False
    steps = itertools.count(1)

    def kill(event: str, arguments: tuple[object, ...]) -> None:
        changes = event in {"os.rename", "os.remove", "os.rmdir", "os.mkdir"}
        if (changes or (event == "open" and arguments[1] == "w")) and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(kill)
    build_and_publish(build, site, "new", files=8)
    os._exit(0)
