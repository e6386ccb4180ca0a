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
from itertools import pairwise
from pathlib import PurePath
from zipfile import ZipFile

import rispy  # type: ignore[import-untyped]  # it has no types
import yaml
from icalendar import Calendar, Event
from lxml import etree  # type: ignore[import-untyped]  # has no types of its own
from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.exports.data.popolo import POPOLO_PATH
from generator.exports.data.sqlite_file import WORDS_COLUMN
from generator.exports.data.workbook.texts import as_meant
from generator.pages.twins import LLMS_PATH
from tests.support.bib_files import read_bibtex
from tests.support.tex_printed import printed_by_tex
from tests.support.words import WORDS
from tests.trust.disguise import Said

ATOM = "{http://www.w3.org/2005/Atom}"
COMMONMARK = MarkdownIt("commonmark")
CITE = {words("cite.title") for words in WORDS.values()}
"""The headings of references, which have rules of their own about marks; tests/citations/ tries those."""

SUMS = {"hash", "bytes"}
"""What datapackage.json says of other files' bytes."""


printed = cache(printed_by_tex)


def texts_in(path: str, content: bytes, flowing: bool = False) -> Counter[Said]:
    """What a program reads in a file of this name; what flows is one text, of a feed each entry."""
    suffix = ".md" if path == LLMS_PATH else PurePath(path).suffix
    read = FLOWING.get(suffix, READERS[suffix]) if flowing else READERS[suffix]
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
    """A work's number has hyphens that CSL's processors do not take for a span."""
    for *where, text in leaves(json.loads(content)):
        yield (*where, text.replace("\u2011", "-") if where[-1:] == ["number"] else text)


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


SHEETS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _xlsx(content: bytes) -> Iterator[Said]:
    """The sheets that readers see, each cell with its column; fingerprints are of other bytes."""
    if not content:
        return
    with ZipFile(io.BytesIO(content)) as packed:
        sheets = etree.fromstring(packed.read("xl/workbook.xml")).iter(f"{SHEETS}sheet")
        for number, sheet in enumerate(sheets, 1):
            if sheet.get("state", "visible") == "visible":
                cells = etree.fromstring(packed.read(f"xl/worksheets/sheet{number}.xml")).iter(f"{SHEETS}c")
                for cell in cells:
                    column = cell.get("r").rstrip("0123456789")
                    yield (sheet.get("name"), column, as_meant("".join(cell.itertext())))


def _without(name: str, row: dict[str, object]) -> dict[str, object]:
    return {column: value for column, value in row.items() if column != name}


def _atom(content: bytes) -> Iterator[Said]:
    for element in _read_feed(content).iter():
        yield from ((element.tag, name, value) for name, value in element.attrib.items())
        yield from ((element.tag, " ".join(text.split())) for text in (element.text, element.tail) if text)


def _read_feed(content: bytes) -> etree._Element:
    """A feed with its HTML as elements, without the summaries, which are beginnings of it.

    The feeds of parts of the archive have summaries alone; the others have every entry of theirs.
    """
    feed = etree.fromstring(content)
    for entry in feed.iter(f"{ATOM}entry"):
        entry.remove(entry.find(f"{ATOM}summary"))
        shown = entry.find(f"{ATOM}content")
        if shown is not None:
            shown.append(etree.fromstring(f"<div>{shown.text}</div>"))
            shown.text = None
    return feed


def _atom_as_words(content: bytes) -> Iterator[Said]:
    """However the words are divided into paragraphs and lists."""
    for entry in _read_feed(content).iter(f"{ATOM}entry"):
        yield ("entry", "".join(entry.itertext()))


def _calendar(content: bytes) -> Iterator[Said]:
    for component in Calendar.from_ical(content).walk():
        for name, value in component.property_items(recursive=False, sorted=False):
            if name == "CATEGORIES" and isinstance(component, Event):
                yield from ((name, str(category)) for category in component.categories)
            else:
                yield (name, str(getattr(value, "dt", value)))


def _bibtex(content: bytes) -> Iterator[Said]:
    for key, entry in read_bibtex(content.decode()).entries.items():
        yield ("entry", entry.type, key)
        for name, value in entry.fields.items():
            if name != "key":  # the beginning of the title, as long as it may be
                yield (name, value if name == "url" else printed(value))
        for person in entry.persons.get("author", ()):
            parts = person.first_names, person.middle_names, person.prelast_names, person.last_names
            yield ("author", printed(" ".join(word for words in parts for word in words)))


def _ris(content: bytes) -> Iterator[Said]:
    """The first comma of a body is doubled."""
    for *where, text in leaves(rispy.loads(content.decode())):
        yield (*where, text.replace(",,", ",", 1) if where[-1] == "authors" else text)


def _text(content: bytes) -> Iterator[Said]:
    return ((line,) for line in content.decode().splitlines())


def _markdown(content: bytes, flowing: bool = False) -> Iterator[Said]:
    """The front matter; each block's text; where links lead, and what else is in it."""
    text = content.decode()
    _, front, body = text.split("---\n", 2) if text.startswith("---") else ("", "", text)
    yield from leaves(yaml.safe_load(front) or {})
    is_reference = False
    for opened, block in pairwise(COMMONMARK.parse(body)):
        if block.type == "inline" and not is_reference:
            yield from _said_in_line(opened.tag, block.children or [], flowing)
        elif block.type in ("html_block", "fence", "code_block", "blockquote_open", "hr"):
            yield (block.type, block.content)
        if block.type == "inline":
            is_reference = opened.tag == "h2" and block.content in CITE


def _said_in_line(tag: str, tokens: list[Token], flowing: bool) -> Iterator[Said]:
    """An address in <> is read decoded: where it leads stands for it; in Markdown of records it is a word."""
    words = ""
    for before, token in pairwise([Token("beginning", "", 0), *tokens]):
        if token.type == "text":
            address = str(before.attrGet("href"))
            is_address = before.markup == "autolink" and ("%" in address or not flowing)
            words += address if is_address else token.content
        elif token.type == "link_open":
            yield (token.type, str(token.attrGet("href")))
        elif token.type not in ("softbreak", "link_close"):
            yield (token.type, token.content)
    yield (tag, words)


def _markdown_as_words(content: bytes) -> Iterator[Said]:
    yield (
        "text",
        "".join(said[-1] for said in _markdown(content, flowing=True) if re.fullmatch("p|h[1-6]", said[0])),
    )


def _names_of_sums(content: bytes) -> Iterator[Said]:
    return ((line.split("  ")[1],) for line in content.decode().splitlines())


READERS: Mapping[str, Callable[[bytes], Iterator[Said]]] = {
    ".json": _json,
    ".jsonl": _json_lines,
    ".csv": _csv,
    ".db": _sqlite,
    ".xlsx": _xlsx,
    ".atom": _atom,
    ".ics": _calendar,
    ".bib": _bibtex,
    ".ris": _ris,
    ".txt": _text,
    ".md": _markdown,
    "": _names_of_sums,
}
"""How a file's name ends → what reads it; a new kind of export needs one here."""


FLOWING = {".atom": _atom_as_words, ".md": _markdown_as_words}


def keeps_markdown(path: str) -> bool:
    """Whether Markdown stands in the file as in the record."""
    return PurePath(path).suffix in (".json", ".jsonl", ".csv", ".db", ".xlsx") and path != POPOLO_PATH
