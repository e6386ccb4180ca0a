"""Works say no more of who made them than the records do."""

from __future__ import annotations

from generator.citations.works import Catalogue
from generator.models import LANGUAGES
from generator.parsing.yaml_parser import Tree
from tests.support.made_up_talks import RESIDENT, corpus_of_talks, talk
from tests.support.small_corpus import corpus, forum, proposal, session, speaker
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


def test_a_talk_is_cited_by_its_page_and_keeps_its_id() -> None:
    before = corpus_of_talks({"person": "p", "role": "presenter", "title": "밤의 서가"})
    after = corpus_of_talks({"person": "p", "role": "presenter", "title": "밤의 서가", "id": "night"})
    (old,), (new,) = (
        Catalogue(made, WORDS).contributions(made.forums["f"], made.forums["f"].sessions[0], "ko")
        for made in (before, after)
    )
    assert old["URL"] == "https://proceedings.example.org/forums/f/#session-talk"
    assert new["URL"] == "https://proceedings.example.org/forums/f/night/"
    assert new["id"] == old["id"] == "speech:f:talk:p"


def test_whoever_gave_a_talk_together_is_its_author_and_nobody_whom_no_source_names() -> None:
    co_speakers: Tree = [{"person": "q"}, {"name": RESIDENT}]
    made = corpus_of_talks(
        talk("a", person="p", co_speakers=co_speakers),
        talk("b", name=RESIDENT, organization="o"),
        {"name": RESIDENT, "role": "presenter"},
    )
    works = Catalogue(made, WORDS)
    together, resident, unnamed = works.contributions(made.forums["f"], made.forums["f"].sessions[0], "ko")
    assert together["author"] == [{"literal": "구름달"}, {"literal": "한빛솔"}]
    assert "author" not in resident
    assert [resident["id"], unnamed["id"]] == ["speech:f:talk:b", "speech:f:talk:unnamed"]


def test_a_manuscript_keeps_its_keys_when_records_get_other_ids() -> None:
    held: Tree = [session(contributions=[{"person": "new", "role": "presenter"}])]
    renamed = corpus(
        speaker("new", redirect_from=["p", "q"]),
        forum("g", redirect_from=["f"], sessions=held),
        proposal("g-1", forum="g", redirect_from=["f-1"]),
    )
    works = Catalogue(renamed, WORDS).works_at(renamed.forums["g"], "ko")
    assert [work["id"] for work in works] == ["forum:f", "speech:f:talk:p", "proposal:f-1"]


def test_a_forum_s_name_in_our_translation_is_the_editors() -> None:
    name: Tree = {"ko": "밤의 서가", "en": "Shelves at Night"}
    for origin, title in (
        ("translated", "[Shelves at Night]"),
        ("inferred", "[Shelves at Night]"),
        ("probable", "Shelves at Night"),
    ):
        made = corpus(forum(name=name, name_notes={"en": origin}))
        korean, english = (Catalogue(made, WORDS).forum(made.forums["f"], tag) for tag in LANGUAGES)
        assert (korean["title"], english["title"]) == ("밤의 서가", title)
        assert "note" not in korean
        assert ("note" in english) == title.startswith("[")
