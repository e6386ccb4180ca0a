"""How a command ends when something is wrong."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import click

from generator.build.errors import FAILURES, explain

ENDING = [sent for sent in signal.Signals if sent.name in ("SIGTERM", "SIGHUP")]
"""What ends a command from outside, beside Ctrl-C: a plain `kill`, and a terminal that is closed."""


@contextmanager
def exit_on_failure() -> Iterator[None]:
    """What is wrong is printed to standard error, and the command ends with 1."""
    try:
        with ending_cleanly():
            yield
    except FAILURES as failure:
        click.echo(explain(failure), err=True)
        sys.exit(1)


@contextmanager
def ending_cleanly() -> Iterator[None]:
    """Whoever ends the command by a signal has it clear up first; what is ignored (nohup) stays ignored."""
    before = {sent: signal.getsignal(sent) for sent in ENDING}
    for sent, reaction in before.items():
        if reaction is signal.SIG_DFL:
            signal.signal(sent, _end)
    try:
        yield
    finally:
        for sent, reaction in before.items():
            signal.signal(sent, reaction)


def _end(sent: int, _frame: FrameType | None) -> None:
    """The exit code is the one by which shells know a signal: 143 for a plain `kill`."""
    sys.exit(128 + sent)
