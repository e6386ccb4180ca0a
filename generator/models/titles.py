"""A record's title, and the identifier that a proposal is cited by."""

from __future__ import annotations

from generator.models import Forum, Named, Proposal, Record, Source, Step, Text

WITHDRAWN = "withdrawn"
"""The place on a proposal's page that says that it was taken back."""


def identifier_of(proposal: Proposal) -> str:
    """The identifier that a proposal is cited by: the record's id unless one is written."""
    return proposal.identifier or proposal.id


def step_anchor(step: Step) -> str:
    """The place of a step on its proposal's page; one without an id is found in the history as a whole."""
    return f"step-{step.id}" if step.id else "history"


def main_text(record: Record) -> Text:
    """A record's name or title."""
    if isinstance(record, Proposal | Source):
        return record.title
    if isinstance(record, Forum | Named):
        return record.name
    raise TypeError(f"a {type(record).__name__} has no name")
