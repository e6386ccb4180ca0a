"""A full disk is told as one, whichever library writes the workbook."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest

from generator.output.full_disk import telling_full_disk

SerialisationError: Any = import_module("lxml.etree").SerialisationError


def sheet() -> Iterator[int]:
    """Ends as one that is left open does: it tries to write once more."""
    try:
        yield 1
    finally:
        raise SerialisationError("IO_ENOSPC")


def test_a_full_disk_is_the_system_s_error_and_nothing_else_is_printed(
    capfd: pytest.CaptureFixture[str],
) -> None:
    @telling_full_disk
    def write() -> None:
        left_open = sheet()
        assert next(left_open)
        raise SerialisationError("IO_ENOSPC")

    with pytest.raises(OSError, match="No space left") as told:
        write()
    assert told.value.errno == errno.ENOSPC
    assert capfd.readouterr().err == ""


def test_another_error_stays_what_it_is() -> None:
    @telling_full_disk
    def write() -> None:
        raise SerialisationError("not well formed")

    with pytest.raises(SerialisationError, match="not well"):
        write()
