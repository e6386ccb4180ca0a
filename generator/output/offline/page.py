"""A built page → the page for a folder: what cannot work there is changed, the rest stays byte for byte."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape

from generator.output.csp import policy_in_folder
from generator.output.offline.addresses import address_in_copy, address_on_web
from generator.output.verify.html_page import ADDRESSES, Attributes, bears_address
from generator.output.verify.resolve import BuiltSite, Inside, split_address

ALL_MODULES = "assets/modules.js"
"""The script that has all modules of a language, by its path from the root of the language."""

LEFT_OUT_LINKS = {"search", "manifest", "modulepreload", "prefetch", "preconnect"}
"""Values of <link rel> that say nothing without a server."""

_WITHIN = r"""(?:[^"'>]++|"[^"]*+"|'[^']*+')*+"""
_PIECE = re.compile(
    rf"<!--.*?-->|<(?P<coded>script|style)\b(?P<of_code>{_WITHIN})>(?P<code>.*?)</(?P=coded)\s*>"
    rf"|<(?P<tag>[a-zA-Z][^\s/>]*+)(?P<of_tag>{_WITHIN})>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s"'>/=]++)(?P<given>\s*+=\s*+(?:"(?P<a>[^"]*+)"|'(?P<b>[^']*+)'|(?P<c>[^\s"'>]++)))?+"""
)
_TELLING = ("href", "src", "action", "content", "poster", "ping", "background", "data=")
"""One of these stands in each tag that bears an address."""


@dataclass(frozen=True)
class PageInCopy:
    """A page for a folder, and the files of what it loads: its modules in their order, its other scripts."""

    html: str
    modules: tuple[str, ...]
    scripts: frozenset[str]


def page_in_copy(html: str, page: str, site: BuiltSite, notes: Mapping[str, str]) -> PageInCopy:
    """The page as it works when it is opened from a folder.

    `notes`: the line, as HTML, that says in each language that this is a copy; `{address}` in it stands for
    the page's address on the web.
    """
    modules: list[str] = []
    scripts: set[str] = set()
    language = site.languages[site.language(page)]

    def piece(found: re.Match[str]) -> str:
        if found["coded"] == "script":
            return script(found)
        tag, text = (found["tag"] or "").lower(), found["of_tag"]
        if tag == "main":
            return found[0] + _note(page, site, notes)
        if not tag or not any(name in text for name in _TELLING):
            return found[0]
        attributes = read_attributes(text)
        if tag == "link" and LEFT_OUT_LINKS & set((attributes.get("rel") or "").lower().split()):
            return ""
        return f"<{found['tag']}{_rewritten(tag, text, attributes, page, site)}>"

    def script(found: re.Match[str]) -> str:
        attributes = read_attributes(found["of_code"])
        source = site.resolve(attributes.get("src") or "", page)
        file = source.file if isinstance(source, Inside) and attributes.get("src") else None
        if file and (attributes.get("type") or "").strip().lower() == "module":
            modules.append(file)
            return "" if len(modules) > 1 else _ALL_MODULES_HERE
        scripts.update([file] if file else [])
        if attributes.get("type") == "speculationrules":
            return ""  # browsers fetch nothing from a folder
        changed = _rewritten("script", found["of_code"], attributes, page, site)
        return f"<script{changed}>{found['code']}</script>"

    written = _PIECE.sub(piece, html)
    if modules:
        written = written.replace(_ALL_MODULES_HERE, _all_modules(page, modules, language + ALL_MODULES), 1)
    return PageInCopy(written, tuple(modules), frozenset(scripts))


_ALL_MODULES_HERE = "\0modules\0"
"""Where a page's first module was, until all of them are known; no page has this character."""


def _all_modules(page: str, modules: list[str], file: str) -> str:
    """The script that takes the place of a page's modules."""
    source = posixpath.relpath(f"/{file}", posixpath.dirname(f"/{page}"))
    named = (posixpath.relpath(module, posixpath.dirname(file)) for module in modules)
    return f'<script defer src="{escape(source)}" data-modules="{escape(" ".join(named))}"></script>'


def read_attributes(text: str) -> dict[str, str | None]:
    """The attributes of a tag, as they stand between its name and its end; None has no value."""
    found: dict[str, str | None] = {}
    for one in _ATTRIBUTE.finditer(text):
        found.setdefault(one["name"].lower(), _value(one) if one["given"] else None)
    return found


def _value(attribute: re.Match[str]) -> str:
    return unescape(next(value for value in attribute.group("a", "b", "c") if value is not None))


def _rewritten(tag: str, text: str, attributes: Attributes, page: str, site: BuiltSite) -> str:
    """A tag's attributes with their addresses, and the policy, as the copy needs them."""

    def attribute(found: re.Match[str]) -> str:
        name = found["name"].lower()
        if not found["given"]:
            return found[0]
        old = new = _value(found)
        if tag == "meta" and name == "content" and _states_policy(attributes):
            new = policy_in_folder(old)
        elif name in ADDRESSES and bears_address(tag, name, attributes):
            for address in filter(None, ADDRESSES[name](old)):
                if not (tag == "link" and split_address(address)[0]):  # what programs read: canonical, feeds
                    new = new.replace(address, address_in_copy(address, page, site))
        return found[0] if new == old else f'{found["name"]}="{escape(new)}"'

    return _ATTRIBUTE.sub(attribute, text)


def _states_policy(attributes: Attributes) -> bool:
    return (attributes.get("http-equiv") or "").lower() == "content-security-policy"


def _note(page: str, site: BuiltSite, notes: Mapping[str, str]) -> str:
    note = notes[site.language(page)].replace("{address}", escape(address_on_web(page, site)))
    return f'<p class="copy-note md-grid">{note}</p>'
