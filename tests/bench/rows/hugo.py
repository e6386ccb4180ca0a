"""One changed record beside Hugo, the quickest of the usual generators, which makes every page each time."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.measuring import Spent, repeated
from tests.bench.peers import hugo, write_hugo_site
from tests.bench.product import Bench
from tests.bench.rows.building import one_changed
from tests.bench.table import Line

RECORDS = 3_100
"""They have some 10,000 pages in both languages together."""


def beside_hugo(bench: Bench) -> Iterator[Line]:
    """A build after one proposal got another title; Hugo with a minimal theme and as many pages of the text.

    Hugo's page changes in its front matter, as the product's does in its record.
    """
    records = bench.records(RECORDS)
    project = bench.built(records)
    ours = one_changed(bench, project)
    folder = bench.folder / f"hugo{records}"
    pages = write_hugo_site(project, folder)
    page = min((folder / "content" / "ko" / "proposals").glob("*.md"))
    hugo(folder)
    theirs = repeated(bench.times, lambda number: hugo_after(folder, page, number))
    beside = f"Hugo {theirs.wall:.1f} s; CPU {ours.cpu:.1f} : {theirs.cpu:.1f} s"
    yield Line(
        f"one record changed, {pages:,} pages: s", f"{ours.wall:.1f}  ({beside})", f"< {theirs.wall:.1f}",
        ours.wall < theirs.wall,
    )  # fmt: skip


def hugo_after(folder: Path, page: Path, number: int) -> Spent:
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("\n---\n", f"\nsummary: {number}\n---\n", 1), encoding="utf-8")
    return hugo(folder)
