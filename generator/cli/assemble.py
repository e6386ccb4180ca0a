"""The command `proceedings assemble`: one site of what several machines made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from generator.cli.build import with_build_options
from generator.cli.options import quiet_option
from generator.cli.spoken_help import SpokenCommand
from generator.parsing.messages import message
from generator.pipeline.options import BuildOptions


@click.command("assemble", cls=SpokenCommand, about=message("help.assemble"))
@click.argument(
    "folders",
    metavar="DIR...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
@with_build_options
@quiet_option
@click.pass_obj
def assemble_command(
    project: Path,
    /,
    folders: tuple[Path, ...],
    quiet: bool,
    **chosen: Any,  # noqa: ANN401 - the options of with_build_options
) -> None:
    # The help of the command does not wait for what it takes to build.
    from generator.cli.building import assemble_site  # noqa: PLC0415 - see above

    assemble_site(project, BuildOptions(**chosen), folders, quiet)
