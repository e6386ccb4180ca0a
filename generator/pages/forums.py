"""The list of forums by year, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import get_args

from generator.citations.works import Catalogue
from generator.corpus.corpus import Corpus
from generator.corpus.participation import Participation
from generator.corpus.schedule import has_hours
from generator.models import (
    LANGUAGES,
    Forum,
    ForumKind,
    Language,
    Text,
)
from generator.models.amount import Amount
from generator.models.occasion import Attendance, ForumStatusWord
from generator.models.texts import with_capital
from generator.pages.citation_box import CitationView, citation_view, works_links
from generator.pages.documents import DocumentRow, document_rows
from generator.pages.filters import Filter, filter_by
from generator.pages.index import section_page
from generator.pages.list_rows import (
    Footnote,
    ForumRow,
    PartyLinks,
    ProposalRow,
    SourceRow,
    forum_row,
    link_to,
    participation_links,
    party_links,
    proposal_rows,
    refer,
    source_numbers,
    source_rows,
)
from generator.pages.occasion import Occasion, occasion_of
from generator.pages.page import FileLink, Page, PageLink, WebLink, Word, section_crumbs
from generator.pages.pdf_links import VolumeLink, forum_volume_links, year_volume_link
from generator.pages.programme import SessionView, is_long, session_views
from generator.pages.subscriptions import ALL_FORUMS, NEW, forum_subscriptions, has_day


@dataclass(frozen=True)
class ForumList:
    years: tuple[tuple[int, tuple[ForumRow, ...]], ...]
    volumes: Mapping[int, VolumeLink]
    """Year → its volume."""
    filters: tuple[Filter, ...]
    total: int
    without_day: int
    """The number of forums in no calendar."""


@dataclass(frozen=True)
class ForumCitations:
    forum: CitationView
    contributions: Mapping[str, tuple[CitationView, ...]]
    """Session's id → its contributions, in order; none of a long programme."""
    files: tuple[tuple[str, str], ...]
    """Name of each format, and the file with all works of the forum."""


@dataclass(frozen=True)
class ForumView:
    forum: Forum
    kind: ForumKind
    references: tuple[Footnote, ...]
    organizers: tuple[tuple[Text, tuple[PartyLinks, ...]], ...]
    """Role → those who have it, in the order of the record."""
    contributors: tuple[PartyLinks, ...]
    """The people without duplicates, with the post of their first contribution."""
    has_hours: bool
    """Whether an hour of it, or of anything at it, is on record."""
    is_long: bool
    """Whether the programme is too long to be read from end to end."""
    proposals: tuple[ProposalRow, ...]
    tells_proposals: bool
    """Whether it is worth telling that it has none, since others have some."""
    sessions: tuple[SessionView, ...]
    figures: tuple[tuple[Amount, tuple[Footnote, ...]], ...]
    documents: tuple[DocumentRow, ...]
    sources: tuple[SourceRow, ...]
    volumes: tuple[VolumeLink, ...]
    series: Text | None
    occasion: Occasion
    status_references: tuple[Footnote, ...]
    papers: tuple[tuple[Text, tuple[FileLink | WebLink, ...]], ...]
    """Its agenda and its minutes."""
    previous: PageLink | None
    following: PageLink | None
    citations: ForumCitations | None = None
    """Only on the forum's own page."""


def forum_list_page(corpus: Corpus) -> Page[ForumList]:
    return section_page("forums", forum_list(corpus), corpus, NEW, ALL_FORUMS)


def forum_page(works: Catalogue, forum: Forum, language: Language) -> Page[ForumView]:
    corpus = works.corpus
    return Page(
        forum.page,
        "forum",
        title=forum.name,
        view=replace(forum_view(corpus, forum), citations=_citations(works, forum, language)),
        crumbs=section_crumbs("forums"),
        crumb=str(forum.start_date.year),
        description=forum.abstract or forum.name,
        record=forum,
        source_file=forum.path,
        updated=corpus.newest_fact((forum, *corpus.proposals_at(forum))),
        subscriptions=forum_subscriptions(forum),
    )


def forum_list(corpus: Corpus) -> ForumList:
    years = _by_year(corpus)
    filter_values = [row.filter_values for _, rows in years for row in rows]
    kinds = dict.fromkeys(forum.classification for forum in corpus.forums.values())
    further = (
        filter_by("status", _words_of("forum_statuses", ForumStatusWord), filter_values),
        filter_by("attendance", _words_of("attendances", Attendance), filter_values),
    )
    return ForumList(
        years,
        {year: year_volume_link(year) for year, _ in years},
        (
            filter_by("year", {str(year): str(year) for year, _ in years}, filter_values),
            filter_by("kind", {key: corpus.forum_kinds[key].label for key in kinds}, filter_values),
            *(choice for choice in further if len(choice.options) > 1),
        ),
        len(filter_values),
        sum(not has_day(forum) for forum in corpus.forums.values()),
    )


def _words_of(section: str, words: object) -> dict[str, Word]:
    """Each word of a fixed choice, with its label."""
    return {word: Word(f"{section}.{word}") for word in get_args(words)}


def _by_year(corpus: Corpus) -> tuple[tuple[int, tuple[ForumRow, ...]], ...]:
    years = groupby(corpus.forums_newest_first, key=lambda forum: forum.start_date.year)
    return tuple((year, tuple(forum_row(corpus, forum) for forum in forums)) for year, forums in years)


def forum_view(corpus: Corpus, forum: Forum) -> ForumView:
    numbers = source_numbers(forum)
    previous, following = _neighbours(corpus, forum)
    return ForumView(
        forum=forum,
        kind=corpus.kind_of(forum),
        references=refer(numbers, forum.sources),
        organizers=_by_role(corpus, forum),
        contributors=_contributors(corpus, forum),
        has_hours=has_hours(forum),
        is_long=is_long(forum),
        proposals=proposal_rows(corpus, corpus.proposals_at(forum)),
        tells_proposals=bool(corpus.proposals),
        sessions=session_views(corpus, forum, numbers),
        figures=tuple((corpus.amount_of(figure), refer(numbers, figure.sources)) for figure in forum.figures),
        documents=document_rows(corpus, forum.documents),
        sources=source_rows(corpus, numbers),
        volumes=forum_volume_links(forum),
        series=corpus.series[forum.series].name if forum.series else None,
        occasion=occasion_of(corpus, forum),
        status_references=refer(numbers, forum.status.sources) if forum.status else (),
        papers=tuple(official_papers(corpus, forum)),
        previous=previous,
        following=following,
    )


def _citations(works: Catalogue, forum: Forum, language: Language) -> ForumCitations:
    in_place = () if is_long(forum) else forum.sessions
    contributions = {
        session.id: tuple(
            citation_view(dict(zip(LANGUAGES, versions, strict=True)), language)
            for versions in zip(*(works.contributions(forum, session, key) for key in LANGUAGES), strict=True)
        )
        for session in in_place
    }
    own = citation_view({key: works.forum(forum, key) for key in LANGUAGES}, language)
    return ForumCitations(own, contributions, works_links(forum))


def _by_role(corpus: Corpus, forum: Forum) -> tuple[tuple[Text, tuple[PartyLinks, ...]], ...]:
    roles = dict.fromkeys(organizer.role for organizer in forum.organizers)
    return tuple(
        (
            corpus.roles[role].label,
            tuple(party_links(corpus, organizer) for organizer in forum.organizers if organizer.role == role),
        )
        for role in roles
    )


def _contributors(corpus: Corpus, forum: Forum) -> tuple[PartyLinks, ...]:
    first: dict[str, Participation] = {}
    for part in corpus.participations_at(forum):
        if part.session and part.participant.person:
            first.setdefault(part.participant.person, part)
    return tuple(participation_links(corpus, part) for part in first.values())


def official_papers(corpus: Corpus, forum: Forum) -> Iterator[tuple[Text, tuple[FileLink | WebLink, ...]]]:
    """The agenda, the minutes, and what else a forum left of their kind."""
    for kind in corpus.vocabulary.document_kinds:
        papers = [document for document in forum.documents if document.type == kind.id]
        if kind.official and papers:
            yield with_capital(kind.label), tuple(row.link for row in document_rows(corpus, papers))


def _neighbours(corpus: Corpus, forum: Forum) -> tuple[PageLink | None, PageLink | None]:
    """The forums before and after in the series, if there is one."""
    previous, following = corpus.forums_beside.get(forum.id, (None, None))
    return link_to(previous) if previous else None, link_to(following) if following else None
