"""People, bodies and sources that only a draft or a record under an embargo brings along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.corpus.corpus import Corpus
from generator.corpus.links import links_in_texts
from generator.corpus.rules.finding import Finding
from generator.corpus.waiting import has_no_certain_day, waits_until
from generator.models import Organization, Source, Speaker
from generator.models.references import references_of
from generator.parsing.messages import message


def what_is_brought_along_waits_too(corpus: Corpus, today: date) -> Iterator[Finding]:
    """A person, a body or a source that only what waits names is not published before it."""
    days = {
        record.path: date.min if has_no_certain_day(record) else waits_until(record, today)
        for record in corpus.records
    }
    if not any(day > date.min for day in days.values()):
        return
    named = _named_first(corpus, days)
    for record in corpus.records:
        day, by = named.get(record.page, (date.min, ""))
        if isinstance(record, Speaker | Organization | Source) and days[record.path] < day:
            field = "title" if isinstance(record, Source) else "name"
            yield Finding(record.path, (field,), message("warnings.brought_along", other=by))


def _named_first(corpus: Corpus, days: Mapping[str, date]) -> Mapping[str, tuple[date, str]]:
    """Page of each record that another one names → the first day on which one does, and which."""
    naming = [
        (f"{reference.target}/{reference.id}.md", record.path)
        for record in corpus.records
        for reference in references_of(record)
        if (reference.target, reference.id) != (record.folder, record.id)
    ]
    naming += [(link.page, link.path) for link in links_in_texts(corpus)]
    first: dict[str, tuple[date, str]] = {}
    for page, path in naming:
        found = (days.get(path, date.min), path)
        first[page] = min(first.get(page, found), found)
    return first
