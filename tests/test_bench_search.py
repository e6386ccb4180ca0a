"""The bench of the search judges as people do, on a collection that is as it should be."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.corpus.load import load_corpus
from tests.bench.search.collection import corpus, judged, records, write_project
from tests.bench.search.in_browser import page_of
from tests.bench.search.judgements import SETS, Judged, Query, read_queries, typed_words, wanted
from tests.bench.search.score import Scored, by_category, score, summarize

QUERY = Query("exact-01", "exact", "나무", "ko", ("concept:tree",))
NOTHING = Query("nohit-01", "nohit", "고래", "ko", ())

OAK = Judged("oak", "forum", frozenset({"tree", "leaf"}), frozenset({"ada"}), frozenset({"grove"}))
FERN = Judged("fern", "proposal", frozenset({"leaf"}), frozenset(), frozenset())


def scored(query: Query, *shown: str) -> Scored:
    return score(query, shown, {"ko/oak", "ko/elm"} if query.wants else ())


@pytest.mark.parametrize(
    ("condition", "met"),
    [
        ("concept:leaf", {"oak", "fern"}),
        ("concept:tree", {"oak"}),
        ("person:ada", {"oak"}),
        ("org:grove", {"oak"}),
        ("kind:proposal", {"fern"}),
        ("id:fern", {"fern"}),
        ("concept:leaf & -id:oak", {"fern"}),
        ("concept:tree & kind:proposal", set()),
    ],
)
def test_a_condition_selects_records(condition: str, met: set[str]) -> None:
    assert {record.id for record in (OAK, FERN) if record.meets(condition)} == met


def test_one_of_several_conditions_is_enough_and_pages_are_the_readers() -> None:
    query = Query("x-01", "x", "leaf", "en", ("id:oak", "kind:proposal"))
    assert wanted(query, (OAK, FERN)) == {"en/oak", "en/fern"}
    assert wanted(NOTHING, (OAK, FERN)) == set()


def test_recall_and_rank_count_what_is_wanted() -> None:
    found = scored(QUERY, "ko/ash", "ko/oak", "ko/index")
    assert (found.recall, found.reciprocal_rank) == (0.5, 0.5)
    assert found.missed == {"ko/elm"}
    assert not found.is_perfect
    assert scored(QUERY, "ko/elm", "ko/oak", "ko/ash").is_perfect


def test_a_page_in_the_other_language_does_not_count() -> None:
    found = scored(QUERY, "en/oak", "en/elm")
    assert (found.recall, found.reciprocal_rank) == (0, 0)


def test_only_the_first_ten_pages_count_and_each_once() -> None:
    others = [f"ko/{number}" for number in range(9)]
    assert scored(QUERY, *others, "ko/oak", "ko/elm").recall == 0.5
    assert scored(QUERY, *others, *others, "ko/oak").recall == 0.5
    assert scored(QUERY, *others, "ko/9", "ko/oak").recall == 0


def test_of_more_than_ten_wanted_pages_ten_are_all() -> None:
    many = [f"ko/{number}" for number in range(12)]
    found = score(QUERY, many, many)
    assert (found.recall, found.reciprocal_rank) == (1, 1)


def test_where_nothing_is_wanted_nothing_is_perfect() -> None:
    assert scored(NOTHING).is_perfect
    assert not scored(NOTHING, "ko/oak").is_perfect


def test_averages_keep_apart_what_has_an_answer_and_what_has_none() -> None:
    summary = summarize(
        "all", [scored(QUERY, "ko/elm", "ko/oak"), scored(QUERY), scored(NOTHING), scored(NOTHING, "ko/oak")]
    )
    assert (summary.queries, summary.recall, summary.reciprocal_rank) == (4, 0.5, 0.5)
    assert (summary.empty, summary.invented) == (0.5, 0.5)


def test_categories_come_in_their_order_and_all_at_the_end() -> None:
    summaries = by_category([scored(NOTHING), scored(QUERY), scored(NOTHING)])
    assert [(one.name, one.queries) for one in summaries] == [("nohit", 2), ("exact", 1), ("all", 3)]
    assert (summaries[0].recall, summaries[1].invented) == (None, None)


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("http://localhost/forums/oak/?h=tree", "ko/oak"),
        ("http://localhost/en/forums/oak/#leaf", "en/oak"),
        ("http://localhost/en/forums/oak/index.html", "en/oak"),
        ("http://localhost/english/", "ko/english"),
        ("http://localhost/en/", "en/en"),
    ],
)
def test_an_address_is_that_of_a_page_in_a_language(address: str, page: str) -> None:
    assert page_of(address) == page


def test_the_collection_keeps_every_rule_and_every_id(tmp_path: Path) -> None:
    write_project(tmp_path / "project", filler=40)
    written = load_corpus(tmp_path / "project" / "content")
    assert list(written.records) == list(corpus(filler=40).records)
    ids = [record.id for record in written.records]
    assert len(ids) == 30 + 1 + 40
    assert {record.id for record in judged()} <= set(ids)


def test_every_query_but_those_without_answer_wants_records_that_are_there() -> None:
    collection = judged()
    for name in SETS:
        for query in read_queries(name):
            assert bool(wanted(query, collection)) == (query.category != "nohit"), query.id


def test_both_sets_have_the_same_categories_and_share_no_query() -> None:
    given, fresh = (read_queries(name) for name in SETS)
    assert (len(given), len(fresh)) == (189, 72)
    assert {query.category for query in given} == {query.category for query in fresh}
    assert not {(one.words, one.language) for one in given} & {(one.words, one.language) for one in fresh}


def test_filler_is_exactly_as_much_and_holds_no_query() -> None:
    filler = [record for record in records(filler=500) if record[1].startswith("filler-")]
    assert len(filler) == len({key for _, key, _ in filler}) == 500
    text = str([record for _, _, record in filler]).lower()
    assert [words for words in typed_words() if words.lower() in text] == []


def test_too_little_filler_is_refused() -> None:
    with pytest.raises(ValueError, match="3 records are too few"):
        list(records(filler=3))
