"""Records that lack what readers look for: names to search by, and a look at what became of a proposal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from generator.corpus.corpus import Corpus
from generator.corpus.looks import due_proposals
from generator.corpus.repository_links import kind_of_repository
from generator.corpus.rules.finding import Finding
from generator.parsing.messages import message

_SHORT_NAME = re.compile("[가-힣]{1,3}|[A-Z]{2,6}")
"""`국회`, `통일부`, `NIA`: nobody calls it by a shorter one."""


def public_bodies_have_other_names(corpus: Corpus) -> Iterator[Finding]:
    """A public body with a long name has another one, by which people search for it."""
    for organization in corpus.organizations.values():
        names = filter(None, (organization.name.ko, organization.name.en))
        is_short = any(map(_SHORT_NAME.fullmatch, names))
        kind = corpus.organization_kinds.get(organization.classification)
        if kind and kind.public and not organization.other_names and not is_short:
            yield Finding(organization.path, ("name",), message("warnings.other_name"))


def archives_outlive_their_address(corpus: Corpus) -> Iterator[Finding]:
    """An archive without a repository says by which address feeds and calendars know it."""
    if corpus.site.identity == corpus.site.address and not corpus.site.known_as:
        told = message("warnings.known_as", address=corpus.site.address)
        yield Finding(corpus.site.path, ("address",), told)


def repositories_are_at_known_hosts(corpus: Corpus) -> Iterator[Finding]:
    """It is known what runs at the repository's host, and so where a record is edited."""
    repository = corpus.site.repository
    if repository and kind_of_repository(repository) is None:
        told = message("warnings.repository_kind", host=urlsplit(repository.url).hostname or "")
        yield Finding(corpus.site.path, ("repository", "url"), told)


def proposals_are_looked_at(corpus: Corpus, today: date) -> Iterator[Finding]:
    """Somebody has looked what became of an open proposal within the site's quiet months."""
    if today == date.max:
        return
    for due in due_proposals(corpus, today):
        told = message("warnings.due", looked=str(due.looked), months=corpus.site.quiet_months)
        yield Finding(due.proposal.path, ("checked",), told)


def embargoes_are_taken_out(corpus: Corpus, today: date) -> Iterator[Finding]:
    """An embargo that has passed holds nothing back, and its line is taken out."""
    if today == date.max:
        return
    for record in corpus.records:
        if record.embargo and record.embargo.earliest <= today:
            told = message("warnings.embargo_passed", day=str(record.embargo))
            yield Finding(record.path, ("embargo",), told)
