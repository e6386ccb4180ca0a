"""What has happened is not to come, whatever day it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.rules import check_corpus, dates
from generator.parsing.problems import field_name
from generator.parsing.yaml_parser import Tree
from tests.support.small_corpus import corpus, forum, organization, proposal, source, speaker, step

TODAY = date(2024, 7, 9)


def to_come(made: Corpus, today: date = TODAY) -> list[str]:
    found = dates.what_happened_is_not_to_come(made, today)
    return [f"{finding.path}: {field_name(finding.field)}: {finding.message}" for finding in found]


@pytest.mark.parametrize(
    ("day", "is_to_come"),
    [
        ("2024-07-09", False), ("2024-07-10", True), ("2062-07-09", True), ("2206-12-20", True),
        ("2024-07", False), ("2024-08", True), ("2024", False), ("2025", True),
        ("2024-07-10?", True), ("2024-07~", False), ("2025%", True), ("1960", False),
    ],
)  # fmt: skip
def test_a_day_is_to_come_if_all_of_it_is(day: str, is_to_come: bool) -> None:
    assert bool(to_come(corpus(source(issued=day)))) is is_to_come


def test_whatever_has_happened_is_asked() -> None:
    note: Tree = {"ko": "고쳤다."}
    made = corpus(
        proposal(
            history=[step("2024-06-12", "proposed"), step("2024-07-10", "proposed")],
            checked="2024-08-01",
            revisions=[{"date": "2024-07-09", "note": note}, {"date": "2024-07-10", "note": note}],
        ),
        source("a", issued="2024-07-10", accessed="2024-07-11"),
        organization(revisions=[{"date": "2025", "note": note}]),
    )
    made = replace(made, site=made.site.model_copy(update={"as_of": source(issued="2024-07-10").issued}))
    advice = "is still to come (today is 2024-07-09); write the day on which it happened"
    assert set(to_come(made)) == {
        f"content/site.yml: as_of: 2024-07-10 {advice}",
        f"content/organizations/o.yml: revisions[0].date: 2025 {advice}",
        f"content/proposals/f-1.yml: history[1].date: 2024-07-10 {advice}",
        f"content/proposals/f-1.yml: checked: 2024-08-01 {advice}",
        f"content/proposals/f-1.yml: revisions[1].date: 2024-07-10 {advice}",
        f"content/sources/a.yml: issued: 2024-07-10 {advice}",
        f"content/sources/a.yml: accessed: 2024-07-11 {advice}",
    }


def test_forums_and_posts_may_be_announced() -> None:
    announced = corpus(
        forum(start_date="2030-01-02", end_date="2030-01-03"),
        speaker(memberships=[{"organization": "o", "start_date": "2024-08", "end_date": "2028-05-29"}]),
        organization(),
    )
    assert to_come(announced) == []


def test_a_post_that_ends_one_day_is_no_news_until_then() -> None:
    made = corpus(
        proposal(),
        speaker(memberships=[{"organization": "o", "start_date": "2024-01-02", "end_date": "2028-05-29"}]),
        organization(),
    )
    newest, of_speaker = made.newest_fact(), made.newest_fact(made.speakers.values())
    assert newest
    assert (newest.year, str(of_speaker)) == (2024, "2024-01-02")


def test_the_day_is_asked_with_all_rules_and_without_one_nothing_is_to_come() -> None:
    made = corpus(source(issued="2024-07-10"), proposal(), speaker(), organization())
    assert [finding.field for finding in check_corpus(made, TODAY)] == [("issued",)]
    assert list(check_corpus(made, date(2024, 7, 10))) == []
    assert list(check_corpus(made)) == []
