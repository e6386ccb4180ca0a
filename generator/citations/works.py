"""Corpus → works to cite: each forum, each contribution to a session, each proposal, as items of CSL-JSON."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.citations.csl import Custom, Name, Period, Work, period
from generator.corpus.corpus import Corpus
from generator.corpus.licences import terms_of_use
from generator.corpus.talks import talk_page
from generator.corpus.urls import page_address, permanent_address
from generator.i18n.strings import SiteWords
from generator.models import (
    Contribution,
    Forum,
    Language,
    Organization,
    Party,
    Proposal,
    Record,
    Session,
    Speaker,
    Text,
)
from generator.models.parts import NameOrigin
from generator.models.proposal import Proposer
from generator.models.titles import identifier_of

_OURS: tuple[NameOrigin, ...] = ("inferred", "translated")
"""Names of forums that the editors worded. One of a source about another forum is not theirs."""


@dataclass(frozen=True)
class Catalogue:
    """The works of a corpus. A work has the same permanent id in both languages."""

    corpus: Corpus
    site_words: SiteWords

    def works_at(self, forum: Forum, language: Language) -> Iterator[Work]:
        """The forum, its contributions and its proposals."""
        yield self.forum(forum, language)
        for session in forum.sessions:
            yield from self.contributions(forum, session, language)
        for proposal in self.corpus.proposals_at(forum):
            yield self.proposal(proposal, language)

    def forum(self, forum: Forum, language: Language) -> Work:
        """The forum, by its organizers. A name that is our translation is in brackets."""
        words = self.site_words[language]
        title, written = forum.name.best(language)
        is_ours = forum.name_notes is not None and forum.name_notes.in_language(written) in _OURS
        if is_ours:
            title = words("cite.editors_title", title=title)
        return _without_empty(
            {
                "id": f"forum:{forum.first_id}",
                "type": "event",
                "title": title,
                "organizer": self._names(forum.organizers, language),
                "issued": _days_of(forum),
                "event-place": _place(forum, language),
                "genre": _capital(self._kind(forum, language)),
                "publisher": self._publisher(language),
                "URL": page_address(self.corpus, forum.page, language),
                "custom": self._terms(forum),
                "note": words("cite.editors_note") if is_ours else "",
                "language": written,
            }
        )

    def contributions(self, forum: Forum, session: Session, language: Language) -> Iterator[Work]:
        """One work for each contribution, in their order. One without a title has its session's, in brackets.

        Nobody is its author whom the source does not name.
        """
        seen: Counter[str] = Counter()
        for contribution in session.contributions:
            unnamed = (contribution.id or "unnamed") if contribution.name else ""
            who = unnamed or self._first_id_of(contribution)
            seen[who] += 1
            key = f"{who}:{seen[who]}" if seen[who] > 1 else who
            yield self._contribution(
                f"speech:{forum.first_id}:{session.id}:{key}", forum, session, contribution, language
            )

    def proposal(self, proposal: Proposal, language: Language) -> Work:
        """The proposal, by those who surely made it. Its title is in brackets: the words are the editors'."""
        forum = self.corpus.forums[proposal.forum]
        words = self.site_words[language]
        title, written = proposal.title.best(language)
        title = words("cite.editors_title", title=title)
        if proposal.withdrawn:
            title = f"{title} {words('cite.withdrawn')}"
        return _without_empty(
            {
                "id": f"proposal:{proposal.identifier or proposal.first_id}",
                "type": "report",
                "title": title,
                "author": self._names(_who_surely_made(proposal), language),
                "issued": period(proposal.history[0].date),
                "event-title": forum.name.best(language)[0],
                "event-date": _days_of(forum),
                "event-place": _place(forum, language),
                "genre": words("cite.proposal"),
                "number": identifier_of(proposal),
                "publisher": self._publisher(language),
                "URL": permanent_address(self.corpus, proposal, language),
                "custom": self._terms(proposal),
                "note": words("cite.editors_note"),
                "language": written,
            }
        )

    def _contribution(
        self, key: str, forum: Forum, session: Session, contribution: Contribution, language: Language
    ) -> Work:
        title, written = (contribution.title or session.name).best(language)
        words = self.site_words[language]
        genre = self.corpus.session_kinds[session.classification].label.best(language)[0]
        repeated = genre == title
        if not contribution.title:
            title = words("cite.editors_title", title=title)
        page = talk_page(forum.id, contribution) if contribution.is_talk else forum.page
        fragment = "" if contribution.is_talk else f"#session-{session.id}"
        return _without_empty(
            {
                "id": key,
                "type": "speech",
                "title": title,
                "author": self._names((one for one in contribution.speakers if not one.name), language),
                "issued": period(session.date) if session.date else _days_of(forum),
                "event-title": forum.name.best(language)[0],
                "event-date": _days_of(forum),
                "event-place": _place(forum, language),
                "genre": _capital(self._marked(forum, genre, language))
                if forum.called_off
                else _capital(genre) * (not repeated),
                "publisher": self._publisher(language),
                "URL": page_address(self.corpus, page, language) + fragment,
                "custom": self._terms(forum),
                "note": "" if contribution.title else words("cite.editors_note"),
                "language": written,
            }
        )

    def _first_id_of(self, contribution: Contribution) -> str:
        """The first id of the person, or else of the body: keys in manuscripts outlive new ids."""
        if contribution.person:
            return self.corpus.speakers[contribution.person].first_id
        return self.corpus.organizations[contribution.organization or ""].first_id

    def _kind(self, forum: Forum, language: Language) -> str:
        """What kind of forum it was, and that it was put off or called off."""
        return self._marked(forum, self.corpus.kind_of(forum).label.best(language)[0], language)

    def _marked(self, forum: Forum, kind: str, language: Language) -> str:
        """The kind of the forum or of a part of it, with a mark if nothing took place."""
        words = self.site_words[language]
        if not (off := forum.called_off):
            return kind
        return words("called_off.kind", kind=kind, status=words(f"called_off.{off.value}"))

    def _terms(self, record: Record) -> Custom:
        """The address of a record's own terms; where it has none, the site's hold."""
        return {"license": terms_of_use(self.corpus, record.license).url} if record.license else {}

    def _publisher(self, language: Language) -> str:
        return self.corpus.site.publisher.name.best(language)[0]

    def _names(self, parties: Iterable[Party], language: Language) -> list[Name]:
        """Of each the person, else the organizations, else the forum as a whole."""
        return [name for who in parties for name in self._names_of(who, language)]

    def _names_of(self, who: Party, language: Language) -> Iterator[Name]:
        if who.person:
            yield _name_of(self.corpus.speakers[who.person], language)
        elif who.organization:
            yield from (_name_of(self.corpus.organizations[key], language) for key in who.organizations)
        else:
            forum = who.forum if isinstance(who, Proposer) else None
            yield {"literal": self.corpus.forums[forum or ""].name.best(language)[0]}


def _who_surely_made(proposal: Proposal) -> Iterable[Proposer]:
    """Each person once, though some are written once for each body that they speak for."""
    first: dict[object, Proposer] = {}
    for one in proposal.proposers:
        if not one.uncertain:
            first.setdefault((one.person, None if one.person else (one.organization, one.forum)), one)
    return first.values()


def _name_of(who: Speaker | Organization, language: Language) -> Name:
    """Both parts if the record has both in the language; else the name as it is written, never split."""
    name = who.name.best(language)[0]
    if isinstance(who, Speaker):
        family, given = _in(who.family_name, language), _in(who.given_name, language)
        if family and given and (whole := _given_name_in(name, family, given, language)):
            return {"family": family, "given": whole}
    return {"literal": name}


def _given_name_in(name: str, family: str, given: str, language: Language) -> str | None:
    """All of the given name that the whole name has; None if a program that joins the parts spoils the name.

    Those that read CSL write 홍 and 길동 as 홍길동, but 스미스 and 존 as 스미스존. English styles set either
    part first, and shorten a given name that begins with a capital. `John F. Smith` has the given name
    `John F.`; what follows in `John Smith Jr.` is part of neither.
    """
    if language == "ko":
        return given if name == family + given else None
    if not given[:1].isupper():
        return None
    first, last = re.escape(given), re.escape(family)
    if found := re.fullmatch(rf"({first}(?: .+)?) {last}|{last} ({first})", name):
        return found[1] or found[2]
    return None if re.match(rf"(?:{first} {last}|{last} {first})\b", name) else given


def _in(text: Text | None, language: Language) -> str | None:
    return text.in_language(language) if text else None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _days_of(forum: Forum) -> Period:
    """From the first day to the last, since a citation has no days apart."""
    return period(forum.start_date, forum.end_date)


def _place(forum: Forum, language: Language) -> str:
    return "; ".join(place.name.best(language)[0] for place in forum.places)


def _without_empty(work: Work) -> Work:
    """The work without empty fields, which some programs cannot read."""
    return {key: value for key, value in work.items() if value}  # type: ignore[return-value]  # the keys are the same
