"""Tags for Zotero, Google Scholar and library catalogues: Highwire's citation_* and Dublin Core.

No COinS: Zotero prefers it to all other tags, and it knows neither forums nor proposals.
"""

from __future__ import annotations

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
    "ris": "application/x-research-info-systems",
    "json": "application/vnd.citationstyles.csl+json",
}


def citation_tags(corpus: Corpus, page: Page[object], words: Words) -> Iterator[HeadElement]:
    """The tags of a forum's, talk's or proposal's page; a forum's has links to the files of its works too."""
    language = words.language
    if isinstance(page.view, ForumView) and page.view.citations:
        yield from _tags(corpus, page.view.forum, page.view.citations.forum.work, language)
        for ending, path in works_paths(language, page.view.forum).items():
            yield HeadLink(
                "alternate", file_address(corpus, path), _MEDIA_TYPES[ending], CITATION_FORMAT_NAMES[ending]
            )
    elif isinstance(page.view, TalkView) and page.view.citation:
        yield from _tags(corpus, page.view.talk.forum, page.view.citation.work, language)
        yield "citation_conference_title", page.view.citation.work["event-title"]
    elif isinstance(page.view, ProposalView) and page.view.citation:
        yield from _tags(corpus, page.view.proposal, page.view.citation.work, language)
        yield from _subjects(corpus, page.view.proposal, language)


def _tags(corpus: Corpus, record: Record, work: Work, language: Language) -> Iterator[Tag]:
    yield from _highwire(work)
    yield "DC.type", "Event" if work["type"] == "event" else "Text"
    yield "DC.title", work["title"]
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


def _highwire(work: Work) -> Iterator[Tag]:
    yield "citation_title", work["title"]
    for name in names_in(work):
        yield "citation_author", _inverted(name)
    yield "citation_publication_date", next(days_in(work["issued"])).replace("-", "/")
    yield "citation_publisher", work["publisher"]
    if "number" in work:
        yield "citation_technical_report_institution", work["publisher"]
        yield "citation_technical_report_number", work["number"]
    yield "citation_public_url", work["URL"]
    yield "citation_language", work["language"]


def _subjects(corpus: Corpus, proposal: Proposal, language: Language) -> Iterator[Tag]:
    for topic in proposal.topics:
        label = corpus.topics[topic].label.best(language)[0]
        yield "citation_keywords", label
        yield "DC.subject", label


def _inverted(name: Name) -> str:
    return f"{name['family']}, {name['given']}" if "family" in name else whole_name(name)
