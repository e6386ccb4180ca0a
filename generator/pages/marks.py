"""The word that stands beside a record's name wherever it is named: what nobody may overlook."""

from __future__ import annotations

from generator.corpus.marks import MARKS, mark_of
from generator.i18n.strings import Words
from generator.models import Forum, Record
from generator.models.titles import WITHDRAWN
from generator.pages.page import Word


def mark_word(record: Record) -> Word | None:
    """The word for what nobody may overlook; lists of proposals say by themselves what was taken back."""
    mark = mark_of(record)
    return Word(MARKS[mark]) if mark and mark != WITHDRAWN else None


def marked_name(forum: Forum, words: Words) -> str:
    """A forum's name as text, with its mark before it."""
    return with_mark(forum, forum.name.best(words.language)[0], words)


def with_mark(record: Record, name: str, words: Words) -> str:
    """A name, of the record or of a part of it, with the record's mark before it."""
    mark = mark_word(record)
    return words("called_off.marked", status=words(mark.key), name=name) if mark else name
