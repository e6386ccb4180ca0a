"""A volume that changes has another key: the digest names all that the volume is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.i18n.strings import SiteWords
from generator.models import LANGUAGES, Record, Text
from generator.models.model import Model
from generator.typesetting.volume.views import VolumeView
from generator.typesetting.volumes import volume_keys, volumes
from tests.support.paths import RECORDS
from tests.support.small_corpus import corpus as small_corpus
from tests.support.small_corpus import (
    forum,
    organization,
    proposal,
    session,
    site,
    source,
    speaker,
    step,
    vocabulary,
)
from tests.support.words import WORDS

KOREAN: SiteWords = {"ko": WORDS["ko"]}


def keys_of(corpus: Corpus) -> Mapping[str, str]:
    return dict(volume_keys(corpus, WORDS))


def views_of(corpus: Corpus) -> Mapping[str, VolumeView]:
    return {path: maker() for path, maker in volumes(corpus, KOREAN)}


def retold(value: object) -> object:
    """With another word in each of its texts; ids, days and numbers stay."""
    if isinstance(value, Text):
        other: dict[str, str] = {one: f"{text} 다시" for one in LANGUAGES if (text := value.in_language(one))}
        return value.model_copy(update=other)
    if isinstance(value, Model):
        return value.model_copy(
            update={name: retold(getattr(value, name)) for name in type(value).model_fields}
        )
    return tuple(map(retold, value)) if isinstance(value, tuple) else value


def with_another(corpus: Corpus, record: Record) -> Corpus:
    """The corpus with a record in place of the one of its id."""
    fields: dict[str, Any] = {record.folder: {**corpus.by_kind[record.folder], record.id: record}}
    return replace(corpus, **fields)


def corpora_with_one_record_retold(corpus: Corpus) -> Iterator[tuple[Record, Corpus]]:
    for record in corpus.records:
        changed = retold(record)
        assert isinstance(changed, type(record))
        yield record, with_another(corpus, changed)


@pytest.mark.builds
def test_whatever_record_is_retold_the_volumes_that_change_have_other_keys() -> None:
    corpus = load_corpus(RECORDS)
    keys, views = keys_of(corpus), views_of(corpus)
    quiet: list[Record] = []
    telling: list[Record] = []
    for record, other in corpora_with_one_record_retold(corpus):
        new_keys, new_views = keys_of(other), views_of(other)
        changed = {path for path in views if new_views[path] != views[path]}
        assert {path for path in changed if new_keys[path] == keys[path]} == set(), record.path
        (telling if changed else quiet).append(record)
        if record.folder == "proposals":
            assert len([path for path in keys if new_keys[path] != keys[path]]) < len(keys)
    assert telling
    assert quiet


RECORDS_OF_TWO_FORUMS = (
    forum("g", name="다른 포럼", start_date="2023-02-01", sessions=[
        session(contributions=[
            {"person": "p", "organization": "o", "role": "presenter"}, {"person": "p", "role": "presenter"},
        ]),
    ]),
    proposal(), proposal("g-1", forum="g"), speaker(), organization(),
)  # fmt: skip

CHANGES: Mapping[str, tuple[Record, ...]] = {
    "a proposal that relates to one of it": (
        proposal("f-1", relations=[{"type": "related", "proposal": "g-1"}]),
    ),
    "a namesake of a speaker": (speaker("q", memberships=[{"organization": "o"}]),),
    "a namesake who had the same post": (
        speaker("q"),
        forum(sessions=[session(contributions=[{"person": "q", "organization": "o", "role": "presenter"}])]),
    ),
    "a namesake of a body": (organization("o2"),),
    "a day until which the records cover": (source(issued="2025-01-01"),),
    "another proposal": (proposal("g-2", forum="g"),),
    "a step of a proposal": (
        proposal("g-1", forum="g", history=[step("2023-02-01"), step("2023-05-01", "adopted")]),
    ),
}


@pytest.mark.parametrize("records", CHANGES.values(), ids=CHANGES)
def test_what_other_records_say_of_a_forum_is_part_of_it(records: tuple[Record, ...]) -> None:
    corpus = small_corpus(*RECORDS_OF_TWO_FORUMS)
    other = small_corpus(*{(one.folder, one.id): one for one in (*RECORDS_OF_TWO_FORUMS, *records)}.values())
    before, after = views_of(corpus), views_of(other)
    changed = {path for path in before if before[path] != after[path]}
    assert changed
    assert {path for path in changed if keys_of(corpus)[path] == keys_of(other)[path]} == set()


def test_the_site_its_vocabulary_and_its_words_are_part_of_every_volume() -> None:
    keys = keys_of(small_corpus())
    told_otherwise = replace(WORDS["ko"], strings={**WORDS["ko"].strings, "volume": {}})
    others = (
        keys_of(small_corpus(site=site(name="다른 이름"))),
        keys_of(small_corpus(vocabulary=vocabulary(topics=[{"id": "shelves", "label": "책꽂이"}]))),
        dict(volume_keys(small_corpus(), {**WORDS, "ko": told_otherwise})),
        keys_of(small_corpus(proposal("x-1"))),
    )
    for other in others:
        assert all(other[path] != key for path, key in keys.items())


def test_a_volume_of_its_own_has_a_key_of_its_own() -> None:
    keys = keys_of(small_corpus(*RECORDS_OF_TWO_FORUMS))
    assert len(set(keys.values())) == len(keys)
