"""Where in the files of content/ stands what a rule found wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from generator.corpus.reader import read_text
from generator.corpus.rules.finding import Finding
from generator.parsing.problems import Problem, field_name
from generator.parsing.yaml_errors import Place
from generator.parsing.yaml_parser import Document, parse_yaml


def placed(findings: Iterable[Finding], folder: Path) -> Iterator[Problem]:
    """The findings as problems at their lines, file by file; each file is read again once."""
    by_path = attrgetter("path")
    for path, found in groupby(sorted(findings, key=by_path), key=by_path):
        yield from _placed_in(path, list(found), folder)


def _placed_in(path: str, findings: list[Finding], folder: Path) -> Iterator[Problem]:
    text, document = "", Document("", {})
    if not path.startswith("content/files/"):  # whatever lies there need not be text
        text = unicodedata.normalize("NFC", read_text(folder / path.removeprefix("content/"), path))
    if path.endswith(".yml") and text:
        document = parse_yaml(text, path)
    lines = text.splitlines()
    ends = sorted((place.line, place.column) for place in document.places.values())
    for finding in findings:
        start = document.place_of(finding.field)
        place = _place_of_words(finding.written, lines, start, ends) or start
        yield Problem(path, place.line, place.column, field_name(finding.field), finding.message)


def _place_of_words(words: str, lines: list[str], start: Place, ends: list[tuple[int, int]]) -> Place | None:
    """Where the words first stand by themselves in a value that begins at `start`; None if it hides them.

    A value in quotes can, since it may write any character as its number.
    """
    if not words:
        return None
    by_itself = re.compile(rf"(?<![\w/.-]){re.escape(words)}(?![\w#-])")
    end = next((end for end in ends if end > (start.line, start.column)), (len(lines) + 1, 1))
    for number in range(start.line, min(end[0], len(lines)) + 1):
        found = by_itself.search(lines[number - 1], start.column - 1 if number == start.line else 0)
        if found and (number, found.start() + 1) < end:
            return Place(number, found.start() + 1)
    return None
