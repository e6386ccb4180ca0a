"""Builds: of everything, of nothing and of one record; how what they take grows with the archive."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measuring import Spent, measured, repeated
from tests.bench.peers import plain_mkdocs
from tests.bench.product import Bench, pages_of, retitle, some_proposal, tell, variables
from tests.bench.table import Line, at_most

RECORDS = 2_000
MANY, FEW = 10_000, 1_000


def clean(bench: Bench) -> Iterator[Line]:
    """A clean build without volumes and cards, beside plain `mkdocs build` of the same Markdown.

    The generator's part is what `generate` takes, where nothing had been made before; MkDocs's part is what
    `mkdocs build` takes in the same folder, which generates first, less that.
    """
    records = bench.records(RECORDS)
    ours = bench.clean_build(records)
    project = bench.project(records)
    plain = repeated(bench.times, lambda _number: plain_mkdocs(project, bench.folder / f"plain{records}"))
    generator = bench.from_nothing(project, lambda: bench.run(project, "generate", "--quiet"))
    engine = bench.from_nothing(project, lambda: mkdocs_of_product(project))
    name = f"clean build, {records:,} records"
    wall, cpu = f"{ours.wall:.1f} : {plain.wall:.1f} s", f"{ours.cpu:.1f} : {plain.cpu:.1f} s"
    yield at_most(f"{name}: wall / plain MkDocs", ours.wall / plain.wall, 0.60, beside=wall)
    yield at_most(f"{name}: CPU / plain MkDocs", ours.cpu / plain.cpu, 0.80, beside=cpu)
    yield at_most("  the generator: CPU / plain MkDocs", generator.cpu / plain.cpu, 0.15)
    yield at_most("  its MkDocs: CPU / plain MkDocs", (engine.cpu - generator.cpu) / plain.cpu, 0.55)


def mkdocs_of_product(project: Path) -> Spent:
    tell(f"{project.name}: mkdocs build")
    return measured([sys.executable, "-m", "mkdocs", "build", "--quiet"], project, variables())


def nothing(bench: Bench) -> Iterator[Line]:
    """A build where nothing has changed since the last one, which must not start the engine."""
    records = bench.records(RECORDS)
    project = bench.built(records)
    bench.build(project)  # What another row has changed.
    again = repeated(bench.times, lambda _number: bench.build(project))
    engine = any(f"-m {name}" in one for one in again.commands for name in ("mkdocs", "properdocs"))
    yield at_most(
        f"nothing changed, {records:,} records: s", again.wall, 1.0, beside=f"{again.cpu:.1f} s CPU"
    )
    yield Line("  the engine", "started" if engine else "not started", "not started", not engine)


def changed(bench: Bench) -> Iterator[Line]:
    """A build after one proposal got another title, beside a build of everything."""
    records = bench.records(RECORDS)
    full, project = bench.clean_build(records), bench.built(records)
    one = one_changed(bench, project)
    beside = f"{one.cpu:.1f} : {full.cpu:.1f} s"
    yield at_most(
        f"one record changed, {records:,} records: CPU / full build", one.cpu / full.cpu, 0.10, beside=beside
    )
    beside = f"{one.wall:.1f} : {full.wall:.1f} s"
    yield at_most("  wall / full build", one.wall / full.wall, 0.10, beside=beside)


def one_changed(bench: Bench, project: Path) -> Spent:
    """The median of builds of which each finds one proposal with another title."""

    def change_and_build(number: int) -> Spent:
        title = retitle(some_proposal(project), f"{number + 1}번째 제목")
        spent = bench.build(project)
        page = project / "site" / "proposals" / some_proposal(project).stem / "index.html"
        if title not in page.read_text(encoding="utf-8"):
            raise SystemExit(f"{page} does not say {title!r}")
        return spent

    bench.build(project)
    return repeated(bench.times, change_and_build)


def growth(bench: Bench) -> Iterator[Line]:
    """What a page costs in a large archive, beside what it costs in a small one."""
    cost: dict[int, float] = {}
    for records in (bench.records(FEW), bench.records(MANY)):
        spent = bench.clean_build(records)
        cost[records] = spent.cpu / len(pages_of(bench.project(records) / "site"))
    few, many = cost
    beside = f"{cost[many] * 1000:.1f} : {cost[few] * 1000:.1f} ms"
    yield at_most(
        f"growth: CPU a page at {many:,} / {few:,} records", cost[many] / cost[few], 1.10, beside=beside
    )


def memory(bench: Bench) -> Iterator[Line]:
    """The largest process of a clean build, at the moment when it is largest."""
    records = bench.records(MANY)
    spent = bench.clean_build(records)
    yield at_most(f"memory of the largest process, {records:,} records: MB", spent.largest, 400, "{:.0f}")
