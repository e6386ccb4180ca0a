"""News by week, as services for mails send it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from lxml import etree  # type: ignore[import-untyped]  # has no types of its own

from generator.corpus.corpus import Corpus
from generator.exports.feeds.atom import feed_files
from generator.exports.feeds.weekly import MOST_NEWS, WEEKS, monday
from generator.parsing.yaml_parser import Tree
from tests.exports.feeds.entries import entries, links, said, shown
from tests.support.small_corpus import corpus, forum, organization, proposal, site, source, step
from tests.support.words import WORDS


def weeks(records: Corpus, language: str = "en") -> list[etree._Element]:
    folder = "" if language == "ko" else "en/"
    return entries(feed_files(records, WORDS)[f"{folder}feeds/weekly.atom"])


def week_of(records: Corpus, name: str, language: str = "en") -> etree._Element:
    (found,) = (week for week in weeks(records, language) if said(week, "id").endswith(f"/weekly/{name}"))
    return found


def lines(week: etree._Element) -> list[str]:
    """Headings and rows, as a mail shows them."""
    blocks = shown(week).iter("h2", "li", "p")
    return [" ".join("".join(block.itertext()).split()) for block in blocks]


FOLLOWED: list[Tree] = [
    step(),
    {"response": "true", **step("2024-06-13", "adopted")},  # type: ignore[dict-item]
    {"actor": "o", **step("2024-06-14", "done")},  # type: ignore[dict-item]
]
ASKED: Tree = [{"organization": "o"}]


def test_a_week_has_its_news_by_kind() -> None:
    records = corpus(
        organization(),
        proposal(history=FOLLOWED, addressees=ASKED, withdrawn={"date": "2024-06-16"}),
        proposal("f-2", history=[step("2024-06-17")]),
        forum("off", start_date="2024-07-01", status={"value": "postponed", "date": "2024-06-11"}),
    )
    week = week_of(records, "2024-W24", "ko")
    assert said(week, "title") == "2024년 6월 10일–16일 소식"
    assert (
        said(week, "summary")
        == "포럼 1회, 연기되거나 취소된 포럼 1회, 제안 1건, 답변 1건, 경과 1건, 철회 1건"
    )
    assert lines(week) == [
        "포럼",
        "포럼 2024년 6월 12일",
        "연기되거나 취소된 포럼",
        "포럼 (연기) 2024년 7월 1일 · 연기",
        "제안",
        "밤에도 열자 (철회됨) 2024년 6월 12일 · 제안 · 제안자: 포럼 (포럼 전체의 제안) · 제안 대상: 한별시청",
        "답변",
        "밤에도 열자 (철회됨) 2024년 6월 13일 · 채택",
        "경과",
        "밤에도 열자 (철회됨) 2024년 6월 14일 · 완료 · 한별시청",
        "철회",
        "밤에도 열자 2024년 6월 16일",
    ]
    assert said(week, "published") == "2024-06-16T00:00:00+09:00"
    assert said(week_of(records, "2024-W25"), "summary") == "1 proposal"


@pytest.mark.parametrize(
    ("day", "name", "korean", "english"),
    [
        ("2025-07-14", "2025-W29", "2025년 7월 14일–20일 소식", "News of 14–20 July 2025"),
        ("2025-07-20", "2025-W29", "2025년 7월 14일–20일 소식", "News of 14–20 July 2025"),
        ("2025-07-28", "2025-W31", "2025년 7월 28일–8월 3일 소식", "News of 28 July – 3 August 2025"),
        (
            "2025-01-01", "2025-W01",
            "2024년 12월 30일–2025년 1월 5일 소식", "News of 30 December 2024 – 5 January 2025",
        ),
        ("2021-01-03", "2020-W53",
            "2020년 12월 28일–2021년 1월 3일 소식", "News of 28 December 2020 – 3 January 2021",
        ),
    ],
)  # fmt: skip
def test_weeks_are_those_of_iso(day: str, name: str, korean: str, english: str) -> None:
    records = corpus(forum(start_date=day), site=site(as_of="2026-01-01"))
    (week,) = weeks(records)
    assert said(week, "id") == f"tag:proceedings.example.org,2026:en/weekly/{name}"
    assert (said(week_of(records, name, "ko"), "title"), said(week, "title")) == (korean, english)


def test_a_week_leads_to_the_site_and_to_no_other_week() -> None:
    found = [links(week, "alternate") for week in weeks(corpus(organization(), proposal(history=FOLLOWED)))]
    assert found == [[("en", "https://proceedings.example.org/en/?week=2024-W24")]]


def test_what_is_told_of_a_forum_to_come_is_news_of_that_day() -> None:
    records = corpus(forum(), source("s", issued="2024-05-02"), site=site(as_of="2024-06-01"))
    (week,) = weeks(records)
    assert said(week, "id").endswith("/2024-W18")
    assert said(week, "published")[:10] == "2024-05-02"


def test_a_correction_makes_a_week_newer_and_does_not_publish_it_again() -> None:
    corrected: Tree = [{"date": "2024-09-01", "note": "고침"}]
    week = week_of(corpus(proposal(revisions=corrected)), "2024-W24")
    assert said(week, "updated") == "2024-09-01T00:00:03+09:00"
    assert said(week, "published") == "2024-06-12T00:00:00+09:00"


def test_the_feed_does_not_grow_without_end() -> None:
    first = date(2023, 1, 2)
    days = [(first + timedelta(weeks=number)).isoformat() for number in range(WEEKS + 10)]
    history = [step(), *(step(day, "adopted") for day in days)]
    found = weeks(corpus(forum(start_date=days[0]), proposal(history=history)))
    assert len(found) == WEEKS
    assert [said(week, "published") for week in found] == sorted(
        (said(week, "published") for week in found), reverse=True
    )


def test_a_week_of_very_much_says_how_much_more_there_is() -> None:
    made = [proposal(f"f-{number}") for number in range(MOST_NEWS + 7)]
    week = week_of(corpus(*made), "2024-W24")
    assert said(week, "summary") == f"1 forum, {MOST_NEWS + 7} proposals"
    assert lines(week)[-1] == "7 more on the site."
    assert len(shown(week).findall("ul/li")) == MOST_NEWS + 1
    assert len(etree.tostring(week)) < 100_000


def test_a_week_begins_on_its_monday() -> None:
    assert {monday(date(2024, 6, day)) for day in range(10, 17)} == {date(2024, 6, 10)}
