"""Web addresses in records that lie on this site itself lead to what is there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.links import may_be_unread_talk
from generator.corpus.own_site import built_site, own_addresses
from generator.corpus.rules.finding import Finding
from generator.corpus.withdrawals import withdrawn_pages
from generator.output.verify.resolve import Inside
from generator.parsing.messages import message


def addresses_on_this_site_lead_to_pages(corpus: Corpus) -> Iterator[Finding]:
    """An address on this site, in a text or a field, is that of a page or of a file in content/files/."""
    files, withdrawn = built_site(corpus).files, withdrawn_pages(corpus)
    for own in own_addresses(corpus):
        unknown = own.file not in files and not may_be_unread_talk(corpus, own.page)
        if own.page not in withdrawn and (unknown or own.fragment):
            told = message("paths.nothing_here", address=own.address)
            yield Finding(own.path, own.field, told, own.address)


def repository_lies_elsewhere(corpus: Corpus) -> Iterator[Finding]:
    """The repository is no part of this site, which has no pages to edit a record on."""
    repository = corpus.site.repository
    if repository and isinstance(built_site(corpus).resolve(repository.url, "index.html"), Inside):
        here = message("site.repository_here", address=repository.url)
        yield Finding(corpus.site.path, ("repository", "url"), here)
