"""Names that disagree with their parts, and hidden names that something shows all the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from urllib.parse import unquote

from generator.corpus.corpus import Corpus
from generator.corpus.rules.dates import is_before
from generator.corpus.rules.finding import Finding
from generator.models import LANGUAGES, Record, Site, Speaker, Vocabulary
from generator.models.references import references_of
from generator.models.traverse import values_of
from generator.models.withdrawn import WITHDRAWN_PATH
from generator.parsing.messages import message
from generator.parsing.problems import Field

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
    """A name that a record hides stands in no text, file name or id that is published.

    Nor do the words of the id of a person who was taken out at request, which are all that is known of it.
    """
    hidden = {
        f"content/{folder}/{key}.yml": [one.name for one in hidden.names]
        for (folder, key), hidden in corpus.hidden.items()
    }
    for path, field, owners in _shown(corpus, hidden):
        for owner in owners:
            yield Finding(path, field, message("warnings.hidden_name", owner=owner))
    gone = {
        one.record: list(filter(None, map(_name_in, one.addresses)))
        for one in corpus.withdrawn
        if one.record.startswith(f"{Speaker.folder}/")
    }
    for path, field, records in _shown(corpus, {key: names for key, names in gone.items() if names}):
        yield Finding(path, field, message("warnings.withdrawn_name", record=next(records)))


def _shown(corpus: Corpus, names: Mapping[str, list[str]]) -> Iterator[tuple[str, Field, Iterator[str]]]:
    """Where a name stands in what is published, and whose it is; each text is looked at once."""
    if not names:
        return
    pattern_of = cache(lambda owner: _pattern_of(names[owner]))
    anybody = _pattern_of([name for one in names.values() for name in one])
    for path, field, text in _published(corpus):
        if anybody.search(plain := _plain(text)):
            # Not before it is asked for, since a thousand may have been taken out.
            yield path, field, filter(lambda owner: pattern_of(owner).search(plain), names)


def _name_in(address: str) -> str | None:
    """The words of an id, if it has two at least, as a name has; a number at its end is none."""
    words = [word for word in address.rpartition("/")[2].split("-") if not word.isdigit()]
    return " ".join(words) if len(words) > 1 else None


def successors_are_younger(corpus: Corpus) -> Iterator[Finding]:
    """A successor is founded no earlier than the organization whose place it took."""
    for body in corpus.organizations.values():
        for number, key in enumerate(body.successors):
            after = corpus.organizations.get(key)
            first, second = body.founding_date, after.founding_date if after else None
            if after and first and second and is_before(second, first):
                told = message("warnings.older", other=after.path, second=str(second), first=str(first))
                yield Finding(body.path, ("successors", number), told)


def _published(corpus: Corpus) -> Iterator[tuple[str, Field, str]]:
    """Path, field and text of all that is published, names of files too."""
    records: tuple[Site | Vocabulary | Record, ...] = (corpus.site, corpus.vocabulary, *corpus.records)
    for record in records:
        ids = {reference.field for reference in references_of(record)}
        for field, text in values_of(record, str):
            if field not in ids:
                yield record.path, () if field == ("id",) else field, text
    for page in corpus.pages:
        yield page.path, (), f"{page.title}\n{page.written}"
    for file in sorted(corpus.files):
        yield f"content/files/{file}", (), file
    for number, gone in enumerate(corpus.withdrawn):
        for field, text in values_of(gone.note, str, (number, "note")):
            yield WITHDRAWN_PATH, field, text


def _pattern_of(names: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(way for name in names for way in _ways(_plain(name))))


def _ways(name: str) -> Iterator[str]:
    """A name as it may stand in a text: with spaces or without, and in Latin letters in either order."""
    if re.search("[가-힣]", name):
        yield _BETWEEN.join(map(re.escape, re.findall(r"[^\W_]", name)))
        return
    words = re.findall(r"[^\W_]+", name)
    for ordered in {tuple(words), (*words[-1:], *words[:-1]), (*words[1:], *words[:1])}:
        yield rf"(?<![^\W_]){_BETWEEN.join(map(_syllables, ordered))}(?![^\W_])"


def _syllables(word: str) -> str:
    """Its letters, between which a hyphen may stand: `Reumdal` and `Reum-dal`."""
    return "[-'’]?".join(map(re.escape, word))


def _plain(text: str) -> str:
    """Without accents and case; what an address has encoded is read as the letters that it stands for."""
    bare = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", unquote(text)))
    return unicodedata.normalize("NFC", bare).casefold()


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, _plain(name)))
