"""The theme's own files: templates use words that are there, and scripts are small."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from generator.models import LANGUAGES, Language
from tests.support.paths import ROOT


def test_templates_use_words_that_are_there() -> None:
    words = {language: theme_words(language) for language in LANGUAGES}
    assert words["ko"].keys() == words["en"].keys()
    theme = ROOT / "generator" / "theme"
    templates = "".join(file.read_text("utf-8") for file in theme.rglob("*.html"))
    named = set(re.findall(r"\bwords\.([a-z_]+)", templates))
    named |= {f"{group}.{name}" for group, name in said_words(theme)}
    assert named
    assert not [name for name in named if not any(f"{word}.".startswith(f"{name}.") for word in words["ko"])]
    engine = [*(ROOT / "generator" / "engine").glob("*.py"), ROOT / "generator/search/__init__.py"]
    used = templates + "".join(file.read_text("utf-8") for file in engine)
    assert not [word for word in words["ko"] if not re.search(rf"\b{word.rpartition('.')[2]}\b", used)]


def said_words(theme: Path) -> Iterator[tuple[str, str]]:
    for file, group in (("404.html", "not_found"), ("redirect.html", "moved")):
        names = re.findall(r"\bsaid(?:_in_other)?\.([a-z_]+)", (theme / file).read_text("utf-8"))
        assert names
        yield from ((group, name) for name in names)


def theme_words(language: Language) -> dict[str, str]:
    strings = yaml.safe_load((ROOT / "generator" / "strings" / f"{language}.yml").read_text("utf-8"))
    return dict(flat(strings["theme"]))


def flat(words: dict[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in words.items():
        yield from flat(value, f"{above}{key}.") if isinstance(value, dict) else [(above + key, value)]


def test_script_of_the_search_box_is_small() -> None:
    """Every first view of a page loads it: 2 KB, compressed; what it finds is shown by others, later."""
    scripts = ROOT / "generator" / "theme" / "assets" / "javascripts"
    names = ("search/box.js", "root.js")
    loaded = b"".join((scripts / name).read_bytes() for name in names)
    assert len(gzip.compress(loaded, 9)) <= 2 * 1024


def test_every_override_says_what_it_is_for() -> None:
    theme = ROOT / "generator" / "theme"
    own = {theme / "__init__.py", theme / "mkdocs_theme.yml"}
    for template in [
        *(set(filter(Path.is_file, theme.glob("*.*"))) - own),
        *theme.glob("partials/**/*.html"),
    ]:
        assert re.match(r"\{#-\s+(Replaces|Extends|Not a part of) M", template.read_text("utf-8")), template
