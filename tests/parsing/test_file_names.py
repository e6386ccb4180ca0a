"""Names that some system cannot keep, and names that are one to some of them."""

from __future__ import annotations

from unicodedata import normalize

import pytest

from generator.parsing.file_names import ancestors, composed, folded, wrong_path

NFD = normalize("NFD", "발표자료.pdf")


@pytest.mark.parametrize(
    "path",
    ["a.pdf", "2024/발표 자료 (최종).pdf", NFD, "a/b/c.tar.gz", "console.pdf", "a#%&+,;='b.pdf", "가" * 85],
)
def test_a_name_that_every_system_keeps(path: str) -> None:
    assert wrong_path(path) is None


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        ("a\nb.pdf", "U+000A, which cannot be seen"),
        ("a\tb.pdf", "U+0009, which cannot be seen"),
        ("a\x7fb.pdf", "U+007F, which cannot be seen"),
        ('a"b.pdf', "no name with '\"'"),
        ("a|b/c.pdf", "no name with '|'"),
        ("a\u200bb.pdf", "U+200B (ZERO WIDTH SPACE) cannot be seen"),
        ("a\udc80b.pdf", "U+DC80 (half a character)"),
        ("a/.b.pdf", "begins with '.' is hidden"),
        ("a//b.pdf", "begins with '.' is hidden"),
        ("a./b.pdf", "a dot at the end"),
        ("a.pdf ", "a space at either end"),
        ("NUL", "Windows keeps the name 'nul'"),
        ("com1.tar.gz", "Windows keeps the name 'com1'"),
        ("a/Aux .pdf", "Windows keeps the name 'aux'"),
        ("가" * 86, "the name has 258 bytes, 255 are allowed"),
        (f"{'a' * 100}/{'b' * 100}", "the path has 201 characters, 200 are allowed"),
    ],
)
def test_one_that_some_system_cannot_keep_is_told(path: str, wrong: str) -> None:
    assert wrong in str(wrong_path(path))


def test_a_long_name_is_measured_as_it_is_published() -> None:
    assert wrong_path(normalize("NFD", "가" * 60)) is None


@pytest.mark.parametrize(
    ("one", "other"), [("A", "a"), ("É", "e\u0301"), ("가", "\u1100\u1161"), ("ß", "SS")]
)
def test_names_that_are_one_to_some_systems(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_a_name_is_published_composed() -> None:
    assert composed(NFD) == "발표자료.pdf"


def test_folders_on_the_way() -> None:
    assert [*ancestors("a/b/c.md")] == ["a", "a/b"]
    assert [*ancestors("c.md")] == []
