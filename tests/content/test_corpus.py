from collections.abc import Iterable

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.models import Forum, Record
from generator.parsing.yaml_parser import Tree
from tests.support import small_corpus as small
from tests.support.paths import RECORDS
from tests.support.small_corpus import forum, organization, proposal, session, source, speaker, step


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(RECORDS)


def ids(records: Iterable[Record]) -> list[str]:
    return [record.id for record in records]


def test_records_come_kind_by_kind_in_the_order_of_their_ids(corpus: Corpus) -> None:
    paths = [record.path for record in corpus.records]
    kinds = ["forums", "speakers", "organizations", "proposals", "sources"]
    assert paths == sorted(
        paths, key=lambda path: (kinds.index(path.split("/")[1]), path.removesuffix(".yml"))
    )
    assert len(paths) == len(set(paths))


def test_words_are_found_by_their_ids(corpus: Corpus) -> None:
    assert list(corpus.topics) == ["shelves", "robots", "opening-hours", "access", "budget"]
    assert corpus.statuses["proposed"].first
    assert corpus.roles["host"].organizes
    assert corpus.series["reading-city"].name.en == "Reading City Forums"


def test_the_newest_forum_comes_first(corpus: Corpus) -> None:
    assert ids(corpus.forums_newest_first) == [
        "2024-library-robots",
        "2024-lamps",
        "2023-open-shelves",
        "2023-reading-machines",
    ]


def test_forums_of_one_day_stand_in_the_order_of_their_ids() -> None:
    of_one_day = small.corpus(forum("b"), forum("a"), forum("f", start_date="2024"))
    assert ids(of_one_day.forums_newest_first) == ["a", "b", "f"]


def test_a_series_is_told_from_its_beginning(corpus: Corpus) -> None:
    first, second = "2023-reading-machines", "2024-library-robots"
    assert corpus.forums_beside == {
        first: (None, corpus.forums[second]),
        second: (corpus.forums[first], None),
    }


def test_proposals_of_a_forum_stand_in_the_order_of_their_numbers(corpus: Corpus) -> None:
    robots = [f"2024-library-robots-{number}" for number in (1, 2, 3, 4, 5, 10)]
    assert ids(corpus.proposals_at(corpus.forums["2024-library-robots"])) == robots
    assert ids(corpus.proposals_newest_first) == [
        *robots, "2023-open-shelves-1", "2023-reading-machines-1", "2023-reading-machines-2",
    ]  # fmt: skip


def test_the_status_is_the_last_entry_of_the_history(corpus: Corpus) -> None:
    statuses = {key: corpus.status_of(proposal).id for key, proposal in corpus.proposals.items()}
    assert set(statuses.values()) == set(corpus.statuses)
    assert statuses["2024-library-robots-1"] == "in-progress"


def test_proposals_are_found_from_who_made_them(corpus: Corpus) -> None:
    tia = ["2024-library-robots-1", "2023-reading-machines-1"]
    assert ids(corpus.proposals_of(corpus.speakers["tia-sample"])) == tia
    assert ids(corpus.proposals_of(corpus.organizations["dalmaji-robotics"])) == tia
    assert corpus.proposals_of(corpus.speakers["bak-haneulbi"]) == ()


def test_proposals_are_found_from_whom_they_ask(corpus: Corpus) -> None:
    assert ids(corpus.proposals_to(corpus.organizations["districts"])) == [
        "2024-library-robots-4", "2024-library-robots-10", "2023-open-shelves-1", "2023-reading-machines-2",
    ]  # fmt: skip
    assert ids(corpus.proposals_to(corpus.speakers["gu-reumdal"])) == ["2024-library-robots-2"]


def test_a_person_and_an_organization_of_one_id_are_two() -> None:
    both = small.corpus(speaker("x"), organization("x"), proposal(addressees=[{"person": "x"}]))
    assert ids(both.proposals_to(both.speakers["x"])) == ["f-1"]
    assert both.proposals_to(both.organizations["x"]) == ()


def test_proposals_are_found_from_topic_and_status(corpus: Corpus) -> None:
    assert corpus.proposals_on(corpus.topics["shelves"]) == ()
    assert ids(corpus.proposals_on(corpus.topics["budget"])) == [
        "2024-library-robots-1", "2024-library-robots-10", "2023-reading-machines-2",
    ]  # fmt: skip
    assert ids(corpus.proposals_with(corpus.statuses["proposed"])) == [
        "2024-library-robots-10", "2023-reading-machines-1",
    ]  # fmt: skip


def test_a_proposal_named_twice_by_one_party_is_found_once() -> None:
    twice = small.corpus(
        speaker(), organization(), proposal(proposers=[{"person": "p"}, {"person": "p", "organization": "o"}])
    )
    assert ids(twice.proposals_of(twice.speakers["p"])) == ["f-1"]


def test_relations_are_found_from_the_other_end(corpus: Corpus) -> None:
    first = corpus.proposals["2024-library-robots-1"]
    assert ids(corpus.proposals_relating_to(first)) == ["2024-library-robots-2", "2023-reading-machines-2"]


def test_parts_in_forums_are_told_newest_first_with_their_sessions(corpus: Corpus) -> None:
    parts = corpus.participations_of(corpus.speakers["gu-reumdal"])
    assert [(part.forum.id, part.session.id if part.session else None, part.role) for part in parts] == [
        ("2024-library-robots", None, "co-host"),
        ("2024-library-robots", "opening", "chair"),
    ]
    tia = corpus.participations_of(corpus.speakers["tia-sample"])
    assert [part.forum.id for part in tia] == ["2024-library-robots", "2023-reading-machines"]


def test_organizers_come_before_the_programme(corpus: Corpus) -> None:
    parts = corpus.participations_at(corpus.forums["2024-library-robots"])
    sessions = [part.session.id if part.session else "" for part in parts]
    assert sessions[:3] == ["", "", ""]
    assert list(dict.fromkeys(sessions[3:])) == [
        "opening",
        "keynote",
        "presentation-1",
        "panel-1",
        "discussion-1",
    ]


def test_only_a_contribution_has_statements(corpus: Corpus) -> None:
    (part,) = corpus.participations_of(corpus.speakers["han-bitsol"])
    assert [statement.kind for statement in part.statements] == ["view"]
    organizer = corpus.participations_at(corpus.forums["2024-library-robots"])[0]
    assert organizer.statements == ()


def test_a_source_knows_who_cites_it_anywhere() -> None:
    deep = small.corpus(
        source("t"),
        forum(
            sessions=[session(contributions=[{"person": "p", "role": "presenter", "sources": ["t", "t"]}])]
        ),
        proposal(history=[step(sources=["t"])]),
    )
    assert ids(deep.citing(deep.sources["t"])) == ["f", "f-1"]
    assert ids(deep.citing(deep.sources["s"])) == ["f", "f-1"]


def test_a_source_knows_the_texts_that_link_to_it() -> None:
    note: Tree = {"ko": "[신문](sources/t.md#cited-by)과 [목록](sources/index.md), [포럼](forums/f.md)"}
    linked = small.corpus(source("t"), proposal(notes=[note]))
    assert ids(linked.citing(linked.sources["t"])) == ["f-1"]
    assert ids(linked.citing(linked.sources["s"])) == ["f", "f-1"]


def test_members_and_parts_of_an_organization_are_found(corpus: Corpus) -> None:
    council = corpus.organizations["hanbyeol-council"]
    assert [(one.id, str(post.start_date)) for one, post in corpus.members_of(council)] == [
        ("gu-reumdal", "2022-07")
    ]
    assert ids(corpus.parts_of(corpus.organizations["hanbyeol-city-hall"])) == ["hanbyeol-digital-bureau"]
    assert corpus.parts_of(council) == ()


def test_who_is_named_nowhere_has_no_part() -> None:
    alone = small.corpus(speaker(), organization())
    assert alone.participations_of(alone.speakers["p"]) == ()
    assert alone.members_of(alone.organizations["o"]) == ()
    assert isinstance(alone.forums["f"], Forum)
