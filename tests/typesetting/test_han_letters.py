"""Hanja, kana and Chinese in volumes come from a typeface that comes along, not from the machine's."""

from __future__ import annotations

import io

import pikepdf
import pytest

from generator.typesetting.compiler import can_typeset
from generator.typesetting.volume import forum_volume
from generator.typesetting.volumes import bind
from tests.support.small_corpus import corpus, forum
from tests.support.words import WORDS
from tests.typesetting.reading import text_of


@pytest.mark.skipif(not can_typeset(), reason="Typst is an extra")
def test_they_are_set_in_ours() -> None:
    name = "한별(韓星) 포럼, 図書館の夜, 图书馆, 圖書館"
    held = forum(name=name, abstract="學而時習之 ヴァ 々 ㈜ Ж Ω ế")
    pdf = bind(forum_volume(corpus(held), held, (WORDS["ko"],)))
    assert typefaces_of(pdf) <= {"Pretendard", "ProceedingsHan"}
    assert "ProceedingsHan" in typefaces_of(pdf)
    assert "學而時習之" in text_of(pdf)
    assert name.replace(" ", "") in text_of(pdf)


def typefaces_of(pdf: bytes) -> set[str]:
    """The families of all typefaces, whose names are like `ABCDEF+Pretendard-Bold`."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fonts = [font for page in opened.pages for font in page.Resources.get("/Font", {}).values()]
        return {str(font.BaseFont).rpartition("+")[2].partition("-")[0].lstrip("/") for font in fonts}
