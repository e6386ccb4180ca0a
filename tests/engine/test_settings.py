"""What an archive's mkdocs.yml becomes, and what is generated or stops a build before its pages."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from generator.engine import environment
from generator.engine.settings import settle
from generator.output.generated_folder import LinkedFolder
from generator.parsing.messages import verbatim
from generator.parsing.problems import Problem, Problems
from tests.support.small_site import make_project

pytestmark = pytest.mark.usefixtures("own_environment")

WRONG = Problem("content/forums/x.yml", 3, 1, "name", verbatim("the text is empty; write it"))


def nothing(archive: Path, address: str | None) -> None:
    """Generates no pages."""


def refuse(archive: Path, address: str | None) -> None:
    del archive, address
    raise Problems([WRONG])


def own_settings(project: Path, *, strict: bool = False) -> MkDocsConfig:
    """The archive's five lines, as MkDocs loads them."""
    return load_config(str(project / "mkdocs.yml"), strict=strict)


# What it takes over


def test_what_the_generator_wrote_is_taken_over(project: Path) -> None:
    own = own_settings(project)
    settled = settle(own, nothing, serves=False)
    assert settled.site_name == "작은 자료집"
    assert (settled.site_dir, settled.docs_dir) == (own.site_dir, str(project / "build" / "docs" / "ko"))
    assert settled.config_file_path == own.config_file_path


def test_a_variable_chooses_the_other_language(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(environment.SITE_LANGUAGE, "en")
    assert settle(own_settings(project), nothing, serves=False).site_name == "Small Proceedings"


def test_what_an_archive_adds_is_kept(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("extra_css: [own.css]\nextra_javascript: [own.js]\nextra: {own: 1, language: xx}\n")
    own = own_settings(project)
    own.extra.pop("language")
    settled = settle(own, nothing, serves=False)
    assert settled.extra_css[-1] == "own.css"
    assert len(settled.extra_css) > 1
    assert str(settled.extra_javascript[-1]) == "own.js"
    assert settled.extra["own"] == 1
    assert settled.extra["language"] == "ko"
    assert settled.plugins is own.plugins


def test_templates_of_an_archive_go_before_the_theme_s(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    (project / "own").mkdir()
    text = (project / "mkdocs.yml").read_text("utf-8")
    changed = text.replace("theme: proceedings", "theme: {name: proceedings, custom_dir: own}")
    assert changed != text
    (project / "mkdocs.yml").write_text(changed, "utf-8")
    settled = settle(own_settings(project), nothing, serves=False)
    assert settled.theme.dirs[0] == str(project / "own")
    assert any(Path(folder).match("generator/theme") for folder in settled.theme.dirs)


def test_the_generator_s_own_file_is_left_as_it_is(project: Path) -> None:
    config = load_config(str(project / environment.configuration_path("en")))
    assert settle(config, refuse, serves=False) is config


def test_quiet_keeps_no_warning_from_a_strict_build(project: Path) -> None:
    logging.getLogger("mkdocs").setLevel(logging.ERROR)  # as --quiet does
    settle(own_settings(project), nothing, serves=False)
    assert logging.getLogger("mkdocs").level == logging.ERROR
    settle(own_settings(project, strict=True), nothing, serves=False)
    assert logging.getLogger("mkdocs").level == logging.WARNING


# Pages are generated


@pytest.mark.parametrize("serves", [True, False])
def test_pages_are_generated_first(project: Path, serves: bool) -> None:
    asked: list[tuple[Path, str | None]] = []
    own = own_settings(project)
    own.site_url = "http://127.0.0.1:8000/"  # as `mkdocs serve` sets it, and as somebody may write it
    settle(own, lambda archive, address: asked.append((archive, address)), serves=serves)
    assert asked == [(project, "http://127.0.0.1:8000/" if serves else None)]


def test_pages_that_are_ready_are_left_alone(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(environment.PAGES_READY, "1")
    monkeypatch.setenv(environment.PROBLEMS, "something")
    assert settle(own_settings(project), refuse, serves=False).extra["problems"] == "something"


def test_problems_stop_a_build(project: Path) -> None:
    with pytest.raises(Abort) as stopped:
        settle(own_settings(project), refuse, serves=False)
    assert stopped.value.format_message() == f"{WRONG}\n"


def test_linked_folder_stops_a_build(project: Path) -> None:
    def meet_a_link(archive: Path, address: str | None) -> None:
        del address
        raise LinkedFolder(archive / "docs")

    with pytest.raises(Abort, match="docs: is a link"):
        settle(own_settings(project), meet_a_link, serves=False)


def test_preview_goes_on_with_the_pages_there_are(project: Path) -> None:
    own = own_settings(project)
    own.site_url = "http://127.0.0.1:8000/"
    assert settle(own, refuse, serves=True).extra["problems"] == f"{WRONG}\n"


def test_preview_without_pages_stops(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    (project / environment.configuration_path("ko")).unlink()
    own = own_settings(project)
    own.site_url = "http://127.0.0.1:8000/"
    with pytest.raises(Abort):
        settle(own, refuse, serves=True)
