"""Volumes and cards in a build: which are made on this machine, begun beside the rest, and what is told."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator import DISTRIBUTION
from generator.corpus.corpus import Corpus
from generator.i18n.strings import SiteWords
from generator.parsing.messages import message
from generator.pipeline.progress import Steps
from generator.pipeline.refusals import SiteIncomplete
from generator.typesetting.card_images import can_draw
from generator.typesetting.compiler import NOT_INSTALLED, can_typeset
from generator.typesetting.left_out import LeftOut, left_out
from generator.typesetting.parts import PARTS
from generator.typesetting.plan import planned_typeset
from generator.typesetting.running import Running, typesetting


def parts_not_made(without: Collection[str], steps: Steps) -> frozenset[str]:
    """What a build goes without: what it was told to, and what no program is there for, which it says."""
    unwanted = frozenset(without)
    if unwanted.issuperset(PARTS):
        return unwanted
    if not can_typeset():
        steps.say(message("build.no_typst", reason=NOT_INSTALLED))
        return unwanted.union(PARTS)
    if "cards" not in unwanted and not can_draw():
        steps.say(message("build.no_pillow", package=DISTRIBUTION))
        return unwanted | {"cards"}
    return unwanted


def all_of_them(_path: str) -> bool:
    """A build on one machine makes every volume and card."""
    return True


@contextmanager
def typesetting_beside(  # noqa: PLR0913 - what a run is given
    root: Path,
    corpus: Corpus,
    site_words: SiteWords,
    steps: Steps,
    without: Collection[str] = (),
    jobs: int | None = None,
    *,
    ours: Callable[[str], bool] = all_of_them,
) -> Iterator[Running]:
    """Volumes and cards are made in the background, in as many processes as there are processors.

    `ours`: which of them this machine makes, by path from the site's root.
    """
    planned = planned_typeset(corpus, site_words, parts_not_made(without, steps))
    made_here = [one for one in planned if ours(one.path)]
    others = [one for one in planned if not ours(one.path)]
    jobs = jobs or os.cpu_count() or 1
    with typesetting(made_here, corpus, site_words, typeset_folder(root), jobs, others) as running:
        yield running


def typeset_folder(root: Path) -> Path:
    """Where volumes and cards are kept."""
    return root / "build" / "cache" / "typst"


@dataclass(frozen=True)
class Finished:
    """The volumes and cards of a build."""

    files: Mapping[str, Path]
    """Path from the site's root → the file in build/cache/."""
    left_out: tuple[LeftOut, ...]


def finished(running: Running, corpus: Corpus, steps: Steps, *, strict: bool = False) -> Finished:
    """Waits for the rest, and shows how far it is; raises SiteIncomplete if all must be there and is not."""
    with steps.step(message("steps.typeset"), len(running.planned)) as advance:
        typeset = running.finish(advance)
    missing = left_out(corpus, typeset.failures)
    if strict and missing:
        raise SiteIncomplete(missing)
    return Finished(typeset.files, missing)


def typeset_files(
    root: Path, corpus: Corpus, site_words: SiteWords, steps: Steps, without: Collection[str] = ()
) -> Finished:
    """Volumes and cards, begun and waited for."""
    with typesetting_beside(root, corpus, site_words, steps, without) as running:
        return finished(running, corpus, steps)
