"""The English build, which runs as a process beside the Korean one.

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
    """A build of the first language starts the other's, which writes into a folder of the emptied site."""
    if language_of(config) != LANGUAGES[0]:
        return
    root, language = root_of(config), other_than(language_of(config))
    command = [sys.executable, "-m", "mkdocs", "build", "--strict" if config.strict else "--no-strict"]
    command += ["--config-file", str(root / f"mkdocs.{language}.yml")]
    command += ["--site-dir", str(Path(config.site_dir) / LANGUAGE_FOLDERS[language])]
    told = {PAGES_READY: "1", ADDRESS: config.extra["root"], PROBLEMS: config.extra["problems"]}
    told |= {PREVIEW: "1"} if config.extra["preview"] else {}
    told["NO_MKDOCS_2_WARNING"] = "1"  # Material's notice, which this process has shown
    _running.append(ChildProcess(command, root, told))


def join_english_build() -> None:
    """A build is done when its companion is; it fails when that does, and says what that said."""
    for companion in _running:
        failed = companion.wait() != 0
        for line in companion.said().splitlines():
            if failed or line.startswith("WARNING"):
                log.log(logging.ERROR if failed else logging.WARNING, "[%s] %s", LANGUAGES[1], line)
        if failed:
            raise PluginError(f"The pages in '{LANGUAGES[1]}' could not be built; see above.")
    stop_english_build()


def stop_english_build() -> None:
    while _running:
        _running.pop().end()


def abandon_build(error: Exception) -> None:
    """No build, no companion; what the system refused (room on the disk) is told without a traceback."""
    stop_english_build()
    if isinstance(error, OSError):
        raise PluginError(visible(explain_os_error(error))) from None
