"""A whole site at another address than content/site.yml says: no file names the written one."""

from __future__ import annotations

import gzip
import html
import json
import re
import shutil
import sqlite3
import zipfile
from pathlib import Path

import pytest

from tests.cli.calling import proceedings
from tests.support.paths import RECORDS
from tests.support.running import replace, run
from tests.support.sites import PLAIN_INSTALL, TYPST_ALONE, SharedSites, build_in
from tests.support.tiny_project import copy_tiny_project

pytestmark = pytest.mark.builds

WRITTEN = "proceedings.example.org"
ADDRESS = "https://owner.github.io/records/"


def build_elsewhere(folder: Path) -> None:
    """With volumes and cards, and a page that links to the site by its written address."""
    project = copy_tiny_project(folder / "project")
    with (project / "content/pages/about.ko.md").open("a", encoding="utf-8") as page:
        page.write(f"\n[x](https://{WRITTEN}/library/statistics/)\n")
    build_in(project, **TYPST_ALONE, PROCEEDINGS_ADDRESS=ADDRESS)


@pytest.fixture(scope="module")
def site(shared_site: SharedSites) -> Path:
    return shared_site("elsewhere", build_elsewhere) / "project" / "site"


def texts_of(file: Path) -> str:
    """What a file says, also if it is packed, with its folded lines unfolded."""
    content = file.read_bytes()
    if file.suffix == ".gz":
        content = gzip.decompress(content)
    if file.suffix == ".xlsx":
        with zipfile.ZipFile(file) as workbook:
            content = b"\n".join(workbook.read(name) for name in workbook.namelist())
    if file.suffix == ".db":
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
            content = "\n".join(database.iterdump()).encode()
    return html.unescape(re.sub(r"\r?\n[ \t]", "", content.decode("utf-8", errors="replace")))


def test_no_file_names_the_written_address(site: Path) -> None:
    named = {
        file.relative_to(site).as_posix()
        for file in site.rglob("*")
        if file.is_file() and re.search(rf"(?i)https?:(\\?/){{2}}{re.escape(WRITTEN)}", texts_of(file))
    }
    assert named == set()


@pytest.mark.parametrize(
    "file",
    [
        "index.html", "en/forums/2024-open-shelves/index.html", "sitemap.xml", "robots.txt", "llms.txt",
        "feeds/new.atom", "calendars/all.ics", "data/proceedings.json", "data/datapackage.json",
        "text/forums/2024-open-shelves.md", "cite/all.bib", "data/proceedings.xlsx",
    ],
)  # fmt: skip
def test_file_names_the_address_at_which_it_is_published(site: Path, file: str) -> None:
    assert ADDRESS in texts_of(site / file)


def test_link_to_the_site_itself_moves_along(site: Path) -> None:
    assert f'href="{ADDRESS}statistics/"' in texts_of(site / "about" / "index.html")


def test_volume_links_to_where_it_is_published(site: Path) -> None:
    pypdf = pytest.importorskip("pypdf")
    (volume, *_) = sorted((site / "volumes").glob("2024-open-shelves*.pdf"))
    links = [
        str(note.get_object()["/A"].get("/URI", ""))
        for page in pypdf.PdfReader(volume).pages
        for note in page.get("/Annots", [])
        if "/A" in note.get_object()
    ]
    assert any(link.startswith(ADDRESS) for link in links)
    assert not any(WRITTEN in link for link in links)


def test_ids_are_those_of_any_other_address(site: Path) -> None:
    """A reader's feed program knows an entry again after the site has moved."""
    feed = (site / "feeds" / "new.atom").read_text(encoding="utf-8")
    ids = re.findall("<id>([^<]*)</id>", feed)
    assert ids
    assert all(each.startswith("tag:proceedings.example.net,2026:") for each in ids)
    popolo = json.loads((site / "data" / "popolo.json").read_text(encoding="utf-8"))
    assert ADDRESS in json.dumps(popolo)


def test_file_that_names_the_written_address_is_not_published(tmp_path: Path) -> None:
    project = copy_tiny_project(tmp_path / "project")
    template = project / "generator/theme/partials/copyright.html"
    with template.open("a", encoding="utf-8") as file:
        file.write(f'<a href="https://{WRITTEN}/library/about/">x</a>')
    done = run(project, "build", **PLAIN_INSTALL, PROCEEDINGS_ADDRESS=ADDRESS)
    assert done.returncode == 1
    assert "the site at an address where it is not published" in done.stderr
    assert not (project / "site").exists()


def test_wrong_variable_is_told_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(RECORDS, tmp_path / "content")
    monkeypatch.setenv("PROCEEDINGS_ADDRESS", "https://x.kr")
    for language, told in (("en", "end it with '/'"), ("ko", "'/'로 끝내십시오")):
        done = proceedings(tmp_path, "--lang", language, "build")
        assert done.exit_code == 1
        assert done.stderr.startswith("PROCEEDINGS_ADDRESS:1:1: ")
        assert told in done.stderr
    assert not (tmp_path / "build" / "docs").exists()
    monkeypatch.delenv("PROCEEDINGS_ADDRESS")
    replace(tmp_path / "content/site.yml", "address: ", "address: http://")
    assert "content/site.yml" in proceedings(tmp_path, "check").stdout
