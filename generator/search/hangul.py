"""Hangul syllables taken apart: into initial consonants (choseong) and romanisation."""

from __future__ import annotations

FIRST = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
"""The initial consonants (choseong) in Unicode's order (The Unicode Standard, section 3.12)."""

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
    """The initial consonants (choseong) of a word of syllables: 데이터 → ㄷㅇㅌ."""
    return "".join(FIRST[(ord(char) - _SYLLABLES) // (_VOWELS * _LASTS)] for char in word)


def romanise(word: str) -> str:
    """The Revised Romanisation of 2000, syllable by syllable: 기남 → ginam.

    Sound changes between syllables are ignored, as they are in names (its chapter 3, section 4).
    """
    letters = []
    for char in word:
        vowels, last = divmod(ord(char) - _SYLLABLES, _LASTS)
        first, vowel = divmod(vowels, _VOWELS)
        letters.append(_FIRST_LATIN[first] + _VOWEL_LATIN[vowel] + _LAST_LATIN[last])
    return "".join(letters)
