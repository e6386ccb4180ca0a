"""The command `proceedings pdf`: a volume (자료집) for print, by itself."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli.exit import exit_on_failure
from generator.cli.language import say
from generator.cli.spoken_help import SpokenCommand, WrongUsage, spoken_option
from generator.corpus.corpus import Corpus
from generator.corpus.waiting import previewed, published, waits
from generator.i18n.load import load_words
from generator.models import LANGUAGES
from generator.output.atomic_write import replace_file
from generator.parsing.messages import message
from generator.parsing.problems import suggestion
from generator.pipeline import site
from generator.pipeline.progress import Silent
from generator.pipeline.today import today
from generator.typesetting.compiler import NOT_INSTALLED, can_typeset
from generator.typesetting.volume import forum_volume, forums_of, year_volume
from generator.typesetting.volumes import bind


@click.command(cls=SpokenCommand, about=message("help.pdf"))
@click.argument("forum", required=False)
@spoken_option(
    "--language", type=click.Choice([*LANGUAGES, "both"]), default="both", show_default=True,
    about=message("help.pdf_language"),
)  # fmt: skip
@spoken_option("--year", type=int, about=message("help.pdf_year"))
@spoken_option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), about=message("help.pdf_output"),
)  # fmt: skip
@click.pass_obj
def pdf(project: Path, forum: str | None, language: str, year: int | None, output: Path | None) -> None:
    if (forum is None) == (year is None):
        raise WrongUsage(message("pdf.forum_or_year"), ctx=click.get_current_context())
    if not can_typeset():
        say(NOT_INSTALLED)
        sys.exit(1)
    languages = LANGUAGES if language == "both" else tuple(known for known in LANGUAGES if known == language)
    with exit_on_failure():
        site_words = load_words()
        words = [site_words[one] for one in languages]
        corpus = site.check(project, site_words, Silent())
        if forum is not None:
            shown = shown_with(corpus, known_forum(corpus, forum))
            volume = forum_volume(shown, shown.forums[forum], words)
        else:
            shown = published(corpus, today())
            volume = year_volume(shown, year_with_forums(shown, int(year or 0)), words)
        name = f"{forum or year}{'' if language == 'both' else f'.{language}'}.pdf"
        path = output or Path(name)
        replace_file(path, bind(volume))
    click.echo(path)


def shown_with(corpus: Corpus, forum: str) -> Corpus:
    """The published records; of a forum that waits also what waits with it, which the volume then says."""
    if not waits(corpus.forums[forum], today()):
        return published(corpus, today())
    say(message("pdf.waits", forum=forum))
    return previewed(corpus, today())


def known_forum(corpus: Corpus, key: str) -> str:
    """The id; raises WrongUsage if no forum has it."""
    if key not in corpus.forums:
        remedy = suggestion(key, corpus.forums) or message("pdf.those_there_are")
        wrong = message("pdf.no_forum", forum=key, remedy=remedy)
        raise WrongUsage(wrong, "FORUM", click.get_current_context())
    return key


def year_with_forums(corpus: Corpus, year: int) -> int:
    """The year; raises WrongUsage if no forum was held in it."""
    if not forums_of(corpus, year):
        years = sorted({forum.start_date.year for forum in corpus.forums.values()})
        held = message("pdf.years", years=", ".join(map(str, years)))
        wrong = message("pdf.no_year", year=str(year), remedy=held if years else message("pdf.no_forums"))
        raise WrongUsage(wrong, "--year", click.get_current_context())
    return year
