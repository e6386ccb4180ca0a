"""The terms of records and documents are known by their names."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.licences import USUAL, are_known, terms_meant
from generator.corpus.rules.finding import Finding
from generator.models.fields import terms_in
from generator.models.licences import are_several
from generator.parsing.messages import Message, message
from generator.parsing.problems import suggestion


def licences_are_known(corpus: Corpus) -> Iterator[Finding]:
    """A licence is an id of SPDX, spelled as there, an address, or an id of `licences` in vocabulary.yml."""
    for record in corpus.records:
        for field, written in terms_in(record):
            if not are_known(written, corpus.licences):
                yield Finding(record.path, field, _wrong(corpus, written))


def _wrong(corpus: Corpus, written: str) -> Message:
    if are_several(written):
        return message("licence.several", text=written)
    return message("licence.unknown", text=written, remedy=_remedy(corpus, written))


def _remedy(corpus: Corpus, written: str) -> Message:
    if meant := terms_meant(written, corpus.licences):
        return message("remedy.mean", word=meant)
    near = suggestion(written, (*USUAL, *corpus.licences))
    if near or not corpus.licences:
        return near or message("licence.write_any")
    return message("licence.write", known=", ".join(corpus.licences))
