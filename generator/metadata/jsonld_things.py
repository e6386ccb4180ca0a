"""Things of schema.org for the linked data of records: names, days, parties, events, works.

Names that we inferred, days in doubt and posts that a note questions are left out, since no source states
them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.corpus.corpus import Corpus
from generator.corpus.urls import page_address, permanent_address
from generator.models import (
    LANGUAGES,
    Contribution,
    CoSpeaker,
    Forum,
    Language,
    Named,
    Organization,
    Proposal,
    Prose,
    Record,
    Source,
    Speaker,
    Text,
)
from generator.models.date import Day
from generator.models.occasion import ForumStatusWord
from generator.models.parts import Participant, Party
from generator.parsing.addresses import is_web_address, uri_of
from generator.parsing.commonmark import first_words

Thing = dict[str, object]

ADDRESS_PROPERTIES = ("url", "sameAs", "license", "archivedAt", "contentUrl", "image", "target")
"""Properties that hold web addresses."""

EVENT_STATUS: Mapping[ForumStatusWord, str] = {
    "announced": "https://schema.org/EventScheduled",
    "held": "https://schema.org/EventScheduled",
    "postponed": "https://schema.org/EventPostponed",
    "cancelled": "https://schema.org/EventCancelled",
}

UNPRINTED = ("inferred", "probable")
"""Origins of names that no source prints; a translated name has the meaning of the source's."""

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


def thing(kind: str, uri: str | None = None, **properties: object) -> Thing:
    """A thing of a schema.org type with its identity, if it has one, and its properties that have a value."""
    return {"@type": kind, **({"@id": uri} if uri else {}), **without_empty(**properties)}


def without_empty(**properties: object) -> Thing:
    """The properties that have a value; web addresses in ASCII, as programs want them."""
    return {
        name: _in_ascii(value) if name in ADDRESS_PROPERTIES else value
        for name, value in properties.items()
        if value not in (None, "", [], {})
    }


def _in_ascii(value: object) -> object:
    """An address, or each of several; what is none, such as a licence's name, stays as it is."""
    if isinstance(value, list):
        return [_in_ascii(one) for one in value]
    return uri_of(value) if isinstance(value, str) and is_web_address(value) else value


def identity(corpus: Corpus, page: str) -> str:
    """The URI of a record's subject in both languages: its page in the first language, and a fragment."""
    return f"{page_address(corpus, page, LANGUAGES[0])}#it"


def printed_names(record: Named | Forum, language: Language) -> list[str]:
    """The record's printed names, this language's first; the first of any if none is printed."""
    origins = record.name_notes
    ordered = sorted(LANGUAGES, key=lambda tag: tag != language)
    named_in = [tag for tag in ordered if record.name.in_language(tag)]
    printed = [tag for tag in named_in if not origins or origins.in_language(tag) not in UNPRINTED]
    return list(dict.fromkeys(record.name.in_language(tag) or "" for tag in printed or named_in[:1]))


def name_properties(record: Named | Forum, language: Language) -> Mapping[str, object]:
    """The properties for a record's name and its other names."""
    first, *others = printed_names(record, language)
    if isinstance(record, Named):
        others += [other.name for other in record.other_names]
    return without_empty(name=first, alternateName=_one_or_all(dict.fromkeys(others)))


def title_properties(title: Text, language: Language) -> Mapping[str, object]:
    """The properties for a title in this language and in the other one."""
    first = title.best(language)[0]
    others = {text for tag in LANGUAGES if (text := title.in_language(tag)) and text != first}
    return without_empty(name=first, alternateName=_one_or_all(others))


def best_text(text: Text | None, language: Language) -> str | None:
    """The text in this language, else in the other; of a longer one the beginning, without its markup."""
    if text is None:
        return None
    words = text.best(language)[0]
    return first_words(words, 500) if isinstance(text, Prose) else words


def moment(day: Day | None) -> str | None:
    """A date of ISO 8601, as exact as it is known; None if the day is in doubt."""
    return None if day is None or day.uncertain or day.approximate else day.numeric


def mention(corpus: Corpus, who: Speaker | Organization, language: Language) -> Thing | None:
    """A person or organization by name and page; None for one that stands for many bodies."""
    if isinstance(who, Organization) and corpus.organization_kinds[who.classification].many:
        return None
    return thing(
        type_of(corpus, who),
        name=printed_names(who, language)[0],
        url=page_address(corpus, who.page, language),
    )


def type_of(corpus: Corpus, record: Speaker | Organization) -> str:
    """What schema.org calls it."""
    if isinstance(record, Speaker):
        return "Person"
    return corpus.organization_kinds[record.classification].schema_org


def party_things(corpus: Corpus, who: Party, language: Language) -> list[Thing]:
    """A person with the affiliation and post held at the forum, or organizations.

    It has no identity, or the post held at one forum would apply to the person for ever.
    """
    found = (mention(corpus, corpus.organizations[key], language) for key in who.organizations)
    bodies = [body for body in found if body]
    person = _person_thing(corpus, who, language)
    if person is None:
        return bodies
    present = who if isinstance(who, Participant | CoSpeaker) else None
    post = best_text(present.position, language) if present and not present.note else None
    affiliation = bodies if len(bodies) > 1 else next(iter(bodies), None)
    return [{**person, **without_empty(affiliation=affiliation, jobTitle=post)}]


def _person_thing(corpus: Corpus, who: Party, language: Language) -> Thing | None:
    """The person; of one whom the source does not name only what it calls them."""
    if who.person:
        return mention(corpus, corpus.speakers[who.person], language)
    unnamed = who.name if isinstance(who, Contribution | CoSpeaker) else None
    return thing("Person", name=best_text(unnamed, language)) if unnamed else None


def parties(corpus: Corpus, named_parties: Iterable[Party], language: Language) -> list[Thing]:
    """The parties without duplicates; the first mention counts."""
    first: dict[tuple[object, ...], Party] = {}
    for who in named_parties:
        unnamed = who.name if isinstance(who, Contribution | CoSpeaker) else None
        first.setdefault((who.person, unnamed, () if who.person else who.organizations), who)
    things: list[Thing] = []
    for who in first.values():
        things += [one for one in party_things(corpus, who, language) if one not in things]
    return things


def off_status(forum: Forum) -> str | None:
    """That a forum was put off or called off, which holds for all that was to take place at it."""
    return EVENT_STATUS[forum.called_off.value] if forum.called_off else None


def event(corpus: Corpus, forum: Forum, language: Language) -> Thing:
    """A forum by name, day and page."""
    return thing(
        "Event",
        identity(corpus, forum.page),
        name=printed_names(forum, language)[0],
        startDate=moment(forum.start_date),
        url=page_address(corpus, forum.page, language),
        eventStatus=off_status(forum),
    )


def work(source: Source, language: Language) -> Thing:
    """A source by its title, publisher, day and address."""
    return thing(
        WORKS.get(source.type, "CreativeWork"),
        name=best_text(source.title, language),
        publisher=thing("Organization", name=best_text(source.publisher, language)),
        datePublished=moment(source.issued),
        inLanguage=source.language,
        url=source.url,
        archivedAt=source.archive_url,
    )


def proposal_by_title(corpus: Corpus, proposal: Proposal, language: Language) -> Thing:
    return thing(
        "CreativeWork",
        permanent_address(corpus, proposal, LANGUAGES[0]),
        name=best_text(proposal.title, language),
        url=page_address(corpus, proposal.page, language),
    )


def works_cited(corpus: Corpus, record: Record, language: Language) -> list[Thing]:
    """The sources of the record as a whole, without duplicates."""
    keys = dict.fromkeys(citation.source for citation in record.sources)
    return [work(corpus.sources[key], language) for key in keys]


def _one_or_all(texts: Iterable[str]) -> object:
    """A single text by itself, several as a list."""
    several = list(texts)
    return several[0] if len(several) == 1 else several
