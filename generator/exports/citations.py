"""Works to cite as BibLaTeX, RIS and CSL-JSON: a file of the whole site and one a forum, in each language."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping

from generator.citing.bibtex import to_bibtex
from generator.citing.csl import Work
from generator.citing.ris import to_ris
from generator.corpus import Corpus
from generator.models import LANGUAGES
from generator.pages.citations import works_paths
from generator.pages.works import catalogue


def citation_files(corpus: Corpus) -> Mapping[str, bytes]:
    """Keys are the same in both languages: a manuscript changes language by taking the other file."""
    works = catalogue(corpus)
    files: dict[str, bytes] = {}
    for language in LANGUAGES:
        every: list[Work] = []
        for forum in corpus.forums_newest_first:
            of_forum = list(works.works_at(forum, language))
            every += of_forum
            files |= _written(works_paths(language, forum), of_forum)
        files |= _written(works_paths(language), every)
    return files


def _written(paths: Mapping[str, str], works: list[Work]) -> dict[str, bytes]:
    return {path: WRITERS[ending](works).encode() for ending, path in paths.items()}


def to_csl_json(works: Iterable[Work]) -> str:
    """A list of items, one a line."""
    lines = ",\n".join(json.dumps(work, ensure_ascii=False) for work in works)
    return f"[\n{lines}\n]\n"


WRITERS: Mapping[str, Callable[[Iterable[Work]], str]] = {
    "bib": to_bibtex,
    "ris": to_ris,
    "json": to_csl_json,
}
"""By the ending of the file."""
