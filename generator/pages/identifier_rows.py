"""The numbers of a record in other registers, as its page shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.corpus.corpus import Corpus
from generator.corpus.identifiers import address_of_identifier
from generator.models import Identifier, Text
from generator.pages.page import WebLink


@dataclass(frozen=True)
class IdentifierRow:
    """A number, and its page in the register where that has one."""

    register: Text
    identifier: str
    link: WebLink | None


def identifier_rows(corpus: Corpus, identifiers: Iterable[Identifier]) -> tuple[IdentifierRow, ...]:
    return tuple(_row(corpus, identifier) for identifier in identifiers)


def _row(corpus: Corpus, identifier: Identifier) -> IdentifierRow:
    register = corpus.registers[identifier.scheme]
    address = address_of_identifier(register, identifier.identifier)
    link = WebLink(identifier.identifier, address) if address else None
    return IdentifierRow(register.label, identifier.identifier, link)
