"""What is published names nothing that waits, so that any build is whole, whatever its day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.corpus.corpus import Corpus
from generator.corpus.links import links_in_texts
from generator.corpus.own_site import own_addresses
from generator.corpus.rules.finding import Finding
from generator.corpus.talks import talks_of
from generator.corpus.waiting import has_no_certain_day, waits_until
from generator.models import Record
from generator.models.references import references_of
from generator.parsing.messages import Message, message
from generator.parsing.problems import Field


def embargoes_end_on_a_day(corpus: Corpus) -> Iterator[Finding]:
    """An embargo ends on a day, not in a month or a year, and not about then."""
    for record in corpus.records:
        if record.embargo and not record.embargo.is_exact:
            inexact = message("waiting.inexact", day=str(record.embargo))
            yield Finding(record.path, ("embargo",), inexact)


def nothing_names_what_waits_longer(corpus: Corpus, today: date) -> Iterator[Finding]:
    """A record, or a page, names no record that is published later than itself, or is a draft.

    An embargo that has passed is as none.
    """
    days = {record.path: waits_until(record, today) for record in corpus.records}
    if not any(day > date.min for day in days.values()):
        return
    unsure = {record.path for record in corpus.records if has_no_certain_day(record)}
    pages: dict[str, Record] = {record.page: record for record in corpus.records}
    pages |= {talk.page: forum for forum in corpus.forums.values() for talk in talks_of(forum)}
    for path, field, page, address in (*_references(corpus), *_links(corpus)):
        other = pages.get(page)
        if other and not {path, other.path} & unsure and days[other.path] > days.get(path, date.min):
            yield Finding(path, field, _told(path, days, other), address)


def _references(corpus: Corpus) -> Iterator[tuple[str, Field, str, str]]:
    for record in corpus.records:
        for reference in references_of(record):
            yield record.path, reference.field, f"{reference.target}/{reference.id}.md", ""


def _links(corpus: Corpus) -> Iterator[tuple[str, Field, str, str]]:
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
