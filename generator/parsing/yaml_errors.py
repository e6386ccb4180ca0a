"""The YAML parser's errors → problems with advice to the record's writer."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Protocol

import yaml

from generator.parsing.messages import Message, message
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


_MISMATCH = "yaml.mismatch"
_BEGINS = "yaml.begins"
# libyaml's error → the key of the advice to the record's writer.
_ADVICE = {
    "mapping values are not allowed in this context": "yaml.colon",
    "could not find expected ':'": "yaml.no_colon",
    "found character that cannot start any token": _BEGINS,
    "found unknown escape character": "yaml.escape",
    "did not find expected hexdecimal number": "yaml.escape",
    "did not find expected comment or line break": _BEGINS,
    "found unexpected end of stream": "yaml.unclosed_quote",
    "did not find expected key": _MISMATCH,
    "did not find expected '-' indicator": "yaml.list_indent",
    "did not find expected <document start>": "yaml.indent",
    "did not find expected node content": "yaml.unclosed",
    "did not find expected ',' or ']'": "yaml.unclosed_list",
    "did not find expected ',' or '}'": "yaml.unclosed_map",
    "block sequence entries are not allowed in this context": "yaml.begins_with_dash",
    "mapping keys are not allowed in this context": "yaml.begins_with_question",
    "found undefined tag handle": _BEGINS,
    "did not find expected tag URI": _BEGINS,
    "did not find expected whitespace or line break": _BEGINS,
    "did not find expected alphabetic or numeric character": _BEGINS,
}
_VALUE = r"^[ ]*(?:- +)*(?:[^\s:\[\]{}'\"]+: +)?"
"""What stands before a text on its line."""
_FIRST_MARK = re.compile(rf"(?:{_VALUE}|[,\[{{:] *)([@%&*!|>`\]}},])", re.MULTILINE)
_BRACKETED = re.compile(rf"{_VALUE}(?:(\[)[^#]*\]|(\{{)[^#]*\}})[ ]*[^\s#,:\]}}]")
"""Brackets at the beginning of a text, after which it goes on: `[긴급] 밤에도 열자`."""
_SMART = "“”„‟‘’‚‛"
_SMART_QUOTES = re.compile(rf"{_VALUE}[{_SMART}]|{_VALUE}[\"'][^\"']*[{_SMART}]\s*$")


def syntax_problem(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    """The parser's error as advice from `_ADVICE`, or about the odd character that caused it."""
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    unclosed = "did not find expected ','" in (error.problem or "")
    if error.context_mark and mark and (unclosed or mark.index >= len(text.rstrip())):
        mark = error.context_mark  # an unclosed bracket or quote is reported where it opens
    place, context = Place.of(mark, lines), Place.of(error.context_mark or mark, lines)
    nearby = [(line, lines[line - 1]) for line in sorted({context.line, place.line - 1, place.line}) if line]
    for line_number, line in nearby:
        if oddity := _oddity_of(line):
            column, advice = oddity
            return Problem(path, line_number, column, "", advice)
    if smart := _SMART_QUOTES.search(lines[place.line - 1]):
        return Problem(path, place.line, smart.end(), "", message("yaml.smart_quotes"))
    if error.problem in ("did not find expected key", "did not find expected '-' indicator"):
        for line_number, line in nearby:
            if bracketed := _BRACKETED.search(line):
                group = 1 if bracketed[1] else 2
                begins = message(_BEGINS, mark=bracketed[group])
                return Problem(path, line_number, bracketed.start(group) + 1, "", begins)
    return Problem(path, place.line, place.column, "", _advice(error, place, lines))


def _advice(error: yaml.MarkedYAMLError, place: Place, lines: list[str]) -> Message:
    before, after = lines[place.line - 1][: place.column - 1], lines[place.line - 1][place.column - 1 :]
    if error.problem == "found invalid Unicode character escape code":
        code = re.match("[0-9A-F]*", after, re.IGNORECASE)
        return message("yaml.code", code=f"U+{code[0].upper() if code else '?'}")
    key = _ADVICE.get(error.problem or "")
    if key is None:
        return message("yaml.invalid", error=error.problem or "")
    if key == "yaml.colon" and (field := re.fullmatch(r" *(?:- +)?([a-z_]+)", before)):
        return message("yaml.field_indent", name=field[1])
    quote = before.rstrip(" ")[-1:]
    if key == _MISMATCH and quote in ("'", '"'):
        return message("yaml.quote_inside" if quote == "'" else "yaml.double_quote_inside")
    if key == "yaml.unclosed" and before.endswith(" ") and after[:1] in ("]", "}", ","):
        key = _BEGINS
    if key == _BEGINS:
        opening = list(_FIRST_MARK.finditer(before + after[:1]))
        return message(_BEGINS, mark=opening[-1][1] if opening else after[:1] or before[-1:])
    return message(key)


def _oddity_of(line: str) -> tuple[int, Message] | None:
    """The column of a tab, odd space, odd colon or missing space that misleads the parser, and advice."""
    if tab := re.match(r"[ ]*\t|[ ]*(?:- *)+\t", line):
        return tab.end(), message("yaml.tab")
    if odd := _ODD_SPACE.match(line) or (": " not in line and re.search(f"[{COLONS}]", line)):
        return odd.end(), odd_mark(odd[0][-1]) or message("yaml.no_colon")
    if unspaced := re.match(r"[ -]*[a-z_]+:(?=[^\s/])", line):
        return unspaced.end(), message("yaml.no_colon")
    return None


COLONS = "\uff1a\ufe55\ufe13\u2236\ua789"
"""Characters that look like a colon: full-width, small, vertical, the ratio sign and a modifier letter."""
# An odd space in the indentation, after a dash, or around a field's colon.
_ODD_SPACE = re.compile(r"[ ]*(?:- +)*(?:-|[a-z_]+ *:|[a-z_]+(?=[^\S ]+:))?[^\S \t]")


def odd_mark(text: str) -> Message | None:
    """Advice about the first character that looks like a space or colon and is none in YAML; else None."""
    if not (odd := re.search(rf"[^\S \t\n]|[{COLONS}]", text)):
        return None
    if odd[0] == "\uff1a":
        return message("yaml.full_width_colon")
    typed = message("yaml.typed_colon" if odd[0] in COLONS else "yaml.typed_space")
    return message("yaml.odd", code=f"U+{ord(odd[0]):04X}", name=unicodedata.name(odd[0]), typed=typed)
