"""A build that has something to do, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.exit import exit_on_failure
from generator.cli.language import say, spoken
from generator.cli.progress_bars import steps_for
from generator.i18n.formats import format_size
from generator.parsing.messages import in_words, message
from generator.pipeline import site
from generator.pipeline.hosting import told_of_example
from generator.pipeline.offline import OfflineCopy
from generator.pipeline.site import BuildOptions


def build_site(project: Path, options: BuildOptions, quiet: bool) -> None:
    with exit_on_failure():
        built = site.build(project, steps_for(quiet), options)
    for left_out in built.left_out:
        say(left_out.message)
    if built.saved:
        say(message("build.found", folder=str(built.saved)))
    if not quiet:
        if example := told_of_example(built.address):
            say(example)
        done = message(
            "summary.built",
            pages=built.pages,
            seconds=f"{built.seconds:.1f}",
            home=f"{built.site}/index.html",
        )
        click.echo(in_words(done, spoken()))
    if built.copy:
        say_copied(built.copy, quiet)


def say_copied(copy: OfflineCopy, quiet: bool) -> None:
    """Where the copy for a folder is and what it weighs."""
    if copy.saved:
        say(message("build.found_there", folder=str(copy.saved)))
    if not quiet:
        copied = message(
            "summary.copied",
            home=f"{copy.folder}/index.html",
            size=format_size(copy.size, spoken()),
            archive=str(copy.archive),
            packed=format_size(copy.packed, spoken()),
        )
        click.echo(in_words(copied, spoken()))
