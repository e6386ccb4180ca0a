"""Hidden names can be searched for, and their own record does not show them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.hidden_names import LONGEST_HIDDEN, SHORTEST_HIDDEN, Hidden
from generator.corpus.rules.finding import Finding
from generator.models import LANGUAGES, Named
from generator.parsing.messages import Message, message
from generator.parsing.problems import field_name


def hidden_names_can_be_found(corpus: Corpus) -> Iterator[Finding]:
    """A hidden name has two letters or digits at least, and at most forty, or no search finds it."""
    for record, hidden in _hiding(corpus):
        for number, other in enumerate(hidden.names):
            if told := _not_found(sum(map(str.isalnum, unicodedata.normalize("NFC", other.name)))):
                yield Finding(record.path, _field(number), told)


def _not_found(letters: int) -> Message | None:
    if not letters:
        return message("hidden_name.no_letter")
    if letters < SHORTEST_HIDDEN:
        return message("hidden_name.short")
    if letters > LONGEST_HIDDEN:
        return message("hidden_name.long", length=letters, most=LONGEST_HIDDEN)
    return None


def hidden_names_are_shown_by_no_other(corpus: Corpus) -> Iterator[Finding]:
    """A hidden name is neither the record's own name nor one of those that it shows beside it."""
    for record, hidden in _hiding(corpus):
        shown = _shown(record, hidden)
        for number, other in enumerate(hidden.names):
            if field := shown.get(other.name.casefold()):
                yield Finding(record.path, _field(number), message("hidden_name.shown", field=field))


def _hiding(corpus: Corpus) -> Iterator[tuple[Named, Hidden]]:
    for (folder, key), hidden in corpus.hidden.items():
        record = corpus.by_kind[folder].get(key)
        if isinstance(record, Named):
            yield record, hidden


def _shown(record: Named, hidden: Hidden) -> dict[str, str]:
    """The names that the record shows, and the fields in which they are written."""
    found = {
        other.name.casefold(): field_name(("other_names", place, "name"))
        for place, other in zip(hidden.places, record.other_names, strict=True)
    }
    for language in LANGUAGES:
        if name := record.name.in_language(language):
            found[name.casefold()] = "name" if record.name.is_same_in_both else f"name.{language}"
    return found


def _field(number: int) -> tuple[str | int, ...]:
    return ("other_names", "hidden", number, "name")
