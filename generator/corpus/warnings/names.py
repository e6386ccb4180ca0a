"""Names that disagree with their parts, and hidden names that something shows all the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.rules.dates import is_before
from generator.corpus.rules.finding import Finding
from generator.models import LANGUAGES, Record, Site, Vocabulary
from generator.models.references import references_of
from generator.models.traverse import values_of
from generator.parsing.messages import message

_BETWEEN = r"[\s\-_.,'’·]*"
"""What stands between the words of a name, or between its syllables."""


def parts_are_of_the_name(corpus: Corpus) -> Iterator[Finding]:
    """Family name and given name stand in the name as it is written in that language."""
    for speaker in corpus.speakers.values():
        for field in ("family_name", "given_name"):
            part = getattr(speaker, field)
            for language in LANGUAGES if part else ():
                name, written = speaker.name.in_language(language), part.in_language(language)
                if name and written and _letters(written) not in _letters(name):
                    told = message("warnings.part_of_name", part=written, name=name)
                    yield Finding(speaker.path, (field, language), told)


def hidden_names_stand_nowhere(corpus: Corpus) -> Iterator[Finding]:
    """A name that a record hides stands in no text, file name or id that is published."""
    owners = {
        f"content/{folder}/{key}.yml": [one.name for one in hidden.names]
        for (folder, key), hidden in corpus.hidden.items()
    }
    patterns = {path: _pattern_of(names) for path, names in owners.items()}
    for path, pattern in patterns.items():
        yield from _shown_in_records(corpus, path, pattern)
        for page in corpus.pages:
            if pattern.search(_plain(f"{page.title}\n{page.written}")):
                yield Finding(page.path, (), message("warnings.hidden_name", owner=path))
        for file in sorted(corpus.files):
            if pattern.search(_plain(file)):
                yield Finding(f"content/files/{file}", (), message("warnings.hidden_name", owner=path))


def successors_are_younger(corpus: Corpus) -> Iterator[Finding]:
    """A successor is founded no earlier than the organization whose place it took."""
    for body in corpus.organizations.values():
        for number, key in enumerate(body.successors):
            after = corpus.organizations.get(key)
            first, second = body.founding_date, after.founding_date if after else None
            if after and first and second and is_before(second, first):
                told = message("warnings.older", other=after.path, second=str(second), first=str(first))
                yield Finding(body.path, ("successors", number), told)


def _shown_in_records(corpus: Corpus, owner: str, pattern: re.Pattern[str]) -> Iterator[Finding]:
    records: tuple[Site | Vocabulary | Record, ...] = (corpus.site, corpus.vocabulary, *corpus.records)
    for record in records:
        ids = {reference.field for reference in references_of(record)}
        for field, text in values_of(record, str):
            if isinstance(record, Vocabulary) and field[0] not in record.model_fields_set:
                continue  # a list that is shipped
            if field not in ids and pattern.search(_plain(text)):
                told = message("warnings.hidden_name", owner=owner)
                yield Finding(record.path, () if field == ("id",) else field, told)


def _pattern_of(names: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(way for name in names for way in _ways(_plain(name))))


def _ways(name: str) -> Iterator[str]:
    """A name as it may stand in a text: with spaces or without, and in Latin letters in either order."""
    if re.search("[가-힣]", name):
        yield _BETWEEN.join(map(re.escape, re.findall(r"[^\W_]", name)))
        return
    words = re.findall(r"[^\W_]+", name)
    for ordered in {tuple(words), (*words[-1:], *words[:-1]), (*words[1:], *words[:1])}:
        yield rf"(?<![^\W_]){_BETWEEN.join(map(re.escape, ordered))}(?![^\W_])"


def _plain(text: str) -> str:
    bare = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", bare).casefold()


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, _plain(name)))
