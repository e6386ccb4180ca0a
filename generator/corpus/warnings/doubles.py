"""People and organizations that two records seem to be about."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.corpus.corpus import Corpus, Who
from generator.corpus.rules.finding import Finding
from generator.corpus.rules.talks import contributions_in
from generator.models import LANGUAGES, Language, Organization, Somebody, Speaker, Text
from generator.models.traverse import values_of
from generator.parsing.messages import message
from generator.parsing.problems import Field

_TITLES_AS_WRITTEN = """
mr mrs ms miss dr prof professor rep representative sen senator hon sir ceo chair minister mp phd
의원 교수 박사 대표 대표이사 장관 차관 위원장 위원 회장 사장 이사 이사장 원장 소장 센터장 본부장
부장 팀장 실장 국장 과장 변호사 기자 님 씨
"""
_FORMS_AS_WRITTEN = """
the of for and in a an inc co ltd corp corporation llc company limited
주 유 사 재 주식회사 유한회사 재단법인 사단법인
"""
_LEFT_OUT = frozenset((_TITLES_AS_WRITTEN + _FORMS_AS_WRITTEN).split())
"""Titles of people, and words of an organization's name, that some write and others leave out."""
_SOUNDS = (
    ("yeo", "yu"), ("eui", "i"), ("eo", "u"), ("eu", "u"), ("oo", "u"), ("ou", "u"), ("wu", "u"), ("wo", "u"),
    ("ui", "i"), ("ee", "i"), ("yi", "i"), ("ie", "i"), ("oe", "e"), ("oi", "e"), ("ae", "e"), ("ai", "e"),
    ("ah", "a"), ("uh", "u"), ("oh", "o"), ("sh", "s"), ("ch", "j"), ("ck", "g"),
    ("k", "g"), ("p", "b"), ("t", "d"), ("r", "l"),
)  # fmt: skip
"""What the romanisations of Korean write differently → one of them, applied in this order."""
_FAMILIES = {
    **dict.fromkeys(("lee", "rhee", "yi", "ri", "li", "i"), "i"),
    **dict.fromkeys(("rim", "lim", "yim", "im"), "im"),
    **dict.fromkeys(("park", "bak", "pak"), "bag"),
    **dict.fromkeys(("roh", "noh", "no", "ro"), "no"),
    **dict.fromkeys(("ryu", "yoo", "you", "yu"), "yu"),
}
"""Family names whose usual spellings follow no rule → what they are counted as."""


def nobody_is_recorded_twice(corpus: Corpus) -> Iterator[Finding]:
    """No two people and no two organizations have the same name, however it is spelled, ordered or titled.

    Nor is anybody named by a name alone who has a record.
    """
    yield from _doubles(corpus, corpus.speakers.values())
    yield from _doubles(corpus, corpus.organizations.values())
    called: dict[tuple[Language, str], Who] = {}
    everybody: tuple[Who, ...] = (*corpus.speakers.values(), *corpus.organizations.values())
    for who in everybody:
        called |= dict.fromkeys(_written(who.name), who)
    for path, field, name in _named_alone(corpus):
        if found := next((called[key] for key in _written(name) if key in called), None):
            key = "person" if isinstance(found, Speaker) else "organization"
            told = message("warnings.has_record", other=found.path, field=key, id=found.id)
            yield Finding(path, (*field, "name"), told)


def _written(name: Text) -> Iterator[tuple[Language, str]]:
    for language in LANGUAGES:
        if text := name.in_language(language):
            yield language, " ".join(text.casefold().split())


def _named_alone(corpus: Corpus) -> Iterator[tuple[str, Field, Text]]:
    """Where somebody is named without a record: speakers, those who are asked, those who acted."""
    for forum in corpus.forums.values():
        for field, contribution in contributions_in(forum):
            if contribution.name:
                yield forum.path, field, contribution.name
            for number, other in enumerate(contribution.co_speakers):
                if other.name:
                    yield forum.path, (*field, "co_speakers", number), other.name
    for proposal in corpus.proposals.values():
        for field, somebody in values_of(proposal, Somebody):
            if somebody.name:
                yield proposal.path, field, somebody.name


def _doubles(corpus: Corpus, records: Iterable[Who]) -> Iterator[Finding]:
    """The second of each two; if the first says that they are two, it is told in its place."""
    first: dict[str, Who] = {}
    for who in records:
        told: set[str] = set()
        hidden = corpus.hidden.get((who.folder, who.id))
        own = who.model_copy(update={"other_names": (*who.other_names, *(hidden.names if hidden else ()))})
        for key in dict.fromkeys(_keys(own)):
            other = first.setdefault(key, who)
            if other is not who and other.id not in told and not _are_apart(corpus, who, other, key):
                told.add(other.id)
                is_known = "likely-double" in other.silence
                here, there = (other, who) if is_known else (who, other)
                told_of = message("warnings.double", other=there.path)
                yield Finding(here.path, ("name",), told_of, beside=there.path)
            if "likely-double" in other.silence:
                first[key] = who


def _are_apart(corpus: Corpus, who: Who, other: Who, key: str) -> bool:
    """Whether one body took the other's place, or people are alike in Latin letters and not in Hangul."""
    if isinstance(who, Organization) and isinstance(other, Organization):
        return other in corpus.all_predecessors_of(who) or who in corpus.all_predecessors_of(other)
    if key.startswith("hangul"):
        return False
    known = [one for one in (who, other) if not (one.name_notes and one.name_notes.ko)]
    names = [set(_hangul_keys(one)) for one in known]
    return len(names) == 2 and all(names) and not names[0] & names[1]


def _keys(who: Who) -> Iterator[str]:
    """What two spellings of one name have in common."""
    yield from _hangul_keys(who)
    for words in map(_words, _names(who)):
        if not words or re.search("[가-힣]", "".join(words)):
            continue
        if isinstance(who, Speaker):
            yield from _keys_of_person(words)
        else:
            yield f"latin {''.join(words)}"
            yield f"latin {' '.join(sorted(words))}"


def _hangul_keys(who: Who) -> Iterator[str]:
    for name in _names(who):
        joined = "".join(_words(name))
        if re.search("[가-힣]", joined):
            yield f"hangul {joined}"


def _keys_of_person(words: list[str]) -> Iterator[str]:
    """The family name may come first or last, and the given name be one word or two."""
    yield f"latin {' '.join(sorted(words))}"
    for family, given in ((words[0], words[1:]), (words[-1], words[:-1])):
        sound = _FAMILIES.get(family) or _sound(family)
        yield f"sound {sound} {_sound(''.join(given))}"


def _sound(word: str) -> str:
    for spelled, counted in _SOUNDS:
        word = word.replace(spelled, counted)
    return re.sub(r"(.)\1+", r"\1", word)


def _names(who: Who) -> Iterator[str]:
    yield from filter(None, dict.fromkeys((who.name.ko, who.name.en)))
    for other in who.other_names:
        yield other.name


def _words(name: str) -> list[str]:
    """The words of a name without case, accents, punctuation, titles and legal forms."""
    plain = unicodedata.normalize("NFC", re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", name)))
    words = re.findall(r"[^\W_]+", plain.casefold().replace("'", "").replace("’", ""))
    return [word for word in words if word not in _LEFT_OUT] or words
