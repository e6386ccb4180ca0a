"""Every whole address of the site's own is below the one at which it is published."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path

from generator.output.verify.html_page import HtmlPage, value, words
from generator.output.verify.resolve import BuiltSite, Inside, is_not_found, split_address
from generator.parsing.addresses import ADDRESS_ENDS, address_on_site
from generator.parsing.messages import Message, message

_GIVEN = "files/"
"""What people put there is published as it is."""
_STATED = re.compile(
    r'''<loc>(?P<loc>[^<]*)</loc>
    | ^Sitemap:[ ]*(?P<map>\S*)
    | <link[ ]rel="self"[^>]*[ ]href="(?P<feed>[^"]*)"''',
    re.MULTILINE | re.VERBOSE,
)
"""Where a sitemap, robots.txt and a feed say which address is theirs, or a page's."""
_STATING = ("sitemap.xml", "robots.txt", ".atom")


def stated_address(page: HtmlPage, site: BuiltSite) -> Iterator[Message]:
    """A page says of itself that it is where it is published; one that leads to another names that.

    The 404 page stands at any address.
    """
    if not site.address or is_not_found(page.path):
        return
    stated = [value(link, "href") for link in page.tagged("link") if "canonical" in words(link, "rel")]
    stated += [value(meta, "content") for meta in page.tagged("meta") if meta.get("property") == "og:url"]
    for address in stated:
        target = site.resolve(address, page.path)
        whole = split_address(address)[0] and isinstance(target, Inside)
        if not whole or (target != Inside(page.path, "") and not page.redirects()):
            yield message("verify.own_address", address=address, site=site.address)


def wrong_addresses(folder: Path, site: BuiltSite, elsewhere: str | None) -> Iterator[tuple[str, Message]]:
    """The files that name another address as the site's own: `elsewhere`, or whatever stands for theirs.

    Texts that are packed, as in PDF, are not looked into. What ids are made of is no address.
    """
    other = another_address(elsewhere, site.address) if elsewhere and site.address else None
    for file in sorted(site.files):
        if file.startswith(_GIVEN) or not (other or file.endswith(_STATING)):
            continue
        text = text_in(file, (folder / file).read_bytes())
        if other and (found := other.search(text)):
            yield file, message("verify.elsewhere_named", address=text[found.start() :][:120].split()[0])
        if site.address and file.endswith(_STATING):
            for stated in _STATED.finditer(text):
                address = stated["loc"] or stated["map"] or stated["feed"] or ""
                if not address.startswith(site.address):
                    yield file, message("verify.own_address", address=address, site=site.address)


def text_in(file: str, content: bytes) -> str:
    """What a file says, without the escapes of HTML and the folds in a calendar's long lines."""
    text = content.decode("utf-8", errors="replace")
    if file.endswith(".ics"):
        return re.sub(r"\r?\n[ \t]", "", text)
    return html.unescape(text) if file.endswith((".html", ".atom", ".xml", ".md")) else text


def another_address(elsewhere: str, address: str) -> re.Pattern[str] | None:
    """Where an address is on the site as it would be elsewhere, and not where it is.

    None if nobody can tell: https://host/p/1/ is the page p/1/ of a site at https://host/, and the page 1/ of
    one at https://host/p/.
    """
    if elsewhere.startswith(address):
        return None
    found = address_on_site(elsewhere)
    if not address.startswith(elsewhere):
        return found
    below = re.escape(address[len(elsewhere.rstrip("/")) :].rstrip("/"))
    return re.compile(f"{found.pattern}(?!{below}{ADDRESS_ENDS})")
