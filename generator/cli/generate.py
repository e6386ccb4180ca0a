"""The command `proceedings generate`: the Markdown pages alone."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.exit import exit_on_failure
from generator.cli.language import say
from generator.cli.options import quiet_option
from generator.cli.progress_bars import steps_for
from generator.cli.spoken_help import SpokenCommand
from generator.parsing.messages import message
from generator.pipeline import site


@click.command("generate", cls=SpokenCommand, about=message("help.generate"))
@quiet_option
@click.pass_obj
def generate_command(project: Path, quiet: bool) -> None:
    with exit_on_failure():
        written = site.generate(project, steps_for(quiet))
    if not quiet:
        for language, result in written.items():
            say(
                message(
                    "summary.generated",
                    folder=f"build/docs/{language}",
                    written=result.written,
                    unchanged=result.unchanged,
                    removed=result.removed,
                )
            )
