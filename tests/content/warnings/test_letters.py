"""Letters that PDFs cannot show: their typefaces' files are read, and Typst says the same of them."""

from __future__ import annotations

import json
import struct
from importlib import import_module
from typing import Any

import pytest

from generator.corpus.typefaces import TYPEFACES, letters_in, letters_of_typefaces
from generator.corpus.warnings.letters import missing_letters
from generator.parsing.yaml_parser import Tree
from generator.typesetting.compiler import LETTERS_TEMPLATE, TEMPLATES, can_typeset
from generator.typesetting.missing_letters import letters_complained_of
from tests.content.warnings.warned import warned
from tests.support.small_corpus import corpus, forum, session, speaker

NAME = "letter-not-in-pdf"


def in_rows(encoding: str, first: int, last: int) -> str:
    """The letters of rows of a set of two bytes a letter."""
    pairs = (bytes([row, cell]) for row in range(first, last + 1) for cell in range(0xA1, 0xFF))
    return "".join(pair.decode(encoding, "ignore") for pair in pairs)


@pytest.mark.parametrize(
    ("letters", "least"),
    [
        (in_rows("euc_kr", 0xCA, 0xFD), 4_888),  # KS X 1001
        (in_rows("euc_jp", 0xB0, 0xF4), 6_355),  # JIS X 0208
        (in_rows("gb2312", 0xB0, 0xF7), 6_763),
        ("".join(map(chr, range(0xAC00, 0xD7A4))), 11_172),
        ("あいうえおがぱんゔ アイウエオヴー 々〆「」『』〈〉《》【】、。", 30),
        ("Привет, Ёлка Ελλάδα Trần Hưng Đạo Ếệ ąęłżšč ſß", 40),
        ("①㈜㎡℃™※→ 1️⃣ ３％", 10),
    ],
)
def test_everyday_letters_come_along(letters: str, least: int) -> None:
    assert len(letters) >= least
    assert missing_letters(letters) == []


@pytest.mark.parametrize("letter", ["𠮷", "🤖", "م", "ᄒ", "ไ", "א", "龘"])
def test_others_are_told_of_with_their_numbers(letter: str) -> None:
    (told,) = warned(corpus(forum(name={"ko": f"가{letter}", "en": "A"})), NAME)
    assert f"'{letter}' (U+{ord(letter):04X})" in told
    assert "name.ko" in told


def test_each_text_is_told_of_once_and_names_that_no_pdf_shows_not_at_all() -> None:
    talk: Tree = {"person": "p", "role": "presenter", "as_printed": "ไ"}
    made = corpus(
        forum(name="🤖🤖 𠮷", abstract="좋다 🤖", sessions=[session(contributions=[talk])]),
        speaker("p", other_names=[{"name": "𠮷"}]),
    )
    assert [one.split(": ")[1] for one in warned(made, NAME)] == [
        "name.ko",
        "abstract.ko",
        "sessions[0].contributions[0].as_printed",
    ]
    silent = corpus(forum(name="🤖", silence=[NAME]))
    assert warned(silent, NAME, "idle-silence") == []


def test_the_files_say_what_typst_says() -> None:
    """Without the typefaces of the machine."""
    if not can_typeset():
        pytest.skip("Typst is an extra")
    typst: Any = import_module("typst")
    fonts = typst.Fonts(
        font_paths=[str(TEMPLATES / "fonts")], include_system_fonts=False, include_embedded_fonts=False
    )
    tried = sorted(
        {*"가具あЖω1①", *"𠮷🤖مא", *map(chr, range(0x4E00, 0x4F00)), *map(chr, range(0x3000, 0x3100))}
    )
    tried = [letter for letter in tried if letter.isprintable() and not letter.isspace()]
    compiler = typst.Compiler(
        input=str(TEMPLATES / LETTERS_TEMPLATE), root=str(TEMPLATES), font_paths=fonts,
        sys_inputs={"data": json.dumps(tried)},
    )  # fmt: skip
    with pytest.raises(typst.TypstError) as error:
        compiler.compile(format="pdf", pdf_standards=["ua-1"])
    assert sorted(letters_complained_of(error.value.diagnostic)) == missing_letters("".join(tried))


def test_every_weight_has_the_same_letters() -> None:
    folder = TEMPLATES / "fonts"
    by_file = {path.name: frozenset(letters_in(path.read_bytes())) for path in folder.glob("*.otf")}
    assert set(TYPEFACES) <= set(by_file)
    assert set(by_file.values()) == {by_file[name] for name in TYPEFACES}
    assert frozenset.union(*by_file.values()) == letters_of_typefaces()


def test_another_format_of_the_table_is_no_empty_one() -> None:
    table = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + struct.pack(">HHIII", 13, 0, 16, 0, 0)
    font = struct.pack(">IHHHH", 0, 1, 0, 0, 0) + struct.pack(">4sIII", b"cmap", 0, 28, len(table)) + table
    with pytest.raises(ValueError, match="format 13"):
        list(letters_in(font))
