"""Text → its terms in the index, each with its weight.

A term is a pair of syllables (a bigram, `데이`), an English word (`center`), the syllable that a word begins
with (`^임`), the initial consonants of up to four syllables (`^ㄷㅇㅌㅅ`; those of a whole word end with a
point), or the sound of a name (`~ginam`). A pair counts anywhere in a word: 센터 is found in 데이터센터.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

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
    previous = ""
    end = -9
    pending = ""
    for match in RUN.finditer(fold(text)):
        run = match[0]
        hangul = "가" <= run[0] <= "힣"
        yield from _terms_of_run(run, initials)
        if hangul and consonants:
            yield from _whole_word_terms(run)
        if pending and consonants:
            adjacent = hangul and match.start() == end + 1
            yield _consonant_term(pending, run if adjacent else ""), 1.0
        if hangul and previous and previous[-1] not in _PARTICLES and match.start() == end + 1:
            yield previous[-1] + run[0], ACROSS
        previous = pending = run if hangul else ""
        end = match.end()
    if pending and consonants:
        yield _consonant_term(pending, ""), 1.0


@lru_cache(maxsize=100_000)
def _consonant_term(run: str, following: str) -> str:
    return "^" + first_consonants((run + following)[:LONGEST_CONSONANTS])


@lru_cache(maxsize=100_000)
def _whole_word_terms(run: str) -> tuple[Weighted, ...]:
    """저작권 and 저작권을 are `^ㅈㅈㄱ.`, which tells them from longer words that begin alike."""
    words = {run, run[:-1]} if run[-1] in _ONE_SYLLABLE_PARTICLES else {run}
    return tuple(
        (f"^{first_consonants(word)}.", 1.0) for word in sorted(words) if 2 <= len(word) <= LONGEST_CONSONANTS
    )


@lru_cache(maxsize=100_000)
def _terms_of_run(run: str, initials: bool) -> tuple[Weighted, ...]:
    """The terms of one token of a folded text."""
    first = run[0]
    if "가" <= first <= "힣" or "\u3400" <= first <= "\ufaff":
        pairs = tuple((run[at : at + 2], 1.0) for at in range(len(run) - 1))
        return (*pairs, (f"^{first}", 1.0)) if initials or len(run) == 1 else pairs
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
