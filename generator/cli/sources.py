"""The command `proceedings sources`: which sources there are, and which have no archived copy."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.exit import exit_on_failure
from generator.cli.language import say, spoken
from generator.cli.spoken_help import SpokenCommand, SpokenOption
from generator.corpus.source_list import listed_sources, sources_as_text
from generator.i18n.load import load_words
from generator.parsing.messages import message
from generator.pipeline import site
from generator.pipeline.progress import Silent


@click.command("sources", cls=SpokenCommand, about=message("help.sources"))
@click.option("--unarchived", cls=SpokenOption, is_flag=True, about=message("help.unarchived"))
@click.pass_obj
def list_sources(project: Path, unarchived: bool) -> None:
    with exit_on_failure():
        corpus = site.check(project, load_words(), Silent())
    listed = listed_sources(corpus, unarchived=unarchived)
    click.echo(sources_as_text(listed, spoken()), nl=False)
    every = len(corpus.sources)
    lacking = message("source_list.unarchived", sources=every, unarchived=len(listed))
    say(lacking if unarchived else message("source_list.count", sources=every))
