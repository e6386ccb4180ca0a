"""A child process that never outlives its parent, however the parent ends."""

from __future__ import annotations

import os
import signal
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from generator.output.os_errors import KILLED

ENDS_WITH_STDIN = "PROCEEDINGS_ENDS_WITH_STDIN"
"""Environment variable; set for a child process that has to end when its standard input does."""

_KILLED_BY = -getattr(signal, "SIGKILL", 9)
"""The exit code of a process that was killed; Windows has no such signal, and no exit code below zero."""

PATIENCE = 2.0
"""Seconds that a child process gets to end by itself before it is killed."""


class ChildProcess:
    """A Python command whose output is kept; it has to call `end_with_parent` when it starts.

    Its standard input is a pipe, which the system closes when the parent ends, even by kill -9.
    """

    def __init__(self, command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            # Its output is read as UTF-8; on Windows, Python writes to a pipe in the system's encoding.
            env={**os.environ, **environment, ENDS_WITH_STDIN: "1", "PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        # Kept here and not in a file, for which a full disk has no room.
        self._output = bytearray()
        self._reader = threading.Thread(target=self._read, args=(self._process.stdout,), daemon=True)
        self._reader.start()

    def _read(self, pipe: IO[bytes]) -> None:
        with pipe:
            while chunk := os.read(pipe.fileno(), 1 << 16):
                self._output += chunk

    def is_running_after(self, seconds: float) -> bool:
        """Whether it still runs after so much time; answers as soon as the command ends."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        return self._process.poll() is None

    def wait(self) -> int:
        """The exit code, once the command has ended and its output is read."""
        code = self._process.wait()
        self._reader.join(PATIENCE)
        return code

    def output(self) -> str:
        """All that the command has printed so far, and a line that says so if it was killed."""
        output = self._output.decode("utf-8", "replace")
        return output + f"{KILLED}\n" if self._process.poll() == _KILLED_BY else output

    def end(self) -> None:
        """Ends the command, if it still runs, together with its own child processes."""
        if self._process.stdin:
            self._process.stdin.close()
        try:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(PATIENCE)
        finally:
            self._process.kill()
        self.wait()


def end_with_parent(cleanup: Callable[[], None] = lambda: None) -> None:
    """A child process runs `cleanup` and ends when its parent ends; any other process goes on as it is."""
    if os.environ.pop(ENDS_WITH_STDIN, None):
        threading.Thread(target=_end_with_stdin, args=(cleanup,), daemon=True).start()


def _end_with_stdin(cleanup: Callable[[], None]) -> None:
    # Not sys.stdin, whose lock no thread may hold when Python shuts down.
    while os.read(0, 1024):
        pass
    try:
        cleanup()
    finally:
        os._exit(1)
