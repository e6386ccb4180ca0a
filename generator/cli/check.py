"""The command `proceedings check`: every problem of the records."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.exit import exit_on_failure
from generator.cli.language import say, spoken
from generator.cli.options import quiet_option
from generator.cli.progress_bars import steps_for
from generator.cli.spoken_help import SpokenCommand, spoken_option
from generator.corpus.translations import report_as_text, report_translations
from generator.i18n.load import load_words
from generator.parsing.messages import message
from generator.parsing.problems import PROBLEM_FORMATS, Problems
from generator.pipeline import site
from generator.pipeline.errors import counted, sound


@click.command("check", cls=SpokenCommand, about=message("help.check"))
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
