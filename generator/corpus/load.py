"""content/ → a corpus that keeps every rule, or all problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

from generator.corpus.corpus import Corpus, build_corpus
from generator.corpus.hidden_names import field_as_written
from generator.corpus.kept_records import KeptRecords
from generator.corpus.labels import OFFERED, Labels, labels_in, offer_ids
from generator.corpus.locate import placed
from generator.corpus.published_address import published_at
from generator.corpus.reader import read_content, read_trees
from generator.corpus.rules import Finding, check_corpus
from generator.corpus.warnings import warn_corpus
from generator.parsing.problems import MOST_PROBLEMS_IN_ALL, Problem, Problems, in_order


def load_corpus(
    folder: Path,
    advance: Callable[[], None] = lambda: None,
    *,
    today: date = date.max,
    warn: bool = False,
    address: str | None = None,
    kept: KeptRecords | None = None,
) -> Corpus:
    """The corpus of the folder content/; raises Problems with those in its files and between them.

    `advance`: a progress callback, called for each record and each rule. Without a day nothing is still to
    come. `warn`: warnings are told beside the problems, if there are any.
    `address`: where it is published, if that is not the address in site.yml. `kept`: see `read_content`.
    """
    content, problems = read_content(folder, advance, kept)
    if content and address:
        content = published_at(content, address)
    corpus = build_corpus(content) if content else None
    if corpus:
        findings = islice(check_corpus(corpus, today, advance), MOST_PROBLEMS_IN_ALL + 1)
        problems += placed(_as_written(corpus, findings), folder)
    if problems and corpus and warn:
        problems += warnings_in(corpus, folder, today)
    if problems or corpus is None:
        labels = labels_in(read_trees(folder)) if any(map(_is_offered, problems)) else Labels({})
        raise Problems(offer_ids(problems, labels))
    return corpus


def warnings_in(corpus: Corpus, folder: Path, today: date) -> tuple[Problem, ...]:
    """What is likely wrong with the corpus of the folder content/, at its lines."""
    findings = islice(warn_corpus(corpus, today), MOST_PROBLEMS_IN_ALL + 1)
    return in_order(placed(_as_written(corpus, findings), folder))


def _as_written(corpus: Corpus, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings at the places that their fields have in the files."""
    hidden = {f"content/{folder}/{key}.yml": of for (folder, key), of in corpus.hidden.items()}
    for finding in findings:
        of = hidden.get(finding.path)
        yield replace(finding, field=field_as_written(of, finding.field)) if of else finding


def _is_offered(problem: Problem) -> bool:
    return problem.message.key in OFFERED
