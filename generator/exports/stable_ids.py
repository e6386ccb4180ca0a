"""Ids of feeds' entries and calendars' events: no edit that leaves a thing the same changes one."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

from generator.corpus.corpus import Corpus

MINTED = "2026"
"""The year in the site's tag: URIs, which mean the owner of the domain on its first day."""


def host_of(address: str) -> str:
    """The domain of an address in ASCII (Punycode), as it is registered."""
    host = urlsplit(address).hostname or ""
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return quote(host)


def tag(corpus: Corpus, *names: str) -> str:
    """A tag: URI (RFC 4151): unique to this archive, and unchanged when a page or the whole site moves."""
    return f"tag:{host_of(corpus.site.identity)},{MINTED}:{quote(_below(corpus, *names))}"


def event_uid(corpus: Corpus, *names: str) -> str:
    """A UID (RFC 7986, section 5.3): unique to this archive, and unchanged like a tag.

    There is no '/' in it: programs call a file by an event's UID, and then do not find the event
    (github.com/nextcloud/server/issues/19980). No id has a '.', which stands in its place.
    """
    name = re.sub(r"[^\w-]+", ".", _below(corpus, *names), flags=re.ASCII).strip(".")
    return f"{name}@{host_of(corpus.site.identity)}"


def _below(corpus: Corpus, *names: str) -> str:
    """The path of the archive's identity, and names below it.

    A repository is the same with and without the ending by which programs fetch it.
    """
    path = urlsplit(corpus.site.identity).path.strip("/").removesuffix(".git")
    return "/".join(filter(None, (path, *names)))
