"""The English build, a child process that runs beside the Korean one.

Two builds in one process take nearly twice as long.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.corpus.urls import LANGUAGE_FOLDERS
from generator.engine.child_process import ChildProcess
from generator.engine.environment import (
    ADDRESS,
    PAGES_READY,
    PREVIEW,
    PROBLEMS,
    language_of,
    log,
    other_than,
    root_of,
)
from generator.models import LANGUAGES
from generator.output.os_errors import explain_os_error
from generator.parsing.problems import visible

_running: list[ChildProcess] = []
"""The one that runs, if any; MkDocs hands nothing from one event to the next."""


def start_english_build(config: MkDocsConfig) -> None:
    """The Korean build starts the English one, which writes into a folder of the emptied site."""
    if language_of(config) != LANGUAGES[0]:
        return
    root, language = root_of(config), other_than(language_of(config))
    command = [sys.executable, "-m", "mkdocs", "build", "--strict" if config.strict else "--no-strict"]
    command += ["--config-file", str(root / f"mkdocs.{language}.yml")]
    command += ["--site-dir", str(Path(config.site_dir) / LANGUAGE_FOLDERS[language])]
    variables = {PAGES_READY: "1", ADDRESS: config.extra["root"], PROBLEMS: config.extra["problems"]}
    variables |= {PREVIEW: "1"} if config.extra["preview"] else {}
    variables["NO_MKDOCS_2_WARNING"] = "1"  # Material's notice, which this process has shown
    _running.append(ChildProcess(command, root, variables))


def join_english_build() -> None:
    """Waits for the English build and logs its warnings; if it failed, logs all and raises PluginError."""
    for english in _running:
        failed = english.wait() != 0
        for line in english.output().splitlines():
            if failed or line.startswith("WARNING"):
                log.log(logging.ERROR if failed else logging.WARNING, "[%s] %s", LANGUAGES[1], line)
        if failed:
            raise PluginError(f"The pages in '{LANGUAGES[1]}' could not be built; see above.")
    stop_english_build()


def stop_english_build() -> None:
    while _running:
        _running.pop().end()


def abandon_build(error: Exception) -> None:
    """The English build ends when the Korean one fails. An OSError (a full disk) gets no traceback."""
    stop_english_build()
    if isinstance(error, OSError):
        raise PluginError(visible(explain_os_error(error))) from None
