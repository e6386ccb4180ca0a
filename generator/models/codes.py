"""Codes of languages, scripts and countries: those that there are, from Unicode's CLDR, which Babel has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from babel import Locale
from babel.core import get_global

_TAG = re.compile(r"(?P<language>[a-z]{2,3})(-(?P<script>[A-Z][a-z]{3}))?(-(?P<country>[A-Z]{2}))?")
_SCRIPTS_AS_WRITTEN = {"hanja": "Hani", "kanji": "Hani", "roman": "Latn", "로마자": "Latn"}
_LANGUAGES_AS_WRITTEN = {"kr": "ko", "tw": "zh-Hant", "hk": "zh-Hant"}
"""Countries whose codes are, or were, those of other languages."""
_COUNTRIES_AS_WRITTEN = {"UK": "GB", "EN": "GB"}


def is_language_tag(text: str) -> bool:
    """Whether all codes of a tag of BCP 47, such as `ko`, `zh-Hant` and `en-GB`, exist."""
    found = _TAG.fullmatch(text)
    return (
        found is not None
        and found["language"] in _languages()
        and (found["script"] is None or is_script(found["script"]))
        and (found["country"] is None or found["country"] in _countries())
    )


def language_meant(text: str) -> str | None:
    """The tag that is meant by `KO`, `kor`, `korean`, `한국어`, `jp`, `ko_KR` or `en-UK`, if it is clear."""
    whole = _named(_language_names(), text)
    parts = re.split(r"[-_ ]+", text.strip())
    tag = whole or "-".join(_spelled(parts))
    return tag if is_language_tag(tag) else None


def is_script(text: str) -> bool:
    """Whether it is a code of ISO 15924, such as `Hang`."""
    return re.fullmatch("[A-Z][a-z]{3}", text) is not None and text in _scripts()


def script_meant(text: str) -> str | None:
    """The code that is meant by `hang`, `Hangul` or `한글`, if it is clear."""
    named = _SCRIPTS_AS_WRITTEN.get(text.strip().casefold()) or _named(_script_names(), text)
    code = named or text.strip().title()
    return code if is_script(code) else None


def _spelled(parts: list[str]) -> Iterator[str]:
    """The parts of a tag in the case that each has, old codes and those of countries as languages."""
    yield "en" if parts[0] == "UK" else _first_language(parts[0].casefold())
    for part in parts[1:]:
        country = part.upper()
        yield part.title() if len(part) == 4 else _COUNTRIES_AS_WRITTEN.get(country, country)


def _first_language(written: str) -> str:
    if meant := _LANGUAGES_AS_WRITTEN.get(written):
        return meant
    if written in _languages():
        return written
    if newer := get_global("language_aliases").get(written):
        return str(newer)
    spoken = get_global("territory_languages").get(written.upper(), {})
    usual = max(spoken, key=lambda one: spoken[one]["population_percent"], default=written)
    return str(usual)


def _named(names: Mapping[str, str], text: str) -> str | None:
    return names.get(text.strip().casefold())


@cache
def _languages() -> frozenset[str]:
    """Every code of ISO 639 that CLDR knows a script or a name for, without those that newer ones replace."""
    likely = {str(tag).partition("_")[0] for tag in get_global("likely_subtags")}
    named = {tag for tag in map(str, Locale("en").languages) if re.fullmatch("[a-z]{2,3}", tag)}
    return frozenset((likely | named) - set(map(str, get_global("language_aliases"))))


@cache
def _scripts() -> frozenset[str]:
    return frozenset(Locale("en").scripts)


@cache
def _countries() -> frozenset[str]:
    return frozenset(Locale("en").territories)


@cache
def _language_names() -> Mapping[str, str]:
    names = (
        (name.casefold(), tag) for place in ("en", "ko") for tag, name in Locale(place).languages.items()
    )
    return {name: tag for name, tag in names if is_language_tag(tag)}


@cache
def _script_names() -> Mapping[str, str]:
    return {name.casefold(): code for place in ("en", "ko") for code, name in Locale(place).scripts.items()}
