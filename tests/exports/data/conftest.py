"""The files below data/, of the made-up records and of hostile ones, in memory and on the disk."""

from __future__ import annotations

from contextlib import nullcontext
from functools import cache
from pathlib import Path

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports.data.folder import data_files
from tests.exports.data.written_files import Files, written
from tests.support.no_workbook import without_workbook
from tests.support.paths import RECORDS
from tests.support.words import WORDS
from tests.trust.sites import armed_corpus

CORPORA = ("made up", "hostile")


@cache
def corpus_called(name: str) -> Corpus:
    return load_corpus(RECORDS) if name == "made up" else armed_corpus()


@cache
def files_of(name: str) -> Files:
    """Made once for all modules."""
    with nullcontext() if name == "made up" else without_workbook():
        return data_files(corpus_called(name), WORDS)


@pytest.fixture(scope="module", params=CORPORA)
def whose(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def corpus(whose: str) -> Corpus:
    return corpus_called(whose)


@pytest.fixture(scope="module")
def files(whose: str) -> Files:
    return files_of(whose)


@pytest.fixture(scope="module")
def folder(files: Files, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(files, tmp_path_factory.mktemp("data"))
