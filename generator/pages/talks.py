"""A page for each talk: who gave it and when, what it was about, its documents, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.citations.works import Catalogue
from generator.corpus.corpus import Corpus
from generator.corpus.schedule import begins_next_day, session_day
from generator.corpus.talks import Talk
from generator.models import LANGUAGES, Forum, ForumStatus, Language, Proposal, Session, Text
from generator.models.date import Day
from generator.models.references import references_of
from generator.models.session import Statement
from generator.pages.citation_box import CitationView, citation_view
from generator.pages.documents import DocumentRow, document_rows
from generator.pages.list_rows import (
    Footnote,
    PartyLinks,
    ProposalRow,
    SourceRow,
    link_to,
    party_links,
    proposal_rows,
    refer,
    source_row,
)
from generator.pages.occasion import other_zone
from generator.pages.page import Page, PageLink, section_crumbs
from generator.pages.programme import statements_with_sources, talk_link
from generator.pages.timetable import session_place

MOST_PROPOSALS_OF_SESSION = 20
"""Of a session with more, a talk's page names those alone that its speakers made."""


@dataclass(frozen=True)
class TalkView:
    talk: Talk
    forum: PageLink
    session: PageLink
    day: Day | None
    """The session's day, or the forum's if it lasted one."""
    begins_next_day: bool
    """Whether its hour is one of the day after."""
    called_off: ForumStatus | None
    """Of a forum that was put off or called off."""
    zone: str | None
    """The time zone of its hours, where it is another than the site's."""
    place: tuple[Text, ...]
    """The track, the venue and the room of its session, as far as they are known."""
    role: Text
    speakers: tuple[PartyLinks, ...]
    statements: tuple[tuple[Statement, tuple[Footnote, ...]], ...]
    references: tuple[Footnote, ...]
    documents: tuple[DocumentRow, ...]
    proposals: tuple[ProposalRow, ...]
    """Those made in its session."""
    sources: tuple[SourceRow, ...]
    previous: PageLink | None
    following: PageLink | None
    citation: CitationView | None = None
    """Only on the talk's own page."""


def talk_pages(works: Catalogue, forum: Forum, language: Language) -> Iterator[Page[TalkView]]:
    """The talks of a forum, in the programme's order."""
    for session in forum.sessions:
        if any(contribution.is_talk for contribution in session.contributions):
            yield from _pages_of_session(works, forum, session, language)


def _pages_of_session(
    works: Catalogue, forum: Forum, session: Session, language: Language
) -> Iterator[Page[TalkView]]:
    corpus = works.corpus
    versions = zip(*(works.contributions(forum, session, key) for key in LANGUAGES), strict=True)
    cited = zip(session.contributions, versions, strict=True)
    titles = [link for one in session.contributions if (link := talk_link(forum, one))]
    places = {link.target: place for place, link in enumerate(titles)}
    for contribution, of_languages in cited:
        talk = Talk(forum, session, contribution)
        if not contribution.is_talk or contribution.title is None:
            continue
        place = places[talk.page]
        view = replace(
            talk_view(corpus, talk),
            previous=titles[place - 1] if place else None,
            following=next(iter(titles[place + 1 : place + 2]), None),
            citation=citation_view(dict(zip(LANGUAGES, of_languages, strict=True)), language),
        )
        yield _talk_page(corpus, talk, contribution.title, view)


def _talk_page(corpus: Corpus, talk: Talk, title: Text, view: TalkView) -> Page[TalkView]:
    return Page(
        talk.page,
        "talk",
        title=title,
        view=view,
        crumbs=(*section_crumbs(Forum.folder), link_to(talk.forum)),
        description=talk.contribution.abstract or talk.contribution.summary or title,
        record=talk.forum,
        part=talk.contribution,
        source_file=talk.forum.path,
        updated=corpus.newest_fact((talk.forum,)),
    )


def talk_view(corpus: Corpus, talk: Talk) -> TalkView:
    forum, session, contribution = talk.forum, talk.session, talk.contribution
    numbers = source_numbers_of_talk(talk)
    return TalkView(
        talk=talk,
        forum=link_to(forum),
        session=PageLink(session.name, forum.page, f"session-{session.id}"),
        day=session_day(forum, session),
        called_off=forum.called_off,
        begins_next_day=begins_next_day(forum, session, contribution),
        zone=other_zone(corpus, forum),
        place=session_place(forum, session),
        role=corpus.roles[contribution.role].label,
        speakers=tuple(party_links(corpus, speaker) for speaker in contribution.speakers),
        statements=statements_with_sources(contribution, numbers),
        references=refer(numbers, contribution.sources),
        documents=document_rows(corpus, contribution.documents),
        proposals=proposal_rows(corpus, _proposals_beside(corpus, talk)),
        sources=tuple(source_row(corpus, key, number) for key, number in numbers.items()),
        previous=None,
        following=None,
    )


def source_numbers_of_talk(talk: Talk) -> Mapping[str, int]:
    """Source's id → its number: those of the talk, or of the forum where the talk cites none."""
    cited = [citation.source for citation in talk.contribution.sources]
    cited += [one.id for one in references_of(talk.contribution) if one.target == "sources"]
    cited = cited or [citation.source for citation in talk.forum.sources]
    return {source: number for number, source in enumerate(dict.fromkeys(cited), 1)}


def _proposals_beside(corpus: Corpus, talk: Talk) -> list[Proposal]:
    made = [one for one in corpus.proposals_at(talk.forum) if one.session == talk.session.id]
    if len(made) <= MOST_PROPOSALS_OF_SESSION:
        return made
    people = {speaker.person for speaker in talk.contribution.speakers if speaker.person}
    return [one for one in made if people & {proposer.person for proposer in one.proposers}]
