"""The command `proceedings sources`: which sources there are, and which have no archived copy."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.exit import exit_on_failure
from generator.corpus.source_list import listed_sources, sources_as_text
from generator.i18n.load import load_words
from generator.pipeline import site
from generator.pipeline.progress import Silent

SOURCES_HELP = """List the sources, each with its file and its address.

Articles vanish. Keep a copy of each in a web archive and write its address as 'archive_url'.

\b
Example:
  proceedings sources
  proceedings sources --unarchived     those without an archived copy
"""


@click.command("sources", help=SOURCES_HELP)
@click.option("--unarchived", is_flag=True, help="List only those without an archived copy.")
@click.pass_obj
def list_sources(project: Path, unarchived: bool) -> None:
    with exit_on_failure():
        corpus = site.check(project, load_words(), Silent())
    listed = listed_sources(corpus, unarchived=unarchived)
    click.echo(sources_as_text(listed), nl=False)
    every = f"{len(corpus.sources)} sources"
    click.echo(f"{len(listed)} of {every} have no archived copy" if unarchived else every, err=True)
