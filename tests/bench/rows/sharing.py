"""One site made by several machines: what a shard and the assembly take, and how many shards are enough."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from tests.bench.measuring import Spent, middle_of
from tests.bench.product import WITHOUT, Bench
from tests.bench.table import Line

RECORDS, FEW = 2_000, 500
SHARDS = 4
PLANNED = 100_000
HOUR = 3_600
CORES = 4
"""Of a machine that GitHub lends to public repositories (two to private ones)."""


@dataclass(frozen=True)
class Measured:
    """What an archive of so many records takes."""

    records: int
    check: Spent
    """To read and check it, which every machine does."""
    made: Sequence[Spent]
    """Each of the shards."""
    assembly: Spent

    @property
    def pages(self) -> float:
        """Seconds of processors for what is shared out."""
        return sum(one.cpu for one in self.made) - len(self.made) * self.check.cpu


def shards(bench: Bench) -> Iterator[Line]:
    """Shards from nothing, one after the other, and the assembly in a checkout where nothing was built."""
    few, many = (measure_shards(bench, bench.records(records)) for records in (FEW, RECORDS))
    slowest = max(one.cpu for one in many.made)
    yield Line(f"read and check, {many.records:,} records", told(many.check))
    yield Line(f"  one shard of {SHARDS}", f"{told(middle_of(many.made))}; the slowest {slowest:.1f} s CPU")
    yield Line("  assemble", told(many.assembly))
    yield from reckoned(few, many)


def measure_shards(bench: Bench, records: int) -> Measured:
    project = bench.project(records)
    into = bench.folder / f"shards{records}"
    check = bench.from_nothing(project, lambda: bench.run(project, "check", "--quiet"))
    made = [one_shard(bench, project, into, number) for number in range(1, SHARDS + 1)]
    assembly = bench.from_nothing(
        project, lambda: bench.run(project, "assemble", "--quiet", *WITHOUT, str(into))
    )
    shutil.rmtree(into)
    return Measured(records, check, made, assembly)


def one_shard(bench: Bench, project: Path, into: Path, number: int) -> Spent:
    """Once: all of them together are measured several times."""
    for folder in ("build", "site"):
        shutil.rmtree(project / folder, ignore_errors=True)
    share = ("--shard", f"{number}/{SHARDS}", "--into", str(into / f"{number}-of-{SHARDS}"))
    return bench.run(project, "build", "--quiet", *WITHOUT, *share)


def told(spent: Spent) -> str:
    return f"{spent.cpu:.1f} s CPU, {spent.wall:.1f} s, {spent.largest:.0f} MB"


def reckoned(few: Measured, many: Measured) -> Iterator[Line]:
    """The same for an archive of PLANNED records: what grows with the records goes on growing like that.

    To read and to assemble are taken to keep one processor busy; pages keep all of a machine's.
    """

    def grown(one: float, other: float) -> float:
        return other + (other - one) / (many.records - few.records) * (PLANNED - many.records)

    reading = grown(few.check.cpu, many.check.cpu)
    assembling = grown(few.assembly.cpu, many.assembly.cpu)
    pages = grown(few.pages, many.pages)
    memory = grown(few.check.largest, many.check.largest), grown(few.assembly.largest, many.assembly.largest)
    name = f"reckoned for {PLANNED:,} records"
    yield Line(f"{name}: read and check, on each", f"{reading / 60:.0f} min, {memory[0] / 1000:.1f} GB")
    yield Line("  pages, all together", f"{pages / HOUR:.1f} h CPU")
    yield Line("  assemble", f"{assembling / 60:.0f} min, {memory[1] / 1000:.1f} GB")
    left = HOUR - reading - assembling
    enough = f"{ceil(pages / CORES / left):,}" if left > 0 else "none: to read and to assemble takes longer"
    yield Line(f"  shards on {CORES} processors that do all within an hour", enough)
