"""Volumes and cards that cannot be made: named with their record, and left out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.corpus.corpus import Corpus
from generator.pipeline import site
from generator.pipeline.progress import Silent
from generator.typesetting import card_images, compiler, volumes
from generator.typesetting.compiler import Form, TypesettingFailed, typeset
from generator.typesetting.left_out import left_out
from tests.support.small_corpus import corpus as small_corpus
from tests.support.small_corpus import forum, proposal
from tests.support.words import WORDS

BROKEN = "부서진 포럼"


@pytest.fixture
def corpus() -> Corpus:
    broken = forum("broken", name=BROKEN, start_date="2023-01-01", sources=["s"])
    return small_corpus(broken, proposal(), proposal("broken-1", forum="broken", title="어쩌나"))


@pytest.fixture
def breaking(monkeypatch: pytest.MonkeyPatch) -> None:
    """Typst cannot set what tells of the broken forum."""

    def break_down(template: str, data: object, form: Form) -> list[bytes]:
        if BROKEN in repr(data):
            raise TypesettingFailed(f"{template}: no such thing\nat line 1")
        return typeset(template, data, form)

    monkeypatch.setattr(volumes, "typeset", break_down)
    monkeypatch.setattr(card_images, "typeset", break_down)


@pytest.mark.usefixtures("breaking")
def test_each_is_named_with_its_record_and_the_others_are_made(corpus: Corpus, tmp_path: Path) -> None:
    failures: dict[str, TypesettingFailed] = {}
    made = site.typeset_files(tmp_path, corpus, WORDS, Silent(), failures.__setitem__)
    assert sorted(failures) == [
        "cards/forums/broken.png", "cards/proposals/broken-1.png", "en/cards/forums/broken.png",
        "en/cards/proposals/broken-1.png", "volumes/2023.all.pdf", "volumes/broken.en.pdf",
        "volumes/broken.ko.pdf", "volumes/broken.pdf",
    ]  # fmt: skip
    assert {"volumes/f.pdf", "volumes/2024.all.pdf", "cards/forums/f.png", "en/cards/index.png"} <= set(made)
    assert not failures.keys() & made.keys()
    named = left_out(corpus, failures)
    assert {one.record for one in named} == {
        "content/forums", "content/forums/broken.yml", "content/proposals/broken-1.yml",
    }  # fmt: skip
    reason = "volumes/broken.pdf cannot be made and is left out; volume.typ: no such thing"
    assert f"content/forums/broken.yml: {reason}" in [str(one.message) for one in named]


@pytest.mark.usefixtures("breaking")
def test_who_leaves_nothing_out_is_told_of_the_first(corpus: Corpus, tmp_path: Path) -> None:
    with pytest.raises(TypesettingFailed, match="no such thing"):
        site.typeset_files(tmp_path, corpus, WORDS, Silent())


def test_a_fault_of_typst_itself_is_a_failure_too(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        """As Rust's, which is no Exception."""

    class Compiler:
        def __init__(self, **_given: object) -> None:
            """Takes anything."""

        def compile(self, **_given: object) -> Sequence[bytes]:
            raise PanicException("index out of bounds")

    typst, fonts = compiler._typst()
    broken = type("Typst", (), {"Compiler": Compiler, "TypstError": typst.TypstError})
    monkeypatch.setattr(compiler, "_typst", lambda: (broken, fonts))
    monkeypatch.setattr(compiler, "_free_memory", lambda: None)
    with pytest.raises(TypesettingFailed, match=r"volume\.typ: index out of bounds"):
        typeset("volume.typ", {}, "pdf")
