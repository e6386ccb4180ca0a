"""The files in requirements/, read."""

from __future__ import annotations

import re
from pathlib import Path


def pinned(lock: Path) -> list[str]:
    """The lines of a lock, each with its continuations, without comments."""
    text = re.sub(r" \\\n +", " ", lock.read_text(encoding="utf-8"))
    return [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
