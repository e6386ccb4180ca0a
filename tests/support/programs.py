"""Programs of readers that our files are opened in: run where installed, named where not."""

from __future__ import annotations

import os
import shutil

import pytest


def needs_programs(*names: str) -> pytest.MarkDecorator:
    """Skips a test where a program is missing; `.ci/run` installs all of them and skips none."""
    missing = [name for name in names if shutil.which(name) is None]
    return pytest.mark.skipif(
        bool(missing) and not os.environ.get("CI"),
        reason=f"not installed: {', '.join(missing)}; tests/programs-setup installs, CI has to have them",
    )
