"""content/ → a corpus that keeps every rule, or all problems."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path

from generator.corpus.corpus import Corpus, build_corpus
from generator.corpus.locate import placed
from generator.corpus.reader import read_content
from generator.corpus.rules import check_corpus
from generator.parsing.problems import MOST_PROBLEMS_IN_ALL, Problems


def load_corpus(
    folder: Path, advance: Callable[[], None] = lambda: None, *, today: date = date.max
) -> Corpus:
    """The corpus of the folder content/; raises Problems with those in its files and between them.

    Without a day nothing is still to come.
    """
    content, problems = read_content(folder, advance)
    corpus = build_corpus(content) if content else None
    if corpus:
        findings = islice(check_corpus(corpus, today), MOST_PROBLEMS_IN_ALL + 1)
        problems += placed(findings, folder)
    if problems or corpus is None:
        raise Problems(problems)
    return corpus
