"""`proceedings new` on a terminal: it asks, lists what there is, and asks again."""

from __future__ import annotations

import os
import pty
import select
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

    def __init__(self, project: Path, *arguments: str) -> None:
        self.said = ""
        self._terminal, programs_end = pty.openpty()
        self._process = subprocess.Popen(
            command(*arguments),
            cwd=project,
            env=environment(PYTHONPATH=str(ROOT)),
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
    person.answer("Name in Korean (Enter: 나중에 / later)", "")
    person.answer("Name in English", "")
    person.answer("Name in English", "Night Shelves")
    assert "  roundtable\r\n" in person.answer("What it was", "picnic")
    refusal = person.answer("What it was", "seminar")
    assert "'picnic' is not known; write one of policy-forum, hearing" in refusal
    person.answer("The day", "2024-13")
    assert "no such month" in person.answer("The day", "2024-09")
    person.answer("Ids of the sources", "forum-reader-2024, council-bill-17")
    person.answer("The id, which is the file's name [2024-night-shelves]", "2024-library-robots")
    assert "exists already" in person.answer("The id, which is the file's name [2024-night-shelves]", "")
    assert person.end() == 0
    assert person.said.replace("\r", "").strip().startswith("content/forums/2024-night-shelves.yml\n")
    assert check(records) == "34 records, no problem\n"


def test_on_a_terminal_it_asks_for_a_proposal_and_lists_what_there_is(records: Path) -> None:
    person = Terminal(records, "new", "proposal", "--title-ko", "느린 로봇")
    person.answer("Id of the forum", "2024-library-robots")
    person.answer("Id of the session", "panel-1")
    person.answer("Title in English (Enter: 나중에 / later)", "")
    person.answer("in Korean", "천천히.")
    person.answer("in English", "")
    listed = person.answer("Ids of who proposes", "ada-example")
    assert "  seo-neulbom\r\n" in listed
    assert "  ada-example\r\n" not in listed
    assert "takes no part in" in person.answer("Ids of who proposes", "tia-sample no-eulchan")
    person.answer("Ids of who is asked to act", "")
    person.answer("Ids of the topics", "robots")
    person.answer("The day it was made [2024-06-12]", "")
    person.answer("Ids of the sources", "forum-reader-2024")
    person.answer("The id, which is the file's name [2024-library-robots-11]", "")
    assert person.end() == 0
    assert check(records) == "34 records, no problem\n"
