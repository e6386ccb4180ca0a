"""What waits: drafts, and records under an embargo. Of the clock it knows only the day that it is given."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from generator.corpus.corpus import Corpus
from generator.corpus.grouping import AnyRecord
from generator.corpus.own_site import files_linked
from generator.models import Record
from generator.models.fields import files_named_by
from generator.parsing.messages import Message, message


def visible_from(record: Record) -> date:
    """The day from which a build has the record: the last of all days for a draft, which none has."""
    if record.draft:
        return date.max
    return record.embargo.earliest if record.embargo else date.min


def waits_until(record: Record, today: date) -> date:
    """The same to one who asks today: what is published already was so from the first of all days.

    On the last of all days, which stands for none, no embargo has passed.
    """
    day = visible_from(record)
    return date.min if day <= today < date.max else day


def has_no_certain_day(record: Record) -> bool:
    """Whether its embargo is a mistake that is told by itself, and nothing follows from it."""
    return not record.draft and record.embargo is not None and not record.embargo.is_exact


def waits(record: Record, today: date) -> bool:
    """Whether a build of the day leaves the record out."""
    return record.draft or visible_from(record) > today


@dataclass(frozen=True)
class Waiting:
    """How many records a build leaves out."""

    drafts: int
    embargoed: int

    def __bool__(self) -> bool:
        return bool(self.drafts or self.embargoed)


def count_waiting(corpus: Corpus, today: date) -> Waiting:
    left_out = [record for record in corpus.records if waits(record, today)]
    drafts = sum(record.draft for record in left_out)
    return Waiting(drafts, len(left_out) - drafts)


def counted_waiting(waiting: Waiting) -> Message:
    """`2 drafts and 1 record under an embargo`, or one of the two."""
    drafts = message("build.drafts", n=waiting.drafts)
    embargoed = message("build.embargoed", n=waiting.embargoed)
    if waiting.drafts and waiting.embargoed:
        return message("build.waiting_both", drafts=drafts, embargoed=embargoed)
    return drafts if waiting.drafts else embargoed


def published(corpus: Corpus, today: date) -> Corpus:
    """The corpus as a build of the day has it: without what waits, and without files that it alone names."""
    left_out = [record for record in corpus.records if waits(record, today)]
    if not left_out:
        return previewed(corpus, today)
    kept = [record for record in corpus.records if not waits(record, today)]
    linked = files_linked(corpus)
    shown = _files_named(kept, linked) | linked.get("", frozenset())
    hidden = _files_named(left_out, linked) - shown
    return _released(replace(corpus, files=corpus.files - hidden), today, left_out)


def previewed(corpus: Corpus, today: date) -> Corpus:
    """The corpus as a preview has it: what waits is there, and an embargo that has passed is gone."""
    return _released(corpus, today) if any(record.embargo for record in corpus.records) else corpus


def to_preview(corpus: Corpus, today: date) -> Corpus:
    """The same, marked as that of a preview, which may speak to those who write."""
    return replace(previewed(corpus, today), is_previewed=True)


def _released(corpus: Corpus, today: date, left_out: Iterable[Record] = ()) -> Corpus:
    without = {(record.folder, record.id) for record in left_out}

    def kept(records: Mapping[str, AnyRecord]) -> Mapping[str, AnyRecord]:
        return {
            key: _without_passed_embargo(record, today)
            for key, record in records.items()
            if (record.folder, key) not in without
        }

    return replace(
        corpus,
        forums=kept(corpus.forums),
        speakers=kept(corpus.speakers),
        organizations=kept(corpus.organizations),
        proposals=kept(corpus.proposals),
        sources=kept(corpus.sources),
        hidden={owner: hidden for owner, hidden in corpus.hidden.items() if owner not in without},
    )


def _without_passed_embargo(record: AnyRecord, today: date) -> AnyRecord:
    passed = record.embargo and record.embargo.earliest <= today
    return record.model_copy(update={"embargo": None}) if passed else record


def _files_named(records: Iterable[Record], linked: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The files of content/files/ that the records name in a field or by an address of this site."""
    found: set[str] = set()
    for record in records:
        found |= set(files_named_by(record)) | linked.get(record.path, frozenset())
    return frozenset(found)
