"""A run that builds some pages writes them as a run that builds all does, and nothing else."""

from __future__ import annotations

import json
import logging
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from generator.engine.environment import PAGES, configuration_path
from tests.support.small_site import PAGES as SMALL_PAGES
from tests.support.small_site import make_project, write_page

pytestmark = pytest.mark.usefixtures("own_environment")

LINKS = "[a](../about.md#section) [b](one.md) [c](../data/records.csv) [d](../text/data.md)"


@pytest.fixture(scope="module")
def linked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project one of whose pages links other pages, a file and a plain text."""
    folder = make_project(tmp_path_factory.mktemp("selection") / "project")
    write_page(folder, "ko", "forums/two", "둘째 Two", LINKS)
    for name in ("data/records.csv", "text/data.md", "assets/stylesheets/look.css"):
        path = folder / "build" / "docs" / "ko" / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text("ours\n")
    return folder


@pytest.fixture(scope="module")
def whole(linked: Path) -> dict[str, bytes]:
    """The site of every page."""
    return built(linked, linked / "whole")


def built(project: Path, site: Path) -> dict[str, bytes]:
    """What a build writes: path → content."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("SOURCE_DATE_EPOCH", "1700000000")
        build(load_config(str(project / configuration_path("ko")), site_dir=str(site), strict=True))
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def ask_for(monkeypatch: pytest.MonkeyPatch, folder: Path, pages: Sequence[str], **asked: object) -> None:
    (folder / "pages.json").write_text(json.dumps({"pages": pages, **asked}))
    monkeypatch.setenv(PAGES, str(folder / "pages.json"))


@pytest.mark.parametrize(
    ("pages", "written"),
    [
        (["forums/two.md"], {"forums/two/index.html"}),
        (["index.md", "forums/index.md"], {"index.html", "forums/index.html"}),
        (["about.md", "search.md"], {"about/index.html", "search/index.html"}),
        ([], set()),
    ],
)
def test_its_pages_are_those_of_a_whole_build(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    linked: Path,
    whole: dict[str, bytes],
    pages: list[str],
    written: set[str],
) -> None:
    ask_for(monkeypatch, tmp_path, pages)
    site = built(linked, tmp_path / "site")
    assert site.keys() == written
    assert site == {path: whole[path] for path in written}


def test_the_theme_is_written_if_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, linked: Path, whole: dict[str, bytes]
) -> None:
    ask_for(monkeypatch, tmp_path, ["index.md"], theme=True)
    site = built(linked, tmp_path / "site")
    assert site.items() <= whole.items()
    left_out = {path for path in whole.keys() - site.keys() if not path.endswith("index.html")}
    assert left_out == {
        "data/records.csv", "text/data.md", "assets/stylesheets/look.css", "sitemap.xml",
    }  # fmt: skip
    assert whole["assets/stylesheets/look.css"] == b"ours\n"


def test_no_other_page_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    for page in SMALL_PAGES:
        if page != "about":
            (project / "build" / "docs" / "ko" / f"{page}.md").write_bytes(b"\xff")
    ask_for(monkeypatch, tmp_path, ["about.md"])
    assert built(project, tmp_path / "site").keys() == {"about/index.html"}


def test_what_lies_in_the_folder_of_the_site_stays(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, linked: Path
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "before.txt").write_text("there")
    ask_for(monkeypatch, tmp_path, ["about.md"])
    assert built(linked, tmp_path / "site").keys() == {"about/index.html", "before.txt"}


@pytest.mark.parametrize("asked", [{}, {"known": ["nowhere.csv"]}, {"elsewhere": True}], ids=str)
def test_a_link_to_a_file_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    asked: dict[str, object],
) -> None:
    project = make_project(tmp_path / "project")
    write_page(project, "ko", "forums/one", "One", "[a](../nowhere.csv)")
    ask_for(monkeypatch, tmp_path, ["forums/one.md"], **asked)
    if asked:
        built(project, tmp_path / "site")
        return
    with caplog.at_level(logging.WARNING), pytest.raises(Abort):
        built(project, tmp_path / "site")
    assert "nowhere.csv" in caplog.text


def test_pages_that_are_made_elsewhere_are_linked_as_they_will_lie(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, linked: Path, whole: dict[str, bytes]
) -> None:
    project = tmp_path / "project"
    shutil.copytree(linked, project, symlinks=True)
    for path in (project / "build" / "docs" / "ko").rglob("*"):
        if path.is_file() and path.name != "two.md":
            path.unlink()
    ask_for(monkeypatch, tmp_path, ["forums/two.md"], elsewhere=True)
    site = built(project, tmp_path / "site")
    assert site == {"forums/two/index.html": whole["forums/two/index.html"]}


def test_the_sitemap_of_the_generator_takes_the_place_of_the_theme_s(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    (project / "build" / "docs" / "ko" / "sitemap.xml").write_text("<ours/>")
    site = built(project, tmp_path / "site")
    assert site["sitemap.xml"] == b"<ours/>"
    assert "sitemap.xml.gz" not in site
