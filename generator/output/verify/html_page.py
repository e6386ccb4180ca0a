"""A built page or a style sheet, parsed as far as the rules need it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

Attributes = Mapping[str, str | None]

NOT_LOADED = {"alternate", "author", "canonical", "help", "license", "me", "next", "prev", "related"}
"""Values of <link rel> at which a browser loads nothing by itself (HTML standard, "Link types")."""


class HtmlReference(NamedTuple):
    """One address on a page: `<tag attribute="address">`, or `url(address)` in CSS."""

    tag: str
    attribute: str
    address: str
    loads: bool = True
    """The browser goes there without a reader's click on a link, or sends something there."""

    def __str__(self) -> str:
        address = f"{self.address:.120}"
        return f"url({address})" if self.attribute == "url" else f'<{self.tag} {self.attribute}="{address}">'


@dataclass(frozen=True)
class HtmlPage:
    """A page by its path in the site's folder. Of a <template> only the references count."""

    path: str
    title: str
    elements: Mapping[str, list[Attributes]]
    """The attributes of the elements, by tag."""
    references: frozenset[HtmlReference]
    policy: str = ""
    """The Content-Security-Policy for all that the page loads; empty if there is none."""
    scripts: frozenset[str] = frozenset()
    """The scripts that stand in the page itself."""

    def tagged(self, tag: str) -> list[Attributes]:
        return self.elements.get(tag, [])

    def ids(self) -> list[str]:
        return [value(found, "id") for same in self.elements.values() for found in same if "id" in found]

    def anchors(self) -> frozenset[str]:
        """The ids and names that a fragment can lead to."""
        return frozenset(self.ids()) | {value(anchor, "name") for anchor in self.tagged("a")}

    def alternates(self) -> list[tuple[str, str]]:
        """Language and address of each version of the page named for search engines (hreflang)."""
        links = [link for link in self.tagged("link") if "alternate" in words(link, "rel")]
        return [(value(link, "hreflang"), value(link, "href")) for link in links if "hreflang" in link]

    def redirects(self) -> bool:
        return any(map(is_refresh, self.tagged("meta")))


def parse_page(path: str, html: str) -> HtmlPage:
    tree = LexborHTMLParser(html)
    elements: defaultdict[str, list[Attributes]] = defaultdict(list)
    references = {
        HtmlReference("style", "url", url) for style in tree.css("style") for url in in_css(style.text())
    }
    for node in tree.root.traverse() if tree.root else ():
        attributes = node.attributes
        elements[node.tag or ""].append(attributes)
        references.update(html_references(node.tag or "", attributes))
    references.update(in_templates(tree))
    title = tree.css_first("head > title")
    scripts = frozenset(node.text() for node in tree.css("script:not([src])") if is_run(node.attributes))
    return HtmlPage(
        path, title.text() if title else "", dict(elements), frozenset(references), policy_of(tree), scripts
    )


def policy_of(tree: LexborHTMLParser) -> str:
    """A policy holds for what comes after it; of two, both do, which nobody can read from one."""
    first = tree.css_first("script, style, link[rel~=stylesheet], meta[http-equiv=content-security-policy i]")
    stated = tree.css("meta[http-equiv=content-security-policy i]")
    return value(stated[0].attributes, "content") if len(stated) == 1 and first == stated[0] else ""


def is_run(attributes: Attributes) -> bool:
    """A script says no type, or one that browsers run; the others are data (HTML standard, "script")."""
    kind = value(attributes, "type").strip().lower()
    return kind in ("", "module", "importmap", "speculationrules") or "javascript" in kind or "ecma" in kind


def in_templates(tree: LexborHTMLParser | LexborNode) -> Iterator[HtmlReference]:
    """A <template> is no part of its document, but scripts put its content there."""
    for template in tree.template_fragments():
        for node in template.traverse():
            yield from html_references(node.tag or "", node.attributes)
        yield from in_templates(template)


def value(attributes: Attributes, name: str) -> str:
    """An attribute's value; empty if it has none (`<img alt>`) or is not there."""
    return attributes.get(name) or ""


def words(attributes: Attributes, name: str) -> set[str]:
    return set(value(attributes, name).lower().split())


def is_refresh(meta: Attributes) -> bool:
    return value(meta, "http-equiv").strip().lower() == "refresh"


def html_references(tag: str, attributes: Attributes) -> Iterator[HtmlReference]:
    for name in ADDRESSES.keys() & attributes.keys():
        if bears_address(tag, name, attributes):
            loads = loads_by_itself(tag, name, attributes)
            for address in ADDRESSES[name](value(attributes, name)):
                yield HtmlReference(tag, name, address, loads)


def bears_address(tag: str, name: str, attributes: Attributes) -> bool:
    """Some attributes hold an address on one element only; <base> has a rule of its own."""
    if name == "data":
        return tag == "object"
    if name == "content":
        return tag == "meta" and is_refresh(attributes)
    return not (name == "href" and tag == "base")


def loads_by_itself(tag: str, name: str, attributes: Attributes) -> bool:
    """An address is loaded unless it is a link to click on or a link about the page."""
    if name in ("href", "xlink:href") and tag in ("a", "area"):
        return False
    return not (name == "href" and tag == "link" and words(attributes, "rel") <= NOT_LOADED)


def whole(text: str) -> list[str]:
    return [text]


def in_srcset(text: str) -> list[str]:
    """`a.png, b.png 2x`: an address ends at a blank, and a comma at its end does not belong to it."""
    return re.findall(r"[\s,]*+(\S*[^\s,])[^,]*", text)


def in_refresh(text: str) -> list[str]:
    """`0; url=../new/`, with or without quotes."""
    target = re.sub(r"\A\s*+[\d.]*+\s*+[;,]?\s*+(url\s*+=\s*+)?+", "", text, flags=re.IGNORECASE).rstrip()
    if target[:1] in ("'", '"'):
        target = target[1:].partition(target[0])[0]
    return [target] if target else []


CSS = re.compile(
    r"""/\*.*?(?:\*/|\Z) | @namespace[^;]*
    | (?:url\(\s*|@import\s+) (?: "([^"]*)" | '([^']*)' )
    | url\(\s*([^"'\s)][^)]*)
    | "((?:https?:)?//[^"]+)" | '((?:https?:)?//[^']+)'
    | "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*'""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)


def in_css(css: str) -> list[str]:
    """The addresses in url(…) and @import, and texts that are addresses of hosts, as in image-set("https://…")."""
    return [address.strip() for match in CSS.finditer(css) for address in match.groups("") if address]


ADDRESSES: Mapping[str, Callable[[str], list[str]]] = {
    **dict.fromkeys(
        ("action", "background", "data", "formaction", "href", "poster", "src", "xlink:href"), whole
    ),
    "content": in_refresh,
    "imagesrcset": in_srcset,
    "ping": str.split,
    "srcset": in_srcset,
    "style": in_css,
}
"""The attributes that hold addresses, whatever the element, and how to read each."""
