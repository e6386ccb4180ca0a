"""A page's subject as linked data (JSON-LD, schema.org): for search engines, assistants and archives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.corpus.corpus import Corpus
from generator.corpus.licences import terms_of_use
from generator.corpus.urls import file_address, page_address, root_address
from generator.i18n.strings import Words
from generator.metadata.jsonld_records import record_thing
from generator.metadata.jsonld_talks import talk_thing
from generator.metadata.jsonld_things import Thing, best_text, printed_names, thing, title_properties
from generator.models import LANGUAGES, Language, Named, Proposal
from generator.pages import Page
from generator.pages.data_page import DataView
from generator.pages.page import Label, label_text
from generator.pages.talks import TalkView

MEDIA_TYPES: Mapping[str, str] = {
    "json": "application/json",
    "jsonl": "application/jsonl",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "db": "application/vnd.sqlite3",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "ics": "text/calendar",
}
"""Ending → media type of files that hold data; checksums and terms of use hold none."""

WHOLE = ("records", "cite", "calendars")
"""Groups of the data page whose files hold the whole corpus; feeds hold its news alone."""


def linked_data(corpus: Corpus, page: Page[object], words: Words) -> Iterator[Thing]:
    """The page's breadcrumbs and its subject; nothing for a redirect, and for what nobody is to find."""
    if page.redirect or page.is_unlisted:
        return
    if page.crumbs:
        yield breadcrumbs(corpus, page, words)
    if page.template == "home":
        yield website(corpus, words.language)
    if isinstance(page.view, DataView):
        yield dataset(corpus, page, page.view, words)
    if isinstance(page.view, TalkView):
        yield talk_thing(corpus, page.view.talk, words.language)
    elif page.record and (about := record_thing(corpus, page.record, words.language)):
        taken_back = isinstance(page.record, Proposal) and page.record.withdrawn
        yield about | ({"creativeWorkStatus": words("proposal.withdrawn")} if taken_back else {})
    if page.record and page.record.license:
        yield licensed_page(corpus, page, page.record.license, words.language)


def licensed_page(corpus: Corpus, page: Page[object], terms: str, language: Language) -> Thing:
    """The page of a record that has terms of its own; a person and an event can have none."""
    return thing(
        "WebPage",
        url=page_address(corpus, page.path, language),
        inLanguage=language,
        license=terms_of_use(corpus, terms).url,
    )


def breadcrumbs(corpus: Corpus, page: Page[object], words: Words) -> Thing:
    """The breadcrumbs from the home page to this one, which goes by a printed name."""
    last: Label = page.crumb or page.title
    if isinstance(page.record, Named):
        last = printed_names(page.record, words.language)[0]
    steps = [*((crumb.label, crumb.target) for crumb in page.crumbs), (last, page.path)]
    return thing(
        "BreadcrumbList",
        itemListElement=[
            thing(
                "ListItem",
                position=position,
                name=label_text(label, words),
                item=page_address(corpus, target, words.language),
            )
            for position, (label, target) in enumerate(steps, 1)
        ],
    )


def website(corpus: Corpus, language: Language) -> Thing:
    """The site, and how to search it."""
    site = corpus.site
    root = root_address(corpus, language)
    return thing(
        "WebSite",
        root,
        **title_properties(site.name, language),
        description=best_text(site.description, language),
        url=root,
        inLanguage=language,
        publisher=publisher(corpus, language),
        potentialAction=thing(
            "SearchAction",
            target=thing("EntryPoint", urlTemplate=f"{root}search/?q={{search_term_string}}"),
            **{"query-input": "required name=search_term_string"},
        ),
    )


def publisher(corpus: Corpus, language: Language) -> Thing:
    """The organization that publishes the site."""
    site_publisher = corpus.site.publisher
    return thing("Organization", name=best_text(site_publisher.name, language), url=site_publisher.url)


def dataset(corpus: Corpus, page: Page[object], view: DataView, words: Words) -> Thing:
    """All records as a dataset, with the downloads of each format."""
    site, language = corpus.site, words.language
    days = [forum.start_date.numeric for forum in corpus.forums_newest_first]
    newest = corpus.newest_fact()
    return thing(
        "Dataset",
        f"{page_address(corpus, page.path, LANGUAGES[0])}#it",
        **title_properties(site.name, language),
        description=best_text(site.description, language),
        url=page_address(corpus, page.path, language),
        inLanguage=list(LANGUAGES),
        creator=publisher(corpus, language),
        license=site.licence.url or best_text(site.licence.name, language),
        isAccessibleForFree=True,
        dateModified=newest.numeric if newest else None,
        temporalCoverage=f"{days[-1]}/{days[0]}" if days else None,
        distribution=list(download_things(corpus, view, words)),
    )


def download_things(corpus: Corpus, view: DataView, words: Words) -> Iterator[Thing]:
    """Each file that holds all records or all of a kind, as the data page lists them."""
    for group, rows in view.downloads:
        for row in rows:
            whole = group in WHOLE and not row.address_pattern
            for file in row.files if whole else ():
                ending = file.path.rpartition(".")[2]
                if ending in MEDIA_TYPES:
                    yield thing(
                        "DataDownload",
                        name=words(f"data.uses.{row.words}"),
                        contentUrl=file_address(corpus, file.path),
                        encodingFormat=MEDIA_TYPES[ending],
                        contentSize=f"{file.size} B",
                    )
