"""Verbs and adjectives of a Korean text in the forms that people search for: 줄여야 → 줄이다, 줄이는.

Kiwi (kiwipiepy) is the morphological analyser, in an optional extra, `[search]`: without it a search finds
a verb only in forms that begin like the one that is typed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any


def is_installed() -> bool:
    return find_spec("kiwipiepy") is not None


def dictionary_forms(texts: Iterable[str]) -> Iterator[str]:
    """For each text the dictionary and adnominal forms of its verbs and adjectives, separated by ' / '."""
    if not is_installed():
        yield from ("" for _ in texts)
        return
    for words in _kiwi().tokenize(texts):
        stems = dict.fromkeys(
            (word.form, str(word.tag)) for word in words if word.tag.startswith(("VV", "VA"))
        )
        yield " / ".join(dict.fromkeys(form for stem, tag in stems for form in _forms(stem, tag)))


@cache
def _kiwi() -> Any:  # noqa: ANN401 - the extra may be absent, and its types with it
    """Kiwi without its dictionary of proper names, which has no verbs and takes two seconds to load.

    Cached for every build of a preview.
    """
    return import_module("kiwipiepy").Kiwi(load_default_dict=False, load_multi_dict=False)


@cache
def _forms(stem: str, tag: str) -> tuple[str, ...]:
    """빠르 → 빠르다, 빠른; 줄이 → 줄이다, 줄인, 줄이는."""
    endings = ("ᆫ", "는") if tag.startswith("VV") else ("ᆫ",)
    return (f"{stem}다", *(str(_kiwi().join([(stem, tag), (ending, "ETM")])) for ending in endings))
