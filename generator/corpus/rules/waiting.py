"""What is published names nothing that waits, so that any build is whole, whatever its day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.corpus.corpus import Corpus
from generator.corpus.links import links_in_texts
from generator.corpus.own_site import own_addresses
from generator.corpus.rules.finding import Finding
from generator.corpus.talks import talks_of
from generator.corpus.waiting import visible_from
from generator.models import Record
from generator.models.references import references_of
from generator.parsing.messages import Message, message


def embargoes_end_on_a_day(corpus: Corpus) -> Iterator[Finding]:
    """An embargo ends on a day, not in a month or a year, and not about then."""
    for record in corpus.records:
        if record.embargo and not record.embargo.is_exact:
            inexact = message("waiting.inexact", day=str(record.embargo))
            yield Finding(record.path, ("embargo",), inexact)


def nothing_names_what_waits_longer(corpus: Corpus) -> Iterator[Finding]:
    """A record, or a page, names no record that is published later than itself, or is a draft."""
    if not any(map(_can_wait, corpus.records)):
        return
    days = {record.path: visible_from(record) for record in corpus.records}
    for record in corpus.records:
        for reference in references_of(record):
            other = corpus.by_kind.get(reference.target, {}).get(reference.id)
            if other and visible_from(other) > days[record.path]:
                yield Finding(record.path, reference.field, _told(record.path, days, other))
    pages: dict[str, Record] = {record.page: record for record in corpus.records}
    pages |= {talk.page: forum for forum in corpus.forums.values() for talk in talks_of(forum)}
    for path, field, page, address in _links(corpus):
        other = pages.get(page)
        if other and visible_from(other) > days.get(path, date.min):
            yield Finding(path, field, _told(path, days, other), address)


def _can_wait(record: Record) -> bool:
    return record.draft or record.embargo is not None


def _links(corpus: Corpus) -> Iterator[tuple[str, tuple[str | int, ...], str, str]]:
    for link in links_in_texts(corpus):
        yield link.path, link.field, link.page, link.address
    for own in own_addresses(corpus):
        yield own.path, own.field, own.page, own.address


def _told(path: str, days: Mapping[str, date], other: Record) -> Message:
    """What to do: of a page and the vocabulary, which cannot wait, only what else there is."""
    if other.draft:
        return message("waiting.draft" if path in days else "waiting.draft_in_page", other=other.path)
    day = str(other.embargo)
    key = "waiting.embargo" if path in days else "waiting.embargo_in_page"
    return message(key, other=other.path, day=day)
