"""Texts as TeX prints them again."""

from __future__ import annotations

import pytest

from generator.citations.proper_names import NO_NAMES
from generator.citations.tex import entry, tex_text, tex_title
from tests.citations.made_up import HOSTILE
from tests.support.tex_printed import printed_by_tex


@pytest.mark.parametrize("text", HOSTILE)
def test_texts_come_back_equal(text: str) -> None:
    assert printed_by_tex(tex_text(text)) == text
    assert printed_by_tex(tex_title(text, NO_NAMES)) == text


def test_what_tex_joins_or_prints_otherwise_is_kept_apart() -> None:
    assert (
        tex_text("a -- b ``c'' <d|e> ?`") == r"a -{}- b `{}`c'{}' \textless{}d\textbar{}e\textgreater{} ?{}`"
    )


def test_an_entry_has_no_empty_fields() -> None:
    assert entry("misc", "a", [("title", "{x}"), ("note", "{}"), ("month", "jun"), ("key", "")]) == (
        "@misc{a,\n  title = {x},\n  month = jun,\n}\n"
    )
