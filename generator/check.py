"""content/ → a corpus that keeps every rule, or every problem there is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby, islice
from operator import attrgetter
from pathlib import Path

from generator.corpus import Corpus, build_corpus
from generator.problems import MOST_OF_ALL, Problem, Problems
from generator.reader import problems_at, read_content
from generator.rules import check_corpus


def load_corpus(folder: Path, advance: Callable[[], None] = lambda: None) -> Corpus:
    """The corpus of the folder content/; raises Problems with all that is wrong in and among its files."""
    content, problems = read_content(folder, advance)
    corpus = build_corpus(content) if content else None
    if corpus:
        problems += _broken_rules(corpus, folder)
    if problems or corpus is None:
        raise Problems(problems)
    return corpus


def _broken_rules(corpus: Corpus, folder: Path) -> Iterator[Problem]:
    """What the rules find, at its lines, as far as anybody reads on; each file is read again once."""
    by_path = attrgetter("path")
    findings = sorted(islice(check_corpus(corpus), MOST_OF_ALL + 1), key=by_path)
    for path, found in groupby(findings, key=by_path):
        yield from problems_at(folder, path, ((finding.field, finding.message) for finding in found))
