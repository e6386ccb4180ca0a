"""What a page is about as linked data (JSON-LD, schema.org): for search engines, assistants and archives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from generator.corpus.corpus import Corpus
from generator.corpus.urls import file_address, page_address, root_address
from generator.i18n.strings import Words, load_words
from generator.metadata.jsonld_records import record_thing
from generator.metadata.jsonld_things import Thing, printed_names, said, thing, titled
from generator.models import LANGUAGES, Language, Named
from generator.pages import Page
from generator.pages.data_page import DataView
from generator.pages.page import Label, Word

MEDIA_TYPES: Mapping[str, str] = {
    "json": "application/json",
    "jsonl": "application/jsonl",
    "csv": "text/csv",
    "db": "application/vnd.sqlite3",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "ics": "text/calendar",
}
"""A file's ending → its form, for what holds data; sums and terms of use hold none."""

WHOLE = ("records", "cite", "calendars")
"""Groups of the data page whose single files hold the corpus; feeds hold its news alone."""


def linked_data(corpus: Corpus, page: Page[object], language: Language) -> Iterator[Thing]:
    """What the page is about, and where it stands; a page that leads elsewhere says nothing."""
    if page.redirect:
        return
    if page.crumbs:
        yield breadcrumbs(corpus, page, language)
    if page.template == "home":
        yield website(corpus, language)
    if isinstance(page.view, DataView):
        yield dataset(corpus, page, page.view, language)
    if page.record and (about := record_thing(corpus, page.record, language)):
        yield about


def breadcrumbs(corpus: Corpus, page: Page[object], language: Language) -> Thing:
    """From the home page down to this one, which goes by a printed name."""
    last: Label = page.crumb or page.title
    if isinstance(page.record, Named):
        last = printed_names(page.record, language)[0]
    steps = [*((crumb.label, crumb.target) for crumb in page.crumbs), (last, page.path)]
    return thing(
        "BreadcrumbList",
        itemListElement=[
            thing(
                "ListItem",
                position=place,
                name=label_text(label, language),
                item=page_address(corpus, target, language),
            )
            for place, (label, target) in enumerate(steps, 1)
        ],
    )


def website(corpus: Corpus, language: Language) -> Thing:
    """The site, and how to search it."""
    site = corpus.site
    root = root_address(corpus, language)
    return thing(
        "WebSite",
        root,
        **titled(site.name, language),
        description=said(site.description, language),
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
    """Who answers for the site."""
    ours = corpus.site.publisher
    return thing("Organization", name=said(ours.name, language), url=ours.url)


def dataset(corpus: Corpus, page: Page[object], view: DataView, language: Language) -> Thing:
    """All records together, and the files in which each form of them can be downloaded."""
    site = corpus.site
    days = [forum.start_date.numeric for forum in corpus.forums_newest_first]
    newest = corpus.newest_fact()
    return thing(
        "Dataset",
        f"{page_address(corpus, page.path, LANGUAGES[0])}#it",
        **titled(site.name, language),
        description=said(site.description, language),
        url=page_address(corpus, page.path, language),
        inLanguage=list(LANGUAGES),
        creator=publisher(corpus, language),
        license=site.licence.url or said(site.licence.name, language),
        isAccessibleForFree=True,
        dateModified=newest.numeric if newest else None,
        temporalCoverage=f"{days[-1]}/{days[0]}" if days else None,
        distribution=list(download_things(corpus, view, language)),
    )


def download_things(corpus: Corpus, view: DataView, language: Language) -> Iterator[Thing]:
    """Every file that holds all records or all of a kind, as the data page lists them."""
    for group, rows in view.downloads:
        for row in rows:
            whole = group in WHOLE and not row.shown
            for file in row.files if whole else ():
                ending = file.path.rpartition(".")[2]
                if ending in MEDIA_TYPES:
                    yield thing(
                        "DataDownload",
                        name=_words(language)(f"data.uses.{row.words}"),
                        contentUrl=file_address(corpus, file.path),
                        encodingFormat=MEDIA_TYPES[ending],
                        contentSize=f"{file.size} B",
                    )


@cache
def _words(language: Language) -> Words:
    return load_words(language)


def label_text(label: Label, language: Language) -> str:
    """A label as text of the page's language, or of the other one."""
    if isinstance(label, Word):
        return _words(language)(label.key, **label.values)
    return label if isinstance(label, str) else label.best(language)[0]
