"""The command `proceedings init`: an archive of one's own, in a folder where there is none."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from generator import DISTRIBUTION
from generator.authoring.archive.archive_files import NewArchive, archive_files
from generator.authoring.archive.questions import ARCHIVE_QUESTIONS
from generator.cli.asking import answered, flag_values, flags_for
from generator.cli.exit import exit_on_failure
from generator.cli.language import say
from generator.cli.serve import serve_project
from generator.cli.spoken_help import SpokenCommand, SpokenOption
from generator.output.new_folder import refuse_taken_place, write_new_folder
from generator.parsing.messages import message
from generator.pipeline.today import today


@click.command(
    cls=SpokenCommand,
    about=message("help.init"),
    params=[
        click.Argument(["folder"], type=click.Path(path_type=Path), metavar="DIR"),
        *flags_for(ARCHIVE_QUESTIONS),
        SpokenOption(["--empty"], is_flag=True, about=message("help.init_empty")),
        SpokenOption(["--serve"], is_flag=True, about=message("help.init_serve")),
        SpokenOption(
            ["--port"],
            default=8000,
            show_default=True,
            type=click.IntRange(0, 65535),
            about=message("help.port"),
        ),
        SpokenOption(["--open", "open_in_browser"], is_flag=True, about=message("help.open")),
    ],
)
def init(
    folder: Path, empty: bool, serve: bool, port: int, open_in_browser: bool, **flags: str | None
) -> None:
    with exit_on_failure():
        refuse_taken_place(folder)
        answers = answered(ARCHIVE_QUESTIONS, None, flag_values(flags))
        new = NewArchive(day=today(), version=own_version(), empty=empty, **answers)
        write_new_folder(folder, archive_files(new))
    say(message("init.written", folder=str(folder)))
    here = folder.resolve() == Path.cwd()
    then = message("init.then_here") if here else message("init.then", folder=str(folder))
    if not (serve or open_in_browser):
        say(then)
        return
    try:
        serve_project(folder, "127.0.0.1", port, open_in_browser=open_in_browser)
    except SystemExit as ended:
        if ended.code == 1:  # Such as at a port that is taken; `init` would not write the folder again.
            say(then)
        raise


def own_version() -> str:
    """The version that is installed; 0 of a program that runs without being installed."""
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "0"
