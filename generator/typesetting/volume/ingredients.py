"""What a volume is made of, as a digest: found without making the volume, which takes a hundred times longer.

It may change where the volume stays the same (a biography is not in it), never the other way round.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from hashlib import sha256

from generator.corpus.corpus import Corpus
from generator.i18n.strings import SiteWords, Words
from generator.models import Forum, Organization, Proposal, Record, Speaker
from generator.models.references import references_of
from generator.output.program_digest import program_digest

MAKING = ("corpus", "i18n", "models", "pages", "parsing", "typesetting")
"""The folders of generator/ whose code makes a volume."""
MAKING_WITH = ("Babel", "markdown-it-py", "typst")


class Ingredients:
    """Digests of records, each made once however many volumes show the record."""

    def __init__(self, corpus: Corpus, site_words: SiteWords) -> None:
        self._corpus = corpus
        self._words = site_words
        self._records: dict[tuple[str, str], str] = {}
        self._forums: dict[str, str] = {}

    def of_volume(self, forums: Sequence[Forum], words: Sequence[Words], year: int | None = None) -> str:
        """The digest of a volume of the forums, in the languages of the words."""
        languages = " ".join(one.language for one in words)
        return _digest(f"{self._common} {languages} {year}", *map(self._of_forum, forums))

    @cached_property
    def _common(self) -> str:
        """What every volume depends on: the program, the site and its words, and what kinds of record are."""
        corpus = self._corpus
        words = json.dumps({one.language: one.strings for one in self._words.values()}, sort_keys=True)
        site, vocabulary = corpus.site.model_dump_json(), corpus.vocabulary.model_dump_json()
        program = program_digest(MAKING, MAKING_WITH)
        return _digest(program, words, site, vocabulary, str(bool(corpus.proposals)))

    def _of_forum(self, forum: Forum) -> str:
        """The forum, its proposals and all whom they name, and those that name the proposals."""
        if forum.id not in self._forums:
            own: list[Forum | Proposal] = [forum, *self._corpus.proposals_at(forum)]
            newest = str(self._corpus.newest_fact(own))
            self._forums[forum.id] = _digest(newest, *map(self._of_record, self._with_others(own)))
        return self._forums[forum.id]

    def _with_others(self, records: Sequence[Forum | Proposal]) -> Iterator[Record]:
        """The records in their order, then those that they name, and those that relate to them."""
        corpus = self._corpus
        named = ((one.target, one.id) for record in records for one in references_of(record))
        others = [
            corpus.by_kind[folder][key] for folder, key in dict.fromkeys(named) if folder in corpus.by_kind
        ]
        relating = (
            other
            for record in records
            if isinstance(record, Proposal)
            for other in corpus.proposals_relating_to(record)
        )
        return iter((*records, *others, *relating))

    def _of_record(self, record: Record) -> str:
        key = (record.folder, record.id)
        if key not in self._records:
            self._records[key] = _digest(record.folder, record.model_dump_json(), *self._beside(record))
        return self._records[key]

    def _beside(self, record: Record) -> Iterator[str]:
        """What tells somebody apart from others of the name, and where those had a post."""
        if not isinstance(record, Speaker | Organization):
            return
        yield self._corpus.shown_name(record).model_dump_json()
        for other in self._corpus.namesakes_of(record):
            for part in self._corpus.participations_of(other):
                who = part.participant
                yield f"{who.organization} {who.position.model_dump_json() if who.position else ''}"


def _digest(*parts: str) -> str:
    return sha256(json.dumps(parts).encode()).hexdigest()
