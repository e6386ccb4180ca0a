"""What the theme's templates are given: a filter, the footer, the policy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page

from generator.engine import environment
from generator.engine.settings import configure
from generator.engine.templates import SCRIPTS, equip_templates, strip_tags
from generator.parsing.escape import escape
from tests.engine.loaded_settings import nothing, settings

pytestmark = pytest.mark.usefixtures("own_environment")


@given(st.text())
def test_stripping_tags_makes_none(text: str) -> None:
    assert not set("<>\"'") & set(strip_tags(escape(text)))


def test_stripping_tags_leaves_the_text() -> None:
    assert strip_tags("<em>a</em> &#60;b&#62;") == "a &lt;b&gt;"


def test_templates_get_the_safe_filter_and_the_pages_of_the_footer(project: Path) -> None:
    config = settings(project)
    configure(config, nothing)
    config.extra["footer"] = ["about.md", "gone.md"]
    files = get_files(config)
    about = files.get_file_from_path("about.md")
    assert about
    page = Page(None, about, config)
    environment = config.theme.get_env()
    equip_templates(environment, config, files)
    assert environment.from_string("{{ title | striptags }}").render(title="&#60;b&#62;") == "&lt;b&gt;"
    assert config.extra["footer"] == [page]


def equipped(project: Path, language: str = "ko") -> MkDocsConfig:
    config = settings(project, language)
    configure(config, nothing)
    equip_templates(config.theme.get_env(), config, get_files(config))
    return config


def hashes_in(policy: str) -> list[str]:
    return re.findall(r"'sha256-\S+'", policy)


def test_policy_names_the_scripts_of_the_theme_in_both_languages(project: Path) -> None:
    korean, english = (equipped(project, language).extra for language in ("ko", "en"))
    assert korean["policy"] == english["policy"]
    assert len(hashes_in(korean["policy"])) == len(SCRIPTS)
    assert all(name in korean["headers"]["Content-Security-Policy"] for name in hashes_in(korean["policy"]))


def test_preview_has_no_policy_since_its_server_writes_a_script_into_every_page(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(environment.PREVIEW, "1")
    assert equipped(project).extra.keys().isdisjoint({"policy", "headers"})
