"""A disk that is full while openpyxl writes a sheet into a temporary file: told as any other full disk."""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from importlib.util import find_spec
from typing import ParamSpec, TypeVar

_Given = ParamSpec("_Given")
_Made = TypeVar("_Made")

_REFUSALS: tuple[type[Exception], ...] = (
    (import_module("lxml.etree").SerialisationError,) if find_spec("lxml") else ()
)
"""Of lxml, where it is installed, since openpyxl takes it then: it hides the system's error."""


def telling_full_disk(make: Callable[_Given, _Made]) -> Callable[_Given, _Made]:
    """Raises OSError, as Python does, for lxml's `IO_ENOSPC`, `IO_EDQUOT` and the like."""

    @wraps(make)
    def make_or_tell(*given: _Given.args, **named: _Given.kwargs) -> _Made:
        hook = sys.unraisablehook
        try:
            return make(*given, **named)
        except _REFUSALS as refusal:
            number = getattr(errno, str(refusal).removeprefix("IO_"), None)
            if number is None:
                raise
            # Each sheet that is open ends with the refusal, writes once more, and would print that it failed.
            sys.unraisablehook = lambda _failure: None
        gc.collect()
        sys.unraisablehook = hook
        raise OSError(number, os.strerror(number))

    return make_or_tell
