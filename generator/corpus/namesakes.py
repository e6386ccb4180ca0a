"""People and organizations that share a name with another, and what tells them apart in each language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from generator.corpus.participation import Participation
from generator.models import LANGUAGES, Language, Organization, Speaker, Text

_Who: TypeAlias = Speaker | Organization
_Facts: TypeAlias = Callable[[_Who, Language], Sequence[str]]


@dataclass(frozen=True)
class Standing:
    """Where somebody stands: what tells two of one name apart, the best first."""

    organizations: Mapping[str, Organization]
    participations: Mapping[tuple[str, str], tuple[Participation, ...]]
    """Folder and id → every part in a forum, newest forum first."""
    today: date

    def facts(self, who: _Who, language: Language) -> Sequence[str]:
        """Today's post, or of a body the one above it, its years; the post at the first forum; that forum."""
        return list(dict.fromkeys(fact for fact in self._facts(who, language) if fact))

    def _facts(self, who: _Who, language: Language) -> Iterator[str]:
        if isinstance(who, Speaker):
            for post in who.memberships:
                if post.end_date is None or post.end_date.latest >= self.today:
                    yield self._post(post.position, post.organization, language)
        else:
            yield self._post(None, who.parent, language)
            years = [str(day.year) if day else "" for day in (who.founding_date, who.dissolution_date)]
            yield "–".join(years) if any(years) else ""
        parts = self.participations.get((who.folder, who.id), ())
        for part in [part for part in parts if part.forum is parts[-1].forum]:
            at_forum = part.participant
            of = at_forum.organization if isinstance(who, Speaker) else None
            yield self._post(at_forum.position, of, language)
        if parts:
            forum = parts[-1].forum
            name, year = forum.name.best(language)[0], str(forum.start_date.year)
            yield name if year in name else f"{name}, {year}"

    def _post(self, position: Text | None, organization: str | None, language: Language) -> str:
        """`한별시의회 의원`, `Councillor, Hanbyeol City Council`."""
        body = self.organizations.get(organization or "")
        words = [text.best(language)[0] for text in (position, body.name if body else None) if text]
        return " ".join(reversed(words)) if language == "ko" else ", ".join(words)


def namesakes_among(records: Iterable[_Who]) -> Mapping[str, tuple[_Who, ...]]:
    """Id → the others that have its name in one language at least, in the order of ids."""
    found: dict[str, dict[str, _Who]] = {}
    for language in LANGUAGES:
        for group in _groups(records, language):
            for who in group:
                found.setdefault(who.id, {}).update({one.id: one for one in group if one is not who})
    return {key: tuple(others[other] for other in sorted(others)) for key, others in found.items()}


def names_apart(records: Iterable[_Who], facts: _Facts) -> Mapping[str, Text]:
    """Id of each that shares its name in a language → its names, with what tells it apart beside that one."""
    records = tuple(records)
    marks: dict[str, dict[Language, str]] = defaultdict(dict)
    for language in LANGUAGES:
        for group in _groups(records, language):
            for key, mark in _marks({who.id: facts(who, language) for who in group}).items():
                marks[key][language] = mark
    return {who.id: _marked(who.name, marks[who.id]) for who in records if who.id in marks}


def _marked(name: Text, marks: Mapping[Language, str]) -> Text:
    def beside(language: Language) -> str | None:
        text = name.in_language(language)
        return f"{text} ({marks[language]})" if language in marks else text

    # Unchecked: it may be longer than a name that is written.
    return Text.model_construct(ko=beside("ko"), en=beside("en"))


def _groups(records: Iterable[_Who], language: Language) -> Iterator[list[_Who]]:
    """Those who have one name in a language, whatever its case, spaces, hyphens, commas and full stops."""
    groups: dict[str, list[_Who]] = defaultdict(list)
    for who in records:
        if name := who.name.in_language(language):
            plain = unicodedata.normalize("NFC", name).casefold()
            groups[re.sub(r"[\s\-,.]", "", plain)].append(who)
    yield from (group for group in groups.values() if len(group) > 1)


def _marks(facts: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """The first fact that is another for each; where there is none, the id stands beside the first."""
    for depth in range(max(map(len, facts.values()), default=0)):
        level = {key: of[min(depth, len(of) - 1)] if of else "" for key, of in facts.items()}
        if all(level.values()) and len(set(level.values())) == len(level):
            return level
    first = {key: of[0] if of else key for key, of in facts.items()}
    times = Counter(first.values())
    return {key: mark if times[mark] == 1 else f"{mark}, {key}" for key, mark in first.items()}
