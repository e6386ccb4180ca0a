"""The generator's own pages: lists of records, and pages across all records."""

from __future__ import annotations

from typing import TypeVar

from generator.corpus.corpus import Corpus
from generator.pages.page import HOME, Page, Word
from generator.pages.subscriptions import Subscription

View = TypeVar("View")


def index_page(name: str, path: str, view: View, corpus: Corpus, *subscriptions: Subscription) -> Page[View]:
    """A page below the home page; its template and its words in strings/ have the same name."""
    return Page(
        path,
        name,
        title=Word(f"{name}.title"),
        view=view,
        crumbs=(HOME,),
        description=Word(f"{name}.description"),
        updated=corpus.newest_fact(),
        subscriptions=subscriptions,
    )


def section_page(section: str, view: View, corpus: Corpus, *subscriptions: Subscription) -> Page[View]:
    """The list of all records of a kind, such as forums/index.md."""
    return index_page(section, f"{section}/index.md", view, corpus, *subscriptions)
