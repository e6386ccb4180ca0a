"""The exit of a command on failures and signals."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click

from generator.cli.language import spoken
from generator.pipeline.errors import FAILURES, explain

SIGNALS = [sent for sent in signal.Signals if sent.name in ("SIGTERM", "SIGHUP")]
"""The signals that end a command, beside Ctrl-C: a plain `kill`, and a closed terminal."""


@contextmanager
def exit_on_failure() -> Iterator[None]:
    """A failure is printed to standard error, and the command ends with exit code 1."""
    try:
        with ending_cleanly():
            yield
    except FAILURES as failure:
        click.echo(explain(failure, spoken()), err=True)
        sys.exit(1)


@contextmanager
def ending_cleanly() -> Iterator[None]:
    """A signal ends the command after it has cleaned up; an ignored signal (nohup) stays ignored."""
    handlers = {number: signal.getsignal(number) for number in SIGNALS}
    for number, handler in handlers.items():
        if handler is signal.SIG_DFL:
            signal.signal(number, _end)
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _end(number: int, _frame: FrameType | None) -> None:
    """The exit code is 128 and the signal's number, as in shells: 143 for a plain `kill`."""
    sys.exit(128 + number)
