"""Text → its terms in the index, each with its weight.

A term is a pair of syllables (a bigram, `데이`), an English word (`center`), the syllable that a word begins
with (`^임`), the initial consonants of up to four syllables (`^ㄷㅇㅌㅅ`; those of a whole word end with a
point), or the sound of a name (`~ginam`). A pair counts anywhere in a word: 센터 is found in 데이터센터.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from generator.search.folding import RUN, fold, fold_spelling, sound_of
from generator.search.hangul import first_consonants, is_hangul, romanise

ACROSS = 0.5
"""The weight of a pair of syllables across a space: 데이터 센터 is found by 데이터센터."""

_PARTICLES = frozenset("은는을를에다며")
"""Syllables that nearly always end a word: they make no pair with the syllable after the space."""

_ONE_SYLLABLE_PARTICLES = frozenset("은는이가을를의에와과로도만")
"""Particles of one syllable."""

LONGEST_CONSONANTS = 4

Weighted = tuple[str, float]


def terms_of(text: str, *, initials: bool = False, consonants: bool = True) -> Iterator[Weighted]:
    """The terms of a text. `initials`: for titles and names, whose words one first syllable finds."""
    return chain.from_iterable(_terms_by_run(text, initials, consonants))


def _terms_by_run(text: str, initials: bool, consonants: bool) -> Iterator[tuple[Weighted, ...]]:
    previous = ""
    end = -9
    for match in RUN.finditer(fold(text)):
        run, start = match[0], match.start()
        hangul = "가" <= run[0] <= "힣"
        yield _terms_of_run(run, initials, consonants)
        if previous:
            adjacent = hangul and start == end + 1
            yield _terms_between(previous, run if adjacent else "", consonants)
        previous = run if hangul else ""
        end = match.end()
    if previous:
        yield _terms_between(previous, "", consonants)


@lru_cache(maxsize=100_000)
def _terms_between(run: str, following: str, consonants: bool) -> tuple[Weighted, ...]:
    """Those of a word in Hangul and the one that follows it, if one does."""
    found: list[Weighted] = []
    if consonants:
        found.append(("^" + first_consonants((run + following)[:LONGEST_CONSONANTS]), 1.0))
    if following and run[-1] not in _PARTICLES:
        found.append((run[-1] + following[0], ACROSS))
    return tuple(found)


@lru_cache(maxsize=100_000)
def _whole_word_terms(run: str) -> tuple[Weighted, ...]:
    """저작권 and 저작권을 are `^ㅈㅈㄱ.`, which tells them from longer words that begin alike."""
    words = {run, run[:-1]} if run[-1] in _ONE_SYLLABLE_PARTICLES else {run}
    return tuple(
        (f"^{first_consonants(word)}.", 1.0) for word in sorted(words) if 2 <= len(word) <= LONGEST_CONSONANTS
    )


@lru_cache(maxsize=100_000)
def _terms_of_run(run: str, initials: bool, consonants: bool) -> tuple[Weighted, ...]:
    """The terms of one token of a folded text."""
    first = run[0]
    hangul = "가" <= first <= "힣"
    if hangul or "\u3400" <= first <= "\ufaff":
        pairs = tuple((run[at : at + 2], 1.0) for at in range(len(run) - 1))
        found = (*pairs, (f"^{first}", 1.0)) if initials or len(run) == 1 else pairs
        return (*found, *_whole_word_terms(run)) if hangul and consonants else found
    whole = re.sub("[-'.,]", "", run)
    parts = {whole, *re.split("[-'.,]", run)}
    # A single letter or digit is no term; within a longer word, such as "G3", it counts.
    return tuple((fold_spelling(part), 1.0) for part in sorted(parts) if len(part) > 1)


_TWO_SYLLABLE_FAMILIES = ("남궁", "독고", "동방", "사공", "서문", "선우", "제갈", "황보")


@lru_cache(maxsize=100_000)
def sounds_of_name(name: str) -> tuple[str, ...]:
    """The terms for a person's name in Hangul or Latin letters: the sounds of family and given name."""
    folded = fold(name).strip()
    if is_hangul(folded) and 2 <= len(folded) <= 5:
        cut = 2 if folded.startswith(_TWO_SYLLABLE_FAMILIES) and len(folded) > 2 else 1
        given = folded[cut:]
        parts = [romanise(folded[:cut]), romanise(given), *map(romanise, given)]
    else:
        words = [word for word in folded.split() if word.isascii()]
        parts = [part for word in words for part in (word, *word.split("-"))]
    sounds = dict.fromkeys(f"~{sound_of(part)}" for part in parts)
    return tuple(sound for sound in sounds if len(sound) > 1)
