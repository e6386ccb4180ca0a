"""What `make fuzz` searches: bytes → a question to one of the claims, with the inputs to begin with."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from zlib import crc32

from generator.models import Text
from generator.parsing.characters import forbidden_character
from tests.fuzz import escaping, prose, reading, seeds

KINDS = list(reading.KINDS)
FIRST_KIND = ord("0")
"""The first byte of a reader's input says what the file is to be: '0' a forum, '1' a speaker …"""


def read_a_file(raw: bytes) -> None:
    number = raw[0] - FIRST_KIND if raw else 0
    reading.a_file_is_a_record_or_told(raw[1:], KINDS[number % len(KINDS)])


def write_a_field(raw: bytes) -> None:
    """What a field says on its page is asked of each; of what holds beside that, one thing for each input."""
    text = text_of(raw)
    headings = "##" in text
    if not text or forbidden_character(text) or prose.a_field_is_refused_with_its_line(text, headings):
        return
    prose.a_field_says_on_the_page_what_it_means(text, headings)
    if not headings:
        prose.ASIDE[crc32(raw) % len(prose.ASIDE)](text)


def escape_a_text(raw: bytes) -> None:
    """One context for each input: which one, its first byte says."""
    context = list(escaping.CONTEXTS)[raw[0] % len(escaping.CONTEXTS)] if raw else "paragraph"
    text = text_of(raw[1:])
    if forbidden_character(text) or not text.split():
        return
    escaping.html_reads_it_back(text)
    escaping.no_address_is_in_it(text)
    escaping.a_text_is_only_text(context, text)


def text_of(raw: bytes) -> str:
    """As the reader hands texts on: UTF-8 in composed form."""
    return unicodedata.normalize("NFC", raw.decode("utf-8", errors="ignore")).strip()


def files() -> Iterable[bytes]:
    for kind, path in seeds.records():
        yield bytes([FIRST_KIND + KINDS.index(kind)]) + path.read_bytes()


def fields() -> Iterable[bytes]:
    for text in (*seeds.fields(), *seeds.MARKDOWN):
        yield text.encode()


def texts() -> Iterable[bytes]:
    for number, text in enumerate((*sorted(set(seeds.texts(Text))), *seeds.MARKDOWN)):
        yield bytes([number % len(escaping.CONTEXTS)]) + text.encode()


@dataclass(frozen=True)
class Target:
    """One search."""

    ask: Callable[[bytes], None]
    seeds: Callable[[], Iterable[bytes]]
    words: Callable[[], list[str]]
    longest: int
    """Bytes of an input: many short ones say more than few long ones, whose cost other tests measure."""


TARGETS = {
    "reader": Target(read_a_file, files, seeds.words_of_records, 2_000),
    "prose": Target(write_a_field, fields, lambda: seeds.MARKDOWN, 300),
    "escaper": Target(escape_a_text, texts, lambda: seeds.MARKDOWN, 200),
}
