"""The names that a title may have in it: those of the records, of countries, languages, cities and months."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.core import get_global

from generator.corpus.corpus import Corpus
from generator.models import Named, Speaker, Text

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class ProperNames:
    """Names by their first words, each as a tuple of its words."""

    by_first_word: Mapping[str, tuple[tuple[str, ...], ...]]
    common_words: frozenset[str] = frozenset()
    """Words that the records' sentences write in small letters: no capital of these tells a name."""

    def is_common(self, word: str) -> bool:
        return word.lower() in self.common_words

    def places(self, words: list[str]) -> frozenset[int]:
        """The numbers of the words that belong to a name; the 's after a name is no part of it."""
        bare = [re.sub("['’]s?$", "", word) for word in words]
        return frozenset(
            number
            for first, word in enumerate(bare)
            for name in self.by_first_word.get(word, ())
            if tuple(bare[first : first + len(name)]) == name
            for number in range(first, first + len(name))
        )


NO_NAMES = ProperNames({})


def proper_names(corpus: Corpus) -> ProperNames:
    """The names of people, their family names, those of bodies and places, and of the world."""
    names = _by_first_word([*_names_of_the_world(), *_names_in(corpus)])
    return ProperNames(names, frozenset(_common_words(corpus)))


def _common_words(corpus: Corpus) -> Iterator[str]:
    for text in _sentences(corpus):
        yield from re.findall("(?<![A-Za-z])[a-z]+", (text and text.en) or "")


def _sentences(corpus: Corpus) -> Iterator[Text | None]:
    for forum in corpus.forums.values():
        yield from (forum.abstract, *forum.highlights)
        for session in forum.sessions:
            yield from (one.summary for one in session.contributions)
    for proposal in corpus.proposals.values():
        yield from (proposal.title, proposal.abstract, proposal.rationale)


def _by_first_word(names: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, dict[tuple[str, ...], None]] = {}
    for name in names:
        words = tuple(_WORD.findall(name))
        if words and words[0][0].isupper():
            found.setdefault(words[0], {})[words] = None
    return {first: tuple(alike) for first, alike in found.items()}


def _names_in(corpus: Corpus) -> Iterator[str]:
    people: list[Named] = [*corpus.speakers.values(), *corpus.organizations.values()]
    for who in people:
        yield from _written(who.name)
        yield from (other.name for other in who.other_names)
        if isinstance(who, Speaker) and who.family_name:
            yield from _written(who.family_name)
    for forum in corpus.forums.values():
        for place in forum.places:
            yield from _written(place.name)


def _written(text: Text) -> Iterator[str]:
    yield from (one for one in (text.ko, text.en) if one)


@cache
def _names_of_the_world() -> tuple[str, ...]:
    """In English, by Unicode's CLDR as Babel has it: `South Korea` and `Korea`, `Korean`, `Seoul`, `June`."""
    locale = Locale("en")
    territories = [name for key, name in locale.territories.items() if key.isalpha()]
    without_a_side = [
        name.split(" ", 1)[1] for name in territories if re.match("(North|South|West|East)(ern)? ", name)
    ]
    regions = [name for key, name in locale.territories.items() if key.isdigit() and " " not in name]
    cities = [zone.rpartition("/")[2].replace("_", " ") for zone in get_global("zone_territories")]
    times = [*locale.months["format"]["wide"].values(), *locale.days["format"]["wide"].values()]
    languages = [name for name in locale.languages.values() if name.isalpha()]
    return (*territories, *without_a_side, *regions, *cities, *times, *languages)
