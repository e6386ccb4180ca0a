"""`proceedings new` on a terminal: it asks, lists what there is, and asks again."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.cli.calling import check
from tests.support.paths import ROOT
from tests.support.running import PATIENCE, command, environment

pytestmark = pytest.mark.usefixtures("at_leisure")


class Terminal:
    """A person at a terminal, who answers each question as it comes."""

    def __init__(self, project: Path, *arguments: str, **variables: str) -> None:
        self.said = ""
        self._terminal, programs_end = pty.openpty()
        self._process = subprocess.Popen(
            command(*arguments),
            cwd=project,
            env=environment(PYTHONPATH=str(ROOT), **variables),
            stdin=programs_end,
            stdout=programs_end,
            stderr=programs_end,
        )
        os.close(programs_end)

    def answer(self, question: str, answer: str) -> str:
        """What was said since the last answer, up to the question."""
        self._read_until(question)
        os.write(self._terminal, f"{answer}\n".encode())
        said, self.said = self.said, ""
        return said

    def end(self) -> int:
        self._read_until(None)
        os.close(self._terminal)
        return self._process.wait(PATIENCE)

    def interrupt(self) -> int:
        """Ctrl-C, and the exit code."""
        self._process.send_signal(signal.SIGINT)
        return self.end()

    def _read_until(self, question: str | None) -> None:
        """Read until the question is the last thing said, or (None) until there is no more."""
        end = time.monotonic() + PATIENCE
        while (
            question is None or not self.said.endswith(": ") or question not in self.said.rpartition("\n")[2]
        ):
            ready, _, _ = select.select([self._terminal], [], [], end - time.monotonic())
            assert ready, f"{question!r} was not asked:\n{self.said}"
            try:
                said = os.read(self._terminal, 65_536)
            except OSError:  # Linux says so when the other end is closed.
                said = b""
            assert said or question is None, f"{question!r} was not asked:\n{self.said}"
            if not said:
                return
            self.said += said.decode()


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
    person.answer("The id, which is the file's name [2024-night-shelves]", "2024-library-robots")
    assert "exists already" in person.answer("The id, which is the file's name [2024-night-shelves]", "")
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
    person.answer("The id, which is the file's name [2024-library-robots-11]", "")
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
    person.answer("id(파일 이름이 됩니다) [2024-library-robots-11]", "")
    assert person.end() == 0
    text = (records / "content/proposals/2024-library-robots-11.yml").read_text(encoding="utf-8")
    assert "session: panel-1\n" in text
    assert "  - person: seo-neulbom\n" in text
    assert "  - person: tia-sample\n" in text
    assert "addressees:\n  - organization: hanbyeol-council\n" in text
    assert "topics:\n  - robots\n" in text
