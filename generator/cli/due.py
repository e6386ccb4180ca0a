"""The command `proceedings due`: which proposals nobody has looked at for long."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.exit import exit_on_failure
from generator.cli.language import say, spoken
from generator.cli.spoken_help import SpokenCommand
from generator.corpus.looks import due_as_text, due_proposals
from generator.i18n.load import load_words
from generator.parsing.messages import message
from generator.pipeline import site
from generator.pipeline.progress import Silent
from generator.pipeline.today import today


@click.command("due", cls=SpokenCommand, about=message("help.due"))
@click.pass_obj
def list_due(project: Path) -> None:
    with exit_on_failure():
        corpus = site.check(project, load_words(), Silent())
        due = due_proposals(corpus, today())
    click.echo(due_as_text(due, spoken()), nl=False)
    every, months = len(corpus.proposals), corpus.site.quiet_months
    say(message("due.count", due=len(due), proposals=every, months=months))
