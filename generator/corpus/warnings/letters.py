"""Letters that the PDFs cannot show with the typefaces that come along."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.rules.finding import Finding
from generator.corpus.typefaces import letters_of_typefaces
from generator.models import LANGUAGES, Record, Site, Vocabulary
from generator.models.traverse import values_of
from generator.parsing.messages import message
from generator.parsing.problems import Field

UNSEEN = ("Cf", "Cc", "Zs", "Zl", "Zp", "Mn", "Me")
"""General categories of what is not seen, or only changes the letter before it."""

AS_PRINTED = "as_printed"
MOST_NAMED = 5


def typefaces_have_every_letter(corpus: Corpus) -> Iterator[Finding]:
    """Each letter of a text is in a typeface that comes along, so that PDFs show it on every machine."""
    owners: tuple[Site | Vocabulary | Record, ...] = (corpus.site, corpus.vocabulary, *corpus.records)
    for record in owners:
        seen: set[tuple[Field, str]] = set()
        for field, text in values_of(record, str):
            if field[-1] not in (*LANGUAGES, AS_PRINTED):
                continue
            place = field[:-1] if field[-1] in LANGUAGES else field
            if (missing := missing_letters(text)) and (place, text) not in seen:
                seen.add((place, text))
                named = ", ".join(f"'{letter}' (U+{ord(letter):04X})" for letter in missing[:MOST_NAMED])
                told = message("warnings.letter_not_in_pdf", letters=named)
                yield Finding(record.path, field, told, missing[0])


def missing_letters(text: str) -> list[str]:
    """Those that no typeface has, in their order, each once."""
    unknown = set(text) - letters_of_typefaces()
    return [
        letter
        for letter in dict.fromkeys(text)
        if letter in unknown and unicodedata.category(letter) not in UNSEEN
    ]
