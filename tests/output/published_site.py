"""Publishing a small site, and seeing which version is there."""

from pathlib import Path

from generator.output.publishing import (
    MARKER,
    build_lock,
    publish,
    recover,
    staging_folder,
)
from tests.support.telling import unexpected

FILES = 50


def fill(folder: Path, token: str, files: int = FILES) -> None:
    for number in range(files):
        page = folder / f"page-{number}" / "index.html"
        page.parent.mkdir()
        page.write_text(token)
    (folder / "index.html").write_text(token)


def build_and_publish(build: Path, site: Path, token: str, files: int = FILES) -> Path | None:
    with build_lock(build, waiting=unexpected), staging_folder(build) as stage:
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
