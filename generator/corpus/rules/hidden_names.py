"""Hidden names can be searched for, and their own record does not show them."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.hidden_names import Hidden
from generator.corpus.rules.finding import Finding
from generator.models import LANGUAGES, Named
from generator.parsing.messages import message
from generator.parsing.problems import field_name


def hidden_names_can_be_found(corpus: Corpus) -> Iterator[Finding]:
    """A hidden name has letters or digits, or no search finds it."""
    for record, hidden in _hiding(corpus):
        for number, other in enumerate(hidden.names):
            if not any(map(str.isalnum, other.name)):
                yield Finding(record.path, _field(number), message("hidden_name.no_letter"))


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
