"""The made-up records, for the tests of what is said of them."""

from __future__ import annotations

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from tests.support.paths import RECORDS


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(RECORDS)
