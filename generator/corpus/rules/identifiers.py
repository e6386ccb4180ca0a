"""Identifiers in other registers are written as these write them, and belong to one record."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.identifiers import bare_identifier, example_of, is_address_elsewhere
from generator.corpus.rules.finding import Finding
from generator.models import Identifier, Named, Register
from generator.models.check_digits import has_right_check
from generator.models.traverse import values_of
from generator.parsing.messages import Message, message


def identifiers_are_written_as_registered(corpus: Corpus) -> Iterator[Finding]:
    """An identifier is of a register for such records, written as there, and its check digits are right."""
    for record in corpus.records:
        for field, identifier in values_of(record, Identifier):
            register = corpus.registers.get(identifier.scheme)
            if not register:
                continue
            if record.folder not in register.of:
                other = message("identifier.kind", register=register.id, of=", ".join(register.of))
                yield Finding(record.path, (*field, "scheme"), other)
            elif wrong := _wrong(register, identifier.identifier):
                yield Finding(record.path, (*field, "identifier"), wrong)


def _wrong(register: Register, text: str) -> Message | None:
    if is_address_elsewhere(register, text):
        return message("identifier.elsewhere", text=text, register=register.id, example=example_of(register))
    bare = bare_identifier(register, text)
    if bare is None:
        return message("identifier.form", text=text, register=register.id, example=example_of(register))
    if not has_right_check(register.check, bare):
        return message("identifier.check", text=bare, register=register.id)
    return None


def registered_only_once(corpus: Corpus) -> Iterator[Finding]:
    """No two people or bodies have the same identifier, or they would be one; and none has it twice.

    Several proposals may have led to one bill.
    """
    owners: dict[tuple[str, str], str] = {}
    for record in corpus.records:
        here: dict[tuple[str, str], int] = {}
        for field, identifier in values_of(record, Identifier):
            number, key = int(field[-1]), (identifier.scheme, identifier.identifier)
            first, owner = here.setdefault(key, number), owners.setdefault(key, record.path)
            told = None
            if first != number:
                told = message("twice.party", first=f"identifiers[{first}]")
            elif owner != record.path and isinstance(record, Named):
                alike = owner.startswith(f"content/{record.folder}/")
                key_of_message = "twice.registered" if alike else "twice.registered_of_others"
                told = message(key_of_message, other=owner, scheme=identifier.scheme)
            if told:
                yield Finding(record.path, (*field, "identifier"), told)
