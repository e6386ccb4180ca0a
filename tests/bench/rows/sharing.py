"""One site made by several machines: what a shard and the assembly take, and how many shards are enough."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from math import ceil

from tests.bench.measuring import Spent, middle_of
from tests.bench.product import WITHOUT, Bench
from tests.bench.table import Line

RECORDS = 2_000
SHARDS = 4
PLANNED = 100_000
HOUR = 3_600
CORES = 4
"""Of a machine that GitHub lends to public repositories (two to private ones)."""


def shards(bench: Bench) -> Iterator[Line]:
    """Shards from nothing, one after the other, and the assembly in a checkout where nothing was built."""
    records = bench.records(RECORDS)
    project = bench.project(records)
    check = bench.from_nothing(project, lambda: bench.run(project, "check", "--quiet"))
    into = bench.folder / f"shards{records}"
    made = [one_shard(bench, records, number) for number in range(1, SHARDS + 1)]
    assembly = bench.from_nothing(
        project, lambda: bench.run(project, "assemble", "--quiet", *WITHOUT, str(into))
    )
    shutil.rmtree(into)
    middle = middle_of(made)
    slowest = max(one.cpu for one in made)
    yield Line(f"read and check, {records:,} records", told(check))
    yield Line(f"  one shard of {SHARDS}", f"{told(middle)}; the slowest {slowest:.1f} s CPU")
    yield Line("  assemble", told(assembly))
    yield from reckoned(records, check, made, assembly)


def one_shard(bench: Bench, records: int, number: int) -> Spent:
    project, name = bench.project(records), f"{number}-of-{SHARDS}"
    for folder in ("build", "site"):
        shutil.rmtree(project / folder, ignore_errors=True)
    into = bench.folder / f"shards{records}" / name
    return bench.run(
        project, "build", "--quiet", *WITHOUT, "--shard", f"{number}/{SHARDS}", "--into", str(into)
    )


def told(spent: Spent) -> str:
    return f"{spent.cpu:.1f} s CPU, {spent.wall:.1f} s, {spent.largest:.0f} MB"


def reckoned(records: int, check: Spent, made: list[Spent], assembly: Spent) -> Iterator[Line]:
    """The same for an archive of PLANNED records, if everything grows with their number.

    To read and to assemble keeps one core busy at a time; pages keep all of a machine's.
    """
    times = PLANNED / records
    reading, assembling = check.cpu * times, assembly.cpu * times
    pages = max(0.0, sum(one.cpu - check.cpu for one in made)) * times
    yield Line(
        f"reckoned for {PLANNED:,}: read and check, on each",
        f"{reading / 60:.0f} min, {check.largest * times / 1000:.1f} GB",
    )
    yield Line("  pages, all together", f"{pages / HOUR:.1f} h CPU")
    yield Line("  assemble", f"{assembling / 60:.0f} min, {assembly.largest * times / 1000:.1f} GB")
    left = HOUR - reading - assembling
    enough = f"{ceil(pages / CORES / left):,}" if left > 0 else "none: to read and to assemble takes longer"
    yield Line(f"  shards on {CORES} cores that finish within an hour", enough)
