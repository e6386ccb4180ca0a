"""A person at a terminal, for tests of what the command asks."""

from __future__ import annotations

import os
import pty
import select
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

from tests.support.paths import ROOT
from tests.support.running import PATIENCE, command, environment

LOST = 20.0
"""Seconds after which a Ctrl-C is lost."""


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
        """Ctrl-C, once more if nothing came of it, and the exit code.

        One that comes after the question and before the wait for an answer is kept until something is typed:
        Python's readline looks for signals only when its wait is interrupted.
        """
        ended = False
        while not ended:
            self._process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                ended = self._process.wait(LOST) is not None
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
