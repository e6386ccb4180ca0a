"""The page of fields, below the data page: each field of the kinds of record, and of the parts of records."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.corpus.corpus import Corpus
from generator.models import RECORD_KINDS
from generator.models.fields import Described, fields_of, speaks_of
from generator.models.model import Model
from generator.pages.page import HOME, Page, PageLink, Word

DATA_PAGE = "data.md"
FIELDS_PAGE = "data/fields.md"


@dataclass(frozen=True)
class FieldTable:
    """A model with its fields: a kind of record, or a part of one."""

    name: str
    """A key of data.parts in strings/; also the heading's anchor."""
    meaning: str
    fields: tuple[Described, ...]


@dataclass(frozen=True)
class FieldsView:
    records: tuple[FieldTable, ...]
    parts: tuple[FieldTable, ...]
    lists: tuple[str, ...]
    """The lists of the vocabulary whose words stand on the data page."""


def fields_page(corpus: Corpus) -> Page[FieldsView]:
    """What it says is the program's: no record changes it, so it states no day."""
    records, parts = described_models(corpus.kinds, corpus.site.without)
    return Page(
        FIELDS_PAGE,
        "fields",
        title=Word("fields.title"),
        view=FieldsView(records, parts, tuple(lists_shown(corpus))),
        crumbs=(HOME, PageLink(Word("data.title"), DATA_PAGE)),
        description=Word("fields.description"),
    )


def lists_shown(corpus: Corpus) -> Iterator[str]:
    """The lists of the vocabulary that have words, and that are of a kind of record that there is."""
    return (name for name, words in corpus.words_by_list.items() if words and corpus.has(name))


def fields_link(table: FieldTable) -> PageLink:
    """Where a kind of record or a part is described."""
    return PageLink(Word(f"data.parts.{table.name}"), FIELDS_PAGE, f"fields-{table.name}")


def described_models(
    kinds: Collection[str] = tuple(RECORD_KINDS), lacking: Collection[str] = ()
) -> tuple[tuple[FieldTable, ...], tuple[FieldTable, ...]]:
    """The kinds of record, and the parts of them, in the order of their first use.

    Fields that name records of a kind that is lacking are left out.
    """
    fields: dict[type[Model], tuple[Described, ...]] = {}
    models: dict[type[Model], None] = dict.fromkeys(RECORD_KINDS[kind] for kind in kinds)
    for model in (queue := list(models)):
        fields[model] = tuple(held for held in fields_of(model) if not speaks_of(held, lacking))
        for description in fields[model]:
            if description.kind == "part" and description.part and description.part not in models:
                models[description.part] = None
                queue.append(description.part)
    parts = tuple(
        FieldTable(part_name(model), (model.__doc__ or "").strip(), fields[model]) for model in models
    )
    return parts[: len(kinds)], parts[len(kinds) :]


def part_name(model: type[Model]) -> str:
    return model.__name__.lower()
