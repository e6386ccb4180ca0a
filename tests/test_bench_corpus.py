"""The bench measures an archive that is as it should be, and the same one each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.corpus.load import load_corpus
from generator.pipeline import site
from tests.bench.archive import Sizes
from tests.bench.made_up import make_project, sizes_of
from tests.support.running import digests


def test_two_thousand_records_are_what_a_grown_archive_has() -> None:
    assert sizes_of(2_000) == Sizes(forums=60, speakers=500, organizations=100, sources=140, proposals=1_200)


@pytest.mark.usefixtures("plain_install")
@pytest.mark.parametrize("records", [30, pytest.param(300, marks=pytest.mark.builds)])
def test_the_made_up_archive_passes_check(records: int, tmp_path: Path) -> None:
    make_project(tmp_path / "project", records)
    corpus = load_corpus(tmp_path / "project" / "content")
    assert sum(1 for _ in corpus.records) == records
    assert any(len(proposal.history) > 2 for proposal in corpus.proposals.values())
    assert any(proposal.relations for proposal in corpus.proposals.values())
    site.generate(tmp_path / "project")
    assert {written.written for written in site.generate(tmp_path / "project").values()} == {0}


def test_the_archive_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        make_project(tmp_path / name, 40)
    assert digests(tmp_path / "one" / "content") == digests(tmp_path / "two" / "content")
