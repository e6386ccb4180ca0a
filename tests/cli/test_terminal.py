"""`proceedings new` on a terminal: it asks, lists what there is, and asks again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calling import check
from tests.cli.terminal import Terminal

ASKED_FOR_ID = "The id, which is the file's name (a-z, 0-9, '-')"

pytestmark = pytest.mark.usefixtures("at_leisure")


def test_on_a_terminal_it_asks_for_a_forum(records: Path) -> None:
    person = Terminal(records, "new", "forum")
    person.answer("Name in Korean (Enter: later)", "")
    person.answer("Name in English", "")
    person.answer("Name in English", "Night Shelves")
    assert "  간담회  (roundtable)\r\n" in person.answer("What it was", "picnic")
    refusal = person.answer("What it was", "seminar")
    assert (
        "'picnic' is not in the forum_kinds of content/vocabulary.yml; write one of policy-forum, hearing"
        in refusal
    )
    person.answer("The day", "2024-13")
    assert "no such month" in person.answer("The day", "2024-09")
    person.answer("Sources (names or ids)", "forum-reader-2024, council-bill-17")
    person.answer(f"{ASKED_FOR_ID} [2024-night-shelves]", "2024-library-robots")
    assert "exists already" in person.answer(f"{ASKED_FOR_ID} [2024-night-shelves]", "")
    assert person.end() == 0
    assert person.said.replace("\r", "").strip().startswith("content/forums/2024-night-shelves.yml\n")
    assert check(records) == "36 records, no problem\n"


def test_on_a_terminal_it_asks_for_a_proposal_and_lists_what_there_is(records: Path) -> None:
    person = Terminal(records, "new", "proposal", "--title-ko", "느린 로봇")
    person.answer("Forum (name or id)", "2024-library-robots")
    person.answer("Session (name or id)", "panel-1")
    person.answer("Title in English (Enter: later)", "")
    person.answer("in Korean", "천천히.")
    person.answer("in English", "")
    listed = person.answer("Who proposes", "ada-example")
    assert "  서늘봄  (seo-neulbom)\r\n" in listed
    assert "(ada-example)" not in listed
    assert "takes no part in" in person.answer("Who proposes", "tia-sample no-eulchan")
    person.answer("Who is asked to act", "")
    person.answer("Topics, main one first", "robots")
    person.answer("The day it was made [2024-06-12]", "")
    person.answer("Sources (names or ids)", "forum-reader-2024")
    person.answer(f"{ASKED_FOR_ID} [2024-library-robots-11]", "")
    assert person.end() == 0
    assert check(records) == "36 records, no problem\n"


def test_it_asks_in_korean_and_takes_names_for_their_ids(records: Path) -> None:
    person = Terminal(records, "new", "proposal", PROCEEDINGS_LANG="ko")
    listed = person.answer("포럼(이름이나 id)", "도서관 로봇과 이웃 — 한별 정책 포럼")
    assert "  도서관 로봇과 이웃 — 한별 정책 포럼  (2024-library-robots)\r\n" in listed
    assert "  종합 토론  (panel-1)\r\n" in person.answer("세션(이름이나 id)", "종합 토론")
    person.answer("제목(한국어)", "느린 로봇")
    person.answer("제목(영어) (나중에 쓰려면 Enter)", "")
    person.answer("내용(한국어)", "천천히.")
    person.answer("내용(영어)", "")
    person.answer("제안자(이름이나 id)", "홍길동")
    refusal = person.answer("제안자(이름이나 id)", "서늘봄, tia-sample")
    assert "'홍길동'은 id가 아니고, 그런 이름도 하나로 정해지지 않습니다." in refusal
    person.answer("제안 대상(이름이나 id)", "한별시의회")
    person.answer("분야, 대표 분야부터(이름이나 id)", "도서관 로봇")
    person.answer("제안한 날 [2024-06-12]", "")
    person.answer("출처(제목이나 id)", "forum-reader-2024")
    person.answer("id(파일 이름이 됩니다. 영문 소문자, 숫자, '-') [2024-library-robots-11]", "")
    assert person.end() == 0
    text = (records / "content/proposals/2024-library-robots-11.yml").read_text(encoding="utf-8")
    assert "session: panel-1\n" in text
    assert "  - person: seo-neulbom\n" in text
    assert "  - person: tia-sample\n" in text
    assert "addressees:\n  - organization: hanbyeol-council\n" in text
    assert "topics:\n  - robots\n" in text
