"""Tags for Zotero, Google Scholar and library catalogues: Highwire's citation_* and Dublin Core.

No COinS: Zotero prefers it to all other tags, and it knows neither forums nor proposals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.citations.csl import Name, Work, days_in, names_in, whole_name
from generator.corpus.corpus import Corpus
from generator.corpus.licences import terms_of_use
from generator.corpus.urls import file_address
from generator.i18n.strings import Words
from generator.metadata.elements import HeadElement, HeadLink, Tag
from generator.models import Language, Proposal, Record
from generator.pages import Page
from generator.pages.citation_box import CITATION_FORMAT_NAMES, works_paths
from generator.pages.forums import ForumView
from generator.pages.proposals import ProposalView
from generator.pages.talks import TalkView

_MEDIA_TYPES = {
    "bib": "application/x-bibtex",
    "biblatex.bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "json": "application/vnd.citationstyles.csl+json",
}


def citation_tags(corpus: Corpus, page: Page[object], words: Words) -> Iterator[HeadElement]:
    """The tags of a forum's, talk's or proposal's page; a forum's has links to the files of its works too."""
    language = words.language
    if isinstance(page.view, ForumView) and page.view.citations:
        work, forum = page.view.citations.forum.work, page.view.forum
        yield from _tags(corpus, forum, work, forum.name.best(language)[0], language)
        for ending, path in works_paths(language, forum).items():
            yield HeadLink(
                "alternate", file_address(corpus, path), _MEDIA_TYPES[ending], CITATION_FORMAT_NAMES[ending]
            )
    elif isinstance(page.view, TalkView) and page.view.citation:
        work = page.view.citation.work
        yield from _tags(corpus, page.view.talk.forum, work, work["title"], language)
        yield "citation_conference_title", work["event-title"]
    elif isinstance(page.view, ProposalView) and page.view.citation:
        title = _title_of(page.view.proposal, words)
        yield from _tags(corpus, page.view.proposal, page.view.citation.work, title, language)
        yield from _subjects(corpus, page.view.proposal, language)


def _title_of(proposal: Proposal, words: Words) -> str:
    """Its title as the page has it, without the brackets of references: Google Scholar compares the two."""
    title = proposal.title.best(words.language)[0]
    return f"{title} {words('cite.withdrawn')}" if proposal.withdrawn else title


def _tags(corpus: Corpus, record: Record, work: Work, title: str, language: Language) -> Iterator[Tag]:
    yield from _highwire(work, title)
    yield "DC.type", "Event" if work["type"] == "event" else "Text"
    yield "DC.title", title
    for name in names_in(work):
        yield "DC.creator", _inverted(name)
    yield "DC.date", "/".join(days_in(work["issued"]))
    yield "DC.publisher", work["publisher"]
    yield "DC.identifier", work["URL"]
    yield "DC.language", work["language"]
    licence = corpus.site.licence
    own = terms_of_use(corpus, record.license).url if record.license else None
    yield "DC.rights", own or licence.url or licence.name.best(language)[0]
    if "event-title" in work:
        yield "DC.relation", work["event-title"]


def _highwire(work: Work, title: str) -> Iterator[Tag]:
    yield "citation_title", title
    for name in names_in(work):
        yield "citation_author", _inverted(name) if "family" in name else _without_commas(name["literal"])
    yield "citation_publication_date", next(days_in(work["issued"])).replace("-", "/")
    if "number" in work:
        yield "citation_technical_report_institution", work["publisher"]
        yield "citation_technical_report_number", work["number"]
    else:  # Zotero has one field for both
        yield "citation_publisher", work["publisher"]
    yield "citation_public_url", work["URL"]
    yield "citation_language", work["language"]


def _subjects(corpus: Corpus, proposal: Proposal, language: Language) -> Iterator[Tag]:
    """Zotero reads `citation_keywords` only where there are none of these."""
    for topic in proposal.topics:
        yield "DC.subject", corpus.topics[topic].label.best(language)[0]


def _without_commas(name: str) -> str:
    """The name of a body for `citation_author`, which Zotero and Google Scholar split at a comma.

    They know no sign for a comma that splits nothing; Dublin Core's `creator` keeps it.
    """
    return re.sub(r"\s*[,;]\s*", " ", name)


def _inverted(name: Name) -> str:
    return f"{name['family']}, {name['given']}" if "family" in name else whole_name(name)
