"""What linked data says of anything that a page mentions, in schema.org's words.

It says no more than a source does: a name that we inferred, a day that is in doubt and a post that a note
questions are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.corpus.corpus import Corpus
from generator.corpus.urls import page_address
from generator.models import LANGUAGES, Forum, Language, Named, Organization, Prose, Source, Speaker, Text
from generator.models.date import Day
from generator.models.parts import Participant, Party
from generator.parsing.commonmark import first_words

Thing = dict[str, object]

KOREAN_TIME = "+09:00"
"""A forum's hours are those of Korea, which has known no summer time since 1988."""

UNPRINTED = ("inferred", "probable")
"""Origins of a name that no source prints; one that we translated says what the source's does."""

ORGANIZATIONS: Mapping[str, str] = {
    "government": "GovernmentOrganization",
    "legislature": "GovernmentOrganization",
    "research": "ResearchOrganization",
    "university": "CollegeOrUniversity",
    "media": "NewsMediaOrganization",
}
"""Classification → schema.org's type, where it has one."""

WORKS: Mapping[str, str] = {
    "article-newspaper": "NewsArticle",
    "article-journal": "ScholarlyArticle",
    "webpage": "WebPage",
    "report": "Report",
    "bill": "Legislation",
    "legislation": "Legislation",
    "book": "Book",
}
"""A source's type (CSL) → schema.org's, where it has one."""


def thing(kind: str, known_as: str | None = None, **properties: object) -> Thing:
    """A thing of schema.org's type with its identity, if it has one, and the properties that are known."""
    return {"@type": kind, **({"@id": known_as} if known_as else {}), **known(**properties)}


def known(**properties: object) -> Thing:
    """The properties of which something is known."""
    return {name: value for name, value in properties.items() if value not in (None, "", [], {})}


def identity(corpus: Corpus, page: str) -> str:
    """What a record's subject is known by in both languages: its page at the site's root, and a fragment."""
    return f"{page_address(corpus, page, LANGUAGES[0])}#it"


def printed_names(record: Named | Forum, language: Language) -> list[str]:
    """The record's printed names, this language's first; the first of any if none is printed."""
    origins = record.name_notes
    ordered = sorted(LANGUAGES, key=lambda one: one != language)
    given = [one for one in ordered if record.name.in_language(one)]
    printed = [one for one in given if not origins or origins.in_language(one) not in UNPRINTED]
    return list(dict.fromkeys(record.name.in_language(one) or "" for one in printed or given[:1]))


def named(record: Named | Forum, language: Language) -> Mapping[str, object]:
    """Its name, and the others by which it goes."""
    first, *others = printed_names(record, language)
    if isinstance(record, Named):
        others += [other.name for other in record.other_names]
    return known(name=first, alternateName=_one_or_all(dict.fromkeys(others)))


def titled(title: Text, language: Language) -> Mapping[str, object]:
    """A title in this language, and in the other one."""
    first = title.best(language)[0]
    others = {text for one in LANGUAGES if (text := title.in_language(one)) and text != first}
    return known(name=first, alternateName=_one_or_all(others))


def said(text: Text | None, language: Language) -> str | None:
    """The text in this language, else in the other; the beginning of a longer one, without its markup."""
    if text is None:
        return None
    words = text.best(language)[0]
    return first_words(words, 500) if isinstance(text, Prose) else words


def moment(day: Day | None, clock: str | None = None) -> str | None:
    """A day or moment of ISO 8601, as exact as it is known; nothing if the day is in doubt."""
    if day is None or day.uncertain or day.approximate:
        return None
    return f"{day.numeric}T{clock}:00{KOREAN_TIME}" if clock and day.is_exact else day.numeric


def mention(corpus: Corpus, record: Speaker | Organization, language: Language) -> Thing | None:
    """Somebody by name and page, whose own page says more; many bodies of a kind are no organization."""
    if isinstance(record, Organization) and record.classification == "group":
        return None
    return thing(
        kind_of(record),
        name=printed_names(record, language)[0],
        url=page_address(corpus, record.page, language),
    )


def kind_of(record: Speaker | Organization) -> str:
    if isinstance(record, Speaker):
        return "Person"
    return ORGANIZATIONS.get(record.classification, "Organization")


def party_thing(corpus: Corpus, who: Party, language: Language) -> Thing | None:
    """A person with the affiliation and post held there and then, or an organization.

    It has no identity, or what held at one forum would hold of the person for ever.
    """
    organization = corpus.organizations[who.organization] if who.organization else None
    body = mention(corpus, organization, language) if organization else None
    person = mention(corpus, corpus.speakers[who.person], language) if who.person else None
    if person is None:
        return body
    post = said(who.position, language) if isinstance(who, Participant) and not who.note else None
    return {**person, **known(affiliation=body, jobTitle=post)}


def parties(corpus: Corpus, all_of_them: Iterable[Party], language: Language) -> list[Thing]:
    """Each of them once, with what is said first."""
    first: dict[tuple[str | None, str | None], Party] = {}
    for who in all_of_them:
        first.setdefault((who.person, None if who.person else who.organization), who)
    found = (party_thing(corpus, who, language) for who in first.values())
    return [one for one in found if one]


def event(corpus: Corpus, forum: Forum, language: Language) -> Thing:
    """A forum by name, day and page."""
    return thing(
        "Event",
        identity(corpus, forum.page),
        name=printed_names(forum, language)[0],
        startDate=moment(forum.start_date),
        url=page_address(corpus, forum.page, language),
    )


def work(source: Source, language: Language) -> Thing:
    """A source by its title, publisher, day and address."""
    return thing(
        WORKS.get(source.type, "CreativeWork"),
        name=said(source.title, language),
        publisher=thing("Organization", name=said(source.publisher, language)),
        datePublished=moment(source.issued),
        inLanguage=source.language,
        url=source.url,
        archivedAt=source.archive_url,
    )


def _one_or_all(texts: Iterable[str]) -> object:
    """One text alone, or a list of several."""
    several = list(texts)
    return several[0] if len(several) == 1 else several
