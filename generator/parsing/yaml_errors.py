"""The YAML parser's errors → problems with advice to the record's writer."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Protocol

import yaml

from generator.parsing.problems import Problem


class ParserMark(Protocol):
    """A place as the parser counts it: from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


@dataclass(frozen=True, order=True)
class Place:
    """Where a value begins; lines and columns count from 1."""

    line: int
    column: int

    @classmethod
    def of(cls, mark: ParserMark | None, lines: list[str]) -> Place:
        """The parser's mark as a place; the end of a file without a final newline is a line too low there."""
        end = cls(len(lines), len(lines[-1]) + 1)
        return min(cls(mark.line + 1, mark.column + 1), end) if mark else cls(1, 1)


_ESCAPE = r"a '\' in double quotes begins an escape; use single quotes or write '\\'"
_MISMATCH = "the indentation or the quotes do not match the lines above"
# libyaml's error → advice to the record's writer.
_ADVICE = {
    "mapping values are not allowed in this context": "a text with ': ' in it must be put in quotes",
    "could not find expected ':'": "a field needs ': ' between its name and its text",
    "found character that cannot start any token": "a text that begins with this mark must be put in quotes",
    "found unknown escape character": _ESCAPE,
    "did not find expected hexdecimal number": _ESCAPE,
    "did not find expected comment or line break": "a text that begins with '|' or '>' must be put in quotes",
    "found unexpected end of stream": "a quotation mark is opened and never closed",
    "did not find expected key": _MISMATCH,
    "did not find expected '-' indicator": "the indentation does not match the list above",
    "did not find expected <document start>": "the indentation does not match the lines above",
    "did not find expected node content": "a '[' or '{' is not closed, or a text in it must be put in quotes",
    "did not find expected ',' or ']'": "a '[' is not closed, or a text in it must be put in quotes",
    "did not find expected ',' or '}'": "a '{' is not closed, or a text in it must be put in quotes",
    "block sequence entries are not allowed in this context": "a text that begins with '- ' must be quoted",
    "mapping keys are not allowed in this context": "a text that begins with '? ' must be put in quotes",
    "found undefined tag handle": "a text that begins with '!' must be put in quotes",
    "did not find expected alphabetic or numeric character": "a text that begins with '*' must be quoted",
}


def syntax_problem(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    """The parser's error as advice from `_ADVICE`, or about the odd character that caused it."""
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    unclosed = "did not find expected ','" in (error.problem or "")
    if error.context_mark and mark and (unclosed or mark.index >= len(text.rstrip())):
        mark = error.context_mark  # an unclosed bracket or quote is reported where it opens
    place, context = Place.of(mark, lines), Place.of(error.context_mark or mark, lines)
    nearby = [(line, lines[line - 1]) for line in sorted({context.line, place.line - 1, place.line}) if line]
    advice = _ADVICE.get(error.problem or "", f"this is not valid YAML ({error.problem})")
    if error.problem == "found invalid Unicode character escape code":
        code = re.match("[0-9A-F]*", lines[place.line - 1][place.column - 1 :], re.IGNORECASE)
        number = code[0].upper() if code else "?"
        advice = f"U+{number} is half a character or none; write the character itself"
    elif advice == _MISMATCH and lines[place.line - 1][: place.column - 1].rstrip(" ").endswith(("'", '"')):
        advice = "a text ends at its second quotation mark; double one inside it, or use the other kind"
    for line_number, line in nearby:
        if oddity := _oddity_of(line):
            column, advice = oddity
            return Problem(path, line_number, column, "", advice)
    return Problem(path, place.line, place.column, "", advice)


def _oddity_of(line: str) -> tuple[int, str] | None:
    """The column of a tab, odd space, odd colon or missing space that misleads the parser, and advice."""
    if tab := re.match(r"[ ]*\t", line):
        return tab.end(), "the line is indented with a tab; indent with spaces"
    if odd := _ODD_SPACE.match(line) or (": " not in line and re.search(f"[{COLONS}]", line)):
        return odd.end(), odd_mark(odd[0][-1]) or ""
    if unspaced := re.match(r"[ -]*[a-z_]+:(?=[^\s/])", line):
        return unspaced.end(), "a field needs ': ' between its name and its text"
    return None


COLONS = "\uff1a\ufe55\ufe13\u2236\ua789"
"""Characters that look like a colon: full-width, small, vertical, the ratio sign and a modifier letter."""
# An odd space in the indentation, after a dash, or around a field's colon.
_ODD_SPACE = re.compile(r"[ ]*(?:- +)*(?:-|[a-z_]+ *:|[a-z_]+(?=[^\S ]+:))?[^\S \t]")


def odd_mark(text: str) -> str | None:
    """Advice about the first character that looks like a space or colon and is none in YAML; else None."""
    if not (odd := re.search(rf"[^\S \t\n]|[{COLONS}]", text)):
        return None
    if odd[0] == "\uff1a":
        return "'\uff1a' is a full-width colon; type ': '"
    typed = "': '" if odd[0] in COLONS else "an ordinary space"
    return f"U+{ord(odd[0]):04X} ({unicodedata.name(odd[0])}) means nothing to YAML; type {typed}"
