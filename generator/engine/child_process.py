"""A child process that never outlives this one, however this one ends."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from signal import SIGKILL
from typing import IO

from generator.output.os_errors import KILLED

ENDS_WITH_STDIN = "PROCEEDINGS_ENDS_WITH_STDIN"
"""Set in the child's environment, where `end_with_parent` looks for it."""

PATIENCE = 2.0
"""Seconds that the child has to end by itself."""


class ChildProcess:
    """A Python command, its output kept; it has to call `end_with_parent` when it starts.

    The pipe to its standard input ties it: the system closes that when this process is gone, even by kill -9.
    """

    def __init__(self, command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment, ENDS_WITH_STDIN: "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        # Kept here and not in a file, for which a full disk has no room.
        self._output = bytearray()
        self._listening = threading.Thread(target=self._listen, args=(self._process.stdout,), daemon=True)
        self._listening.start()

    def _listen(self, output: IO[bytes]) -> None:
        with output:
            while heard := os.read(output.fileno(), 1 << 16):
                self._output += heard

    def is_running(self) -> bool:
        return self._process.poll() is None

    def wait(self) -> int:
        """The command's exit code, once it has ended and its output is read."""
        code = self._process.wait()
        self._listening.join(PATIENCE)
        return code

    def output(self) -> str:
        """The command's output so far (stdout and stderr), with a line about a SIGKILL that ended it."""
        output = self._output.decode("utf-8", "replace")
        return output + f"the process {KILLED}\n" if self._process.poll() == -SIGKILL else output

    def end(self) -> None:
        """Ends the command with all that it started, whether it was done or not."""
        if self._process.stdin:
            self._process.stdin.close()
        try:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(PATIENCE)
        finally:
            self._process.kill()
        self.wait()


def end_with_parent(last: Callable[[], None] = lambda: None) -> None:
    """A process started as a ChildProcess calls `last` and ends when its parent does."""
    if os.environ.pop(ENDS_WITH_STDIN, None):
        threading.Thread(target=_end_with_stdin, args=(last,), daemon=True).start()


def _end_with_stdin(last: Callable[[], None]) -> None:
    # Not sys.stdin, whose lock no thread may hold when Python shuts down.
    while os.read(0, 1024):
        pass
    try:
        last()
    finally:
        os._exit(1)
