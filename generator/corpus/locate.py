"""The lines in content/ of what the rules found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from generator.corpus.reader import read_text
from generator.corpus.rules.finding import Finding
from generator.corpus.written_fields import as_written
from generator.models import RECORD_KINDS
from generator.models.model import Model
from generator.parsing.problems import Problem, field_name
from generator.parsing.yaml_errors import Place
from generator.parsing.yaml_parser import Document, parse_yaml


def placed(findings: Iterable[Finding], folder: Path) -> Iterator[Problem]:
    """The findings as problems at their lines, file by file; each file is read again once."""
    by_path = attrgetter("path")
    for path, in_file in groupby(sorted(findings, key=by_path), key=by_path):
        yield from _placed_in(path, list(in_file), folder)


def _placed_in(path: str, findings: list[Finding], folder: Path) -> Iterator[Problem]:
    text, document = "", Document("", {})
    if not path.startswith("content/files/"):  # these need not be text
        text = unicodedata.normalize("NFC", read_text(folder / path.removeprefix("content/"), path))
    if path.endswith(".yml") and text:
        document = parse_yaml(text, path)
    lines = text.splitlines()
    starts = sorted((place.line, place.column) for place in document.places.values())
    model = _model_of(path)
    for finding in findings:
        field = as_written(model, document.tree, finding.field) if model else finding.field
        start = document.place_of(field)
        place = _place_of_words(finding.written, lines, start, starts) or start
        yield Problem(
            path,
            place.line,
            place.column,
            field_name(field),
            finding.message,
            "warning" if finding.warning else "error",
            finding.warning,
        )


def _model_of(path: str) -> type[Model] | None:
    """The kind of record, by its folder."""
    return RECORD_KINDS.get(path.split("/")[1])


def _place_of_words(
    words: str, lines: list[str], start: Place, starts: list[tuple[int, int]]
) -> Place | None:
    """The first place of the words, as whole words, in the value that begins at `start`, if they are there.

    A value in quotes may write any of their characters as an escape.
    """
    if not words:
        return None
    whole_words = re.compile(rf"(?<![\w/.-]){re.escape(words)}(?![\w#-])", re.ASCII)  # 에서 may follow
    end = next((end for end in starts if end > (start.line, start.column)), (len(lines) + 1, 1))
    for number in range(start.line, min(end[0], len(lines)) + 1):
        match = whole_words.search(lines[number - 1], start.column - 1 if number == start.line else 0)
        if match and (number, match.start() + 1) < end:
            return Place(number, match.start() + 1)
    return None
