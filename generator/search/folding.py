"""Words in the form that the index has, however they are typed; the search script folds queries alike.

generator/theme/assets/search/folding.js does the same; tests/search/alike.json holds the cases that prove it.
"""

from __future__ import annotations

import re
import unicodedata

from generator.search.hangul import FIRST, first_consonants, is_hangul

RUN = re.compile(
    "[가-힣]+"
    "|[a-z0-9]+(?:[-'.,][a-z0-9]+)*"
    "|[\u3400-\u9fff\uf900-\ufaff]+"
    "|[^\\W_가-힣a-z0-9\u3130-\u318f\u3400-\u9fff\uf900-\ufaff]+"
)
"""A token of a folded text: Hangul, Latin letters and digits, Chinese characters, or another script."""

_FULL_WIDTH = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {
    0x3000: " ",
    0x2019: "'",
    0x2010: "-",
}
_ACCENTED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
# Some systems type a consonant alone as a leading jamo; the index has the compatibility letter.
_LEADING_JAMO = {0x1100 + number: letter for number, letter in enumerate(FIRST)}

_SPELLINGS = (
    (re.compile(r"(..)tre(s?)$"), r"\1ter\2"),  # centre, metre
    (re.compile(r"fibre"), "fiber"),
    (re.compile(r"defence"), "defense"),
    (re.compile(r"licence"), "license"),
    (re.compile(r"artefact"), "artifact"),
    (re.compile(r"programme"), "program"),
    (re.compile(r"catalogue"), "catalog"),
    (re.compile(r"isation"), "ization"),
    (re.compile(r"(.{3})([iy])s(e[drs]?|ers|ing)$"), r"\1\2z\3"),  # organise, analyse; but rise
    (re.compile(r"(.{3})our"), r"\1or"),  # labour, but hour
    (re.compile(r"([aeiou][^aeiou]+[aeiou])ll(ed|er|ing)"), r"\1l\2"),  # modelling, but selling
)

_SOUNDS = (
    (re.compile(r"([aeiou])h(?![a-z])"), r"\1"),  # Suh, Suh-youn
    (re.compile(r"[^a-z]"), ""),
    (re.compile(r"([aeiou])h(?![aeiouwy])"), r"\1"),  # Ahn, Bahk; but Jihyun is not Jiyun
    (re.compile(r"^park"), "pak"),
    (re.compile(r"^hur$"), "hu"),
    (re.compile(r"ck"), "k"),
    (re.compile(r"wh"), "hw"),  # Whang
    (re.compile(r"([bghkmp])yo(?=n)"), r"\1yu"),  # Hyon, Myong: McCune and Reischauer without their signs
    (re.compile(r"^(?:rh|[rl])(?=ee|ie?$|i[^e]|y)"), ""),  # Lim, Rim, Im; Lee, Rhee, Yi; Ryu, Yu
    (re.compile(r"^y(?=i|ee$)"), ""),
    (re.compile(r"^(?:[nr]h|[rl])"), "n"),  # Roh, Nho, Noh
    (re.compile(r"woo|wu|oo|ou"), "u"),
    (re.compile(r"ee|eui|ui|ie$"), "i"),
    (re.compile(r"eo|eu"), "u"),
    (re.compile(r"oi|oy$"), "oe"),
    (re.compile(r"ae|ai(?![mn])"), "e"),  # Baek, Paik; but Da-in
    (re.compile(r"wo"), "wu"),
    (re.compile(r"ch"), "j"),
    (re.compile(r"sh"), "s"),
    (re.compile(r"[kq]h?"), "g"),
    (re.compile(r"t"), "d"),
    (re.compile(r"p"), "b"),
    (re.compile(r"l"), "r"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def fold(text: str) -> str:
    """The text in lower case and NFC, without accents on Latin letters and without full-width forms."""
    composed = unicodedata.normalize("NFC", text).translate(_FULL_WIDTH).translate(_LEADING_JAMO).lower()
    return _ACCENTED.sub(lambda char: unicodedata.normalize("NFD", char[0])[0], composed)


def fold_spelling(word: str) -> str:
    """An English word in its American spelling: centre → center, organisation → organization."""
    for pattern, replacement in _SPELLINGS:
        word = pattern.sub(replacement, word)
    return word


def sound_of(name: str) -> str:
    """The phonetic key that romanisations of one Korean name share: Kinam, Gi-nam and Ginam are all `ginam`.

    Names are romanised by the Revised Romanisation, by McCune-Reischauer, or freely. The key leaves out what
    these differ in: voicing, length, silent letters, and the vowels that are confused.
    """
    for pattern, replacement in _SOUNDS:
        name = pattern.sub(replacement, name)
    return name


def shard_of(term: str, shards: int) -> int:
    """The number of a term's shard: terms with the same prefix share one, for prefix searches.

    The prefix of a pair of syllables is the first one and the initial consonant of the second, which may
    be all that is typed so far.

    FNV-1a of the prefix (datatracker.ietf.org/doc/html/draft-eastlake-fnv), 32 bits, over code points.
    """
    if term[0] in "^~":
        prefix = term[:3]
    elif is_hangul(term):
        prefix = term[0] + first_consonants(term[1:])
    elif term[0] >= "\u3400":
        prefix = term[0]
    else:
        prefix = term[:2]
    digest = 2166136261
    for char in prefix:
        digest = ((digest ^ ord(char)) * 16777619) & 0xFFFFFFFF
    return digest % shards
