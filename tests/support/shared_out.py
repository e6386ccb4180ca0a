"""A made-up archive that is built on one machine, and as shards on three others; nothing is assembled yet."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.pipeline.options import BuildOptions
from generator.pipeline.progress import Silent
from generator.pipeline.shard import Shard
from generator.pipeline.shards import build_shard
from generator.pipeline.site import build
from tests.bench.made_up import make_project

RECORDS = 30
OF = 3
OPTIONS = BuildOptions(jobs=2)


def share_out(folder: Path) -> None:
    """`project`: built as a whole. `machine-1` …: checkouts that made `shards/1-of-3` ….

    `shared_site("shared-out", share_out)`
    """
    make_project(folder / "project", RECORDS)
    for number in range(1, OF + 1):
        machine = check_out(folder, folder / f"machine-{number}")
        shard = Shard(number, OF)
        build_shard(machine, Silent(), OPTIONS, shard, folder / "shards" / shard.folder)
    build(folder / "project", Silent(), OPTIONS)


def check_out(folder: Path, root: Path) -> Path:
    """The records and the settings where nothing is built yet; files get times of their own, as by git."""
    root.mkdir()
    for path in sorted((folder / "project" / "content").rglob("*")):
        if path.is_file():
            copy = root / path.relative_to(folder / "project")
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    shutil.copyfile(folder / "project" / "mkdocs.yml", root / "mkdocs.yml")
    (root / "generator").symlink_to((folder / "project" / "generator").resolve())
    return root
