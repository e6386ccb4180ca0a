"""generator/strings/ → the site's words. Only the edges call this (pipeline, cli), once."""

from __future__ import annotations

from importlib import resources

import yaml

from generator.i18n.strings import SiteWords, Words
from generator.models import LANGUAGES

STRINGS = resources.files("generator") / "strings"
"""The folder that holds a file LANGUAGE.yml for each language."""


def load_words() -> SiteWords:
    """The words as the files say them now."""
    files = {language: STRINGS / f"{language}.yml" for language in LANGUAGES}
    return {
        language: Words(language, yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
        for language, file in files.items()
    }
