"""Questions asked: an answer from a flag, or from whoever sits at the terminal, until it is accepted."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

import click

from generator.authoring.question import Answer, KnownT, Question
from generator.cli.language import say, spoken
from generator.cli.spoken_help import SpokenOption, WrongUsage
from generator.corpus.labels import name_key
from generator.parsing.messages import Message, Refusal, Refused, in_words, message, verbatim
from generator.parsing.problems import visible

FlagValues = Mapping[str, tuple[str, ...]]
"""A question's variable → its values on the command line, empty if there are none."""

MOST_CHOICES = 30
"""Ids listed before a question; others may be typed too."""


def flags_for(questions: Iterable[Question[KnownT]]) -> list[click.Option]:
    """A flag for each question."""
    return [
        SpokenOption(
            [f"--{name}" for name in (question.name, question.also) if name] + [question.variable],
            type=click.Choice(question.words) if question.words else click.STRING,
            multiple=question.multiple,
            about=message("help.several", what=question.prompt) if question.multiple else question.prompt,
        )
        for question in questions
    ]


def flag_values(arguments: Mapping[str, str | tuple[str, ...] | None]) -> FlagValues:
    """What Click read, each as the values that were given."""
    return {
        name: () if value is None else (value,) if isinstance(value, str) else value
        for name, value in arguments.items()
    }


def answered(questions: Sequence[Question[KnownT]], known: KnownT, arguments: FlagValues) -> dict[str, Any]:
    """An answer to every question: from the command line, asked on a terminal, or empty where allowed."""
    asking = sys.stdin.isatty()
    missing = () if asking else dict.fromkeys(_missing(questions, arguments))
    if missing:
        wrong = message("new.missing", flags=", ".join(in_words(flag, spoken()) for flag in missing))
        raise WrongUsage(wrong, ctx=click.get_current_context())
    answers: dict[str, Any] = {}
    for question in questions:
        texts = arguments[question.variable]
        if asking and not texts:
            accepted = _ask(question, known, answers)
        else:
            suggested = question.default(known, answers) if question.default_if_unasked else None
            accepted = _accepted(question, texts or tuple(filter(None, [suggested])), known, answers)
        answers[question.variable] = accepted if question.multiple else next(iter(accepted), None)
    return answers


def _missing(questions: Sequence[Question[KnownT]], arguments: FlagValues) -> Iterator[Message]:
    """The required flags that are missing."""
    for question in questions:
        both = sorted(name for name in (question.variable, question.unless) if name)
        if not (question.optional or question.default_if_unasked or any(arguments[name] for name in both)):
            flags = ["ID" if name == "id" else f"--{name.replace('_', '-')}" for name in reversed(both)]
            yield (
                verbatim(flags[0]) if len(flags) == 1 else message("new.either", one=flags[0], other=flags[1])
            )


def _accepted(
    question: Question[KnownT], texts: tuple[str, ...], known: KnownT, answers: Mapping[str, Any]
) -> tuple[Answer, ...]:
    try:
        return tuple(question.accept(text, known, answers) for text in texts)
    except (Refused, Refusal) as error:
        name = "ID" if question.name == "id" else f"--{question.name}"
        raise WrongUsage(error.reason, name, click.get_current_context()) from None


def _ask(question: Question[KnownT], known: KnownT, answers: Mapping[str, Any]) -> tuple[Answer, ...]:
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


def _typed_answers(question: Question[KnownT], choices: Mapping[str, str], typed: str) -> tuple[str, ...]:
    """The answers in a line: parted by commas; by spaces too, unless a name has them."""
    if not typed.strip():
        return ()
    if not question.multiple:
        return (typed,)
    parts = [part.strip() for part in typed.split(",") if part.strip()]
    names = {name_key(name) for name in choices.values() if name}
    return tuple(one for part in parts for one in ([part] if name_key(part) in names else part.split()))
