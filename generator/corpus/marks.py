"""What nobody may overlook about a record: that it waits, or that nobody meets at it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.models import Forum, Record
from generator.models.occasion import CALLED_OFF

DRAFT, EMBARGO = "draft", "embargo"

MARKS: Mapping[str, str] = {
    DRAFT: "waiting.draft",
    EMBARGO: "waiting.embargo",
    **{status: f"called_off.{status}" for status in CALLED_OFF},
}
"""Mark → the key of the word for it."""


def mark_of(record: Record) -> str | None:
    """Of what waits, that only a preview shows it; of a forum, that it was put off or called off."""
    if record.draft or record.embargo:
        return DRAFT if record.draft else EMBARGO
    if isinstance(record, Forum) and record.status and record.is_called_off:
        return record.status.value
    return None
