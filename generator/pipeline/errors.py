"""Errors that keep a site from being built, and the messages for whoever can correct them."""

from __future__ import annotations

from generator.output.generated_folder import LinkedFolder
from generator.output.os_errors import explain_os_error
from generator.output.publishing import CannotPublish
from generator.output.verify import CheckerKilled
from generator.parsing.problems import Problem, Problems, problems_as_text, visible
from generator.pipeline.run_mkdocs import MkDocsFailed
from generator.pipeline.site import SiteFaulty, SiteIncomplete
from generator.typesetting.compiler import TypesettingFailed

FAILURES = (
    Problems,
    MkDocsFailed,
    SiteFaulty,
    SiteIncomplete,
    CannotPublish,
    TypesettingFailed,
    CheckerKilled,
    LinkedFolder,
    OSError,
)
"""The causes lie in files or on the machine; any other exception is a bug of this program."""


def explain(failure: BaseException) -> str:
    """A line for every problem or fault; where there can be several, a last line says how many."""
    match failure:
        case Problems():
            return problems_as_text(failure.problems) + counted(failure.problems)
        case SiteFaulty():
            faults = len(failure.faults)
            return f"{failure}the built site has {faults} fault{'s' * (faults != 1)}"
        case MkDocsFailed():
            return f"{failure}MkDocs could not build the site"
        case SiteIncomplete():
            return str(failure)
        case OSError():
            return visible(explain_os_error(failure))
    return visible(str(failure))


def counted(problems: tuple[Problem, ...]) -> str:
    """`3 problems in 2 files`."""
    files = len({problem.path for problem in problems})
    return f"{len(problems)} problem{'s' * (len(problems) != 1)} in {files} file{'s' * (files != 1)}"
