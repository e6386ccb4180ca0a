"""How a command ends when something is wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from generator.failures import FAILURES, explain


@contextmanager
def told() -> Iterator[None]:
    """What is wrong is printed to standard error, and the command ends with 1."""
    try:
        yield
    except FAILURES as failure:
        click.echo(explain(failure), err=True)
        sys.exit(1)
