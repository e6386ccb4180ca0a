"""Volumes (자료집) as PDF files: the list of them, typeset by Typst, cached for the next build."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from generator.corpus.corpus import Corpus
from generator.i18n.strings import SiteWords
from generator.output.file_cache import FileCache
from generator.pages.pdf_links import volume_path, year_path
from generator.typesetting.compiler import TypesettingFailed, cache_key, typeset
from generator.typesetting.left_out import LeaveOut, refuse
from generator.typesetting.volume import forum_volume, year_volume
from generator.typesetting.volume.views import VolumeView

VOLUME_TEMPLATE = "volume.typ"

VolumeMaker = Callable[[], VolumeView]
"""Makes a volume's content when it is wanted."""


def volumes(corpus: Corpus, site_words: SiteWords) -> Iterator[tuple[str, VolumeMaker]]:
    """Every volume by its path from the site's root: three of each forum, by language, one of each year."""
    every = tuple(site_words.values())
    for forum in corpus.forums_newest_first:
        yield volume_path(forum), partial(forum_volume, corpus, forum, every)
        for words in every:
            yield volume_path(forum, words.language), partial(forum_volume, corpus, forum, (words,))
    for year in sorted({forum.start_date.year for forum in corpus.forums.values()}):
        yield year_path(year), partial(year_volume, corpus, year, every)


def bind(volume: VolumeView) -> bytes:
    """A volume as a PDF: the same bytes for the same content."""
    return typeset(VOLUME_TEMPLATE, volume, "pdf")[0]


def bind_all(
    corpus: Corpus,
    site_words: SiteWords,
    folder: Path,
    advance: Callable[[int], None],
    leave_out: LeaveOut = refuse,
) -> dict[str, bytes]:
    """Every volume: path from the site's root → PDF. Volumes in the cache are not set again.

    One that cannot be set is left out.
    """
    stored = FileCache(folder)
    made: dict[str, bytes] = {}
    keys: set[str] = set()
    planned = dict(volumes(corpus, site_words))
    # Threads, since Typst releases the GIL while it works.
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        results = threads.map(partial(_bound, stored), planned.values())
        for done, (path, (key, content)) in enumerate(zip(planned, results, strict=True), 1):
            keys.add(key)
            advance(done)
            if isinstance(content, TypesettingFailed):
                leave_out(path, content)
            else:
                made[path] = content
    stored.keep_only(keys)
    return made


def _bound(stored: FileCache, make_volume: VolumeMaker) -> tuple[str, bytes | TypesettingFailed]:
    """A volume's key and the volume, from the cache or set now, or why it cannot be set."""
    volume = make_volume()
    key = cache_key(VOLUME_TEMPLATE, volume, "pdf")
    pdf = stored.get(key)
    if pdf is None:
        try:
            pdf = bind(volume)
        except TypesettingFailed as failure:
            return key, failure
        stored.put(key, pdf)
    return key, pdf
