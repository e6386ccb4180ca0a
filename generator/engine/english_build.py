"""The English build, which runs as a process beside the Korean one.

Two builds in one process take nearly twice as long.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.engine.child_process import ChildProcess
from generator.engine.config_facts import archive_of, language_of, root_of
from generator.engine.environment import ENGINE, PAGES_READY, PROBLEMS, SITE_LANGUAGE, log, other_than
from generator.output.os_errors import explain_os_error
from generator.output.site_paths import LANGUAGE_FOLDERS
from generator.parsing.languages import LANGUAGES
from generator.parsing.problems import visible


class EnglishBuild:
    """The process of the English build, if one is running."""

    def __init__(self) -> None:
        self._process: ChildProcess | None = None

    def start(self, config: MkDocsConfig) -> None:
        """The Korean build of an archive's mkdocs.yml starts the English one, into the emptied site."""
        if language_of(config) != LANGUAGES[0] or archive_of(config) != root_of(config):
            return
        self.stop()
        language = other_than(language_of(config))
        command = [sys.executable, "-m", ENGINE, "build", "--strict" if config.strict else "--no-strict"]
        command += ["--config-file", str(Path(config.config_file_path).resolve())]
        command += ["--site-dir", str(Path(config.site_dir) / LANGUAGE_FOLDERS[language])]
        environment = {SITE_LANGUAGE: language, PAGES_READY: "1", PROBLEMS: config.extra["problems"]}
        environment["NO_MKDOCS_2_WARNING"] = "1"  # Material's notice, which this process has shown
        self._process = ChildProcess(command, root_of(config), environment)

    def join(self) -> None:
        """Waits for the English build and logs its warnings; raises PluginError if it failed."""
        if self._process:
            failed = self._process.wait() != 0
            for line in self._process.output().splitlines():
                if failed or line.startswith("WARNING"):
                    log.log(logging.ERROR if failed else logging.WARNING, "[%s] %s", LANGUAGES[1], line)
            if failed:
                raise PluginError(f"The pages in '{LANGUAGES[1]}' could not be built; see above.")
        self.stop()

    def stop(self) -> None:
        """Ends the English build, whether it is done or not."""
        process, self._process = self._process, None
        if process:
            process.end()

    def abandon(self, error: Exception) -> None:
        """A failed Korean build ends the English one; an error of the system is told without a traceback."""
        self.stop()
        if isinstance(error, OSError):
            raise PluginError(visible(str(explain_os_error(error)))) from None
