"""The language of the command that runs."""

from __future__ import annotations

import os

import click

from generator.parsing.messages import LANGUAGE_VARIABLE, Message, Speech, in_words, speech_of


def spoken(context: click.Context | None = None) -> Speech:
    """The language that `--lang` chose, else that of the environment."""
    context = context or click.get_current_context(silent=True)
    chosen: Speech | None = context.meta.get(LANGUAGE_VARIABLE) if context else None
    return chosen or speech_of(os.environ)


def say(what: Message) -> None:
    """A line on standard error."""
    click.echo(in_words(what, spoken()), err=True)
