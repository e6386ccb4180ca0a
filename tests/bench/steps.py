"""One step over a project: `python -m tests.bench.steps STEP PROJECT` prints as JSON what it took.

The clock starts when everything is imported, so that what a process costs by itself hides nothing.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from operator import attrgetter
from pathlib import Path
from unittest.mock import patch

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports import EXPORTS
from generator.i18n.load import load_words
from generator.i18n.strings import SiteWords
from generator.models import Language
from generator.output.publishing import publish
from generator.pages import Page, plan_pages
from generator.parsing.messages import Message
from generator.pipeline import page_files, site
from generator.pipeline.progress import Advance, Silent
from generator.typesetting.volume import forum_volume
from generator.typesetting.volumes import bind
from tests.support.hostile_prose import costs
from tests.support.longest_records import CASES, cost_of_case

PROPOSALS_OF_A_VOLUME = 500

Took = tuple[float, float]
"""Seconds that went by, and seconds that processors worked, those of ended children included."""


class Stopwatch(Silent):
    """Takes the time of steps; to a build it looks like a progress bar."""

    def __init__(self) -> None:
        self.took: dict[str, Took] = {}

    @contextmanager
    def step(self, name: Message | str, total: int = 0) -> Iterator[Advance]:
        """What is done inside counts as this step, together with what did before."""
        del total
        began, worked = time.perf_counter(), sum(os.times()[:4])
        yield lambda _done: None
        seconds, work = self.took.get(str(name), (0, 0))
        self.took[str(name)] = (seconds + time.perf_counter() - began, work + sum(os.times()[:4]) - worked)

    def say(self, line: Message) -> None:
        del line


def read_and_check(project: Path) -> Mapping[str, Took]:
    watch = Stopwatch()
    with watch.step("read + check"):
        load_corpus(project / "content")
    return watch.took


def generate(project: Path) -> Mapping[str, Took]:
    watch = Stopwatch()
    with watch.step("generate"):
        site.generate(project)
    return watch.took


def generate_again(project: Path) -> Mapping[str, Took]:
    """Nothing has changed, so nothing is written."""
    watch = Stopwatch()
    with watch.step("generate again"):
        written = site.generate(project)
    if any(result.written or result.removed for result in written.values()):
        raise SystemExit(f"generate again: something was written: {written}")
    return watch.took


def exports(project: Path) -> Mapping[str, Took]:
    """All files for other programs, then by what they are; their sizes go to standard error."""
    corpus, words = load_corpus(project / "content"), load_words()
    whole, watch = Stopwatch(), Stopwatch()
    with whole.step("exports"):
        for name, export in EXPORTS.items():
            with watch.step(name):
                files = dict(export(corpus, words))
            size = sum(map(len, files.values())) / 1_000_000
            print(f"{name}: {len(files):,} files, {size:.1f} MB", file=sys.stderr)
    return whole.took | {f"  {name}": took for name, took in watch.took.items()}


def volume(project: Path) -> Mapping[str, Took]:
    """One forum with so many proposals, set by Typst in both languages; its size goes to standard error."""
    corpus, watch = load_corpus(project / "content"), Stopwatch()
    forum = corpus.forums_newest_first[0]
    here = {"forum": forum.id, "session": None}
    proposals = {
        key: proposal.model_copy(update=here)
        for key, proposal in islice(corpus.proposals.items(), PROPOSALS_OF_A_VOLUME)
    }
    with watch.step(f"volume of {len(proposals)}"):
        pdf = bind(forum_volume(replace(corpus, proposals=proposals), forum, tuple(load_words().values())))
    print(f"volume: {len(proposals):,} proposals, {len(pdf) / 1_000_000:.1f} MB", file=sys.stderr)
    return watch.took


def build(project: Path) -> Mapping[str, Took]:
    """The whole way first, then its parts."""
    whole, watch = Stopwatch(), Stopwatch()

    def timed_plan(
        corpus: Corpus, language: Language, words: SiteWords, sizes: Mapping[str, int]
    ) -> Iterator[Page[object]]:
        with watch.step("plan pages"):
            return iter(list(plan_pages(corpus, language, words, sizes)))

    def timed_publish(stage: Path, published: Path) -> Path | None:
        with watch.step("publish"):
            return publish(stage, published)

    os.chdir(project)
    planned = patch.object(page_files, "plan_pages", timed_plan)
    published = patch.object(site, "publish", timed_publish)
    with planned, published, whole.step("build"):
        site.build(project, watch)
    return whole.took | {f"  {name}": took for name, took in watch.took.items()}


def fields(project: Path) -> Mapping[str, Took]:
    """The worst texts that a field or a prose page may hold; the five worst go to standard error."""
    del project
    watch = Stopwatch()
    with watch.step("worst fields"):
        worst = sorted(costs(), key=attrgetter("seconds"), reverse=True)
    for cost in worst[:5]:
        print(
            f"{cost.fragment!r} up to {cost.longest:,} characters: {cost.seconds:.2f} s CPU", file=sys.stderr
        )
    return watch.took


def lists(project: Path) -> Mapping[str, Took]:
    """The longest lists that records may have; what each costs goes to standard error, the worst first."""
    watch, worst = Stopwatch(), []
    with watch.step("longest lists"):
        for case in CASES:
            worst.append(cost_of_case(case, project.with_name(case)))
    for cost in sorted(worst, key=lambda cost: cost.check + cost.generate, reverse=True):
        print(cost, file=sys.stderr)
    return watch.took


STEPS: Mapping[str, Callable[[Path], Mapping[str, Took]]] = {
    "fields": fields,
    "lists": lists,
    "read-and-check": read_and_check,
    "generate": generate,
    "generate-again": generate_again,
    "exports": exports,
    "volume": volume,
    "build": build,
}

if __name__ == "__main__":
    print(json.dumps(STEPS[sys.argv[1]](Path(sys.argv[2]))))
