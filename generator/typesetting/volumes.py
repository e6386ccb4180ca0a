"""Volumes (자료집) as PDF files: which there are, set by Typst, kept for the next build."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from generator.corpus.corpus import Corpus
from generator.i18n.strings import SiteWords
from generator.pages.pdf_links import volume_path, year_path
from generator.typesetting.compiler import Shelf, fingerprint, typeset
from generator.typesetting.volume import forum_volume, year_volume

VOLUME_TEMPLATE = "volume.typ"

VolumeMaker = Callable[[], Mapping[str, Any]]
"""Makes a volume's data, when it is wanted."""


def volumes(corpus: Corpus, site_words: SiteWords) -> Iterator[tuple[str, VolumeMaker]]:
    """Every volume by its path from the site's root: three of each forum, by language, one of each year."""
    every = tuple(site_words.values())
    for forum in corpus.forums_newest_first:
        yield volume_path(forum), partial(forum_volume, corpus, forum, every)
        for words in every:
            yield volume_path(forum, words.language), partial(forum_volume, corpus, forum, (words,))
    for year in sorted({forum.start_date.year for forum in corpus.forums.values()}):
        yield year_path(year), partial(year_volume, corpus, year, every)


def bind(data: Mapping[str, Any]) -> bytes:
    """A volume as a PDF: the same bytes for the same data."""
    return typeset(VOLUME_TEMPLATE, data, "pdf")[0]


def bind_all(
    corpus: Corpus, site_words: SiteWords, folder: Path, advance: Callable[[int], None]
) -> dict[str, bytes]:
    """Every volume: path from the site's root → PDF. Only what is new is set, on all processors."""
    shelf = Shelf(folder)
    wanted: set[str] = set()

    def bound(volume: VolumeMaker) -> bytes:
        data = volume()
        name = fingerprint(VOLUME_TEMPLATE, data, "pdf")
        wanted.add(name)
        kept = shelf.get(name)
        if kept is None:
            kept = bind(data)
            shelf.put(name, kept)
        return kept

    made: dict[str, bytes] = {}
    planned = list(volumes(corpus, site_words))
    # Threads: Typst lets others run while it works.
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        for (path, _), content in zip(
            planned, threads.map(bound, [volume for _, volume in planned]), strict=True
        ):
            made[path] = content
            advance(len(made))
    shelf.clear_but(wanted)
    return made
