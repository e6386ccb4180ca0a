"""Works say no more of who made them than the records do."""

from __future__ import annotations

from generator.citations.works import Catalogue
from generator.parsing.yaml_parser import Tree
from tests.support.small_corpus import corpus, proposal, speaker
from tests.support.words import WORDS


def test_a_work_names_no_author_whom_the_record_doubts() -> None:
    sure: Tree = {"person": "p"}
    doubted: Tree = {"person": "q", "uncertain": "true"}
    records = corpus(
        speaker("p", name="구름달"),
        speaker("q", name="한빛솔"),
        proposal("f-1", proposers=[sure, doubted]),
        proposal("f-2", proposers=[doubted]),
    )
    both, nobody = (
        Catalogue(records, WORDS).proposal(records.proposals[key], "ko") for key in ("f-1", "f-2")
    )
    assert both["author"] == [{"literal": "구름달"}]
    assert "author" not in nobody
    assert nobody["id"] == "proposal:f-2"
