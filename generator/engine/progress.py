"""How far an engine is, told to the process that started it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from generator.engine.environment import PROGRESS


def count_page() -> None:
    """Adds a byte for a page to the file that was named, if one was; a full disk is told of elsewhere."""
    path = os.environ.get(PROGRESS)
    if path:
        with suppress(OSError), Path(path).open("ab", buffering=0) as file:
            file.write(b".")
