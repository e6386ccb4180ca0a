"""Where a search begins: records and fields of tests and content, and the words that go deep into them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args, get_origin

from generator.models import Prose, Text
from generator.models.model import Model
from generator.models.traverse import values_of
from generator.parsing.problems import Problems
from tests.fuzz.reading import KINDS, outcome_of
from tests.support.paths import ROOT

YAML_MARKS = [
    ": ", "- ", "? ", "'", '"', "[", "]", "{", "}", ", ", "|\n  ", ">-\n  ", "#", " #", "&a ", "*a",
    "!!str ", "!x ", "<<: ", "---\n", "...\n", "%YAML 1.1\n", "\t", "\\", '"\\ud800"', '"\\0"', '"\\x1b"',
    "\u00a0", "\uff1a", "\u200b", "\u202e", "\ufeff", "\ufffe", "\x00", "\x1b[31m", "\x85", "\u2028", "\r",
    "\r\n", "##[error]", "::error::", "%0A",
]  # fmt: skip
TRAPS = [
    "no", "~", "null", "true", "1.10", "017", "12:30", "1e3", ".nan", "0x1F", "2025-13-45", "2025-07-16",
    "2025-07?", "9" * 400, "../../x", "/x", "con", "index", "a" * 81, "https://a.b", "javascript:a",
    "http://[", "한글", "\u1112\u1161\u11ab",
]  # fmt: skip
MARKDOWN = [
    "**a**", "*b*", "**데이터(data)**는", "***c***", "[가](https://a.b/c?d=e&f=g)",
    "[나](proposals/a-1.md#b)",
    "<https://x.y>", "<a@b.co>", "\n\n", "  \n", "\\\n", "\n- a", "\n- b\n\n", "\n* c", "\n+ d", "\n1. a",
    "\n1) c", "\n  - e", "\n    f", "\n   1. h", "<b>", "</p>", "<!--", "-->", "{: .x }", "{: onfocus=a }",
    "|a|b|\n|---|---|\n", "\n:   d", "&lt;", "&amp;amp;", "&#42;", "&nbsp;", "&Tab;", "&NewLine;", "\\*",
    "\\[", "_e_", "~~f~~", "{{ 7*7 }}", "{% raw %}", "--8<-- 'a'", "[TOC]", "[^1]", "\n[x]: y", "\n*[H]: T",
    "\n!!! n\n    m", "\n===", "\n---", "[", "](", ")", "\n# h", "\n## h", "\n> q", "`c`", "```\n",
    "![p](q)", "javascript:", "JaVaScRiPt&colon;", "data:text/html,", "<script>alert(1)</script>",
    "[a](javascript:alert(1))", "[a](&#106;avascript&colon;b)", "[a](<java\tscript:b>)", "<javascript:b>",
    "[a](//b.c)",
    "[a](data:text/html,b)", "[a](https://b@c.d)", "[a](https:b)", "[a](../b.md)", "[a](b.md \"c\")",
    "\" onload=\"x", "klzzwxh:0000", "\u0002", "wzxhzdk:0", "\u00a0", "\u3000", "\u200d",
]  # fmt: skip


def words_of_records() -> list[str]:
    """What a record is made of: fields' names, the words that some choose from, marks and hostile values."""
    names = {name for model in KINDS.values() for name in _names_in(model)}
    return [*sorted(names), *YAML_MARKS, *TRAPS, *MARKDOWN]


def _names_in(kind: object) -> Iterator[str]:
    if get_origin(kind) is Literal:
        yield from map(str, get_args(kind))
    elif isinstance(kind, type) and issubclass(kind, Model):
        for name, field in kind.model_fields.items():
            yield name
            yield from _names_in(field.annotation)
    else:
        for part in get_args(kind):
            yield from _names_in(part)


def records() -> Iterator[tuple[str, Path]]:
    """Every kind and file of records, made up, wrong on purpose and real."""
    tests = ROOT / "tests"
    for content in (
        tests / "corpus/content",
        *sorted((tests / "invalid").glob("*/content")),
        ROOT / "content",
    ):
        for kind in KINDS:
            paths = (
                sorted((content / kind).glob("*.yml"))
                if (content / kind).is_dir()
                else [content / f"{kind}.yml"]
            )
            yield from ((kind, path) for path in paths if path.is_file())


def texts(wanted: type[Text]) -> Iterator[str]:
    """Every text of the kind that a sound record has."""
    for kind, path in records():
        outcome = outcome_of(path.read_bytes(), kind)
        if not isinstance(outcome, Problems):
            for _, text in values_of(outcome, wanted):
                yield from filter(None, (text.ko, text.en))


def fields() -> list[str]:
    return sorted(set(texts(Prose)), key=len)
