"""What the site goes without: volumes and cards that could not be made, each with its record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.corpus.corpus import Corpus
from generator.models import LANGUAGES
from generator.pages.pdf_links import volume_path, year_path
from generator.parsing.messages import Message, message
from generator.typesetting.cards import card_path
from generator.typesetting.compiler import TypesettingFailed


@dataclass(frozen=True, order=True)
class LeftOut:
    """A file that the site goes without."""

    record: str
    """The record that it is made of: `content/forums/2025-ai.yml`; a year has `content/forums`."""
    path: str
    """From the site's root."""
    reason: str
    """Why it could not be made, on a line."""

    @property
    def message(self) -> Message:
        return message("build.left_out", record=self.record, path=self.path, reason=self.reason)


def left_out(corpus: Corpus, failures: Mapping[str, TypesettingFailed]) -> tuple[LeftOut, ...]:
    """The failures by path, with their records."""
    records = _records_by_path(corpus)
    found = (LeftOut(records[path], path, _first_line(failure)) for path, failure in failures.items())
    return tuple(sorted(found))


def _first_line(failure: TypesettingFailed) -> str:
    return next(iter(str(failure).splitlines()), "")


def _records_by_path(corpus: Corpus) -> dict[str, str]:
    """Path of a volume or card → its record's file."""
    records = {card_path("index.md", language): corpus.site.path for language in LANGUAGES}
    for record in (*corpus.forums.values(), *corpus.proposals.values()):
        records |= {card_path(record.page, language): record.path for language in LANGUAGES}
    for forum in corpus.forums.values():
        records[year_path(forum.start_date.year)] = "content/forums"
        for path in (volume_path(forum), *(volume_path(forum, language) for language in LANGUAGES)):
            records[path] = forum.path
    return records
