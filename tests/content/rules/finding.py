"""What a rule finds, short enough to read in a test."""

from generator.corpus.corpus import Corpus
from generator.corpus.rules.finding import Rule
from generator.parsing.problems import field_name


def found(rule: Rule, corpus: Corpus) -> list[str]:
    """`forums/f: end_date: message` for each finding."""
    return [
        f"{finding.path.removeprefix('content/').removesuffix('.yml')}: "
        f"{field_name(finding.field)}: {finding.message}"
        for finding in rule(corpus)
    ]
