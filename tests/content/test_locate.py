"""Findings get the lines of their fields, or of the very words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.corpus.locate import placed
from generator.corpus.rules.finding import Finding
from generator.parsing.messages import verbatim
from generator.parsing.problems import Field
from tests.support.paths import RECORDS

RECORD = "content/sources/x.yml"
PAGE = "content/pages/note.ko.md"

TEXTS = """\
id: x
title: '[하나](topics/a.md)'
abstract:
  ko: |
    [둘](topics/ab.md), [셋](forums/topics/a.md),
    [넷](topics/a.md#a)

    [다섯](topics/a.md)
  en: "[one](topics\\x2Fa.md)"
notes:
  - '[two](topics/a.md)'
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(RECORDS, tmp_path / "content"))
    write(folder, RECORD, TEXTS)
    return folder


def write(content: Path, path: str, text: str) -> None:
    file = content.parent / path
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text.encode())


def place(content: Path, path: str, field: Field, written: str) -> tuple[int, int]:
    (problem,) = placed([Finding(path, field, verbatim("a; b"), written)], content)
    return problem.line, problem.column


def test_findings_get_the_lines_of_their_fields_file_by_file(content: Path) -> None:
    write(content, PAGE, "# 글\n")
    found = placed(
        [
            Finding(RECORD, ("abstract", "ko"), verbatim("a; b")),
            Finding(PAGE, (), verbatim("g; h")),
            Finding(RECORD, ("notes",), verbatim("c; d")),
            Finding(RECORD, ("checked",), verbatim("e; f")),
        ],
        content,
    )
    assert list(map(str, found)) == [
        f"{PAGE}:1:1: g; h",
        f"{RECORD}:4:7: abstract.ko: a; b",
        f"{RECORD}:11:3: notes: c; d",
        f"{RECORD}:1:1: checked: e; f",
    ]


def test_words_of_a_page_get_their_own_line(content: Path) -> None:
    write(content, PAGE, "\ufeff# 글\r\n\r\n[하나](about.md)\r\n둘 [셋](abuot.md#x)\r\n")
    assert place(content, PAGE, (), "abuot.md#x") == (4, 7)


@pytest.mark.parametrize(
    ("field", "written", "expected"),
    [
        (("title",), "topics/a.md", (2, 14)),
        (("abstract", "ko"), "topics/a.md", (8, 10)),
        (("abstract", "ko"), "topics/a.md#a", (6, 9)),
        (("abstract", "en"), "topics/a.md", (9, 7)),  # hidden by an escape, and not the one of the note below
        (("notes", 0), "topics/a.md", (11, 12)),
        (("notes", 0), "", (11, 5)),
    ],
)
def test_words_of_a_field_get_their_own_line(
    content: Path, field: Field, written: str, expected: tuple[int, int]
) -> None:
    assert place(content, RECORD, field, written) == expected


def test_what_lies_in_files_is_not_read_for_a_line(content: Path) -> None:
    write(content, "content/files/record.yml", "a: [")
    assert place(content, "content/files/record.yml", (), "a") == (1, 1)
