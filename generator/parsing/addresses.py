"""Web addresses: which lead somewhere, and their form in ASCII, which older formats and programs need."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import SplitResult, quote, unquote, urlsplit

_ANY_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f<>\"\\^`{|}]+", re.IGNORECASE)
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
"""A part of a host's name, as the domain name system takes it."""

LONGEST_ADDRESS = 2_000
LONGEST_HOST = 253

_AS_WRITTEN = "!$&'()*+,;=:@/?~-._%"
"""Marks that stand for themselves in the path, query and fragment of a URI; '%' begins an escape."""


def wrong_address(text: str) -> str | None:
    """Why an http or https address leads nowhere, with the remedy; None if it may lead somewhere."""
    parts = _split(text)
    if parts is None:
        return f"'{text}' is not a web address; write it whole, from https:// on, without spaces"
    return leads_nowhere(parts)


def leads_nowhere(parts: SplitResult) -> str | None:
    """Why nothing can be at a host and port, with the remedy; or None."""
    if ascii_host(parts) is None:
        return f"'{parts.geturl()}' leads nowhere: no host can be called '{parts.hostname}'; correct it"
    if not _has_port_that_can_be(parts):
        return f"'{parts.geturl()}' leads nowhere: ports are 1 to 65535; correct it, or leave it out"
    return None


def _split(text: str) -> SplitResult | None:
    """The parts of an address with a host and without a user's name; None of anything else."""
    # Control characters are refused by the pattern, since urlsplit strips those in front.
    if len(text) > LONGEST_ADDRESS or not _ANY_ADDRESS.fullmatch(text):
        return None
    try:
        parts = urlsplit(text)
        return parts if parts.hostname and parts.username is None else None
    except ValueError:
        return None


def wrong_folder_address(text: str) -> str | None:
    """Why a web address is not that of a folder on a host, one way of writing it alone; or None."""
    parts = urlsplit(text)
    if not text.endswith("/") or "?" in text or "#" in text:
        return f"'{text}' is not a folder's address; end it with '/', without '?' and '#'"
    return _odd_host(parts, text) or _odd_path(parts.path, text)


def wrong_repository_address(text: str) -> str | None:
    """Why a web address is not a repository's page, below which a record can be edited; or None."""
    parts = urlsplit(text)
    if "?" in text or "#" in text:
        return f"'{text}' has '?' or '#' in it; write the repository's page, such as {_EXAMPLE}"
    if message := _odd_host(parts, text) or _odd_path(parts.path, text):
        return message
    names = parts.path.strip("/").split("/")
    owned = (parts.hostname or "").removeprefix("www.") in _OWNED
    if not names[0] or (owned and len(names) != 2) or names[-1].endswith(".git") or "-" in names:
        return f"'{text}' is no repository's page; write its owner and its name, such as {_EXAMPLE}"
    return None


def wrong_branch(text: str) -> str | None:
    """Why Git can have no branch of this name, or None (git-check-ref-format)."""
    steps = text.split("/")
    odd = re.search(r"[\s\x00-\x1f\x7f~^:?*\[\\]|\.\.|@\{|\.$|^-|^@$", text)
    if odd or any(not step or step.startswith(".") or step.endswith(".lock") for step in steps):
        return f"'{text}' is not the name of a branch; write the one that holds the records, such as main"
    return None


_OWNED = ("github.com", "codeberg.org", "bitbucket.org")
"""Hosts on which a repository is called OWNER/NAME, and nothing else."""
_EXAMPLE = "https://github.com/OWNER/NAME"


def uri_of(address: str) -> str:
    """The address in ASCII (RFC 3986): the host as it is registered (Punycode), other letters as %XX."""
    parts = urlsplit(address)
    host = ascii_host(parts) or quote(parts.hostname or "")
    place = f"{host}:{parts.port}" if parts.port else host
    return SplitResult(
        parts.scheme, place, _in_ascii(parts.path), _in_ascii(parts.query), _in_ascii(parts.fragment)
    ).geturl()


def ascii_host(parts: SplitResult) -> str | None:
    """The host of an address in ASCII, or None if there can be none of this name."""
    host = parts.hostname or ""
    if "[" in parts.netloc:
        return f"[{host}]" if _is_ip(host, 6) else None
    try:
        name = host if host.isascii() else host.encode("idna").decode()
    except UnicodeError:
        return None
    labels = name.removesuffix(".").split(".")
    if labels[-1].isdigit() or re.fullmatch("0x[0-9a-f]*", labels[-1]):  # browsers read a number
        return name if _is_ip(name, 4) else None
    fits = len(name) <= LONGEST_HOST and all(map(_LABEL.fullmatch, labels))
    return name if fits else None


def _is_ip(host: str, version: int) -> bool:
    try:
        return ipaddress.ip_address(host).version == version
    except ValueError:
        return False


def _has_port_that_can_be(parts: SplitResult) -> bool:
    try:
        return parts.port != 0
    except ValueError:
        return False


def _odd_path(path: str, text: str) -> str | None:
    """A path leads down one folder after another: of '..' and the like browsers make another address."""
    if "//" in path:
        return f"'{text}' has '//' in its path; write one '/'"
    for step in path.split("/"):
        if unquote(step) in (".", "..") or re.search(r"[/\\\x00-\x1f\x7f]", unquote(step)):
            return f"'{text}' leads elsewhere than it says: '{step}' names no folder; delete it"
    return None


def _odd_host(parts: SplitResult, text: str) -> str | None:
    """A host is written in one way: without a dot at its end."""
    odd = (parts.hostname or "").endswith(".")
    return f"'{text}' has a dot at the end of its host; delete it" if odd else None


def _in_ascii(text: str) -> str:
    """All but ASCII as %XX, and a '%' that begins no escape too."""
    return quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text), safe=_AS_WRITTEN)
