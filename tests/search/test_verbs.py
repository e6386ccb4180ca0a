"""Verbs and adjectives in the forms in which people look for them."""

from collections.abc import Iterable, Iterator

import pytest

from generator.search import verbs
from generator.search.verbs import dictionary_forms, forms_of_texts, kept_key

with_kiwi = pytest.mark.skipif(not verbs.is_installed(), reason="kiwipiepy is not installed; run: make lint")


def forms(text: str) -> set[str]:
    return set(next(dictionary_forms([text])).split(" / "))


@with_kiwi
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("쓰레기를 줄여야 한다.", {"줄이다", "줄인", "줄이는"}),
        ("서가를 밤에도 열었다.", {"열다", "연", "여는"}),
        ("더 빠르게 알린다.", {"빠르다", "빠른", "알리다", "알린", "알리는"}),
        ("책을 고르자고 했다.", {"고르다", "고른", "고르는"}),
    ],
)
def test_forms(text: str, expected: set[str]) -> None:
    assert forms(text) >= expected


@with_kiwi
@pytest.mark.parametrize("text", ["", "로봇 도서관", "Nothing in Korean.", "🤖 <b>{{ x }}</b>"])
def test_nothing_where_there_is_no_verb(text: str) -> None:
    assert forms(text) == {""}


@with_kiwi
def test_each_text_has_its_own_in_the_order_of_texts() -> None:
    texts = ["문을 열자.", "", "책을 나르자.", "문을 열자."]
    opened, nothing, carried, again = dictionary_forms(texts)
    assert nothing == ""
    assert "열다" in opened
    assert "나르다" in carried
    assert opened == again


def test_without_kiwi_each_text_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verbs, "is_installed", lambda: False)
    monkeypatch.setattr(verbs, "_kiwi", _must_not_be_asked)
    assert list(dictionary_forms(["문을 열자.", ""])) == ["", ""]


def _must_not_be_asked() -> Iterator[str]:
    raise AssertionError


@with_kiwi
def test_what_is_kept_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["문을 열자. 책을 나르자.", "책을 나르자.", ""]
    kept: dict[str, str] = {}
    found = forms_of_texts(texts, kept)
    assert kept.keys() == {kept_key(text) for text in texts}
    monkeypatch.setattr(verbs, "_stems_by_sentence", _must_not_be_asked)
    assert forms_of_texts(texts, kept) == found
    assert forms_of_texts(texts, {kept_key(text): "다른 것" for text in texts}) == ["다른 것"] * 3


@with_kiwi
def test_a_sentence_is_read_once_however_many_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class Counting:
        def tokenize(self, texts: Iterable[str]) -> Iterator[list[object]]:
            for text in texts:
                asked.append(text)
                yield []

    asked: list[str] = []
    monkeypatch.setattr(verbs, "_kiwi", Counting)
    forms_of_texts(["문을 열자. 책을 나르자.\nA line.", "책을 나르자.", "문을 열자."], {})
    assert asked == ["문을 열자.", "책을 나르자."]


@with_kiwi
def test_another_version_of_kiwi_reads_all_again(monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept_key("문을 열자.")
    assert before == kept_key("문을 열자.") != kept_key("문을 닫자.")
    monkeypatch.setattr(verbs, "_version", lambda: "0")
    assert kept_key("문을 열자.") != before
