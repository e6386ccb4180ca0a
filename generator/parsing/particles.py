"""Korean particles (조사): the form that fits the last sound of the word before."""

from __future__ import annotations

import re
import unicodedata

AFTER_A_VOWEL = {"은": "는", "이": "가", "을": "를", "과": "와", "으로": "로", "아": "야"}
"""Particle after a consonant → after a vowel; forms of 이다 (이라, 이면, 이고 …) lose their 이."""

_FINALS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
"""Consonants that end a syllable, in Unicode's order."""
_SOUNDLESS = re.compile(r"[\s'\"‘’“”`.,;:!?…·」』》〉<>)\]}/=~\-_*#@&|]+$")
_IN_BRACKETS = re.compile(r"(?<=[^\s(])\([^()]*\)$")
_NAMES_END_IN = {"l": "ㄹ", "r": "ㄹ", "m": "ㅁ", "n": "ㄴ"}
"""Letters of the alphabet whose Korean name (엘, 알, 엠, 엔) ends in a consonant."""
_DIGITS_END_IN = {"0": "ㅇ", "1": "ㄹ", "3": "ㅁ", "6": "ㄱ", "7": "ㄹ", "8": "ㄹ"}
_STOPS = re.compile("(^|[^aeiou])[aeiou](ck|[bckpt])$|[ou]{2}[kpt]$")
"""Words that end in a short vowel and a stop, which Korean writes below the last syllable (맵, 웹, 북)."""


def with_particle(text: str, particle: str) -> str:
    """The text and its particle: `x.yml을`, `2를`; both forms where nobody knows how the text is read."""
    return text + particle_after(text, particle)


def particle_after(text: str, particle: str) -> str:
    """The form of a particle, named by the form after a consonant (`을`, `으로`, `이라`)."""
    final = _final_of(text)
    other = AFTER_A_VOWEL.get(particle, particle.removeprefix("이"))
    if final is None:
        return f"(으){other}" if particle == "으로" else _both(particle, other)
    if final == "" or (final == "ㄹ" and particle == "으로"):
        return other
    return particle


def _both(particle: str, other: str) -> str:
    return f"{particle}({other})" if particle in AFTER_A_VOWEL else f"({particle[0]}){other}"


def _final_of(text: str) -> str | None:
    """The consonant in which the text ends, empty after a vowel; None where that is not known.

    Quotation marks count for nothing, nor do brackets and what is in them: 국제연합(UN)은.
    """
    spoken = _IN_BRACKETS.sub("", _SOUNDLESS.sub("", _IN_BRACKETS.sub("", text)))
    spoken = unicodedata.normalize("NFKC", _SOUNDLESS.sub("", spoken))
    last = spoken[-1:].lower()
    if "가" <= last <= "힣":
        number = (ord(last) - ord("가")) % 28
        return _FINALS[number - 1] if number else ""
    if "ㄱ" <= last <= "ㅎ":
        return last
    if "ㅏ" <= last <= "ㅣ":
        return ""
    if last.isdecimal() and last.isascii():
        return _DIGITS_END_IN.get(last, "")
    word = re.search("[A-Za-z]+$", unicodedata.normalize("NFKD", spoken).encode("ascii", "ignore").decode())
    return _final_of_latin(word[0]) if word else None


def _final_of_latin(word: str) -> str:
    """Of a word as Korean spells it by its sound; of an abbreviation letter by letter."""
    lower = word.lower()
    if len(word) == 1 or word.isupper() or not re.search("[aeiouy]", lower[:-1]):
        return _NAMES_END_IN.get(lower[-1], "")
    if lower.endswith(("l", "le")) and not lower.endswith("ale"):
        return "ㄹ"
    if lower.endswith(("ale", "ile", "ole")):
        return "ㄹ"
    if lower.endswith(("m", "me")):
        return "ㅁ"
    if lower.endswith(("ng",)):
        return "ㅇ"
    if lower.endswith(("n", "ne")):
        return "ㄴ"
    return "ㄱ" if _STOPS.search(lower) else ""
