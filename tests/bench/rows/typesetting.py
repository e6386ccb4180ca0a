"""Volumes and cards: what they add to a build, and which of them one record makes anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.models import LANGUAGES
from tests.bench.measuring import Spent, repeated
from tests.bench.product import Bench, retitle, some_proposal
from tests.bench.table import Line
from tests.support.running import digests

RECORDS = 1_000
MADE = ("volumes", "cards", "en/cards")
"""The folders of a site that hold them."""


def typeset(bench: Bench) -> Iterator[Line]:
    """A first build with volumes and cards beside one without, and a build after one record changed."""
    records = bench.records(RECORDS)
    bare, project = bench.clean_build(records), bench.built(records)
    whole = bench.from_nothing(project, lambda: bench.build(project, whole=True))
    made = files_made(project)
    name = f"volumes and cards, {records:,} records"
    added = (
        f"{whole.cpu - bare.cpu:.0f} of {whole.cpu:.0f} CPU-s, {whole.wall - bare.wall:+.0f} s of the clock"
    )
    yield Line(f"{name}: first build", f"{added}  ({len(made)} files)")
    seen: list[set[str]] = []

    def change_and_build(number: int) -> Spent:
        before = files_made(project)
        retitle(some_proposal(project), f"{number + 1}번째 그림")
        spent = bench.build(project, whole=True)
        after = files_made(project)
        seen.append({path for path in after if after[path] != before.get(path)})
        return spent

    one = repeated(bench.times, change_and_build)
    theirs = of_proposal(some_proposal(project))
    others = set().union(*seen) - theirs
    told = f"{max(map(len, seen))}  ({one.wall:.1f} s, {one.cpu:.1f} CPU-s)"
    yield Line("  one record changed: files made anew", told, f"its own {len(theirs)}", not others)


def files_made(project: Path) -> Mapping[str, str]:
    """Path from the site's root → the digest of each volume and card."""
    return {
        f"{folder}/{path}": digest
        for folder in MADE
        for path, digest in digests(project / "site" / folder).items()
    }


def of_proposal(record: Path) -> set[str]:
    """The volumes of its forum and its year, and its own cards; a made-up proposal's id tells its forum."""
    forum = record.stem.rpartition("-")[0]
    volumes = {f"volumes/{forum}{part}.pdf" for part in ("", *(f".{language}" for language in LANGUAGES))}
    cards = {f"{folder}cards/proposals/{record.stem}.png" for folder in ("", "en/")}
    return volumes | cards | {f"volumes/{forum[:4]}.all.pdf"}
