"""Exports without the workbook, whose cells take as long to write as all other files together."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def without_workbook() -> Iterator[None]:
    """The file is there, and empty."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("generator.exports.data.folder.workbook_file", lambda *_: b"")
        yield
