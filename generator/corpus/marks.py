"""What nobody may overlook: that a record waits, nobody meets at a forum, or a proposal was taken back."""

from __future__ import annotations

from collections.abc import Mapping

from generator.models import Forum, Proposal, Record
from generator.models.occasion import CALLED_OFF
from generator.models.titles import WITHDRAWN

DRAFT, EMBARGO = "draft", "embargo"

MARKS: Mapping[str, str] = {
    DRAFT: "waiting.draft",
    EMBARGO: "waiting.embargo",
    **{status: f"called_off.{status}" for status in CALLED_OFF},
    WITHDRAWN: "proposal.withdrawn",
}
"""Mark → the key of the word for it."""


def mark_of(record: Record) -> str | None:
    """Of what waits, that only a preview shows it; else that it was put off, called off or taken back."""
    if record.draft or record.embargo:
        return DRAFT if record.draft else EMBARGO
    if isinstance(record, Forum) and record.called_off:
        return record.called_off.value
    return WITHDRAWN if isinstance(record, Proposal) and record.withdrawn else None
