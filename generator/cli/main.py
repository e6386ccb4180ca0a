"""The command `proceedings`; its exit code is 0 (done), 1 (failed) or 2 (wrong usage)."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from generator import DISTRIBUTION
from generator.cli.lazy import LazyEntrance
from generator.cli.spoken_help import SpokenOption, spoken_option
from generator.parsing.messages import Speech, message


@click.group(
    cls=LazyEntrance,
    about=message("help.proceedings"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@spoken_option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    about=message("help.project"),
)
@spoken_option(
    "--lang",
    type=click.Choice(get_args(Speech)),
    expose_value=False,
    about=message("help.lang"),
)
@click.version_option(package_name=DISTRIBUTION, cls=SpokenOption, about=message("help.version"))
@click.pass_context
def main(context: click.Context, project: Path) -> None:
    context.obj = project
