"""The commands `proceedings new` and `proceedings schema`: new records, and their schemas for editors."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import click

from generator.authoring.json_schema import Kinds, kinds_of, schema_files
from generator.authoring.new_record import (
    Known,
    RecordExists,
    display_path,
    record_text,
    still_to_write,
    write_new,
)
from generator.authoring.questions import QUESTIONS, Answer, Question
from generator.cli.exit import exit_on_failure
from generator.cli.language import say, spoken
from generator.cli.spoken_help import SpokenCommand, SpokenGroup, SpokenOption, WrongUsage
from generator.corpus.labels import name_key
from generator.corpus.reader import read_document
from generator.models import Vocabulary
from generator.output.atomic_write import replace_file
from generator.parsing.messages import Message, Refused, in_words, message, verbatim
from generator.parsing.problems import visible

_Arguments = Mapping[str, tuple[str, ...]]
"""A question's variable → its values on the command line, empty if there are none."""

MOST_CHOICES = 30
"""Ids listed before a question; others may be typed too."""
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
    flags = [
        SpokenOption(
            [f"--{question.name}"],
            type=click.Choice(question.words) if question.words else click.STRING,
            multiple=question.multiple,
            about=message("help.several", what=question.prompt) if question.multiple else question.prompt,
        )
        for question in QUESTIONS[kind]
        if question.name != "id"
    ]

    @click.pass_obj
    def write(project: Path, /, **arguments: str | tuple[str, ...] | None) -> None:
        with exit_on_failure():
            known = Known(project)
            write_record(kind, known, {name: _texts(value) for name, value in arguments.items()})

    return SpokenCommand(
        kind, params=[click.Argument(["id"], required=False), *flags], callback=write, about=_ABOUT[kind]
    )


def _texts(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else value


def write_record(kind: str, known: Known, arguments: _Arguments) -> None:
    """Ask for missing answers, write the record, print the next step; raises Problems and OSError."""
    for record_id in arguments["id"]:
        known.refuse_taken(kind, record_id)
    answers = answered(kind, known, arguments)
    path = known.path_of(kind, str(answers["id"]))
    write_new(path, record_text(kind, answers, known))
    click.echo(display_path(path))
    missing = list(still_to_write(path, kind))
    if missing:
        say(message("new.lacks"))
        for problem in sorted(missing):
            click.echo(f"  {problem.line_in(spoken())}", err=True)
    say(message("new.then"))


def answered(kind: str, known: Known, arguments: _Arguments) -> dict[str, Any]:
    """An answer to every question: from the command line, asked on a terminal, or empty where allowed."""
    asking = sys.stdin.isatty()
    missing = () if asking else dict.fromkeys(_missing(kind, arguments))
    if missing:
        wrong = message("new.missing", flags=", ".join(in_words(flag, spoken()) for flag in missing))
        raise WrongUsage(wrong, ctx=click.get_current_context())
    answers: dict[str, Any] = {}
    for question in QUESTIONS[kind]:
        texts = arguments[question.variable]
        if asking and not texts:
            accepted = _ask(question, known, answers)
        else:
            suggested = question.default(known, answers) if question.default_if_unasked else None
            accepted = _accepted(question, texts or tuple(filter(None, [suggested])), known, answers)
        answers[question.variable] = accepted if question.multiple else next(iter(accepted), None)
    return answers


def _missing(kind: str, arguments: _Arguments) -> Iterator[Message]:
    """The required flags that are missing."""
    for question in QUESTIONS[kind]:
        both = sorted(name for name in (question.variable, question.unless) if name)
        if not (question.optional or question.default_if_unasked or any(arguments[name] for name in both)):
            flags = ["ID" if name == "id" else f"--{name.replace('_', '-')}" for name in reversed(both)]
            yield (
                verbatim(flags[0]) if len(flags) == 1 else message("new.either", one=flags[0], other=flags[1])
            )


def _accepted(
    question: Question, texts: tuple[str, ...], known: Known, answers: Mapping[str, Any]
) -> tuple[Answer, ...]:
    try:
        return tuple(question.accept(text, known, answers) for text in texts)
    except (Refused, RecordExists) as error:
        name = "ID" if question.name == "id" else f"--{question.name}"
        raise WrongUsage(error.reason, name, click.get_current_context()) from None


def _ask(question: Question, known: Known, answers: Mapping[str, Any]) -> tuple[Answer, ...]:
    """Ask until the answer is accepted; an empty line skips an optional question."""
    choices = question.choices(known, answers).ids if question.choices else dict.fromkeys(question.words, "")
    if question.choices and not choices and question.optional:
        return ()
    for choice, name in islice(choices.items(), MOST_CHOICES):
        click.echo(f"  {name}  ({choice})" if name else f"  {choice}", err=True)
    if len(choices) > MOST_CHOICES:
        say(message("new.more_choices", more=len(choices) - MOST_CHOICES))

    suggested = question.default(known, answers)
    # Of two languages, the first can be left out, and then the second cannot.
    can_wait = question.optional or bool(question.unless and answers.get(question.unless, True))

    prompt = message("ask.or_later", what=question.prompt) if can_wait else question.prompt
    while True:
        typed: str = click.prompt(
            in_words(prompt, spoken()), default=suggested or "", show_default=bool(suggested), err=True
        )
        try:
            if not typed.strip() and not can_wait:
                raise WrongUsage(message("new.empty"))
            return _accepted(question, _typed_answers(question, choices, typed), known, answers)
        except WrongUsage as refusal:
            click.echo(visible(in_words(refusal.reason, spoken())), err=True)


def _typed_answers(question: Question, choices: Mapping[str, str], typed: str) -> tuple[str, ...]:
    """The answers in a line: parted by commas; by spaces too, unless a name has them."""
    if not typed.strip():
        return ()
    if not question.multiple:
        return (typed,)
    parts = [part.strip() for part in typed.split(",") if part.strip()]
    names = {name_key(name) for name in choices.values() if name}
    return tuple(one for part in parts for one in ([part] if name_key(part) in names else part.split()))


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
