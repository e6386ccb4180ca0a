"""The command `proceedings pdf`: a volume (자료집) for print, by itself."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.exit import exit_on_failure
from generator.corpus.corpus import Corpus
from generator.i18n.load import load_words
from generator.models import LANGUAGES
from generator.output.atomic_write import replace_file
from generator.parsing.problems import suggestion, visible
from generator.pipeline import site
from generator.pipeline.progress import Silent
from generator.typesetting.compiler import NOT_INSTALLED, can_typeset
from generator.typesetting.volume import forum_volume, forums_of, year_volume
from generator.typesetting.volumes import bind

HELP = """Write the volume (자료집) of a forum, or of all forums of a year, as a PDF for print.

`proceedings build` makes all of them, into site/volumes/.

\b
Example:
  proceedings pdf 2025-national-ai
  proceedings pdf 2025-national-ai --language en --output forum.pdf
  proceedings pdf --year 2025
"""


@click.command(help=HELP)
@click.argument("forum", required=False)
@click.option(
    "--language", type=click.Choice([*LANGUAGES, "both"]), default="both", show_default=True,
    help="What it is in.",
)  # fmt: skip
@click.option("--year", type=int, help="All forums of this year, instead of one forum.")
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path),
    help="The file to write. [default: here, named like the forum or the year]",
)  # fmt: skip
@click.pass_obj
def pdf(project: Path, forum: str | None, language: str, year: int | None, output: Path | None) -> None:
    if (forum is None) == (year is None):
        raise click.UsageError("name a forum by its id, or a year with --year; one of the two")
    if not can_typeset():
        click.echo(NOT_INSTALLED, err=True)
        sys.exit(1)
    languages = LANGUAGES if language == "both" else tuple(known for known in LANGUAGES if known == language)
    with exit_on_failure():
        site_words = load_words()
        words = [site_words[one] for one in languages]
        corpus = site.check(project, site_words, Silent())
        if forum is not None:
            volume = forum_volume(corpus, corpus.forums[known_forum(corpus, forum)], words)
        else:
            volume = year_volume(corpus, year_with_forums(corpus, int(year or 0)), words)
        name = f"{forum or year}{'' if language == 'both' else f'.{language}'}.pdf"
        path = output or Path(name)
        replace_file(path, bind(volume))
    click.echo(path)


def known_forum(corpus: Corpus, key: str) -> str:
    """The id; raises BadParameter if no forum has it."""
    if key not in corpus.forums:
        hint = suggestion(key, corpus.forums) or "; content/forums/ holds those that there are"
        raise click.BadParameter(visible(f"there is no forum '{key}'{hint}"), param_hint="FORUM")
    return key


def year_with_forums(corpus: Corpus, year: int) -> int:
    """The year; raises BadParameter if no forum was held in it."""
    if not forums_of(corpus, year):
        years = sorted({forum.start_date.year for forum in corpus.forums.values()})
        hint = f"forums were held in {', '.join(map(str, years))}" if years else "content/ holds no forum"
        raise click.BadParameter(f"there is no forum of {year}; {hint}", param_hint="--year")
    return year
