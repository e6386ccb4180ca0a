"""The commands `proceedings new` and `proceedings schema`: new records, and their schemas for editors."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

import click

from generator.authoring.json_schema import schema_files
from generator.authoring.new_record import (
    Known,
    display_path,
    record_text,
    refuse_existing,
    still_to_write,
    write_new,
)
from generator.authoring.questions import QUESTIONS, Answer, Question
from generator.cli.exit import exit_on_failure
from generator.output.atomic_write import replace_file
from generator.parsing.problems import visible

_Arguments = Mapping[str, tuple[str, ...]]
"""A question's variable → its values on the command line, empty if there are none."""

MOST_CHOICES = 30
"""Ids listed before a question; others may be typed too."""
EXAMPLES = {
    "forum": """\
  proceedings new forum
  proceedings new forum 2026-open-data --name-ko "열린 데이터 포럼"
      --classification seminar --date 2026-03-05""",
    "speaker": """\
  proceedings new speaker
  proceedings new speaker hong-gildong --name-ko 홍길동 --name-en "Hong Gildong\"""",
    "organization": """\
  proceedings new organization
  proceedings new organization open-data-society --name-en "Open Data Society"
      --classification association""",
    "proposal": """\
  proceedings new proposal
  proceedings new proposal --forum 2026-open-data --title-ko "데이터를 연다"
      --proposer hong-gildong --topic data""",
    "source": """\
  proceedings new source
  proceedings new source daily-2026-03-05 --type article-newspaper --title-ko "포럼 열려"
      --publisher-ko "매일신문" --date 2026-03-05 --language ko""",
}


new = click.Group(
    "new",
    help="""Write a new record, with everything that can stand in it explained.

On a terminal it asks for what it needs; elsewhere it takes all of it from the command line.

\b
Example:
  proceedings new source
  proceedings new proposal --help
""",
)


def _command(kind: str) -> click.Command:
    """`proceedings new KIND`, with a flag for each of its questions."""
    flags = [
        click.Option(
            [f"--{question.name}"],
            type=click.Choice(question.words) if question.words else click.STRING,
            multiple=question.multiple,
            help=question.prompt + (" (repeat the flag for several)" if question.multiple else ""),
        )
        for question in QUESTIONS[kind]
        if question.name != "id"
    ]

    @click.pass_obj
    def write(project: Path, /, **arguments: str | tuple[str, ...] | None) -> None:
        with exit_on_failure():
            known = Known(project)
            write_record(kind, known, {name: _texts(value) for name, value in arguments.items()})

    return click.Command(
        kind,
        params=[click.Argument(["id"], required=False), *flags],
        callback=write,
        help=f"Write a new {kind} into content/, as far as it is known.\n\n\b\nExample:\n{EXAMPLES[kind]}",
        short_help=f"Write a new {kind}.",
    )


def _texts(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else value


def write_record(kind: str, known: Known, arguments: _Arguments) -> None:
    """Ask for missing answers, write the record, print the next step; raises Problems and OSError."""
    for record_id in arguments["id"]:
        refuse_existing(known.path_of(kind, record_id))
    answers = answered(kind, known, arguments)
    path = known.path_of(kind, str(answers["id"]))
    write_new(path, record_text(kind, answers, known))
    click.echo(display_path(path))
    missing = list(still_to_write(path, kind))
    if missing:
        click.echo("Written; it still lacks:", err=True)
        for problem in sorted(missing):
            click.echo(f"  {problem}", err=True)
    click.echo("Open the file, add what is known, then: proceedings check", err=True)


def answered(kind: str, known: Known, arguments: _Arguments) -> dict[str, Any]:
    """An answer to every question: from the command line, asked on a terminal, or empty where allowed."""
    asking = sys.stdin.isatty()
    missing = () if asking else dict.fromkeys(_missing(kind, arguments))
    if missing:
        raise click.UsageError(f"missing {', '.join(missing)}; standard input is no terminal to ask at")
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


def _missing(kind: str, arguments: _Arguments) -> Iterator[str]:
    """The required flags that are missing."""
    for question in QUESTIONS[kind]:
        both = sorted(name for name in (question.variable, question.unless) if name)
        if not (question.optional or question.default_if_unasked or any(arguments[name] for name in both)):
            yield " or ".join(
                "ID" if name == "id" else f"--{name.replace('_', '-')}" for name in reversed(both)
            )


def _accepted(
    question: Question, texts: tuple[str, ...], known: Known, answers: Mapping[str, Any]
) -> tuple[Answer, ...]:
    try:
        return tuple(question.accept(text, known, answers) for text in texts)
    except (ValueError, FileExistsError) as error:
        name = "ID" if question.name == "id" else f"--{question.name}"
        raise click.BadParameter(visible(str(error)), param_hint=name) from None


def _ask(question: Question, known: Known, answers: Mapping[str, Any]) -> tuple[Answer, ...]:
    """Ask until the answer is accepted; an empty line skips an optional question."""
    choices = question.choices(known, answers).ids if question.choices else dict.fromkeys(question.words, "")
    if question.choices and not choices and question.optional:
        return ()
    for choice, name in islice(choices.items(), MOST_CHOICES):
        click.echo(f"  {choice:<32} {name}".rstrip(), err=True)
    if len(choices) > MOST_CHOICES:
        click.echo(f"  … and {len(choices) - MOST_CHOICES} more", err=True)

    suggested = question.default(known, answers)
    # Of two languages, the first can be left out, and then the second cannot.
    can_wait = question.optional or bool(question.unless and answers.get(question.unless, True))

    def read(text: str) -> tuple[Answer, ...]:
        texts = text.replace(",", " ").split() if question.multiple else [text] if text.strip() else []
        if not texts and not can_wait:
            raise click.UsageError("this cannot stay empty")
        return _accepted(question, tuple(texts), known, answers)

    accepted: tuple[Answer, ...] = click.prompt(
        question.prompt + (" (Enter: 나중에 / later)" if can_wait else ""),
        default=suggested or ("" if can_wait else None),
        show_default=bool(suggested),
        value_proc=read,
        err=True,
    )
    return accepted


for _kind in QUESTIONS:
    new.add_command(_command(_kind))


SCHEMA_HELP = """Write the JSON Schemas by which editors complete and check records, into schemas/.

\b
Example:
  proceedings schema
  proceedings schema --check     in CI: are the files those of this program?
"""


@click.command(help=SCHEMA_HELP)
@click.option(
    "--check", "only_check", is_flag=True, help="Write nothing; end with 1 if a file is out of date."
)
@click.pass_obj
def schema(project: Path, only_check: bool) -> None:
    with exit_on_failure():
        stale = [(path, text) for path, text in schema_files() if _content(project / path) != text]
        for path, text in () if only_check else stale:
            (project / path).parent.mkdir(exist_ok=True)
            replace_file(project / path, text)
    if only_check and stale:
        for path, _ in stale:
            click.echo(f"{path}: is not up to date; run: proceedings schema", err=True)
        sys.exit(1)
    click.echo(f"schemas/: {len(stale)} written" if stale else "schemas/: up to date", err=True)


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
