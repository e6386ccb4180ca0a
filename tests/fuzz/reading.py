"""What holds for any bytes: they are a record, or its problems are told so that they can be mended."""

from __future__ import annotations

import json
import re
import unicodedata

from generator.corpus.reader import as_model
from generator.models import RECORD_KINDS, Site, Text, Vocabulary
from generator.models.model import Model
from generator.models.traverse import values_of
from generator.parsing.characters import forbidden_character
from generator.parsing.encoding import decoded
from generator.parsing.problems import (
    MOST_PROBLEMS,
    Problem,
    Problems,
    problems_as_github,
    problems_as_json,
    problems_as_text,
    visible,
)
from generator.parsing.yaml_parser import parse_yaml

SHOWN = "content/x.yml"
KINDS: dict[str, type[Model]] = {**RECORD_KINDS, "site": Site, "vocabulary": Vocabulary}
LONGEST = 2_500
"""Characters of a field's name or a message, which quote 100 of each of 20 steps, or 400 of a text."""


def outcome_of(raw: bytes, kind: str) -> Model | Problems:
    """The bytes of a file as what it is to be, or what is wrong with it."""
    model = KINDS[kind]
    given = {"id": "x"} if kind in RECORD_KINDS else None
    try:
        return as_model(parse_yaml(decoded(raw, SHOWN), SHOWN), SHOWN, model, given)
    except Problems as problems:
        return problems


def a_file_is_a_record_or_told(raw: bytes, kind: str) -> Model | Problems:
    """Bytes are a record whose texts can be shown, or problems at places of the file."""
    outcome = outcome_of(raw, kind)
    if isinstance(outcome, Problems):
        problems_can_be_mended(outcome, raw)
    else:
        texts_can_be_shown(outcome)
    return outcome


def texts_can_be_shown(record: Model) -> None:
    """A record's texts are composed, say something, and have no character that nobody sees."""
    for _, text in values_of(record, Text):
        for words in filter(None, (text.ko, text.en)):
            assert words.strip() == words != ""
            assert forbidden_character(words) is None, words
            assert unicodedata.is_normalized("NFC", words), words


def problems_can_be_mended(problems: Problems, raw: bytes) -> None:
    """There are some but not endlessly many, each once, and each is told on a line in every format."""
    told = problems.problems
    assert 1 <= len(told) <= MOST_PROBLEMS + 1, len(told)
    assert len(set(told)) == len(told)
    lines = raw.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in told:
        stands_in_the_file(problem, lines)
        assert max(len(problem.field), len(str(problem.message))) <= LONGEST, problem
        assert visible(str(problem)) == str(problem), problem
    assert problems_as_text(told).count("\n") == len(told)
    assert json.loads(problems_as_json(told))
    for line in problems_as_github(told).splitlines():
        assert re.fullmatch(r"::error file=[^:,]+,line=\d+,col=\d+::.+", line), line
    assert problems_as_text(told).encode("utf-8")


def stands_in_the_file(problem: Problem, lines: list[str]) -> None:
    """A problem's line is one of the file's, and its column one of the line's or just behind it."""
    assert 1 <= problem.line <= len(lines), problem
    assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1, problem
    assert str(problem.message), problem
