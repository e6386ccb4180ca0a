"""content/ → a corpus that keeps every rule, or every problem there is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.corpus import Corpus, build_corpus
from generator.problems import Problems
from generator.reader import problem_at, read_content
from generator.rules import check_corpus


def load_corpus(folder: Path, advance: Callable[[], None] = lambda: None) -> Corpus:
    """The corpus of the folder content/; raises Problems with all that is wrong in and among its files."""
    content, problems = read_content(folder, advance)
    corpus = build_corpus(content) if content else None
    if corpus:
        problems += [
            problem_at(folder, finding.path, finding.field, finding.message)
            for finding in check_corpus(corpus)
        ]
    if problems or corpus is None:
        raise Problems(problems)
    return corpus
