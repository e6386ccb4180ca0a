"""What the theme's templates are given: a filter, the footer, the policy."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.config.defaults import MkDocsConfig

from generator.engine.templates import SCRIPTS, equip_templates, strip_tags
from generator.models import LANGUAGES, Language
from generator.parsing.escape import escape
from tests.engine.loaded_settings import settings
from tests.support.small_site import make_project, write_configurations

pytestmark = pytest.mark.usefixtures("own_environment")


@given(st.text())
def test_stripping_tags_makes_none(text: str) -> None:
    assert not set("<>\"'") & set(strip_tags(escape(text)))


def test_stripping_tags_leaves_the_text() -> None:
    assert strip_tags("<em>a</em> &#60;b&#62;") == "a &lt;b&gt;"


def test_templates_get_the_safe_filter(project: Path) -> None:
    config = settings(project)
    environment = config.theme.get_env()
    equip_templates(environment, config)
    assert environment.from_string("{{ title | striptags }}").render(title="&#60;b&#62;") == "&lt;b&gt;"


def equipped(project: Path, language: Language = "ko") -> MkDocsConfig:
    config = settings(project, language)
    equip_templates(config.theme.get_env(), config)
    return config


def hashes_in(policy: str) -> list[str]:
    return re.findall(r"'sha256-\S+'", policy)


def test_policy_names_the_scripts_of_the_theme_in_both_languages(project: Path) -> None:
    korean, english = (equipped(project, language).extra for language in LANGUAGES)
    assert korean["policy"] == english["policy"]
    assert len(hashes_in(korean["policy"])) == len(SCRIPTS)
    assert all(name in korean["headers"]["Content-Security-Policy"] for name in hashes_in(korean["policy"]))


def test_preview_has_no_policy_since_its_server_writes_a_script_into_every_page(tmp_path: Path) -> None:
    project = make_project(tmp_path / "project")
    write_configurations(project, address="http://127.0.0.1:8000/", is_preview=True)
    assert equipped(project).extra.keys().isdisjoint({"policy", "policy_of_redirects", "headers"})
