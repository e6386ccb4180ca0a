"""Addresses in records and pages that lie on this site itself, and the pages and files that they lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urlsplit

from generator.corpus.corpus import Corpus
from generator.corpus.links import linkable_pages
from generator.models import Prose, Record, Site, Vocabulary
from generator.models.fields import addresses_of
from generator.models.traverse import values_of
from generator.output.site_paths import LANGUAGE_FOLDERS, language_at
from generator.output.verify.resolve import BuiltSite, Inside
from generator.parsing.commonmark import web_links
from generator.parsing.problems import Field

INDEX_PAGES = (
    "index", "forums/index", "proposals/index", "speakers/index", "organizations/index", "topics/index",
    "sources/index", "statistics", "statuses", "data", "data/fields", "follow-ups", "responses",
    "search", "subscribe",
)  # fmt: skip
"""The generator's own pages, without `.md`."""


def index_pages(corpus: Corpus) -> Iterator[str]:
    """Those of the generator's own pages that are made, without `.md`: not all archives have all kinds."""
    for page in INDEX_PAGES:
        if corpus.has(section_of(page)):
            yield page


def section_of(page: str) -> str:
    """The section of the site that one of these pages is, as `corpus.has` knows it."""
    return page.removesuffix("/index").replace("-", "_")


OWN_FIELDS: frozenset[Field] = frozenset({("address",), ("known_as",), ("repository", "url")})
"""Fields of content/site.yml with rules of their own."""


class OwnAddress(NamedTuple):
    """A web address on this site that a record or a page has."""

    path: str
    field: Field
    address: str
    file: str
    """What it leads to, from the site's root."""
    fragment: str

    @property
    def page(self) -> str:
        """The page that it leads to, from its language's root: `proposals/x.md`."""
        own = LANGUAGE_FOLDERS[language_at(self.file)]
        return f"{self.file.removeprefix(own).removesuffix('/index.html')}.md"


def own_addresses(corpus: Corpus) -> Iterator[OwnAddress]:
    """Every address in records and pages that is on this site, whether something is there or not."""
    site = built_site(corpus)
    for path, field, address in _web_addresses(corpus):
        target = site.resolve(address, "index.html")
        if isinstance(target, Inside):
            yield OwnAddress(path, field, address, target.file, target.fragment)


def files_linked(corpus: Corpus) -> Mapping[str, frozenset[str]]:
    """Record's file → the files of content/files/ that it names by their address on this site.

    Those that anything else names, which is always published, stand under the empty name.
    """
    found: dict[str, set[str]] = {}
    records = {record.path for record in corpus.records}
    for own in own_addresses(corpus):
        if own.file.startswith("files/"):
            owner = own.path if own.path in records else ""
            found.setdefault(owner, set()).add(own.file.removeprefix("files/"))
    return {path: frozenset(files) for path, files in found.items()}


def built_site(corpus: Corpus) -> BuiltSite:
    """The site as it will be built, as far as addresses in records may lead there."""
    found = linkable_pages(corpus, index_pages(corpus))
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
