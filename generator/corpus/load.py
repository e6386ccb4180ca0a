"""content/ → a corpus that keeps every rule, or all problems."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path

from generator.corpus.corpus import Corpus, build_corpus
from generator.corpus.labels import OFFERED, Labels, labels_in, offer_ids
from generator.corpus.locate import placed
from generator.corpus.reader import read_content, read_trees
from generator.corpus.rules import check_corpus
from generator.parsing.problems import MOST_PROBLEMS_IN_ALL, Problem, Problems


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
        labels = labels_in(read_trees(folder)) if any(map(_is_offered, problems)) else Labels({})
        raise Problems(offer_ids(problems, labels))
    return corpus


def _is_offered(problem: Problem) -> bool:
    return problem.message.key in OFFERED
