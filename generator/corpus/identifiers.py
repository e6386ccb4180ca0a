"""Identifiers in other registers: kept bare, however they were pasted, and the addresses that they make."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import cycle
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from generator.corpus.grouping import AnyRecord
from generator.models import Identifier, Register
from generator.models.registers import PatternPart, fits, parts_of_pattern
from generator.parsing.addresses import uri_of


def with_bare_identifiers(record: AnyRecord, registers: Mapping[str, Register]) -> AnyRecord:
    """The record with its identifiers as their registers write them; one that is wrong stays as it is."""
    written: Iterable[Identifier] = getattr(record, "identifiers", ())
    bare = tuple(_bare(one, registers.get(one.scheme)) for one in written)
    return record if bare == written else record.model_copy(update={"identifiers": bare})


def _bare(identifier: Identifier, register: Register | None) -> Identifier:
    found = bare_identifier(register, identifier.identifier) if register else None
    return identifier.model_copy(update={"identifier": found}) if found else identifier


def address_of_identifier(register: Register, identifier: str) -> str | None:
    """Where the register has the entry, in ASCII, if it has addresses."""
    return uri_of(register.address.replace("{}", quote(identifier))) if register.address else None


def bare_identifier(register: Register, written: str) -> str | None:
    """The identifier as its register writes it, of a pasted address too; None if it cannot be one."""
    parts = parts_of_pattern(register.pattern) or ()
    text = re.sub(r"[\u2010-\u2015\u2212]", "-", unicodedata.normalize("NFKC", written)).strip()
    found = (_fitted(parts, candidate) for candidate in _candidates(register, text))
    return next(filter(None, found), None)


def is_address_elsewhere(register: Register, written: str) -> bool:
    """Whether it is an address of another site."""
    return "://" in written and _host(written) not in _hosts(register)


def example_of(register: Register) -> str:
    """An identifier that the register may well have: a known one, or what its pattern makes of digits."""
    parts = parts_of_pattern(register.pattern) or ()
    known = _KNOWN.get(register.id, "")
    if fits(parts, known):
        return known
    digits = cycle("1234567890")
    return "".join(_one_of(part.chars, digits) for part in parts for _ in range(_usual_times(part)))


_KNOWN = {"wikidata": "Q42", "orcid": "0000-0002-1825-0097", "isni": "0000000121032683", "ror": "05a28rw58"}
"""Identifiers that there are, which the registers themselves show as examples."""
_USUAL_LENGTH = 7


def _usual_times(part: PatternPart) -> int:
    return part.least if part.least == part.most else min(part.most, max(part.least, _USUAL_LENGTH))


def _one_of(chars: frozenset[str], digits: Iterator[str]) -> str:
    """The next digit that can stand there; where none can, the first letter, or the mark."""
    if chars & set("123456789"):
        return next(digit for digit in digits if digit in chars)
    return min(chars, key=lambda char: (not char.isalnum(), char))


_FORMAT = re.compile(r"\.(json|jsonld|rdf|ttl|nt|xml|html?)$", re.IGNORECASE)
"""The ending of an address at which a register gives the entry as data: `Q42.json`."""


_ORDINARY = ("index", "main", "list", "search", "view", "detail", "profile", "member", "members")
"""Steps of addresses that a wide pattern would take for identifiers."""
_KEY = re.compile(r"(?!(?:menu|page|board|site|lang)).*(?:id|cd|code|no|num|key)", re.IGNORECASE)
"""What an address with a question mark may call an identifier: `memberId`, `monaCd`."""


def _candidates(register: Register, text: str) -> Iterator[str]:
    """What the identifier may be: the text, or a part of an address of the register."""
    address = text if "://" in text else f"//{text}"
    if "://" in text or ("/" in text and _host(address) in _hosts(register)):
        if _host(address) in _hosts(register):
            yield from _where_it_stands(register, address)
            yield from _parts_of_address(register, address)
        return
    yield text
    names = "|".join(re.escape(name) for name in (register.id, register.label.ko, register.label.en) if name)
    bare = re.sub(rf"^(?:{names})(?:\s*(?:id|번호))?\s*:?\s*", "", text, flags=re.IGNORECASE)
    yield bare
    yield re.sub(r"^제\s*|\s*호$", "", bare)


def _where_it_stands(register: Register, address: str) -> Iterator[str]:
    """What stands in an address at the place of `{}` in the register's own."""
    before, _, after = _without_site_prefix(register.address or "").partition("{}")
    bare = _without_site_prefix(address)
    if register.address and bare.casefold().startswith(before.casefold()):
        rest = bare[len(before) :]
        if after and after in rest:
            yield unquote(rest.partition(after)[0])
        yield unquote(re.split("[?#&]", rest)[0].rstrip("/"))


def _parts_of_address(register: Register, address: str) -> Iterator[str]:
    """Steps of its path and values of its query; where any word may be one, the one that surely is meant."""
    parts = urlsplit(address)
    steps = [unquote(step) for step in parts.path.split("/") if step]
    query = parse_qsl(parts.query)
    pattern = parts_of_pattern(register.pattern) or ()
    if any(fits(pattern, word) for word in _ORDINARY):
        named = [value for key, value in query if _KEY.fullmatch(key)]
        at_end = [step for step in steps[-1:] if step.casefold() not in _ORDINARY]
        yield from named if len(named) == 1 else () if query else at_end
        return
    for step in reversed(steps):
        yield step
        yield _FORMAT.sub("", step)
    yield from ("/".join(steps[start:]) for start in range(len(steps)))
    yield from (value for _, value in query)


def _without_site_prefix(address: str) -> str:
    return re.sub(r"^(https?:)?//(www\.|m\.)*", "", address, flags=re.IGNORECASE)


def _host(address: str) -> str:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return re.sub(r"^(www\.|m\.)+", "", host)


def _hosts(register: Register) -> set[str]:
    own = {_host(register.address.replace("{}", "1"))} if register.address else set()
    return own | {_host(f"//{host}") for host in register.hosts}


def _fitted(parts: tuple[PatternPart, ...], text: str) -> str | None:
    """The text in the pattern's case, without spaces and hyphens that it lacks, with those that it has."""
    plain = re.sub(r"[\s-]", "", text)
    for spelled in (text, text.upper(), text.lower(), plain, plain.upper(), plain.lower()):
        if fits(parts, spelled):
            return spelled
    return next(
        filter(None, (_hyphenated(parts, one) for one in (plain, plain.upper(), plain.lower()))), None
    )


def _hyphenated(parts: tuple[PatternPart, ...], plain: str) -> str | None:
    """The text with hyphens at the places where every such identifier has one."""
    if any(part.least != part.most for part in parts):
        return None
    places = [part.chars for part in parts for _ in range(part.most)]
    letters = iter(plain)
    text = "".join("-" if chars == {"-"} else next(letters, "") for chars in places)
    return text if next(letters, None) is None and fits(parts, text) else None
