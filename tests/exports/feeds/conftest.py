"""The made-up records and their feeds."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports.feeds.atom import feed_files
from tests.support.paths import RECORDS
from tests.support.words import WORDS


@pytest.fixture(scope="module")
def records() -> Corpus:
    return load_corpus(RECORDS)


@pytest.fixture(scope="module")
def files(records: Corpus) -> Mapping[str, bytes]:
    return feed_files(records, WORDS)
