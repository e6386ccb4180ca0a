"""Compiled templates that a build keeps are for builds of the same program."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output.kept import Kept
from generator.pipeline import kept_templates
from generator.pipeline.kept_templates import keep_templates, take_templates
from generator.rendering.compiled_templates import CompiledTemplates

CODE = {"pages/a": b"of a", "feeds/b": b"of b"}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    monkeypatch.setattr(CompiledTemplates, "_known", CODE)
    monkeypatch.setattr(CompiledTemplates, "_kept", {})
    return Kept(tmp_path / "kept.sqlite")


def test_what_was_kept_is_taken_over(store: Kept) -> None:
    keep_templates(store)
    take_templates(store)
    assert CompiledTemplates._kept == CODE


def test_another_program_takes_nothing_over(store: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_templates(store)
    monkeypatch.setattr(kept_templates, "whole_program_digest", lambda: "another")
    take_templates(store)
    assert CompiledTemplates._kept == {}
