"""Volumes and cards that cannot be made: named with their record, and left out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.corpus.corpus import Corpus
from generator.typesetting import card_images, compiler, volumes
from generator.typesetting.compiler import Form, TypesettingFailed, typeset
from generator.typesetting.left_out import left_out
from generator.typesetting.plan import planned_typeset
from generator.typesetting.running import typesetting
from tests.support.small_corpus import corpus as small_corpus
from tests.support.small_corpus import forum, proposal
from tests.support.words import WORDS
from tests.typesetting.making import make_typeset

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
    made = make_typeset(corpus, tmp_path)
    failures = made.failures
    assert sorted(failures) == [
        "cards/forums/broken.png", "cards/proposals/broken-1.png", "en/cards/forums/broken.png",
        "en/cards/proposals/broken-1.png", "volumes/2023.all.pdf", "volumes/broken.en.pdf",
        "volumes/broken.ko.pdf", "volumes/broken.pdf",
    ]  # fmt: skip
    assert {"volumes/f.pdf", "volumes/2024.all.pdf", "cards/forums/f.png", "en/cards/index.png"} <= set(
        made.files
    )
    assert not failures.keys() & made.files.keys()
    named = left_out(corpus, failures)
    assert {one.record for one in named} == {
        "content/forums", "content/forums/broken.yml", "content/proposals/broken-1.yml",
    }  # fmt: skip
    reason = "volumes/broken.pdf cannot be made and is left out; volume.typ: no such thing"
    assert f"content/forums/broken.yml: {reason}" in [str(one.message) for one in named]


@pytest.mark.usefixtures("breaking")
def test_what_failed_before_is_known_before_pages_are_made(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned = planned_typeset(corpus, WORDS)
    with typesetting(planned, corpus, WORDS, tmp_path, 2) as running:
        assert running.expected == {one.path for one in planned}
        first = running.finish()
    monkeypatch.setattr(volumes, "typeset", None)
    monkeypatch.setattr(card_images, "typeset", None)
    with typesetting(planned, corpus, WORDS, tmp_path, 2) as running:
        assert running.expected == first.files.keys()
        again = running.finish()
    assert again.files == first.files
    assert {path: str(one) for path, one in again.failures.items()} == {
        path: str(one) for path, one in first.failures.items()
    }


@pytest.mark.usefixtures("breaking")
def test_another_record_is_tried_anew(corpus: Corpus, tmp_path: Path) -> None:
    make_typeset(corpus, tmp_path)
    mended = forum("broken", name="온전한 포럼", start_date="2023-01-01", sources=["s"])
    whole = small_corpus(mended, proposal(), proposal("broken-1", forum="broken", title="어쩌나"))
    assert not make_typeset(whole, tmp_path).failures


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
