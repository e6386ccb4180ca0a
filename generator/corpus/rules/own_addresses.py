"""Web addresses in records that lie on this site itself lead to what is there."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.corpus.corpus import Corpus
from generator.corpus.links import linkable_pages, may_be_unread_talk
from generator.corpus.rules.finding import Finding
from generator.corpus.rules.paths import INDEX_PAGES
from generator.corpus.urls import LANGUAGE_FOLDERS
from generator.models import Prose, Record, Site, Vocabulary
from generator.models.fields import addresses_of
from generator.models.traverse import values_of
from generator.output.verify.resolve import BuiltSite, Inside
from generator.parsing.commonmark import web_links
from generator.parsing.messages import message
from generator.parsing.problems import Field

OWN_FIELDS: frozenset[Field] = frozenset({("address",), ("repository", "url")})
"""Fields of content/site.yml with rules of their own."""


def addresses_on_this_site_lead_to_pages(corpus: Corpus) -> Iterator[Finding]:
    """An address on this site, in a text or a field, is that of a page or of a file in content/files/."""
    site = _built_site(corpus)
    for path, field, address in _web_addresses(corpus):
        target = site.resolve(address, "index.html")
        if isinstance(target, Inside) and _leads_nowhere(corpus, site, target):
            yield Finding(path, field, message("paths.nothing_here", address=address), address)


def _leads_nowhere(corpus: Corpus, site: BuiltSite, target: Inside) -> bool:
    page = target.file.removeprefix(LANGUAGE_FOLDERS["en"])
    unknown = target.file not in site.files and not may_be_unread_talk(corpus, page)
    return unknown or bool(target.fragment)


def repository_lies_elsewhere(corpus: Corpus) -> Iterator[Finding]:
    """The repository is no part of this site, which has no pages to edit a record on."""
    repository = corpus.site.repository
    if repository and isinstance(_built_site(corpus).resolve(repository.url, "index.html"), Inside):
        here = message("site.repository_here", address=repository.url)
        yield Finding(corpus.site.path, ("repository", "url"), here)


def _built_site(corpus: Corpus) -> BuiltSite:
    """The site as it will be built, as far as addresses in records may lead there."""
    found = linkable_pages(corpus, INDEX_PAGES)
    pages = [page.removesuffix(".md").removesuffix("index").strip("/") for page in found]
    files = {f"files/{name}" for name in corpus.files}
    for folder in LANGUAGE_FOLDERS.values():
        files |= {f"{folder}{page}/index.html" if page else f"{folder}index.html" for page in pages}
    languages = dict[str, str](LANGUAGE_FOLDERS.items())
    address = corpus.site.address
    return BuiltSite(frozenset(files), languages, urlsplit(address).path, address)


def _web_addresses(corpus: Corpus) -> Iterator[tuple[str, Field, str]]:
    """Every http and https address in records and pages, with its file and field."""
    for page in corpus.pages:
        yield from ((page.path, (), address) for address in web_links(page.text))
    models: tuple[Site | Vocabulary | Record, ...] = (corpus.site, corpus.vocabulary, *corpus.records)
    for model in models:
        for field, address in addresses_of(model):
            if model is not corpus.site or field not in OWN_FIELDS:
                yield model.path, field, address
        for field, prose in values_of(model, Prose):
            for text in dict.fromkeys(filter(None, (prose.ko, prose.en))):
                yield from ((model.path, field, address) for address in web_links(text))
