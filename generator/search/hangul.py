"""Hangul syllables taken apart: into letters, first consonants and Latin spelling."""

from __future__ import annotations

FIRST = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
"""The consonants that a syllable can begin with, in Unicode's order (The Unicode Standard, section 3.12)."""

# fmt: off
_FIRST_LATIN = (
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h",
)
_VOWEL_LATIN = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi",
    "yu", "eu", "ui", "i",
)
_LAST_LATIN = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t",
    "ng", "t", "t", "k", "t", "p", "t",
)
# fmt: on

_SYLLABLES = 0xAC00
_VOWELS = 21
_LASTS = 28


def is_hangul(text: str) -> bool:
    """Whether every character is a whole syllable."""
    return bool(text) and all("가" <= char <= "힣" for char in text)


def first_consonants(word: str) -> str:
    """데이터 → ㄷㅇㅌ; every character of the word is a syllable."""
    return "".join(FIRST[(ord(char) - _SYLLABLES) // (_VOWELS * _LASTS)] for char in word)


def romanise(word: str) -> str:
    """기남 → ginam, syllable by syllable in the letters of the Revised Romanisation of 2000.

    Sounds that change between syllables are left out, as they are in names (its chapter 3, section 4).
    """
    letters = []
    for char in word:
        vowels, last = divmod(ord(char) - _SYLLABLES, _LASTS)
        first, vowel = divmod(vowels, _VOWELS)
        letters.append(_FIRST_LATIN[first] + _VOWEL_LATIN[vowel] + _LAST_LATIN[last])
    return "".join(letters)
