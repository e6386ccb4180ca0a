"""The new site put together: every file of it is a link to the one that a step made."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path


def fill_stage(stage: Path, files: Mapping[str, Path]) -> None:
    """Path from the site's root → the file that is to stand there.

    Files are shared with the caches that they come from, where nothing is ever written into a file: it is
    replaced by another one. So the published site keeps what it has.
    """
    folders: set[str] = set()
    for path, made in files.items():
        folder = path.rpartition("/")[0]
        if folder not in folders:
            (stage / folder).mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        share(made, stage / path)


def share(made: Path, target: Path) -> None:
    """A hard link; a copy with the same times where the file system has none, such as a USB stick's."""
    try:
        os.link(made, target)
    except OSError:
        shutil.copy2(made, target)
