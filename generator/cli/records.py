"""The commands `proceedings new` and `proceedings schema`: new records, and their schemas for editors."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.authoring.json_schema import Kinds, kinds_of, schema_files
from generator.authoring.new_record import Known, display_path, record_text, still_to_write, write_new
from generator.authoring.questions import QUESTIONS
from generator.cli.asking import FlagValues, answered, flag_values, flags_for
from generator.cli.exit import exit_on_failure
from generator.cli.language import say, spoken
from generator.cli.spoken_help import SpokenCommand, SpokenGroup, SpokenOption
from generator.corpus.reader import read_document
from generator.i18n.load import load_words
from generator.models import Vocabulary
from generator.output.atomic_write import replace_file
from generator.parsing.messages import message

_ABOUT = {
    "forum": message("help.new_forum"),
    "speaker": message("help.new_speaker"),
    "organization": message("help.new_organization"),
    "proposal": message("help.new_proposal"),
    "source": message("help.new_source"),
}

new = SpokenGroup("new", about=message("help.new"))


def _command(kind: str) -> click.Command:
    """`proceedings new KIND`, with a flag for each of its questions."""
    flags = flags_for(question for question in QUESTIONS[kind] if question.name != "id")

    @click.pass_obj
    def write(project: Path, /, **arguments: str | tuple[str, ...] | None) -> None:
        with exit_on_failure():
            known = Known(project, load_words()["ko"])
            write_record(kind, known, flag_values(arguments))

    return SpokenCommand(
        kind, params=[click.Argument(["id"], required=False), *flags], callback=write, about=_ABOUT[kind]
    )


def write_record(kind: str, known: Known, arguments: FlagValues) -> None:
    """Ask for missing answers, write the record, print the next step; raises Problems and OSError."""
    for record_id in arguments["id"]:
        known.refuse_taken(kind, record_id)
    answers = answered(QUESTIONS[kind], known, arguments)
    path = known.path_of(kind, str(answers["id"]))
    write_new(path, record_text(kind, answers, known))
    click.echo(display_path(path))
    missing = list(still_to_write(path, kind))
    if missing:
        say(message("new.lacks"))
        for problem in sorted(missing):
            click.echo(f"  {problem.line_in(spoken())}", err=True)
    say(message("new.then"))


for _kind in QUESTIONS:
    new.add_command(_command(_kind))


@click.command(cls=SpokenCommand, about=message("help.schema"))
@click.option("--check", "only_check", is_flag=True, cls=SpokenOption, about=message("help.schema_check"))
@click.pass_obj
def schema(project: Path, only_check: bool) -> None:
    with exit_on_failure():
        stale = [
            (path, text) for path, text in schema_files(_kinds(project)) if _content(project / path) != text
        ]
        for path, text in () if only_check else stale:
            (project / path).parent.mkdir(exist_ok=True)
            replace_file(project / path, text)
    if only_check and stale:
        for path, _ in stale:
            say(message("schema.stale", path=str(path)))
        sys.exit(1)
    say(message("schema.written", written=len(stale)) if stale else message("schema.up_to_date"))


def _kinds(project: Path) -> Kinds:
    """The kinds in the project's vocabulary.yml, and the shipped ones of lists that it does not have."""
    path = project / "content" / "vocabulary.yml"
    tree = read_document(path, Vocabulary.path).tree if path.is_file() else {}
    return kinds_of(tree if isinstance(tree, dict) else {})


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
