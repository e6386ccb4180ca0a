"""What a rule finds, short enough to read in a test."""

from generator.corpus import Corpus
from generator.problems import field_name
from generator.rules.finding import Rule


def found(rule: Rule, corpus: Corpus) -> list[str]:
    """`forums/f: end_date: message` for each finding."""
    return [
        f"{finding.path.removeprefix('content/').removesuffix('.yml')}: "
        f"{field_name(finding.field)}: {finding.message}"
        for finding in rule(corpus)
    ]
