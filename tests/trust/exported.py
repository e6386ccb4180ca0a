"""Exported files as what others' programs read in them: every text, with where it stands."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from functools import cache
from pathlib import PurePath

import rispy  # type: ignore[import-untyped]  # it has no types
from icalendar import Calendar, Event
from lxml import etree  # type: ignore[import-untyped]  # has no types of its own
from pybtex.database import parse_string  # type: ignore[import-untyped]  # it has no types

from generator.exports.data.popolo import POPOLO_PATH
from generator.exports.data.sqlite_file import WORDS_COLUMN
from tests.citations.test_bibtex import plain
from tests.trust.disguise import Said

ATOM = "{http://www.w3.org/2005/Atom}"
SUMS = {"hash", "bytes"}
"""What datapackage.json says of other files' bytes."""


printed_by_tex = cache(plain)


def texts_in(path: str, content: bytes, flowing: bool = False) -> Counter[Said]:
    """What a program reads in a file of this name; of a feed that flows, each entry is one text."""
    read = _atom_as_words if flowing and path.endswith(".atom") else READERS[PurePath(path).suffix]
    return Counter(read(content))


def leaves(value: object, where: Said = ()) -> Iterator[Said]:
    """The values of a tree of maps and lists, with the names above each."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from leaves(part, (*where, str(name))) if name not in SUMS else ()
    elif isinstance(value, list | tuple):
        for part in value:
            yield from leaves(part, where)
    else:
        yield (*where, str(value))


def _json(content: bytes) -> Iterator[Said]:
    return leaves(json.loads(content))


def _json_lines(content: bytes) -> Iterator[Said]:
    for line in content.decode().split("\n")[:-1]:
        yield from leaves(json.loads(line))


def _csv(content: bytes) -> Iterator[Said]:
    """As the data page says, one apostrophe is taken away."""
    read = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    return leaves([{name: cell.removeprefix("'") for name, cell in row.items()} for row in read])


def _sqlite(content: bytes) -> Iterator[Said]:
    """The tables without their indexes; what the search looks in is made of the words."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(content)
        database.row_factory = sqlite3.Row
        assert [tuple(row) for row in database.execute("pragma integrity_check")] == [("ok",)]
        tables = [name for (name,) in database.execute("select name from sqlite_schema where type = 'table'")]
        for table in tables:
            if "_fts" not in table:
                rows = database.execute(f'select * from "{table}"')  # noqa: S608 - a name of ours
                yield from leaves({table: [_without(WORDS_COLUMN, dict(row)) for row in rows]})


def _without(name: str, row: dict[str, object]) -> dict[str, object]:
    return {column: value for column, value in row.items() if column != name}


def _atom(content: bytes) -> Iterator[Said]:
    for element in _read_feed(content).iter():
        yield from ((element.tag, name, value) for name, value in element.attrib.items())
        yield from ((element.tag, " ".join(text.split())) for text in (element.text, element.tail) if text)


def _read_feed(content: bytes) -> etree._Element:
    """A feed with its HTML as elements, without the summaries, which are beginnings of it."""
    feed = etree.fromstring(content)
    for entry in feed.iter(f"{ATOM}entry"):
        entry.remove(entry.find(f"{ATOM}summary"))
        shown = entry.find(f"{ATOM}content")
        shown.append(etree.fromstring(f"<div>{shown.text}</div>"))
        shown.text = None
    return feed


def _atom_as_words(content: bytes) -> Iterator[Said]:
    """However the words are divided into paragraphs and lists."""
    for entry in _read_feed(content).iter(f"{ATOM}entry"):
        yield ("entry", "".join(entry.itertext()))


def _calendar(content: bytes) -> Iterator[Said]:
    """Parameters by RFC 6868, which icalendar 6 mixes with the backslashes of values."""
    for component in Calendar.from_ical(content).walk():
        for name, value in component.property_items(recursive=False, sorted=False):
            if name == "CATEGORIES" and isinstance(component, Event):
                yield from ((name, str(category)) for category in component.categories)
            else:
                yield (name, str(getattr(value, "dt", value)))
    for name in re.findall(r'ORGANIZER;CN="?([^"]*?)"?:https', content.replace(b"\r\n ", b"").decode()):
        read = re.sub(r"\^([n^'])", lambda mark: {"n": "\n", "^": "^", "'": '"'}[mark[1]], name)
        yield ("CN", read)


def _bibtex(content: bytes) -> Iterator[Said]:
    for key, entry in parse_string(content.decode(), "bibtex").entries.items():
        yield ("entry", entry.type, key)
        for name, value in entry.fields.items():
            yield (name, value if name == "url" else printed_by_tex(value))
        for person in entry.persons.get("author", ()):
            yield ("family", printed_by_tex(" ".join(person.prelast_names + person.last_names)))
            yield ("given", printed_by_tex(" ".join(person.first_names + person.middle_names)))


def _ris(content: bytes) -> Iterator[Said]:
    return leaves(rispy.loads(content.decode()))


def _text(content: bytes) -> Iterator[Said]:
    return ((line,) for line in content.decode().splitlines())


def _names_of_sums(content: bytes) -> Iterator[Said]:
    return ((line.split("  ")[1],) for line in content.decode().splitlines())


READERS: Mapping[str, Callable[[bytes], Iterator[Said]]] = {
    ".json": _json,
    ".jsonl": _json_lines,
    ".csv": _csv,
    ".db": _sqlite,
    ".atom": _atom,
    ".ics": _calendar,
    ".bib": _bibtex,
    ".ris": _ris,
    ".txt": _text,
    "": _names_of_sums,
}
"""How a file's name ends → what reads it; a new kind of export needs one here."""


def keeps_markdown(path: str) -> bool:
    """Whether Markdown stands in the file as in the record."""
    return PurePath(path).suffix in (".json", ".jsonl", ".csv", ".db") and path != POPOLO_PATH
