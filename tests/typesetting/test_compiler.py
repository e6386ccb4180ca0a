"""Typst, and what is kept of its work."""

from __future__ import annotations

import shutil
import struct
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.typesetting import compiler
from generator.typesetting.compiler import (
    TypesettingFailed,
    cache_key,
    typeset,
)
from generator.typesetting.missing_letters import letters_complained_of
from tests.typesetting.reading import text_of

TEMPLATE = """\
#set page(width: 300pt, height: 200pt)
#set text(font: "Pretendard")
#for text in json(bytes(sys.inputs.data)) [#text #pagebreak(weak: true)]
"""
NOWHERE = "\U0010fffd"
"""The last letter of all, for private use: in no typeface."""

HOSTILE = ["#panic()", "= a\n$x$", "\\", "#[", '"', "*가*", "{{7*7}}", "@ref <label>"]


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for shared in ("letters.typ", "look.typ", "sign.typ"):
        shutil.copy(compiler.TEMPLATES / shared, tmp_path)
    (tmp_path / "fonts").symlink_to(compiler.TEMPLATES / "fonts")
    monkeypatch.setattr(compiler, "TEMPLATES", tmp_path)
    path = tmp_path / "small.typ"
    path.write_text(TEMPLATE, encoding="utf-8")
    return path


def test_each_page_is_a_picture_of_its_size(template: Path) -> None:
    pictures = typeset(template.name, HOSTILE, "png")
    assert len(pictures) == len(HOSTILE)
    assert {struct.unpack(">II", picture[16:24]) for picture in pictures} == {(300, 200)}
    assert len(set(pictures)) == len(HOSTILE)


def test_a_pdf_is_one_file(template: Path) -> None:
    template.write_text("#set document(title: [Small])\n" + TEMPLATE, encoding="utf-8")
    (made,) = typeset(template.name, ["a", "b"], "pdf")
    assert made.startswith(b"%PDF")


def test_the_same_data_gives_the_same_bytes(template: Path) -> None:
    assert typeset(template.name, ["가"], "png") == typeset(template.name, ["가"], "png")


def test_what_typst_says_is_told(template: Path) -> None:
    template.write_text("#let x = ", encoding="utf-8")
    with pytest.raises(TypesettingFailed, match=r"small\.typ: .*expected expression"):
        typeset(template.name, [], "png")


def test_letters_without_a_typeface_are_found_in_the_complaint() -> None:
    complaint = (
        'error: PDF/UA-1 error: the text `"🤖"` could not be displayed with font `"X"`\n'
        'error: PDF/UA-1 error: the text `"\\u{200d}"` could not be displayed with font `"X"`\n'
        'error: PDF/UA-1 error: the text `"👩\\u{1f3fd}"` could not be displayed with font `"X"`\n'
        "error: something else"
    )
    assert letters_complained_of(complaint) == frozenset("🤖\u200d👩\U0001f3fd")
    assert letters_complained_of("error: expected content") == frozenset()


def test_a_letter_without_a_typeface_is_given_by_its_number(template: Path) -> None:
    template.write_text("#set document(title: [Small])\n" + TEMPLATE, encoding="utf-8")
    (made,) = typeset(template.name, [f"가{NOWHERE}나"], "pdf")
    assert "가[U+10FFFD]나" in text_of(made)


def test_cache_key_tells_data_template_and_form_apart() -> None:
    prints = [
        cache_key(*asked)
        for asked in (("a.typ", 1, "png"), ("b.typ", 1, "png"), ("a.typ", 2, "png"), ("a.typ", 1, "pdf"))
    ]
    assert len(set(prints)) == 4
    assert cache_key("a.typ", {"a": 1, "b": 2}, "png") == cache_key("a.typ", {"b": 2, "a": 1}, "png")


@dataclass(frozen=True)
class Piece:
    """A view with a field that is always there, and one that is left out while it has its default."""

    year: int | None
    strong: bool = False


def test_a_template_reads_the_fields_that_a_view_states(template: Path) -> None:
    template.write_text(
        "#set document(title: [Small])\n#let data = json(bytes(sys.inputs.data))\n"
        '#for one in data [#one.keys().join("+") = #repr(one.year) ]',
        encoding="utf-8",
    )
    (made,) = typeset(template.name, (Piece(None), Piece(2024, strong=True)), "pdf")
    assert text_of(made).startswith("year=nonestrong+year=2024")


def test_only_data_is_typeset(template: Path) -> None:
    with pytest.raises(TypeError, match="Path is no data for a template"):
        typeset(template.name, [template], "png")
