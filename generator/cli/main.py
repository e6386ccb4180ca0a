"""The command `proceedings`; its exit code is 0 (done), 1 (failed) or 2 (wrong usage)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click
from rich.console import Console

from generator.cli.exit import exit_on_failure
from generator.cli.pdf import pdf
from generator.cli.progress_bars import Bars, Lines
from generator.cli.records import new, schema
from generator.corpus.translations import report_as_text, report_translations
from generator.i18n.load import load_words
from generator.parsing.problems import PROBLEM_FORMATS, Problems, visible
from generator.pipeline import preview, site
from generator.pipeline.errors import counted
from generator.pipeline.progress import Silent, Steps

Command = Callable[..., None]


def quiet_option(command: Command) -> Command:
    return click.option("--quiet", "-q", is_flag=True, help="Print nothing but what is wrong.")(command)


def steps_for(quiet: bool) -> Steps:
    """Progress bars on a terminal, lines elsewhere, nothing if quiet; always on standard error."""
    if quiet:
        return Silent()
    console = Console(stderr=True)
    return Bars(console) if console.is_terminal else Lines(console)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--project",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    help="The folder that holds content/ and mkdocs.yml. [default: here]",
)
@click.version_option(package_name="proceedings")
@click.pass_context
def main(context: click.Context, project: Path) -> None:
    """Records of forums → a searchable proceedings site in Korean and English.

    \b
    Example:
      proceedings check          every problem in content/, with its line
      proceedings serve          the site while you write
      proceedings build          the whole site, into site/
    """
    context.obj = project


@main.command()
@click.option(
    "--format",
    "form",
    type=click.Choice(sorted(PROBLEM_FORMATS)),
    default="text",
    help="How problems are printed.",
)
@click.option("--translations", is_flag=True, help="List what lacks a language, instead of problems.")
@quiet_option
@click.pass_obj
def check_command(project: Path, form: str, translations: bool, quiet: bool) -> None:
    """Check every record and list every problem at once.

    \b
    Example:
      proceedings check
      proceedings check --format github     annotations for a pull request
      proceedings check --translations      what lacks Korean or English
    """
    with exit_on_failure():
        try:
            corpus = site.check(project, load_words(), steps_for(quiet or form != "text"))
        except Problems as failure:
            click.echo(PROBLEM_FORMATS[form](failure.problems), nl=False)
            click.echo(counted(failure.problems), err=True)
            sys.exit(1)
    if translations:
        click.echo(report_as_text(report_translations(corpus)), nl=False)
    elif form == "json":
        click.echo("[]")
    elif not quiet:
        click.echo(f"{sum(1 for _ in corpus.records)} records, no problem", err=True)


@main.command()
@quiet_option
@click.pass_obj
def generate_command(project: Path, quiet: bool) -> None:
    """Write the Markdown pages of both languages into build/docs/.

    \b
    Example:
      proceedings generate
    """
    with exit_on_failure():
        written = site.generate(project, steps_for(quiet))
    if not quiet:
        for language, result in written.items():
            click.echo(
                f"build/docs/{language}: {result.written} written, {result.unchanged} unchanged, "
                f"{result.removed} removed",
                err=True,
            )


@main.command()
@click.option("--strict", is_flag=True, help="Publish nothing if a volume or a card cannot be made.")
@quiet_option
@click.pass_obj
def build_command(project: Path, strict: bool, quiet: bool) -> None:
    """Check, generate, build both languages, verify every link, and publish to site/ in one step.

    Whatever fails, and at whatever moment, site/ stays as it was. A volume or card that cannot be made is
    left out, and named.

    \b
    Example:
      proceedings build
      proceedings build --strict
    """
    with exit_on_failure():
        built = site.build(project, steps_for(quiet), strict=strict)
    for left_out in built.left_out:
        click.echo(visible(str(left_out)), err=True)
    if built.saved:
        click.echo(f"{built.saved}: holds the files that somebody had put into site/ by hand", err=True)
    if not quiet:
        click.echo(f"{built.pages} pages in 2 languages, {built.seconds:.1f} s: {built.site}/index.html")


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="0.0.0.0 shows it to the whole network.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one."
)
@click.option("--open", "open_in_browser", is_flag=True, help="Open it in a browser.")
@quiet_option
@click.pass_obj
def serve_command(project: Path, host: str, port: int, open_in_browser: bool, quiet: bool) -> None:
    """Show the site while you write: what you save is there at once, and so is what is wrong with it.

    Ctrl-C ends it. Nothing is published.

    \b
    Example:
      proceedings serve
      proceedings serve --port 9000 --open
    """
    with exit_on_failure():
        preview.serve(
            project,
            host,
            port,
            steps_for(quiet),
            complain=partial(click.echo, err=True),
            open_in_browser=open_in_browser,
        )


main.add_command(pdf)
main.add_command(new)
main.add_command(schema)
