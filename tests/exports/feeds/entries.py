"""The entries of a feed, and what they say."""

from __future__ import annotations

from lxml import etree  # type: ignore[import-untyped]  # has no types of its own

ATOM = "{http://www.w3.org/2005/Atom}"
FORUM_FEED = "feeds/forums/f.atom"
NEWS_FEED = "feeds/new.atom"


def is_whole(path: str) -> bool:
    """Whether a feed has full texts: those of the whole archive do."""
    return path.removeprefix("en/").count("/") == 1


def entries(feed: bytes) -> list[etree._Element]:
    return list(etree.fromstring(feed).findall(f"{ATOM}entry"))


def said(entry: etree._Element, name: str) -> str:
    found = entry.find(f"{ATOM}{name}")
    assert found is not None
    return "".join(found.itertext())


def named(feed: bytes, ending: str) -> etree._Element:
    """The entry whose name ends so."""
    found = [entry for entry in entries(feed) if said(entry, "id").endswith(ending)]
    assert len(found) == 1
    return found[0]


def shown(entry: etree._Element) -> etree._Element:
    """The HTML of an entry, which readers show; ours is XML too."""
    content = entry.find(f"{ATOM}content")
    assert content is not None
    assert content.get("type") == "html"
    return etree.fromstring(f"<div>{content.text}</div>")


def links(holder: etree._Element, rel: str) -> list[tuple[str | None, str | None]]:
    """The languages and addresses of an entry's or a feed's links of a kind."""
    found = [link for link in holder.findall(f"{ATOM}link") if link.get("rel") == rel]
    return [(link.get("hreflang"), link.get("href")) for link in found]
