"""What was taken out at request is gone, and nothing leads to where it was."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.links import links_in_texts
from generator.corpus.own_site import own_addresses
from generator.corpus.rules.finding import Finding
from generator.corpus.talks import talks_of
from generator.corpus.urls import short_pages
from generator.corpus.withdrawals import pages_at, withdrawn_pages
from generator.models import Forum
from generator.models.references import Reference, references_of
from generator.models.withdrawn import WITHDRAWN_PATH
from generator.parsing.messages import message
from generator.parsing.problems import suggestion


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


def withdrawn_talks_had_a_forum(corpus: Corpus) -> Iterator[Finding]:
    """The forum of a talk that content/withdrawn.yml lists is in content/, or was taken out too."""
    known = {key for folder, key in corpus.unread if folder == Forum.folder} | set(corpus.forums)
    known |= {former for forum in corpus.forums.values() for former in corpus.former_ids(forum)}
    whole = [gone.addresses for gone in corpus.withdrawn if gone.folder == Forum.folder and not gone.is_talk]
    known |= {address.partition("/")[2] for addresses in whole for address in addresses}
    for number, gone in enumerate(corpus.withdrawn):
        forum = gone.record.split("/")[1]
        if gone.is_talk and forum not in known:
            remedy = suggestion(forum, known) or message("remedy.correct")
            told = message("withdrawn.no_forum", forum=forum, remedy=remedy)
            yield Finding(WITHDRAWN_PATH, (number, "record"), told)


def withdrawn_addresses_are_listed_once(corpus: Corpus) -> Iterator[Finding]:
    """content/withdrawn.yml lists an address once, and no record of today has it or had it before."""
    former = _former_pages(corpus)
    owned = former | _living_pages(corpus)
    listed: dict[str, str] = {}
    for number, gone in enumerate(corpus.withdrawn):
        for place, address in enumerate(gone.addresses):
            field = ("redirect_from", place - 1) if place else ("record",)
            owners = owned if place else former  # that the record itself is still there, another rule tells
            pages = tuple(pages_at(address))
            taken = next((page for page in pages if page in owners or page in listed), None)
            if taken:
                owner = owners.get(taken) or listed[taken]
                twice = message("withdrawn.twice", address=taken.removesuffix(".md"), owner=owner)
                yield Finding(WITHDRAWN_PATH, (number, *field), twice)
            listed |= {page: f"[{number}]" for page in pages if page not in listed}


def _former_pages(corpus: Corpus) -> dict[str, str]:
    """The pages that lead to records from where they were, and proposals' short ones → whose they are."""
    owners: dict[str, str] = {}
    for record in corpus.records:
        owners |= {f"{record.folder}/{former}.md": record.path for former in corpus.former_ids(record)}
    for proposal in corpus.proposals.values():
        owners |= dict.fromkeys(short_pages(proposal), proposal.path)
    return owners


def _living_pages(corpus: Corpus) -> dict[str, str]:
    """The pages of the records and talks of today → whose they are."""
    owners = {f"{folder}/{key}.md": f"content/{folder}/{key}.yml" for folder, key in corpus.unread}
    owners |= {record.page: record.path for record in corpus.records}
    return owners | {talk.page: forum.path for forum in corpus.forums.values() for talk in talks_of(forum)}


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
