"""Texts as TeX prints them again."""

from __future__ import annotations

import pytest

from generator.citations.proper_names import NO_NAMES
from generator.citations.tex import entry, tex_text, tex_title
from tests.citations.made_up import HOSTILE
from tests.support.tex_printed import printed_by_tex, straight


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_come_back_equal(text: str) -> None:
    """But for straight quotes, which TeX prints as closing ones."""
    assert straight(printed_by_tex(tex_text(text))) == straight(text)
    assert straight(printed_by_tex(tex_title(text, NO_NAMES))) == straight(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('Who owns "Open Data"?', "Who owns “{Open} {Data}”?"),
        ("Say 'no' to it, and don't", "Say ‘no’ to it, and don't"),
        ("'Ada's shelf' and the '90s", "‘{Ada's} shelf’ and the '90s"),
        ("'데이터 3법'을 \"다시 읽자\"는 '밤'", "‘데이터 3법’을 “다시 읽자”는 ‘밤’"),
        ('"A \'b\' c" and 5" boards', "“{A} ‘b’ c” and 5” boards"),
    ],
)
def test_quotations_begin_with_opening_quotes(text: str, written: str) -> None:
    assert tex_title(text, NO_NAMES) == written


def test_what_tex_joins_or_prints_otherwise_is_kept_apart() -> None:
    assert (
        tex_text("a -- b ``c'' <d|e> ?`") == r"a -{}- b `{}`c'{}' \textless{}d\textbar{}e\textgreater{} ?{}`"
    )


def test_an_entry_has_no_empty_fields() -> None:
    assert entry("misc", "a", [("title", "{x}"), ("note", "{}"), ("month", "jun"), ("key", "")]) == (
        "@misc{a,\n  title = {x},\n  month = jun,\n}\n"
    )
