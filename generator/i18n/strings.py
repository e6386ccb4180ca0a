"""The site's own words, which stand in generator/strings/: templates have none of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from babel import Locale

from generator.parsing.languages import Language

Strings = Mapping[str, "str | Strings"]


@dataclass(frozen=True)
class Words:
    """The words of one language by dotted key; a map with `one` and `other` holds plural forms."""

    language: Language
    strings: Strings
    _said: dict[str, str] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was asked for without values, which most words are, on every page."""

    def __call__(self, key: str, /, **values: object) -> str:
        """The words with the values filled in; `n` selects the plural form. KeyError for an unknown key."""
        if values:
            return self._filled(key, values)
        if key not in self._said:
            self._said[key] = self._filled(key, values)
        return self._said[key]

    def _filled(self, key: str, values: Mapping[str, object]) -> str:
        entry: str | Strings = self.strings
        for step in key.split("."):
            if isinstance(entry, str):
                raise KeyError(key)
            entry = entry[step]
        if not isinstance(entry, str):
            form = Locale.parse(self.language).plural_form(Decimal(str(values["n"])))
            entry = entry.get(form, entry["other"])
        return str(entry).format(**values)

    def section(self, key: str) -> Strings:
        """All words below a key."""
        entry = self.strings[key]
        if isinstance(entry, str):
            raise KeyError(key)
        return entry


def words_without(words: Words, kinds: Iterable[str]) -> Words:
    """The words of an archive without some kinds of record: those below `without` take others' places."""
    strings = words.strings
    instead = words.section("without")
    for kind in kinds:
        other = instead.get(kind)
        strings = strings if other is None or isinstance(other, str) else _over(strings, other)
    return Words(words.language, strings)


def _over(below: Strings, above: Strings) -> Strings:
    merged = dict(below)
    for key, entry in above.items():
        under = below.get(key)
        both = isinstance(entry, Mapping) and isinstance(under, Mapping)
        merged[key] = _over(under, entry) if both else entry  # type: ignore[arg-type]  # both are maps
    return merged


SiteWords: TypeAlias = Mapping[Language, Words]
"""The words of every language, in the order of LANGUAGES: read once per build and handed down."""
