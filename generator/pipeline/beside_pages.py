"""Files that go out beside the pages, written where the engine's static files lie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.models import LANGUAGES
from generator.output.site_paths import language_at, place_within
from generator.pipeline.page_file import PageFile, write_plain


def write_beside(docs: Path, files: Iterable[tuple[str, bytes]]) -> Mapping[str, tuple[PageFile, ...]]:
    """Path from the site's root → content, written below build/docs/; language → its files."""
    written: dict[str, list[PageFile]] = {language: [] for language in LANGUAGES}
    for path, content in files:
        language = language_at(path)
        written[language].append(write_plain(docs / language, place_within(path), content))
    return {language: tuple(pages) for language, pages in written.items()}
