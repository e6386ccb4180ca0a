"""The command `proceedings`; its exit code is 0 (done), 1 (failed) or 2 (wrong usage)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import get_args

import click

from generator import DISTRIBUTION
from generator.cli.due import list_due
from generator.cli.exit import exit_on_failure
from generator.cli.init import init
from generator.cli.language import say, spoken
from generator.cli.pdf import pdf
from generator.cli.progress_bars import steps_for
from generator.cli.records import new, schema
from generator.cli.serve import quiet_option, serve_command
from generator.cli.sources import list_sources
from generator.cli.spoken_help import Entrance, SpokenCommand, SpokenOption, spoken_option
from generator.cli.without import without_option
from generator.corpus.translations import report_as_text, report_translations
from generator.i18n.formats import format_size
from generator.i18n.load import load_words
from generator.output.host_limits import LIMITS
from generator.parsing.messages import Speech, in_words, message
from generator.parsing.problems import PROBLEM_FORMATS, Problems
from generator.pipeline import site
from generator.pipeline.errors import counted, sound
from generator.pipeline.hosting import told_of_example
from generator.pipeline.offline import OfflineCopy


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
@spoken_option("--for", "host", type=click.Choice(sorted(LIMITS)), about=message("help.for_host"))
@spoken_option("--offline", is_flag=True, about=message("help.offline"))
@without_option
@quiet_option
@click.pass_obj
def build_command(
    project: Path, strict: bool, host: str | None, offline: bool, without: frozenset[str], quiet: bool
) -> None:
    with exit_on_failure():
        built = site.build(
            project, steps_for(quiet), strict=strict, host=host, offline=offline, without=without
        )
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


main.add_command(init)
main.add_command(serve_command)
main.add_command(pdf)
main.add_command(new)
main.add_command(schema)
main.add_command(list_sources)
main.add_command(list_due)
