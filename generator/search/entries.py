"""Corpus → search entries: one for each record, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.corpus.corpus import Corpus
from generator.corpus.marks import mark_of
from generator.corpus.talks import Talk, talks_of
from generator.models import (
    LANGUAGES,
    Contribution,
    Forum,
    Language,
    Organization,
    Proposal,
    Prose,
    Record,
    Source,
    Speaker,
    Text,
)
from generator.models.content import ProsePage
from generator.models.date import Day
from generator.models.model import Model
from generator.models.references import references_of
from generator.models.titles import identifier_of, main_text
from generator.parsing.commonmark import words_of_prose

TextByLanguage = Mapping[Language, str]
"""Language → text, where there is one; its parts are lines."""

ENTRY_KINDS = ("forum", "talk", "proposal", "speaker", "organization", "source", "topic", "page")
"""The kinds of entry, in the order in which the results page lists them."""


@dataclass(frozen=True)
class Entry:
    """A record, a topic or a page in the search index. Texts are plain, without Markdown."""

    kind: str
    path: str
    """The page's address from the root of a language, such as `proposals/x/`."""
    title: TextByLanguage
    shown_title: TextByLanguage = field(default_factory=dict)
    """The title as results show it, where something tells two of one name apart."""
    own_names: tuple[str, ...] = ()
    """Its other names, such as a person's name in Chinese characters, or a proposal's number."""
    hidden: tuple[str, ...] = ()
    """Names that it is found by and never shows; nothing but their hashes leaves here."""
    named: tuple[str, ...] = ()
    """The names of everybody in the record, in every spelling."""
    people: tuple[str, ...] = ()
    """The people's names among them, whose romanisations are folded by sound."""
    lead: TextByLanguage = field(default_factory=dict)
    """The record's abstract or the like."""
    text: TextByLanguage = field(default_factory=dict)
    """Its other texts."""
    date: Day | None = None
    status: str | None = None
    mark: str | None = None
    """What nobody may overlook, and that a proposal was taken back."""
    topics: tuple[str, ...] = ()


def entries_of(corpus: Corpus) -> Iterator[Entry]:
    """An entry for every record, topic and page, kind by kind, in the order of ids."""
    for forum in corpus.forums.values():
        yield forum_entry(corpus, forum)
        yield from (talk_entry(corpus, talk) for talk in talks_of(forum))
    for proposal in corpus.proposals.values():
        yield proposal_entry(corpus, proposal)
    for speaker in corpus.speakers.values():
        yield speaker_entry(corpus, speaker)
    for organization in corpus.organizations.values():
        yield organization_entry(corpus, organization)
    for source in corpus.sources.values():
        yield source_entry(source)
    for topic in corpus.shown_topics:
        yield Entry(
            "topic",
            f"topics/{topic.id}/",
            plain_lines(topic.label),
            lead=plain_lines(topic.description),
            topics=(topic.id,),
        )
    yield from page_entries(corpus.pages)


def forum_entry(corpus: Corpus, forum: Forum) -> Entry:
    spoken: list[Text | None] = []
    for session in forum.sessions:
        spoken.append(session.abstract)
        for part in session.contributions:
            spoken += () if part.is_talk else _spoken_in(part)
    places = [text for place in forum.places for text in (place.name, place.room, place.address)]
    topics = dict.fromkeys(topic for proposal in corpus.proposals_at(forum) for topic in proposal.topics)
    return Entry(
        "forum",
        address_of(forum),
        plain_lines(forum.name),
        own_names=(forum.id,),
        named=spellings_in(corpus, forum),
        people=people(corpus, forum),
        lead=plain_lines(forum.abstract, *(session.name for session in forum.sessions)),
        text=plain_lines(
            *forum.highlights,
            *spoken,
            *(figure.label for figure in forum.figures),
            *(document.name for document in forum.documents),
            *places,
            *(track.name for track in forum.tracks),
            *(session.room for session in forum.sessions),
            corpus.kind_of(forum).label,
            forum.status.note if forum.status else None,
        ),
        date=forum.start_date,
        mark=mark_of(forum),
        topics=tuple(topics),
    )


def _spoken_in(contribution: Contribution) -> Iterator[Text | None]:
    """What was said and shown, and by whom, where no record names them."""
    yield contribution.title
    yield contribution.abstract
    yield contribution.summary
    for speaker in contribution.speakers:
        yield from (speaker.position, speaker.name)
    yield from (statement.text for statement in contribution.statements)
    yield from (document.name for document in contribution.documents)


def talk_entry(corpus: Corpus, talk: Talk) -> Entry:
    """A talk is found by its title, its speakers and its abstract."""
    contribution = talk.contribution
    return Entry(
        "talk",
        talk.page.removesuffix(".md") + "/",
        plain_lines(contribution.title),
        named=spellings_in(corpus, contribution),
        people=people(corpus, contribution),
        lead=plain_lines(contribution.abstract),
        text=plain_lines(talk.session.name, *_spoken_in(contribution)),
        date=talk.session.date or talk.forum.start_date,
        mark=mark_of(talk.forum),
        topics=tuple(dict.fromkeys(key for one in contribution.statements for key in one.topics)),
    )


def proposal_entry(corpus: Corpus, proposal: Proposal) -> Entry:
    return Entry(
        "proposal",
        address_of(proposal),
        plain_lines(proposal.title),
        own_names=(identifier_of(proposal), *(one.identifier for one in proposal.identifiers)),
        named=spellings_in(corpus, proposal),
        people=people(corpus, proposal),
        lead=plain_lines(proposal.abstract),
        text=plain_lines(
            proposal.rationale,
            *(step.note for step in proposal.history),
            *(addressee.name for addressee in proposal.addressees),
            *(actor.name for step in proposal.history for actor in step.actors),
            proposal.withdrawn.note if proposal.withdrawn else None,
            *proposal.notes,
        ),
        date=proposal.history[0].date,
        status=proposal.history[-1].status,
        mark=mark_of(proposal),
        topics=proposal.topics,
    )


def speaker_entry(corpus: Corpus, speaker: Speaker) -> Entry:
    parts = corpus.participations_of(speaker)
    organizations = [body for part in parts for body in part.participant.organizations]
    organizations += [membership.organization for membership in speaker.memberships]
    return Entry(
        "speaker",
        address_of(speaker),
        plain_lines(speaker.name),
        shown_title=plain_lines(corpus.shown_name(speaker)),
        own_names=tuple(other.name for other in speaker.other_names),
        hidden=corpus.hidden_names_of(speaker),
        named=tuple(
            name
            for organization in dict.fromkeys(organizations)
            for name in spellings(corpus.organizations[organization])
        ),
        people=spellings(speaker),
        lead=plain_lines(speaker.biography),
        mark=mark_of(speaker),
        text=plain_lines(
            *dict.fromkeys(part.participant.position for part in parts),
            *(membership.position for membership in speaker.memberships),
            *speaker.notes,
        ),
        date=parts[0].forum.start_date if parts else None,
    )


def organization_entry(corpus: Corpus, organization: Organization) -> Entry:
    parent = corpus.organizations[organization.parent] if organization.parent else None
    around = (parent, *corpus.all_predecessors_of(organization))
    parts = corpus.participations_of(organization)
    return Entry(
        "organization",
        address_of(organization),
        plain_lines(organization.name),
        shown_title=plain_lines(corpus.shown_name(organization)),
        own_names=tuple(other.name for other in organization.other_names),
        hidden=corpus.hidden_names_of(organization),
        named=tuple(name for body in around if body for name in spellings(body)),
        lead=plain_lines(organization.abstract),
        mark=mark_of(organization),
        text=plain_lines(*organization.notes),
        date=parts[0].forum.start_date if parts else None,
    )


def source_entry(source: Source) -> Entry:
    return Entry(
        "source",
        address_of(source),
        plain_lines(source.title),
        lead=plain_lines(source.publisher, source.author),
        text=plain_lines(*source.notes),
        date=source.issued,
        mark=mark_of(source),
    )


def page_entries(pages: Iterable[ProsePage]) -> Iterator[Entry]:
    """A page is one entry, however many languages it is written in."""
    versions: dict[str, dict[Language, ProsePage]] = {}
    for page in pages:
        versions.setdefault(page.name, {})[page.language] = page
    for name, by_language in versions.items():
        yield Entry(
            "page",
            f"{name}/",
            {language: page.title for language, page in by_language.items()},
            text={language: words_of_prose(page.text) for language, page in by_language.items()},
        )


def address_of(record: Record) -> str:
    return record.page.removesuffix(".md") + "/"


def spellings(record: Record) -> tuple[str, ...]:
    """The name of a person or organization in both languages, and all further names."""
    others = record.other_names if isinstance(record, Speaker | Organization) else ()
    name = main_text(record)
    names = filter(None, map(name.in_language, LANGUAGES))
    return tuple(dict.fromkeys([*names, *(other.name for other in others)]))


def spellings_in(corpus: Corpus, record: Model) -> tuple[str, ...]:
    """The names of everybody in the record, in every spelling."""
    return tuple(name for who in _parties(corpus, record) for name in spellings(who))


def people(corpus: Corpus, record: Model) -> tuple[str, ...]:
    """The names of the people in the record, in every spelling."""
    return tuple(
        name for who in _parties(corpus, record) if isinstance(who, Speaker) for name in spellings(who)
    )


def _parties(corpus: Corpus, record: Model) -> Iterator[Speaker | Organization]:
    kinds: Mapping[str, Mapping[str, Speaker | Organization]] = {
        "speakers": corpus.speakers,
        "organizations": corpus.organizations,
    }
    named = {
        (reference.target, reference.id): None
        for reference in references_of(record)
        if reference.target in kinds
    }
    for target, key in named:
        yield kinds[target][key]


def plain_lines(*parts: Text | str | None) -> TextByLanguage:
    """The parts in each language as lines of plain text, without duplicates."""
    by_language = {}
    for language in LANGUAGES:
        if lines := [line for part in parts if part and (line := _line(part, language))]:
            by_language[language] = "\n".join(dict.fromkeys(lines))
    return by_language


def _line(part: Text | str, language: Language) -> str | None:
    if isinstance(part, str):
        return part
    text = part.in_language(language)
    return words_of_prose(text) if text and isinstance(part, Prose) else text
