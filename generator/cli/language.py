"""The language of the command that runs."""

from __future__ import annotations

import io
import os
from collections.abc import Iterable
from typing import TextIO

import click

from generator.parsing.messages import LANGUAGE_VARIABLE, Message, Speech, in_words, speech_of


def spoken(context: click.Context | None = None) -> Speech:
    """The language that `--lang` chose, else that of the environment."""
    context = context or click.get_current_context(silent=True)
    chosen: Speech | None = context.meta.get(LANGUAGE_VARIABLE) if context else None
    return chosen or speech_of(os.environ)


def take_any_letter(streams: Iterable[TextIO]) -> None:
    """A letter that a stream's encoding lacks is written as its number, as Python does on standard error.

    Into a file or a pipe Windows writes in its own encoding; in that of most of Europe no Hangul can be said.
    """
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(what: Message) -> None:
    """A line on standard error."""
    click.echo(in_words(what, spoken()), err=True)
