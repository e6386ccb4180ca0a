"""Volumes and cards of a corpus, made as a build makes them."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from generator.corpus.corpus import Corpus
from generator.typesetting.plan import planned_typeset
from generator.typesetting.running import Typeset, typesetting
from tests.support.words import WORDS


def make_typeset(corpus: Corpus, folder: Path, without: Collection[str] = (), jobs: int = 2) -> Typeset:
    with typesetting(planned_typeset(corpus, WORDS, without), corpus, WORDS, folder, jobs) as running:
        return running.finish()


def draw_cards(corpus: Corpus, folder: Path) -> dict[str, bytes]:
    """The cards alone: path → PNG."""
    made = make_typeset(corpus, folder, without=["volumes"])
    assert not made.failures
    return {path: file.read_bytes() for path, file in made.files.items()}
