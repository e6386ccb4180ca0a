"""The links in texts to pages of this site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.corpus.corpus import Corpus
from generator.corpus.talks import talks_of
from generator.models import LANGUAGES, Language, Prose, Record, Vocabulary
from generator.models.traverse import values_of
from generator.parsing.commonmark import page_links
from generator.parsing.problems import Field


class LinkInText(NamedTuple):
    """A link in a text to a page of this site."""

    path: str
    field: Field
    page: str
    """From its language's root: `proposals/x.md`."""
    anchor: str
    """The fragment; empty for the page as a whole."""
    address: str
    """Page and anchor as they are written."""
    languages: tuple[Language, ...]
    """The languages whose pages show the text: both, if one of them lacks a text of its own."""


def links_in_texts(corpus: Corpus) -> Iterator[LinkInText]:
    """Every link to a page of this site that the texts of the corpus hold."""
    versions = Counter(page.name for page in corpus.pages)
    for page in corpus.pages:
        languages = (page.language,) if versions[page.name] == len(LANGUAGES) else LANGUAGES
        yield from _links(page.path, (), page.text, languages)
    records: tuple[Vocabulary | Record, ...] = (corpus.vocabulary, *corpus.records)
    for record in records:
        for field, prose in values_of(record, Prose):
            if isinstance(record, Vocabulary) and not corpus.has(str(field[0])):
                continue  # words of proposals, in an archive without them
            if prose.is_same_in_both:
                yield from _links(record.path, field, prose.ko, LANGUAGES)
                continue
            for language in LANGUAGES:
                languages = LANGUAGES if prose.missing_languages() else (language,)
                yield from _links(record.path, (*field, language), prose.in_language(language), languages)


def _links(
    path: str, field: Field, text: str | None, languages: tuple[Language, ...]
) -> Iterator[LinkInText]:
    for address in page_links(text or ""):
        page, _, anchor = address.partition("#")
        yield LinkInText(path, field, page, anchor, address, languages)


def linkable_pages(corpus: Corpus, index_pages: Iterable[str]) -> frozenset[str]:
    """The pages that texts may link to, from a language's root; those of unread records too."""
    pages = {f"{name}.md" for name in index_pages}
    pages |= {f"{page.name}.md" for page in corpus.pages}
    pages |= {record.page for record in corpus.records}
    pages |= {talk.page for forum in corpus.forums.values() for talk in talks_of(forum)}
    pages |= {f"topics/{topic.id}.md" for topic in corpus.shown_topics}
    pages |= {f"{name}.md" if folder == "pages" else f"{folder}/{name}.md" for folder, name in corpus.unread}
    return frozenset(pages)


def may_be_unread_talk(corpus: Corpus, page: str) -> bool:
    """Whether a page lies below a forum that is invalid, so that its talks are not known."""
    folder, _, rest = page.partition("/")
    return (folder, rest.partition("/")[0]) in corpus.unread
