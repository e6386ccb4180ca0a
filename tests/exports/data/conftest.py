"""The files below data/, of the made-up records and of hostile ones, in memory and on the disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports.data.folder import data_files
from tests.exports.data.written_files import Files, written
from tests.support.paths import RECORDS
from tests.support.words import WORDS
from tests.trust.sites import armed_corpus

CORPORA = ("made up", "hostile")


@pytest.fixture(scope="module", params=CORPORA)
def corpus(request: pytest.FixtureRequest) -> Corpus:
    return load_corpus(RECORDS) if request.param == "made up" else armed_corpus()


@pytest.fixture(scope="module")
def files(corpus: Corpus) -> Files:
    return data_files(corpus, WORDS)


@pytest.fixture(scope="module")
def folder(files: Files, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(files, tmp_path_factory.mktemp("data"))
