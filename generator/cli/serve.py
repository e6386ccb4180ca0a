"""The command `proceedings serve`: the site while somebody writes."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from generator.cli.exit import exit_on_failure
from generator.cli.language import spoken
from generator.cli.options import quiet_option
from generator.cli.progress_bars import steps_for
from generator.cli.spoken_help import SpokenCommand, spoken_option
from generator.parsing.messages import message
from generator.pipeline import preview


@click.command("serve", cls=SpokenCommand, about=message("help.serve"))
@spoken_option("--host", default="127.0.0.1", show_default=True, about=message("help.host"))
@spoken_option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), about=message("help.port")
)
@spoken_option("--open", "open_in_browser", is_flag=True, about=message("help.open"))
@quiet_option
@click.pass_obj
def serve_command(project: Path, host: str, port: int, open_in_browser: bool, quiet: bool) -> None:
    serve_project(project, host, port, open_in_browser=open_in_browser, quiet=quiet)


def serve_project(
    project: Path, host: str, port: int, *, open_in_browser: bool = False, quiet: bool = False
) -> None:
    """Show the project's site until Ctrl-C."""
    with exit_on_failure():
        preview.serve(
            project,
            (host, port),
            steps_for(quiet),
            complain=partial(click.echo, err=True),
            language=spoken(),
            open_in_browser=open_in_browser,
        )
