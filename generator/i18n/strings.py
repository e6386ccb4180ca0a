"""The site's own words, which stand in generator/strings/: templates have none of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from babel import Locale

from generator.models.values import Language

Strings = Mapping[str, "str | Strings"]


@dataclass(frozen=True)
class Words:
    """The words of one language by dotted key; a map with `one` and `other` holds forms for a number."""

    language: Language
    strings: Strings

    def __call__(self, key: str, /, **values: object) -> str:
        """The words with the values put in; the value `n` chooses the form. KeyError for an unknown key."""
        found: str | Strings = self.strings
        for step in key.split("."):
            if isinstance(found, str):
                raise KeyError(key)
            found = found[step]
        if not isinstance(found, str):
            form = Locale.parse(self.language).plural_form(Decimal(str(values["n"])))
            found = found.get(form, found["other"])
        return str(found).format(**values)

    def section(self, key: str) -> Strings:
        """All words below a key."""
        found = self.strings[key]
        if isinstance(found, str):
            raise KeyError(key)
        return found


SiteWords: TypeAlias = Mapping[Language, Words]
"""The words of every language, in the order of LANGUAGES: read once per build and handed down."""
