"""Records without meaning, as many as one likes: pseudo-words as frequent as words are, with real particles.

They stand in the way of a search. The same number is the same records; no word of a query is in them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from random import Random
from typing import Any

import yaml

from tests.bench.search.judgements import HERE, typed_words

Record = Mapping[str, object]
Text = dict[str, str]

FIRST_DAY = date(2010, 1, 4)
WORDS = 8_000
"""In each language; the commonest is in most records, the rarest in one of a hundred."""
MADE_OF: Mapping[str, Any] = yaml.safe_load((HERE / "filler.yml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Words:
    """Words with how often each is said, added up from the commonest on."""

    words: Sequence[str]
    frequencies: Sequence[float]

    def some(self, dice: Random, count: int) -> Iterator[str]:
        return iter(dice.choices(self.words, cum_weights=self.frequencies, k=count))


class Filler:
    """So many records: people, a few sources, and forums of two people each."""

    def __init__(self, records: int) -> None:
        self._people = max(2, records // 8)
        self._sources = max(1, records // 50)
        self._forums = records - self._people - self._sources
        if self._forums < 1:
            raise ValueError(f"{records} records are too few to be filler; take 4 or more")
        self._korean, self._english = _korean_words(), _english_words()
        self._names = _names(self._people, typed_words())

    def records(self) -> Iterator[tuple[str, str, Record]]:
        """Folder, id and content of every record."""
        for number in range(self._sources):
            yield "sources", f"filler-source-{number + 1}", self._made_source(number)
        for number in range(self._people):
            yield "speakers", _person(number), self._made_person(number)
        for number in range(self._forums):
            yield "forums", f"filler-{number + 1}", self._made_forum(number)

    def _made_source(self, number: int) -> Record:
        dice = _dice("source", number)
        return {
            "type": "document",
            "title": self._title(dice),
            "publisher": self._title(dice),
            "issued": FIRST_DAY.isoformat(),
            "language": "ko",
        }

    def _made_person(self, number: int) -> Record:
        dice = _dice("person", number)
        return {
            "name": self._names[number],
            "biography": {"ko": self._korean_sentence(dice, 12), "en": self._english_sentence(dice, 18)},
        }

    def _made_forum(self, number: int) -> Record:
        dice = _dice("forum", number)
        people = dice.sample(range(self._people), 2)
        return {
            "name": self._title(dice),
            "classification": "hearing",
            "start_date": (FIRST_DAY + timedelta(days=number % 5_000)).isoformat(),
            "abstract": self._paragraph(dice, people[:1]),
            "sessions": [
                {
                    "id": "session",
                    "name": self._title(dice),
                    "classification": "discussion",
                    "abstract": self._paragraph(dice, [None, people[1], None, None]),
                    "contributions": [{"person": _person(person), "role": "present"} for person in people],
                }
            ],
            "sources": [f"filler-source-{number % self._sources + 1}"],
        }

    def _title(self, dice: Random) -> Text:
        return {
            "ko": " ".join(self._korean.some(dice, 4)),
            "en": " ".join(self._english.some(dice, 5)).capitalize(),
        }

    def _paragraph(self, dice: Random, speakers: Sequence[int | None]) -> Text:
        """A sentence for each speaker, who is named in it; None for one without."""
        korean, english = [], []
        for speaker in speakers:
            name = {"ko": "", "en": ""} if speaker is None else self._names[speaker]
            korean.append(f"{name['ko']} {self._korean_sentence(dice, 13)}".strip())
            english.append(f"{name['en']} {self._english_sentence(dice, 19)}".strip())
        return {"ko": " ".join(korean), "en": " ".join(english)}

    def _korean_sentence(self, dice: Random, length: int) -> str:
        said = self._korean.some(dice, length)
        return " ".join(_inflected(dice, said) for _ in range(length - 1)) + f" {next(said)}하였다."

    def _english_sentence(self, dice: Random, length: int) -> str:
        said, small = self._english.some(dice, length), MADE_OF["small_words"]
        words = [dice.choice(small) if dice.random() < 0.4 else next(said) for _ in range(length)]
        return " ".join(words).capitalize() + "."


def _inflected(dice: Random, said: Iterator[str]) -> str:
    """A word with a particle or an ending, or one that links others."""
    form = dice.random()
    if form < 0.15:
        return str(dice.choice(MADE_OF["links"]))
    return next(said) + str(dice.choice(MADE_OF["endings" if form < 0.35 else "particles"]))


@cache
def _korean_words() -> Words:
    return _words("ko", _korean_word, r"[가-힣]{2,}")


@cache
def _english_words() -> Words:
    return _words("en", _english_word, r"[a-z]{3,}")


def _words(language: str, make: Callable[[Random], str], letters: str) -> Words:
    """Different words, the first the commonest; none holds a word of a query or stands in one."""
    dice, taken = _dice(language, 0), frozenset(re.findall(letters, " ".join(typed_words()).lower()))
    words: dict[str, None] = {}
    while len(words) < WORDS:
        word = make(dice)
        if not any(other in word or word in other for other in taken):
            words[word] = None
    return Words(tuple(words), tuple(accumulate(1 / (rank + 3) for rank in range(WORDS))))


def _korean_word(dice: Random) -> str:
    """Two syllables or more; the longest are such as compounds have."""
    length = dice.choices((2, 3, 4, 5, 6), weights=(10, 5, 3, 2, 1))[0]
    return "".join(dice.choices(MADE_OF["syllables"].replace(" ", ""), k=length))


def _english_word(dice: Random) -> str:
    syllables = dice.choices((1, 2, 3, 4), weights=(1, 4, 4, 1))[0]
    return "".join(
        dice.choice(MADE_OF[part]) for _ in range(syllables) for part in ("onsets", "vowels", "codas")
    )


def _names(count: int, avoided: Iterable[str]) -> Sequence[Text]:
    """As many different names; no query holds anybody's given name."""
    dice = _dice("names", 0)
    surnames, given = tuple(MADE_OF["surnames"].items()), tuple(MADE_OF["given"].items())
    searched = " ".join(map(_letters, avoided))
    names: dict[str, Text] = {}
    while len(names) < count:
        surname, (first, second) = dice.choice(surnames), dice.sample(given, 2)
        if first[0] + second[0] not in searched and first[1] + second[1] not in searched:
            korean = surname[0] + first[0] + second[0]
            names[korean] = {"ko": korean, "en": f"{surname[1]} {first[1].capitalize()}{second[1]}"}
    return tuple(names.values())


def _letters(text: str) -> str:
    return re.sub(r"[^a-z가-힣]", "", text.lower())


def _dice(kind: str, number: int) -> Random:
    return Random(f"filler {kind} {number}")  # noqa: S311 - what is made up is no secret


def _person(number: int) -> str:
    return f"filler-person-{number + 1}"
