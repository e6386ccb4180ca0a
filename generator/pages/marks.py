"""The word that stands beside a record's name wherever it is named: what nobody may overlook."""

from __future__ import annotations

from generator.i18n.strings import Words
from generator.models import Forum, Record
from generator.pages.page import Word


def mark_of(record: Record) -> Word | None:
    """Of what waits, that only a preview shows it; of a forum, that it was put off or called off."""
    if record.draft:
        return Word("waiting.draft")
    if record.embargo:
        return Word("waiting.embargo")
    if isinstance(record, Forum) and record.status and record.is_called_off:
        return Word(f"called_off.{record.status.value}")
    return None


def marked_name(forum: Forum, words: Words) -> str:
    """A forum's name as text, with its mark before it."""
    name, mark = forum.name.best(words.language)[0], mark_of(forum)
    return words("called_off.marked", status=words(mark.key), name=name) if mark else name
