"""The words of the vocabulary by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from generator.models import (
    DocumentKind,
    ForumKind,
    LicenceWord,
    Model,
    OrganizationKind,
    Register,
    RelationKind,
    Role,
    Series,
    SessionKind,
    Status,
    Text,
    Topic,
    Unit,
    Vocabulary,
)
from generator.models.labelled import Labelled
from generator.models.word_lists import WORD_LISTS


class WordIndexes:
    """The words of each list of the vocabulary by id, in the order of the list."""

    vocabulary: Vocabulary

    @cached_property
    def words_by_list(self) -> Mapping[str, Mapping[str, Model]]:
        """Name of the list → its words by id."""
        return {name: {word.id: word for word in getattr(self.vocabulary, name)} for name in WORD_LISTS}

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        return {topic.id: topic for topic in self.vocabulary.topics}

    @cached_property
    def statuses(self) -> Mapping[str, Status]:
        return {status.id: status for status in self.vocabulary.statuses}

    @cached_property
    def roles(self) -> Mapping[str, Role]:
        return {role.id: role for role in self.vocabulary.roles}

    @cached_property
    def series(self) -> Mapping[str, Series]:
        return {series.id: series for series in self.vocabulary.series}

    @cached_property
    def registers(self) -> Mapping[str, Register]:
        return {register.id: register for register in self.vocabulary.registers}

    @cached_property
    def licences(self) -> Mapping[str, LicenceWord]:
        return {licence.id: licence for licence in self.vocabulary.licences}

    @cached_property
    def forum_kinds(self) -> Mapping[str, ForumKind]:
        return {kind.id: kind for kind in self.vocabulary.forum_kinds}

    @cached_property
    def session_kinds(self) -> Mapping[str, SessionKind]:
        return {kind.id: kind for kind in self.vocabulary.session_kinds}

    @cached_property
    def organization_kinds(self) -> Mapping[str, OrganizationKind]:
        return {kind.id: kind for kind in self.vocabulary.organization_kinds}

    @cached_property
    def document_kinds(self) -> Mapping[str, DocumentKind]:
        return {kind.id: kind for kind in self.vocabulary.document_kinds}

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        return {unit.id: unit for unit in self.vocabulary.units}

    @cached_property
    def relation_kinds(self) -> Mapping[str, RelationKind]:
        return {kind.id: kind for kind in self.vocabulary.relations}


def label_of_word(word: Model) -> Text:
    """What readers see for a word of the vocabulary."""
    if isinstance(word, Labelled):
        return word.label
    if isinstance(word, Series):
        return word.name
    raise TypeError(f"a {type(word).__name__} is no word")
