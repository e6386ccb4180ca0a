"""What the settings are filled with, and what is generated or stops a build before its pages."""

from __future__ import annotations

import logging
import shutil
from pathlib import Path

import pytest
from markupsafe import Markup
from markupsafe import escape as escape_for_html
from mkdocs.exceptions import Abort

from generator.engine import environment
from generator.engine.settings import configure, marked
from generator.models import LANGUAGES, Language, Text
from generator.output.generated_folder import LinkedFolder
from generator.parsing.messages import verbatim
from generator.parsing.problems import Problem, Problems
from tests.engine.loaded_settings import nothing, settings
from tests.support.small_site import SITE, make_project
from tests.support.words import WORDS

pytestmark = pytest.mark.usefixtures("own_environment")


WRONG = Problem("content/forums/x.yml", 3, 1, "name", verbatim("the text is empty; write it"))


def refuse(root: Path, for_preview: bool) -> None:
    del root, for_preview
    raise Problems([WRONG])


# Settings


@pytest.mark.parametrize(
    ("language", "name", "address", "other_home"),
    [
        ("ko", "작은 자료집", "https://forum.example.org/", "/en/"),
        ("en", "Small Proceedings", "https://forum.example.org/en/", "/"),
    ],
)
def test_settings_come_from_the_site_file(
    project: Path, language: str, name: str, address: str, other_home: str
) -> None:
    config = settings(project, language)
    configure(config, nothing)
    assert (config.site_name, config.site_url) == (name, address)
    assert config.extra["other_home"] == other_home
    assert config.extra["scope"] == "/"


def test_texts_of_the_site_file_are_escaped_once(project: Path) -> None:
    config = settings(project, "en")
    configure(config, nothing)
    assert config.site_description == "Proceedings for &#34;tests&#34;."
    assert Markup("{}").format(config.site_description) == config.site_description


def test_text_in_the_other_language_says_so(project: Path) -> None:
    config = settings(project, "en")
    configure(config, nothing)
    assert config.extra["publisher"] == '<span lang="ko">사무국</span>'
    assert config.site_author == "사무국"


def test_marked_text_is_escaped() -> None:
    assert marked(Text(ko="<b>"), "en") == '<span lang="ko">&lt;b&gt;</span>'


@pytest.mark.parametrize("address", ["https://x.example.org/base", "https://x.example.org/base/"])
def test_address_of_a_preview_is_taken_from_the_environment(
    project: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setenv(environment.ADDRESS, address)
    config = settings(project, "en")
    configure(config, nothing)
    assert config.site_url == "https://x.example.org/base/en/"
    assert config.extra["other_home"] == config.extra["scope"] == "/base/"


def test_address_of_mkdocs_serve_goes_before_all_others(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(environment.ADDRESS, "https://x.example.org/")
    config = settings(project)
    config.site_url = "http://127.0.0.1:8000/"
    configure(config, nothing)
    assert config.extra["addresses"] == {"ko": "http://127.0.0.1:8000/", "en": "http://127.0.0.1:8000/en/"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_palette_is_named_in_the_language(project: Path, language: Language) -> None:
    config = settings(project, language)
    configure(config, nothing)
    names = [switch["toggle"]["name"] for switch in config.theme["palette"]]
    words = WORDS[language]
    assert names == [
        escape_for_html(words(f"theme.palette.{name}")) for name in ("to_light", "to_dark", "to_system")
    ]


def test_quiet_keeps_no_warning_from_a_strict_build(project: Path) -> None:
    logging.getLogger("mkdocs").setLevel(logging.ERROR)  # as --quiet does
    configure(settings(project), nothing)
    assert logging.getLogger("mkdocs").level == logging.ERROR
    configure(settings(project, strict=True), nothing)
    assert logging.getLogger("mkdocs").level == logging.WARNING


# Pages are generated


@pytest.mark.parametrize("written", [True, False])
def test_the_navigation_has_the_page_about_the_site_if_somebody_wrote_one(
    project: Path, tmp_path: Path, written: bool
) -> None:
    config = settings(shutil.copytree(project, tmp_path / "own", symlinks=True), "ko")
    if not written:
        Path(config.docs_dir, "about.md").unlink()
    configure(config, nothing)
    assert ("about.md" in (config.nav or [])) is written
    assert "index.md" in (config.nav or [])


def test_pages_are_generated_first(project: Path) -> None:
    roots: list[Path] = []
    configure(settings(project), lambda root, _: roots.append(root))
    assert roots == [project]


def test_pages_that_are_ready_are_left_alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(environment.PAGES_READY, "1")
    configure(settings(project), refuse)


def test_problems_stop_a_build(project: Path) -> None:
    with pytest.raises(Abort) as stopped:
        configure(settings(project), refuse)
    assert stopped.value.format_message() == f"{WRONG}\n"


def test_linked_folder_stops_a_build(project: Path) -> None:
    def meet_a_link(root: Path, for_preview: bool) -> None:
        del for_preview
        raise LinkedFolder(root / "docs")

    with pytest.raises(Abort, match="docs: is a link"):
        configure(settings(project), meet_a_link)


def test_wrong_site_file_stops_a_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(environment.PAGES_READY, "1")
    make_project(tmp_path / "project")
    (tmp_path / "project" / "content" / "site.yml").write_text(SITE.replace("address", "adress"), "utf-8")
    with pytest.raises(Abort, match=r"content/site\.yml:6:1: adress"):
        configure(settings(tmp_path / "project"), nothing)


def test_preview_goes_on_with_the_pages_there_are(project: Path) -> None:
    config = settings(project)
    config.site_url = "http://127.0.0.1:8000/"
    configure(config, refuse)
    assert config.extra["problems"] == f"{WRONG}\n"


def test_preview_without_pages_stops(tmp_path: Path) -> None:
    make_project(tmp_path / "project")
    (tmp_path / "project" / "build" / "docs" / "ko" / "index.md").unlink()
    config = settings(tmp_path / "project")
    config.site_url = "http://127.0.0.1:8000/"
    with pytest.raises(Abort):
        configure(config, refuse)
