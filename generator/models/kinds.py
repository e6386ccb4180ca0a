"""The kinds of record: the one table of their folders, and what follows from it."""

from __future__ import annotations

from collections.abc import Mapping

from generator.models.forum import Forum
from generator.models.model import Model
from generator.models.parts import Record
from generator.models.people import Organization, Speaker
from generator.models.proposal import Proposal
from generator.models.site import Site
from generator.models.source import Source
from generator.models.vocabulary import Vocabulary

RECORD_KINDS: Mapping[str, type[Record]] = {
    kind.folder: kind for kind in (Forum, Speaker, Organization, Proposal, Source)
}
"""Folder of content/ → kind of record; pages use the same folder names."""

KIND_FOLDERS: Mapping[str, str] = {model.__name__.lower(): folder for folder, model in RECORD_KINDS.items()}
"""A kind's name in the singular, as people say it → its folder: `forum` → `forums`."""

CONTENT_MODELS: Mapping[str, type[Model]] = {
    **{name: RECORD_KINDS[folder] for name, folder in KIND_FOLDERS.items()},
    "vocabulary": Vocabulary,
    "site": Site,
}
"""What a file of content/ is called in the singular, as its schema is → its model."""

SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"
"""The dialect of every JSON Schema that is made of these models."""
