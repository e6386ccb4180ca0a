"""Public bodies without another name, and proposals that nobody has looked at for long."""

from __future__ import annotations

from datetime import date

import pytest

from generator.corpus.looks import due_as_text, due_proposals
from tests.content.warnings.warned import OWN, body, warned
from tests.support.small_corpus import corpus, proposal, site, source, step, vocabulary

SIX_MONTHS = site(**OWN, quiet_months="6")


@pytest.mark.parametrize(
    ("ko", "classification", "is_warned"),
    [
        ("서가등불사다리부", "government", True),
        ("서가위원회", "legislature", True),
        ("서가부", "government", False),
        ("서가등불사다리부", "company", False),
        ("서가등불사다리부", "group", False),
    ],
)
def test_a_public_body_has_another_name(ko: str, classification: str, is_warned: bool) -> None:
    found = warned(
        corpus(body("b", ko, "Ministry of Shelves", classification=classification)), "no-other-name"
    )
    assert bool(found) is is_warned


def test_another_name_or_an_abbreviation_is_enough() -> None:
    named = body("a", "서가등불사다리부", classification="government", other_names=[{"name": "서가부"}])
    short = body("b", "서가등불사다리원", "SLL", classification="government")
    assert warned(corpus(named, short), "no-other-name") == []


@pytest.mark.parametrize(
    ("looked", "today", "is_due"),
    [
        ("2024-07-09", date(2025, 1, 8), False),
        ("2024-07-09", date(2025, 1, 9), True),
        ("2024-07", date(2025, 1, 30), False),
        ("2024-07", date(2025, 1, 31), True),
    ],
)
def test_a_look_is_due_after_the_quiet_months(looked: str, today: date, is_due: bool) -> None:
    made = corpus(proposal(checked=looked), site=SIX_MONTHS)
    assert bool(due_proposals(made, today)) is is_due
    assert bool(warned(made, "not-looked-at", today=today)) is is_due


def test_the_newest_look_counts() -> None:
    made = corpus(proposal(history=[step("2024-06-12")], checked="2024-08-01"), site=SIX_MONTHS)
    assert [due.looked for due in due_proposals(made, date(2026, 1, 1))] == [date(2024, 8, 1)]
    of_all = site(**OWN, quiet_months="6", as_of="2025-12-31")
    assert due_proposals(corpus(proposal(), site=of_all), date(2026, 1, 1)) == ()


def test_a_closed_proposal_is_done_with() -> None:
    closed = vocabulary(
        statuses=[
            {
                "id": "proposed",
                "label": "x",
                "description": "x",
                "mark": "done",
                "step": "0",
                "closed": "true",
            }
        ]
    )
    assert due_proposals(corpus(proposal(), site=SIX_MONTHS, vocabulary=closed), date(2030, 1, 1)) == ()


def test_without_a_day_nothing_is_due() -> None:
    assert warned(corpus(proposal()), "not-looked-at") == []


def test_the_list_begins_with_the_oldest_and_names_the_newest_source() -> None:
    made = corpus(
        proposal("f-1", checked="2024-08-01", sources=["s", "new"]),
        proposal("f-2", sources=["s"]),
        proposal("f-3", sources=[], history=[step("2024-09-01", sources=[])]),
        source("new", issued="2024-07-01", url="https://news.hanbyeol.kr/1"),
        site=SIX_MONTHS,
    )
    due = due_proposals(made, date(2026, 1, 1))
    assert due_as_text(due, "en") == (
        "content/proposals/f-2.yml: last looked at 2024-06-12; "
        "newest source: content/sources/s.yml, 2024-06-13, no address\n"
        "content/proposals/f-1.yml: last looked at 2024-08-01; "
        "newest source: content/sources/new.yml, 2024-07-01, https://news.hanbyeol.kr/1\n"
        "content/proposals/f-3.yml: last looked at 2024-09-01; it cites no source\n"
    )
    assert due_as_text(due, "ko").splitlines()[2] == (
        "content/proposals/f-3.yml: 2024-09-01에 마지막으로 확인했습니다. 출처가 없습니다."
    )
