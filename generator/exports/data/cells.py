"""The entries of a list in one cell: their ids, or the names that these stand for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.corpus.corpus import Corpus
from generator.corpus.words import label_of_word
from generator.models import LANGUAGES, Language, Text
from generator.models.fields import Described, fields_of
from generator.pages.filter_values import name_among_ids

TitlesById = Mapping[tuple[str, str], Text]
"""A table and an id in it → its name."""

SEPARATOR = "; "


def names_of(corpus: Corpus) -> TitlesById:
    """The names of all records but sources, which are known by their ids, and of the vocabulary's words."""
    return {
        **{
            (record.folder, record.id): corpus.shown_name(record)
            for record in corpus.records
            if record.folder != "sources"
        },
        **{
            (name, key): label_of_word(word)
            for name, words in corpus.words_by_list.items()
            for key, word in words.items()
        },
    }


def names_something(held: Described) -> bool:
    """Whether the field holds ids that have names; a source is known by its id."""
    if held.part is None:
        return held.target not in (None, "sources")
    return any(part.target not in (None, "sources") for part in fields_of(held.part))


def name_in(names: TitlesById, target: str | None, key: str, language: Language) -> str:
    """The name that an id stands for, in the language if there is one, else in the other one."""
    name = names.get((target or "", key))
    return name.best(language)[0] if name else key


def ids_in_brief(held: Described, entries: Sequence[object]) -> str | None:
    """Ids, days and other plain values of each entry: `2024-06-12 proposed; 2024-09-01 adopted`."""
    return SEPARATOR.join(" ".join(_plain_values(held, entry)) for entry in entries) or None


def names_in_brief(
    held: Described, entries: Sequence[object], names: TitlesById, language: Language
) -> str | None:
    """The same with names instead of ids; of a list of texts, those in the language."""
    shown = []
    for entry in entries:
        if isinstance(entry, Text):
            shown.append(entry.in_language(language) or "")
        elif isinstance(entry, str):
            shown.append(name_in(names, held.target, entry, language))
        else:
            shown.append(", ".join(_named_values(held, entry, names, language)))
    return SEPARATOR.join(filter(None, shown)) or None


def _plain_values(held: Described, entry: object) -> Iterator[str]:
    if held.part is None:
        yield str(entry)
        return
    found = [str(value) for _, value in _values(held, entry)]
    name = None if found else _first_text(held, entry, LANGUAGES[0])
    yield from [name_among_ids(name)] if name else found


def _named_values(held: Described, entry: object, names: TitlesById, language: Language) -> Iterator[str]:
    found = [
        name_in(names, inner.target, str(value), language) if inner.target else str(value)
        for inner, value in _values(held, entry)
    ]
    yield from found or filter(None, [_first_text(held, entry, language)])


def _values(held: Described, entry: object) -> Iterator[tuple[Described, object]]:
    """The plain values of a part, and the ids in its lists; no texts, flags, or ids that it need not have."""
    for inner in fields_of(held.part) if held.part else ():
        value = getattr(entry, inner.name)
        if inner.part is not None or inner.kind == "flag" or (inner.name == "id" and not inner.needed):
            continue
        for one in value if inner.several and inner.target else (value,):
            if one is not None and not isinstance(one, tuple):
                yield inner, one


def _first_text(held: Described, entry: object, language: Language) -> str | None:
    """The first text of a part without ids, such as the name of an addressee that has no record."""
    for inner in fields_of(held.part) if held.part else ():
        value = getattr(entry, inner.name)
        if isinstance(value, Text) and inner.kind == "text":
            return value.best(language)[0]
    return None
