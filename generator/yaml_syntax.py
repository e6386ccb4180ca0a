"""What the YAML parser says of a file that is not YAML → what the person who wrote it needs to hear."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Protocol

import yaml

from generator.problems import Problem


class Mark(Protocol):
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
    def of(cls, mark: Mark | None, lines: list[str]) -> Place:
        """The parser's mark; it ends a file without a last line end one line later than the file does."""
        end = cls(len(lines), len(lines[-1]) + 1)
        return min(cls(mark.line + 1, mark.column + 1), end) if mark else cls(1, 1)


_ESCAPE = r"a '\' in double quotes begins an escape; use single quotes or write '\\'"
# What libyaml says, and what the person who wrote the file needs to hear.
_ADVICE = {
    "mapping values are not allowed in this context": "a text with ': ' in it must be put in quotes",
    "could not find expected ':'": "a field needs ': ' between its name and its text",
    "found character that cannot start any token": "a text that begins with this mark must be put in quotes",
    "found unknown escape character": _ESCAPE,
    "did not find expected hexdecimal number": _ESCAPE,
    "did not find expected comment or line break": "a text that begins with '|' or '>' must be put in quotes",
    "found unexpected end of stream": "a quotation mark is opened and never closed",
    "did not find expected key": "the indentation or the quotes do not match the lines above",
    "did not find expected '-' indicator": "the indentation does not match the list above",
    "did not find expected <document start>": "the indentation does not match the lines above",
    "did not find expected node content": "a '[' or '{' is not closed, or a text in it must be put in quotes",
    "did not find expected ',' or ']'": "a '[' is not closed, or a text in it must be put in quotes",
    "did not find expected ',' or '}'": "a '{' is not closed, or a text in it must be put in quotes",
    "block sequence entries are not allowed in this context": "a text that begins with '- ' must be quoted",
    "found undefined tag handle": "a text that begins with '!' must be put in quotes",
    "did not find expected alphabetic or numeric character": "a text that begins with '*' must be quoted",
}


def syntax_problem(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    """The parser's complaint in the words of `_ADVICE`, or of the odd character that provoked it."""
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    unclosed = "did not find expected ','" in (error.problem or "")
    if error.context_mark and mark and (unclosed or mark.index >= len(text.rstrip())):
        mark = error.context_mark  # what was left open is told where it was opened
    place, context = Place.of(mark, lines), Place.of(error.context_mark or mark, lines)
    around = [lines[line - 1] for line in sorted({context.line, place.line - 1, place.line}) if line]
    advice = _ADVICE.get(error.problem or "", f"this is not valid YAML ({error.problem})")
    if error.problem == "found invalid Unicode character escape code":
        code = re.match("[0-9A-F]*", lines[place.line - 1][place.column - 1 :], re.IGNORECASE)
        number = code[0].upper() if code else "?"
        advice = f"U+{number} is half a character or none; write the character itself"
    if any(re.match(r"[ ]*\t", shown) for shown in around):
        advice = "the line is indented with a tab; indent with spaces"
    elif any(re.match(r"\s*\u00a0", shown) for shown in around):
        advice = "the line is indented with U+00A0 (no-break space); type ordinary spaces"
    elif any("\uff1a" in shown and ": " not in shown for shown in around):
        advice = "'\uff1a' is a full-width colon; type ': '"
    return Problem(path, place.line, place.column, "", advice)
