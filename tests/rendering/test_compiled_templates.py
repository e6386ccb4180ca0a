"""Compiled templates of an earlier build: the same text is not compiled again, and another one is."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from jinja2 import DictLoader, Environment

from generator.rendering.compiled_templates import CompiledTemplates

TEXT = "{% for n in (1, 2) %}{{ n }}{% endfor %}"


@pytest.fixture(autouse=True)
def own_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """As one that has asked for no template yet."""
    monkeypatch.setattr(CompiledTemplates, "_known", {})
    monkeypatch.setattr(CompiledTemplates, "_kept", {})


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that are compiled."""
    texts: list[str] = []
    whole = Environment._parse

    def parse(self: Environment, source: str, *given: str | None) -> object:
        texts.append(source)
        return whole(self, source, *given)

    monkeypatch.setattr(Environment, "_parse", parse)
    return texts


def rendered(text: str, folder: str = "pages") -> str:
    """By an environment of its own, as in another process."""
    environment = Environment(loader=DictLoader({"page": text}))  # noqa: S701 - numbers
    environment.bytecode_cache = CompiledTemplates(folder)
    return environment.get_template("page").render()


def kept() -> Mapping[str, bytes]:
    return dict(CompiledTemplates.known())


def test_what_is_kept_is_not_compiled_again(compiled: list[str]) -> None:
    assert rendered(TEXT) == "12"
    CompiledTemplates.take_over(kept())
    assert rendered(TEXT) == "12"
    assert compiled == [TEXT]


def test_what_was_taken_over_is_kept_for_the_next_build_too() -> None:
    rendered(TEXT)
    first = kept()
    CompiledTemplates.take_over(first)
    CompiledTemplates.known().clear()
    rendered(TEXT)
    assert kept() == first


def test_another_text_is_compiled(compiled: list[str]) -> None:
    rendered(TEXT)
    CompiledTemplates.take_over(kept())
    other = TEXT.replace("2", "3")
    assert rendered(other) == "13"
    assert compiled == [TEXT, other]


def test_a_template_of_the_same_name_elsewhere_is_another_one(compiled: list[str]) -> None:
    rendered(TEXT)
    CompiledTemplates.take_over(kept())
    assert rendered(TEXT, "feeds") == "12"
    assert len(compiled) == 2
    assert len(kept()) == 2
