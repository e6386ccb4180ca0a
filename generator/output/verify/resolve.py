"""Addresses on a page resolved as browsers do (WHATWG URL standard)."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote

from generator.parsing.messages import Message, message

DROPPED_AROUND = "".join(map(chr, range(0x21)))  # controls and the space

WEBCAL = "webcal"
"""How an address begins that calendar programs subscribe to; they ask for it as for any other file."""


class Inside(NamedTuple):
    """To a file of the site, which may be there or not; `fragment` as it is written, without the #."""

    file: str
    fragment: str


class Outside(NamedTuple):
    """Away from the site."""

    scheme: str


class Wrong(NamedTuple):
    """Not where it was meant to lead."""

    reason: Message


@dataclass(frozen=True)
class BuiltSite:
    """The site that pages are checked against: its files, its languages, and its address.

    `languages`: language → folder of its pages (`en/`, empty for the root). The last two fields end with a /.
    """

    files: Collection[str]
    languages: Mapping[str, str]
    base_path: str = "/"
    address: str | None = None

    def language(self, page: str) -> str:
        """The language in whose folder a page lies: the root's language if it lies in no other one's."""
        fitting = [language for language, folder in self.languages.items() if page.startswith(folder)]
        return max(fitting, key=lambda language: len(self.languages[language]))

    def counterpart(self, page: str, language: str) -> str:
        """The same page in another language."""
        return self.languages[language] + page.removeprefix(self.languages[self.language(page)])

    def resolve(self, address: str, page: str) -> Inside | Outside | Wrong:
        """Where an address leads from a page."""
        scheme, path, fragment = split_address(address)
        if scheme not in ("", "http", "https", WEBCAL):
            return Outside(scheme)
        if path.startswith("//"):
            return self.resolve_whole(scheme, path, fragment)
        if scheme:
            return Wrong(message("resolve.slashes", scheme=scheme))
        if path.startswith("/"):
            return self.resolve_from_root(path, fragment)
        if not path:
            return Inside(page, fragment)
        if is_not_found(page):
            return Wrong(message("resolve.from_root"))
        return below_root(page[: page.rfind("/") + 1] + path, fragment)

    def resolve_whole(self, scheme: str, path: str, fragment: str) -> Inside | Outside | Wrong:
        """`//host/path` is on the site if it begins as the site's own address does."""
        own_scheme, own_path, _ = split_address(self.address or "")
        own_host, _, own_root = own_path.lstrip("/").partition("/")
        host, _, rest = path.lstrip("/").partition("/")
        if not self.address or scheme not in ("", own_scheme, WEBCAL) or host.lower() != own_host.lower():
            return Outside(scheme or "https")
        if not f"{rest}/".startswith(own_root):
            return Outside(scheme or "https")
        return below_root(rest[len(own_root) :], fragment)

    def resolve_from_root(self, path: str, fragment: str) -> Inside | Wrong:
        if not f"{path}/".startswith(self.base_path):
            return Wrong(message("resolve.out", root=self.base_path))
        return below_root(path[len(self.base_path) :], fragment)


@lru_cache(maxsize=10_000)  # Pages lead to the same places, and two rules ask for each.
def split_address(address: str) -> tuple[str, str, str]:
    r"""Scheme, path (with a host: `//host/path`) and fragment; a query leads a static site nowhere else.

    Browsers drop controls and spaces around an address and line breaks and tabs within, and read \ as /.
    """
    address = re.sub(r"[\t\n\r]", "", address.strip(DROPPED_AROUND))
    rest, _, fragment = address.partition("#")
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", rest, re.IGNORECASE)
    path = rest[scheme.end() if scheme else 0 :].partition("?")[0]
    return scheme[1].lower() if scheme else "", path.replace("\\", "/"), fragment


@lru_cache(maxsize=10_000)
def below_root(path: str, fragment: str) -> Inside | Wrong:
    """A path below the site's root names a file, or with a / at its end a folder, meaning its index.html."""
    steps: list[str] = []
    step = ""
    for raw in path.split("/"):
        step = unquote(raw)
        if step == ".." and not steps:
            return Wrong(message("resolve.climbs"))
        if step == "..":
            steps.pop()
        elif step != ".":
            steps.append(raw if "/" in step else step)  # %2F parts no folders.
    if step == "":
        steps[-1] = "index.html"
    elif step in (".", ".."):
        steps.append("index.html")
    return Inside("/".join(steps), fragment)


def is_not_found(page: str) -> bool:
    """The page that a host shows for an address without a page."""
    return page.rpartition("/")[2] == "404.html"
