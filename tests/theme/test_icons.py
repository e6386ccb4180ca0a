"""The site's sign in tabs and on home screens, and the colour of the browser around it."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from selectolax.lexbor import LexborHTMLParser

from tests.support.icons import ASSETS, icons
from tests.support.serving import served
from tests.support.small_site import make_project, run_mkdocs, write_configurations

LARGEST = 4_000
"""Bytes of an icon."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("icons")
    done = run_mkdocs(
        make_project(folder / "project"), "build", "--strict", "--site-dir", str(folder / "site")
    )
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(built) as where:
        yield where


def test_icons_are_what_the_command_makes() -> None:
    for name, picture in icons().items():
        assert (ASSETS / name).read_bytes() == picture, f"{name} differs; run: python -m tests.support.icons"
        assert len(picture) < LARGEST


@pytest.mark.parametrize("folder", ["", "en"])
@pytest.mark.parametrize("path", ["index.html", "forums/one/index.html", "404.html"])
def test_every_page_names_icons_manifest_and_colours(built: Path, folder: str, path: str) -> None:
    head = LexborHTMLParser((built / folder / path).read_text(encoding="utf-8"))
    wanted = {
        'link[rel="icon"][href$="favicon.svg"]',
        'link[rel="icon"][sizes="32x32"]',
        'link[rel="apple-touch-icon"]',
        'link[rel="manifest"]',
        'meta[name="theme-color"]',
    }
    assert {one for one in wanted if len(head.css(f"head {one}")) != 1} == set()


@pytest.mark.parametrize(
    ("folder", "language", "name"), [("", "ko", "작은 자료집"), ("en", "en", "Small Proceedings")]
)
def test_each_language_has_its_manifest(built: Path, folder: str, language: str, name: str) -> None:
    manifest = json.loads((built / folder / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert (manifest["lang"], manifest["name"], manifest["start_url"]) == (language, name, "./")
    for icon in manifest["icons"]:
        picture = (built / folder / icon["src"]).read_bytes()
        if icon["type"] == "image/png":
            width, height = struct.unpack(">II", picture[16:24])
            assert icon["sizes"] == f"{width}x{height}"


def test_manifest_says_a_hostile_name_as_it_is(tmp_path: Path) -> None:
    name = "</script>\"'\\ {{7*7}} & 로봇 🤖"
    project = make_project(tmp_path / "project")
    settings = project / "content" / "site.yml"
    lines = settings.read_text(encoding="utf-8").splitlines()
    lines[0] = f"name: {json.dumps(name, ensure_ascii=False)}"
    settings.write_text("\n".join(lines), encoding="utf-8")
    write_configurations(project)
    done = run_mkdocs(project, "build", "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    manifest = json.loads((tmp_path / "site" / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert manifest["name"] == manifest["short_name"] == name


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_browsers_bars_follow_the_palette_that_a_reader_chose(
    browser: Browser, address: str, scheme: str
) -> None:
    tab = browser.new_page(color_scheme="dark" if scheme == "light" else "light")
    counts = "() => document.querySelector('meta[name=theme-color]').content"
    paper = "() => getComputedStyle(document.querySelector('.md-header')).backgroundColor"
    tab.goto(address)
    while tab.locator("html").get_attribute("data-palette") != scheme:
        tab.locator(".palette-switch").click()
    tab.wait_for_function(
        f"() => ({counts})().match(/[0-9a-f]{{2}}/g).map(part => parseInt(part, 16)).join(', ')"
        f" === ({paper})().match(/[0-9]+/g).slice(0, 3).join(', ')"
    )
    tab.close()
