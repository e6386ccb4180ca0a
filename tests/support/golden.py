"""Texts that are kept to the letter, and how they are written anew after a change that is meant."""

from __future__ import annotations

import os
from pathlib import Path


def golden(file: Path, text: str) -> str:
    """The text that the file keeps; UPDATE_GOLDEN=1 makes it keep this one: read the difference."""
    if os.environ.get("UPDATE_GOLDEN"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return file.read_text(encoding="utf-8")
