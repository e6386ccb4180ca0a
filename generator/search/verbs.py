"""Verbs and adjectives of a Korean text in the forms that people search for: 줄여야 → 줄이다, 줄이는.

Kiwi (kiwipiepy) is the morphological analyser, in an optional extra, `[search]`: without it a search finds
a verb only in forms that begin like the one that is typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from functools import cache
from hashlib import sha256
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from typing import Any

FORMS_VERSION = 1
"""Rises when the same text comes to have other forms by this module's own doing."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n")
_HANGUL = re.compile("[가-힣]")


def is_installed() -> bool:
    return find_spec("kiwipiepy") is not None


def dictionary_forms(texts: Iterable[str]) -> Iterator[str]:
    """For each text the dictionary and adnominal forms of its verbs and adjectives, separated by ' / '."""
    yield from forms_of_texts(tuple(texts), {})


def forms_of_texts(texts: Sequence[str], kept: MutableMapping[str, str]) -> Sequence[str]:
    """The same for all texts; what is kept by a text's key is taken, and what was not is added there."""
    if not is_installed():
        return [""] * len(texts)
    keys = [kept_key(text) for text in texts]
    new = {key: text for key, text in zip(keys, texts, strict=True) if key not in kept}
    if new:
        stems = _stems_by_sentence(new.values())
        for key, text in new.items():
            found = dict.fromkeys(stem for sentence in sentences_of(text) for stem in stems[sentence])
            kept[key] = " / ".join(dict.fromkeys(form for stem, tag in found for form in _forms(stem, tag)))
    return [kept[key] for key in keys]


def kept_key(text: str) -> str:
    """By which a text's forms are kept: another version of Kiwi may find others."""
    return sha256(f"{FORMS_VERSION} {_version()}\n{text}".encode()).hexdigest()


def sentences_of(text: str) -> Iterator[str]:
    """The sentences and lines of a text that have Korean in them."""
    return filter(_HANGUL.search, _SENTENCE_END.split(text))


Stems = tuple[tuple[str, str], ...]
"""The stems of verbs and adjectives, each with its part of speech."""


def _stems_by_sentence(texts: Iterable[str]) -> dict[str, Stems]:
    """Each sentence is read once, however many texts have it."""
    sentences = dict.fromkeys(sentence for text in texts for sentence in sentences_of(text))
    read = _kiwi().tokenize(iter(sentences))
    return {
        sentence: tuple((word.form, str(word.tag)) for word in words if word.tag.startswith(("VV", "VA")))
        for sentence, words in zip(sentences, read, strict=True)
    }


@cache
def _version() -> str:
    return version("kiwipiepy")


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
