"""What was just saved, shown at once: pages of the records that changed, before all else is made again."""

from __future__ import annotations

from pathlib import Path

from generator.corpus.corpus import Corpus
from generator.engine.in_process import PagesNotBuilt, build_pages
from generator.i18n.load import load_words
from generator.output.atomic_write import replace_file
from generator.output.publishing import staging_folder
from generator.output.site_paths import place_of, place_within
from generator.pipeline.cache import cache_of_preview
from generator.pipeline.page_files import words_of
from generator.pipeline.record_files import make_changed
from generator.pipeline.workers import Assignment

RECORDS_SHOWN = 30
"""Records whose pages are shown at once; where more have changed, the rest comes with everything else."""


def show_changed(root: Path, site: Path, corpus: Corpus, asked: frozenset[str]) -> bool:
    """Puts the pages of changed records into the site of a preview; whether there were any.

    `asked`: the pages that somebody has open, which go first. What cannot be made now is left to the build of
    everything, which says why.
    """
    work = Assignment(corpus, words_of(load_words(), corpus.site), root / "build", frozenset())
    changed = make_changed(work, cache_of_preview(root / "build"), asked, RECORDS_SHOWN)
    for language, pages in changed.items():
        if not pages:
            continue
        with staging_folder(root / "build") as stage:
            try:
                build_pages(root, language, pages, stage, theme=False)
            except PagesNotBuilt:
                return False
            for page in sorted(stage.rglob("*.html")):
                place = site / place_of(language, page.relative_to(stage).as_posix())
                place.parent.mkdir(parents=True, exist_ok=True)
                replace_file(place, page)
    return any(changed.values())


def markdown_of(path: str) -> str:
    """`/en/forums/x/` → forums/x.md, the file that a record's page is made of."""
    name = place_within(path.removeprefix("/").removesuffix("index.html"))
    return f"{name.rstrip('/')}.md"
