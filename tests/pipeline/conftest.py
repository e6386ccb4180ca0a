"""A preview that runs.

The tests that ask for it are in one group, so that one worker starts it, once.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.running import Serving
from tests.support.sites import PLAIN_INSTALL
from tests.support.tiny_project import copy_tiny_project


@pytest.fixture(scope="package")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A preview for several tests, opened in a browser that notes what it is to open.

    A test may leave other words in its project, but nothing that is wrong.
    """
    folder = tmp_path_factory.mktemp("shared")
    browser = folder / "browser"
    browser.write_text('#!/bin/sh\necho "$1" > "$0.opened"\n', encoding="ascii")
    browser.chmod(0o755)
    project = copy_tiny_project(folder / "project")
    with Serving(project, "--open", BROWSER=str(browser), **PLAIN_INSTALL) as serving:
        yield serving
