"""Errors that keep a site from being built, and the messages for whoever can correct them."""

from __future__ import annotations

from generator.output.os_errors import explain_os_error
from generator.parsing.messages import Message, Refusal, Speech, in_words, message
from generator.parsing.problems import Problem, Problems, problems_as_text, visible
from generator.pipeline.refusals import NotPublished, SiteFaulty
from generator.pipeline.run_mkdocs import MkDocsFailed
from generator.typesetting.compiler import TypesettingFailed

FAILURES = (
    Problems,
    MkDocsFailed,
    SiteFaulty,
    NotPublished,
    TypesettingFailed,
    Refusal,
    OSError,
)
"""The causes lie in files or on the machine; any other exception is a bug of this program."""


def explain(failure: BaseException, language: Speech) -> str:
    """A line for every problem or fault; where there can be several, a last line says how many."""
    match failure:
        case Problems():
            return problems_as_text(failure.problems, language) + in_words(
                counted(failure.problems), language
            )
        case SiteFaulty():
            count = message("summary.faults", n=len(failure.faults))
            return failure.told_in(language) + in_words(count, language)
        case MkDocsFailed():
            return f"{failure}{in_words(message('summary.mkdocs_failed'), language)}"
        case NotPublished():
            return failure.told_in(language)
        case Refusal():
            return visible(in_words(failure.reason, language))
        case OSError():
            return visible(in_words(explain_os_error(failure), language))
    return visible(str(failure))


def sound(records: int, warnings: tuple[Problem, ...]) -> Message:
    """`60 records, no problem`, and how many warnings there are."""
    told = message("summary.sound", n=records)
    if not warnings:
        return told
    files = message("summary.counted_files", n=len({warning.path for warning in warnings}))
    number = message("summary.counted_warnings", n=len(warnings))
    return message("summary.sound_but", sound=told, warnings=number, files=files)


def counted(problems: tuple[Problem, ...]) -> Message:
    """`3 problems in 2 files`, `3 problems and 1 warning in 2 files`, or warnings alone."""
    files = message("summary.counted_files", n=len({problem.path for problem in problems}))
    warnings = sum(problem.level == "warning" for problem in problems)
    wrong = message("summary.counted_problems", n=len(problems) - warnings)
    doubtful = message("summary.counted_warnings", n=warnings)
    if not warnings:
        return message("summary.problems", problems=wrong, files=files)
    if warnings == len(problems):
        return message("summary.problems", problems=doubtful, files=files)
    both = message("summary.both", problems=wrong, warnings=doubtful)
    return message("summary.problems", problems=both, files=files)
