"""A command that runs beside this process and never outlives it, however this process ends."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

ENDS_WITH_STDIN = "PROCEEDINGS_ENDS_WITH_STDIN"
"""Set for a companion, which holds it against `end_with_parent`."""


class Companion:
    """A Python command with its output kept; it has to call `end_with_parent` when it starts.

    The pipe to its standard input ties it: the system closes that when this process is gone, even by kill -9.
    """

    def __init__(self, command: Sequence[str], folder: Path, told: Mapping[str, str]) -> None:
        # A file and not a pipe, which would fill up and stop the command while nobody reads.
        self._said: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the command
        self._process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **told, ENDS_WITH_STDIN: "1"},
            stdin=subprocess.PIPE,
            stdout=self._said,
            stderr=subprocess.STDOUT,
        )

    def is_running(self) -> bool:
        return self._process.poll() is None

    def wait(self) -> int:
        """The command's exit code, once it has one."""
        return self._process.wait()

    def said(self) -> str:
        """What the command printed so far, on both channels."""
        self._said.seek(0)
        return self._said.read().decode("utf-8", "replace")

    def end(self) -> None:
        """The command is gone, whether it was done or not."""
        self._process.kill()
        self._process.wait()
        if self._process.stdin:
            self._process.stdin.close()
        self._said.close()


def end_with_parent() -> None:
    """A process that was started as a companion ends when whoever started it does."""
    if os.environ.pop(ENDS_WITH_STDIN, None):
        threading.Thread(target=_end_with_stdin, daemon=True).start()


def _end_with_stdin() -> None:
    # Not sys.stdin, whose lock no thread may hold when Python shuts down.
    while os.read(0, 1024):
        pass
    os._exit(1)
