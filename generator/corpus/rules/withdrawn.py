"""What was taken out at request is gone, and nothing leads to where it was."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.links import links_in_texts
from generator.corpus.own_site import own_addresses
from generator.corpus.rules.finding import Finding
from generator.corpus.talks import talks_of
from generator.corpus.urls import short_pages
from generator.corpus.withdrawals import pages_of, withdrawn_pages
from generator.models.references import Reference, references_of
from generator.models.withdrawn import WITHDRAWN_PATH
from generator.parsing.messages import message


def withdrawn_records_are_gone(corpus: Corpus) -> Iterator[Finding]:
    """A record or a talk that content/withdrawn.yml lists is not in content/ any more."""
    talks = {talk.page: forum for forum in corpus.forums.values() for talk in talks_of(forum)}
    for number, gone in enumerate(corpus.withdrawn):
        folder, key, *talk = gone.record.split("/")
        if not talk and (key in corpus.by_kind[folder] or (folder, key) in corpus.unread):
            there = message("withdrawn.there", path=f"content/{gone.record}.yml")
            yield Finding(WITHDRAWN_PATH, (number, "record"), there)
        elif forum := talks.get(f"{gone.record}.md"):
            there = message("withdrawn.talk_there", talk=gone.record, path=forum.path)
            yield Finding(WITHDRAWN_PATH, (number, "record"), there)


def withdrawn_addresses_are_listed_once(corpus: Corpus) -> Iterator[Finding]:
    """content/withdrawn.yml lists an address once, and no record of today has it."""
    owners: dict[str, str] = {}
    for record in corpus.records:
        owners |= {f"{record.folder}/{former}.md": record.path for former in corpus.former_ids(record)}
    for proposal in corpus.proposals.values():
        owners |= dict.fromkeys(short_pages(proposal), proposal.path)
    for number, gone in enumerate(corpus.withdrawn):
        for page in pages_of(gone):
            owner = owners.setdefault(page, f"{WITHDRAWN_PATH}#{number}")
            if owner != f"{WITHDRAWN_PATH}#{number}":
                first = owner.partition("#")
                where = f"[{first[2]}]" if first[2] else first[0]
                twice = message("withdrawn.twice", address=page.removesuffix(".md"), owner=where)
                yield Finding(WITHDRAWN_PATH, (number, "record"), twice)


def nothing_names_what_was_withdrawn(corpus: Corpus) -> Iterator[Finding]:
    """No record names one that was taken out, and no text and no address leads to where it was."""
    gone = {one.record for one in corpus.withdrawn}
    if not gone:
        return
    for record in corpus.records:
        for reference in references_of(record):
            if f"{reference.target}/{reference.id}" in gone and not _is_there(corpus, reference):
                named = message("withdrawn.named", record=f"{reference.target}/{reference.id}")
                yield Finding(record.path, reference.field, named)
    pages = withdrawn_pages(corpus)
    for link in links_in_texts(corpus):
        if link.page in pages:
            linked = message("withdrawn.linked", page=link.page)
            yield Finding(link.path, link.field, linked, link.address)
    for own in own_addresses(corpus):
        if own.page in pages:
            linked = message("withdrawn.linked", page=own.page)
            yield Finding(own.path, own.field, linked, own.address)


def _is_there(corpus: Corpus, reference: Reference) -> bool:
    """Whether the record has not been deleted yet, which is told by itself."""
    return (
        reference.id in corpus.by_kind[reference.target] or (reference.target, reference.id) in corpus.unread
    )
