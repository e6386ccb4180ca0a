"""Who takes part is named once, and is known or has a name."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.rules.finding import Finding, repeated
from generator.corpus.rules.talks import contributions_in
from generator.models.model import Model
from generator.models.several import OneOrSeveral
from generator.models.traverse import values_of
from generator.parsing.messages import message
from generator.parsing.problems import Field, field_name


def several_differ(corpus: Corpus) -> Iterator[Finding]:
    """Where several may stand for one, such as the organizations of a speaker, each is named once."""
    for record in corpus.records:
        for where, part in _parts_of_several(record):
            for one, rest in part.others.items():
                entries: list[Hashable] = [getattr(part, one), *getattr(part, rest)]
                for number, first in repeated(entries):
                    twice = message("twice.one_of_several", first=field_name((*where, one, first)))
                    yield Finding(record.path, (*where, rest, number - 1), twice)


def speakers_of_a_talk_differ(corpus: Corpus) -> Iterator[Finding]:
    """Nobody gives one talk twice: its person is none of its co-speakers, and those differ."""
    for forum in corpus.forums.values():
        for where, contribution in contributions_in(forum):
            persons = [one.person or number for number, one in enumerate(contribution.speakers)]
            for number, first in repeated(persons):
                above: Field = (*where, "co_speakers", first - 1) if first else where
                twice = message("twice.speaker", first=field_name(above))
                yield Finding(forum.path, (*where, "co_speakers", number - 1, "person"), twice)


def _parts_of_several(model: Model, above: Field = ()) -> Iterator[tuple[Field, OneOrSeveral]]:
    """The parts at any depth, those within others too."""
    for name in type(model).model_fields:
        for where, part in values_of(getattr(model, name), OneOrSeveral, (*above, name)):
            yield where, part
            yield from _parts_of_several(part, where)
