"""The archive's own colour, logo and favicon as files beside the theme's, and in the configuration."""

from __future__ import annotations

import re

import pytest

from generator.engine.configuration import SiteFacts, configuration_of
from generator.engine.look import ACCENT_PATH, accent_files, signs_of
from generator.models import LANGUAGES, Site
from generator.models.frame import FrameLink
from generator.models.palette import palette_of
from tests.support.paths import ROOT
from tests.support.small_corpus import corpus as small_corpus
from tests.support.words import WORDS

PLAIN = small_corpus().site
OWN = PLAIN.model_copy(update={"accent": "#b3004b", "logo": "look/Our.PNG", "favicon": "icon.svg"})
TOKENS = (ROOT / "generator/theme/assets/stylesheets/tokens.css").read_text(encoding="utf-8")


def settings_of(site: Site) -> dict[str, object]:
    return configuration_of(SiteFacts(site, WORDS, site.address), "en", {"index.md": "x", "about.md": "<b>"})


def test_an_archive_that_says_nothing_has_the_theme_s_look() -> None:
    assert accent_files(PLAIN) == {}
    assert signs_of(PLAIN) == {}
    settings = settings_of(PLAIN)
    assert ACCENT_PATH not in str(settings)
    assert isinstance(settings["theme"], dict)
    assert settings["theme"].keys() == {"name", "language"}


def test_the_style_sheet_gives_other_values_to_the_theme_s_own_names() -> None:
    style = accent_files(OWN)[ACCENT_PATH].decode()
    shades = palette_of("#b3004b")
    assert re.findall(r"(--[a-z-]+): (#[0-9a-f]{6});", style) == [
        ("--accent", shades.light),
        ("--accent-soft", shades.light_soft),
        ("--accent", shades.dark),
        ("--accent-soft", shades.dark_soft),
    ]
    for selector in (
        ':root,\n[data-md-color-scheme="default"] {',
        '@media screen {\n  [data-md-color-scheme="slate"] {',
    ):
        assert selector in style
        assert selector in TOKENS


def test_no_status_takes_the_archive_s_colour() -> None:
    look = (ROOT / "generator/theme/assets/stylesheets/look.css").read_text(encoding="utf-8")
    chosen = re.findall(r'\[data-color="[a-z]+"\] \{ --status: var\(--([a-z-]+)\)', look)
    assert len(chosen) > 5
    assert "accent" not in chosen


def test_the_configuration_names_all_of_it() -> None:
    settings = settings_of(OWN)
    assert isinstance(settings["theme"], dict)
    assert settings["theme"]["logo"] == "assets/own/logo.png"
    assert settings["theme"]["favicon"] == "assets/own/favicon.svg"
    assert isinstance(settings["extra_css"], list)
    assert settings["extra_css"][-1] == ACCENT_PATH, "after what it changes"


@pytest.mark.parametrize("language", LANGUAGES)
def test_own_links_are_escaped_and_marked_as_leading_elsewhere(language: str) -> None:
    links = (
        FrameLink.model_validate(
            {"label": {"ko": "<이>", "en": "<e>"}, "url": "https://example.org/?a=1&copy=2"}
        ),
        FrameLink(page="about"),
    )
    site = PLAIN.model_copy(update={"navigation": links, "footer": links})
    facts = SiteFacts(site, WORDS, site.address)
    settings = configuration_of(facts, "ko" if language == "ko" else "en", {"about.md": "<b>"})
    words = {"ko": "&lt;이&gt;", "en": "&lt;e&gt;"}[language]
    assert settings["nav"] == [{"&lt;b&gt;": "about.md"}, {words: "https://example.org/?a=1&amp;copy=2"}]
    assert isinstance(settings["extra"], dict)
    assert settings["extra"]["footer"] == [
        {"url": "about/", "title": "&lt;b&gt;"},
        {"url": "https://example.org/?a=1&amp;copy=2", "title": words, "is_external": True},
    ]
