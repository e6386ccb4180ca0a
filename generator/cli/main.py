"""The command `proceedings`; its exit code is 0 (done), 1 (failed) or 2 (wrong usage)."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import get_args

import click
from rich.console import Console

from generator import DISTRIBUTION
from generator.cli.due import list_due
from generator.cli.exit import exit_on_failure
from generator.cli.language import say, spoken
from generator.cli.pdf import pdf
from generator.cli.progress_bars import Bars, Lines
from generator.cli.records import new, schema
from generator.cli.sources import list_sources
from generator.cli.spoken_help import Entrance, SpokenCommand, SpokenOption, spoken_option
from generator.corpus.translations import report_as_text, report_translations
from generator.i18n.load import load_words
from generator.parsing.messages import Speech, in_words, message
from generator.parsing.problems import PROBLEM_FORMATS, Problems
from generator.pipeline import preview, site
from generator.pipeline.errors import counted, sound
from generator.pipeline.progress import Silent, Steps

quiet_option = spoken_option("--quiet", "-q", is_flag=True, about=message("help.quiet"))


def steps_for(quiet: bool) -> Steps:
    """Progress bars on a terminal, lines elsewhere, nothing if quiet; always on standard error."""
    if quiet:
        return Silent()
    console = Console(stderr=True)
    return Bars(console, spoken()) if console.is_terminal else Lines(console, spoken())


@click.group(
    cls=Entrance,
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


@main.command(cls=SpokenCommand, about=message("help.check"))
@spoken_option(
    "--format",
    "form",
    type=click.Choice(sorted(PROBLEM_FORMATS)),
    default="text",
    about=message("help.format"),
)
@spoken_option("--translations", is_flag=True, about=message("help.translations"))
@spoken_option("--strict", is_flag=True, about=message("help.strict_check"))
@quiet_option
@click.pass_obj
def check_command(project: Path, form: str, translations: bool, strict: bool, quiet: bool) -> None:
    steps = steps_for(quiet or form != "text")
    with exit_on_failure():
        try:
            corpus, warnings = site.check_and_warn(project, load_words(), steps, strict=strict)
        except Problems as failure:
            told = tuple(one for one in failure.problems if one.level == "error" or not quiet)
            click.echo(PROBLEM_FORMATS[form](told, spoken()), nl=False)
            say(counted(told))
            sys.exit(1)
    if translations:
        click.echo(report_as_text(report_translations(corpus), spoken()), nl=False)
        return
    click.echo(PROBLEM_FORMATS[form](() if quiet else warnings, spoken()), nl=False)
    if not quiet and form != "json":
        say(sound(sum(1 for _ in corpus.records), warnings))


@main.command(cls=SpokenCommand, about=message("help.generate"))
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


@main.command(cls=SpokenCommand, about=message("help.build"))
@spoken_option("--strict", is_flag=True, about=message("help.strict"))
@quiet_option
@click.pass_obj
def build_command(project: Path, strict: bool, quiet: bool) -> None:
    with exit_on_failure():
        built = site.build(project, steps_for(quiet), strict=strict)
    for left_out in built.left_out:
        say(left_out.message)
    if built.saved:
        say(message("build.found", folder=str(built.saved)))
    if not quiet:
        done = message(
            "summary.built",
            pages=built.pages,
            seconds=f"{built.seconds:.1f}",
            home=f"{built.site}/index.html",
        )
        click.echo(in_words(done, spoken()))


@main.command(cls=SpokenCommand, about=message("help.serve"))
@spoken_option("--host", default="127.0.0.1", show_default=True, about=message("help.host"))
@spoken_option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), about=message("help.port")
)
@spoken_option("--open", "open_in_browser", is_flag=True, about=message("help.open"))
@quiet_option
@click.pass_obj
def serve_command(project: Path, host: str, port: int, open_in_browser: bool, quiet: bool) -> None:
    with exit_on_failure():
        preview.serve(
            project,
            (host, port),
            steps_for(quiet),
            complain=partial(click.echo, err=True),
            language=spoken(),
            open_in_browser=open_in_browser,
        )


main.add_command(pdf)
main.add_command(new)
main.add_command(schema)
main.add_command(list_sources)
main.add_command(list_due)
