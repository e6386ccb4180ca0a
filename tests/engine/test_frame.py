"""A part of the frame that is rendered once for a folder is on each page what it would be there."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build

from generator.engine import frame
from generator.engine.frame import PlacedPart
from tests.engine.loaded_settings import settings
from tests.support.small_site import make_project, write_page

pytestmark = pytest.mark.usefixtures("own_environment")

BELOW = ("forums/one/session", "forums/one/other", "forums/two", "forums/three", "proposals/a", "proposals/b")


@pytest.fixture
def branching(tmp_path: Path) -> Path:
    """A project with pages below pages."""
    project = make_project(tmp_path / "project")
    for page in BELOW:
        write_page(project, "ko", page, f"쪽 {page}")
    return project


def built(project: Path, site: Path) -> dict[str, bytes]:
    config = settings(project)
    config.site_dir = str(site)
    assert config.nav is not None
    config.nav.append({"하나": "forums/one.md"})  # the frame links one of them too
    build(config)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}


def test_pages_are_those_of_templates_that_are_rendered_each_time(
    branching: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    once = built(branching, tmp_path / "once")
    monkeypatch.setattr(frame, "FRAME_PARTS", ())
    assert once == built(branching, tmp_path / "each")
    assert len(once) > len(BELOW)


def test_each_is_rendered_once_for_a_folder(
    branching: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = []

    class Counted(PlacedPart):
        def __init__(self, *given: object) -> None:
            super().__init__(*given)  # type: ignore[arg-type]
            parts.append(self)

    monkeypatch.setattr(frame, "PlacedPart", Counted)
    built(branching, tmp_path / "site")
    folders = [set(part._kept) for part in parts]
    assert {"forums", "forums/one", "proposals"} in folders


def test_templates_of_the_archive_s_own_are_rendered_each_time(branching: Path, tmp_path: Path) -> None:
    own = branching / "own" / "partials"
    own.mkdir(parents=True)
    (own / "copyright.html").write_text("{{ page.meta.title if page }}!")
    config = settings(branching)
    config.theme.dirs.insert(0, str(branching / "own"))
    config.site_dir = str(tmp_path / "site")
    build(config)
    for page in ("proposals/a", "proposals/b"):
        assert f"쪽 {page}!" in (tmp_path / "site" / page / "index.html").read_text("utf-8")
