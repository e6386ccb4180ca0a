"""Notices of a record: what a reader must know first, on its page and in print."""

from __future__ import annotations

from collections.abc import Iterator

from generator.i18n.formats import format_day
from generator.models import Forum, Language, Named, Record
from generator.pages.page import Word


def record_notices(record: Record, language: Language, *, of_name: bool = True) -> Iterator[Word]:
    """It waits, a machine translated its texts, or no source prints its name so."""
    if record.draft:
        yield Word("notices.draft")
    elif record.embargo:
        yield Word("notices.embargo", {"day": format_day(record.embargo, language)})
    if record.translation and record.translation.in_language(language):
        yield Word("notices.machine")
    names = record.name_notes if of_name and isinstance(record, Named | Forum) else None
    if names and (origin := names.in_language(language)):
        yield Word(f"notices.name.{origin}")
