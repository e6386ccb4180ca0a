"""A record's title, and the identifier that a proposal is cited by."""

from __future__ import annotations

from generator.models import Forum, Named, Proposal, Record, Source, Text

WITHDRAWN = "withdrawn"
"""The place on a proposal's page that says that it was taken back."""

CALLED_OFF_PLACE = "called-off"
"""The place on a forum's page that says that it was put off or called off."""


def identifier_of(proposal: Proposal) -> str:
    """The identifier that a proposal is cited by: the record's id unless one is written."""
    return proposal.identifier or proposal.id


def main_text(record: Record) -> Text:
    """A record's name or title."""
    if isinstance(record, Proposal | Source):
        return record.title
    if isinstance(record, Forum | Named):
        return record.name
    raise TypeError(f"a {type(record).__name__} has no name")
