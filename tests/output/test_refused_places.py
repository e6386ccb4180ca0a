"""What publishing does not replace: links, files, folders of a person, other file systems."""

import errno
import os
from pathlib import Path

import pytest

from generator.output import publishing
from generator.output.publishing import (
    MARKER,
    CannotPublish,
    check_replaceable,
)
from tests.output.published_site import build_and_publish, left_in, token_of

MEMORY = Path("/dev/shm")  # noqa: S108 - only a second file system; nothing is made there


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
