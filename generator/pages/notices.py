"""Notices of a record: what a reader must know first, on its page and in print."""

from __future__ import annotations

from collections.abc import Iterator

from generator.models import Forum, Language, Named, Record


def record_notices(record: Record, language: Language, *, of_name: bool = True) -> Iterator[str]:
    """A machine translated its texts, or no source prints its name so: keys of generator/strings/."""
    if record.translation and record.translation.in_language(language):
        yield "notices.machine"
    names = record.name_notes if of_name and isinstance(record, Named | Forum) else None
    if names and (origin := names.in_language(language)):
        yield f"notices.name.{origin}"
