"""What the generator tells the engine about a language's site."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.yaml import yaml_load

from generator.corpus.reader import read_model
from generator.engine.configuration import (
    SiteFacts,
    configuration_of,
    configuration_text,
    marked_text,
    root_addresses,
)
from generator.engine.fixed_settings import NAVIGATION
from generator.models import LANGUAGES, Language, Site, Text
from generator.pipeline.anchor_links import SETTINGS
from tests.engine.loaded_settings import settings
from tests.support.small_site import PAGES, write_configurations
from tests.support.words import WORDS

pytestmark = pytest.mark.usefixtures("own_environment")


@pytest.mark.parametrize(
    ("language", "name", "address", "other_home"),
    [
        ("ko", "작은 자료집", "https://forum.example.org/", "/en/"),
        ("en", "Small Proceedings", "https://forum.example.org/en/", "/"),
    ],
)
def test_it_comes_from_the_site_file(
    project: Path, language: Language, name: str, address: str, other_home: str
) -> None:
    config = settings(project, language)
    assert (config.site_name, config.site_url) == (name, address)
    assert config.extra["other_home"] == other_home
    assert config.extra["scope"] == "/"
    assert config.theme["language"] == config.extra["language"] == language


def test_texts_of_the_site_file_are_escaped_once(project: Path) -> None:
    config = settings(project, "en")
    assert config.site_description == "Proceedings for &#34;tests&#34;."
    assert config.extra["description"] == 'Proceedings for "tests".'


def test_text_in_the_other_language_says_so(project: Path) -> None:
    config = settings(project, "en")
    assert config.extra["publisher"] == '<span lang="ko">사무국</span>'
    assert config.site_author == "사무국"


def test_marked_text_is_escaped() -> None:
    assert marked_text(Text(ko="<b>"), "en") == '<span lang="ko">&lt;b&gt;</span>'
    assert marked_text(Text(ko="<b>"), "ko") == "&lt;b&gt;"


@pytest.mark.parametrize("address", ["https://x.example.org/base", "https://x.example.org/base/"])
def test_addresses_below_a_folder(address: str) -> None:
    assert root_addresses(address) == {
        "ko": "https://x.example.org/base/",
        "en": "https://x.example.org/base/en/",
    }


def test_only_pages_that_are_there_are_linked(project: Path) -> None:
    facts = facts_of(project)
    titles = {path: "T" for path in NAVIGATION if path != "about.md"}
    configuration = configuration_of(facts, "ko", titles)
    navigation = configuration["nav"]
    assert isinstance(navigation, list)
    assert navigation == [{"홈": "index.md"}, *({"T": path} for path in NAVIGATION[1:] if path != "about.md")]
    extra = configuration["extra"]
    assert isinstance(extra, dict)
    assert [linked["url"] for linked in extra["footer"]] == ["data/"]


def test_a_footer_s_title_is_escaped(project: Path) -> None:
    extra = configuration_of(facts_of(project), "ko", {"data.md": "<b>"})["extra"]
    assert isinstance(extra, dict)
    assert extra["footer"] == [{"url": "data/", "title": "&lt;b&gt;"}]


def facts_of(project: Path) -> SiteFacts:
    site = read_model(project / Site.path, Site.path, Site)
    return SiteFacts(site, WORDS, site.address)


def test_it_names_no_place_on_this_machine(project: Path) -> None:
    for language in LANGUAGES:
        text = configuration_text(configuration_of(facts_of(project), language, {}))
        assert str(project) not in text
        assert str(Path.home()) not in text


@given(st.text())
def test_any_text_is_read_back_as_it_was(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:  # nobody can write it into a record either
        return
    written = configuration_text({"extra": {"name": text}})
    assert yaml.safe_load(written) == yaml_load(written) == {"extra": {"name": text}}


def test_markdown_is_read_as_the_check_of_links_reads_it(project: Path) -> None:
    config = settings(project)
    assert config.mdx_configs == SETTINGS


def test_it_is_written_again_alike(project: Path) -> None:
    before = (project / "build/mkdocs.ko.yml").read_bytes()
    write_configurations(project, PAGES)
    assert (project / "build/mkdocs.ko.yml").read_bytes() == before
