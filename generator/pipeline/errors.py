"""Errors that keep a site from being built, and the messages for whoever can correct them."""

from __future__ import annotations

from generator.output.os_errors import explain_os_error
from generator.parsing.messages import Message, Refusal, Speech, in_words, message
from generator.parsing.problems import Problem, Problems, problems_as_text, visible
from generator.pipeline.run_mkdocs import MkDocsFailed
from generator.pipeline.site import SiteFaulty, SiteIncomplete
from generator.typesetting.compiler import TypesettingFailed

FAILURES = (
    Problems,
    MkDocsFailed,
    SiteFaulty,
    SiteIncomplete,
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
        case SiteIncomplete():
            return failure.told_in(language)
        case Refusal():
            return visible(in_words(failure.reason, language))
        case OSError():
            return visible(in_words(explain_os_error(failure), language))
    return visible(str(failure))


def counted(problems: tuple[Problem, ...]) -> Message:
    """`3 problems in 2 files`."""
    files = len({problem.path for problem in problems})
    return message(
        "summary.problems",
        problems=message("summary.counted_problems", n=len(problems)),
        files=message("summary.counted_files", n=files),
    )
