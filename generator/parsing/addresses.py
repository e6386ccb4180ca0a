"""Web addresses: which lead somewhere, and their form in ASCII, which older formats and programs need."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import SplitResult, quote, unquote, urlsplit

from generator.parsing.messages import Message, message

_ANY_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f\x7f<>\"\\^`{|}]+", re.IGNORECASE)
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
"""A part of a host's name, as the domain name system takes it."""

LONGEST_ADDRESS = 2_000
LONGEST_HOST = 253

_AS_WRITTEN = "!$&'()*+,;=:@/?~-._%"
"""Marks that stand for themselves in the path, query and fragment of a URI; '%' begins an escape."""


def wrong_address(text: str) -> Message | None:
    """Why an http or https address leads nowhere, with the remedy; None if it may lead somewhere."""
    parts = _split(text)
    return message("web_address.form", text=text) if parts is None else leads_nowhere(parts)


def leads_nowhere(parts: SplitResult) -> Message | None:
    """Why nothing can be at a host and port, with the remedy; or None."""
    if ascii_host(parts) is None:
        return message("web_address.host", address=parts.geturl(), host=parts.hostname or "")
    if not _has_port_that_can_be(parts):
        return message("web_address.port", address=parts.geturl())
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


def wrong_folder_address(text: str) -> Message | None:
    """Why a web address is not that of a folder on a host, one way of writing it alone; or None."""
    parts = urlsplit(text)
    if not text.endswith("/") or "?" in text or "#" in text:
        return message("site.address", address=text)
    return _odd_host(parts, text) or _odd_path(parts.path, text)


def wrong_repository_address(text: str) -> Message | None:
    """Why a web address is not a repository's page, below which a record can be edited; or None."""
    parts = urlsplit(text)
    if "?" in text or "#" in text:
        return message("site.repository_query", address=text)
    if odd := _odd_host(parts, text) or _odd_path(parts.path, text):
        return odd
    names = parts.path.strip("/").split("/")
    owned = (parts.hostname or "").removeprefix("www.") in _OWNED
    if not names[0] or (owned and len(names) != 2) or names[-1].endswith(".git") or "-" in names:
        return message("site.repository", address=text)
    return None


def wrong_branch(text: str) -> Message | None:
    """Why Git can have no branch of this name, or None (git-check-ref-format)."""
    steps = text.split("/")
    odd = re.search(r"[\s\x00-\x1f\x7f~^:?*\[\\]|\.\.|@\{|\.$|^-|^@$", text)
    if odd or any(not step or step.startswith(".") or step.endswith(".lock") for step in steps):
        return message("site.branch", branch=text)
    return None


_OWNED = ("github.com", "codeberg.org", "bitbucket.org")
"""Hosts on which a repository is called OWNER/NAME, and nothing else."""


def is_web_address(text: str) -> bool:
    """Whether it begins as one; schemes may be written in capitals (RFC 3986, 3.1)."""
    return text[:8].casefold().startswith(("http://", "https://"))


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


def _odd_path(path: str, text: str) -> Message | None:
    """A path leads down one folder after another: of '..' and the like browsers make another address."""
    if "//" in path:
        return message("site.slashes", address=text)
    for step in path.split("/"):
        if unquote(step) in (".", "..") or re.search(r"[/\\\x00-\x1f\x7f]", unquote(step)):
            return message("site.no_folder", address=text, step=step)
    return None


def _odd_host(parts: SplitResult, text: str) -> Message | None:
    """A host is written in one way: without a dot at its end."""
    odd = (parts.hostname or "").endswith(".")
    return message("site.dot", address=text) if odd else None


ADDRESS_ENDS = r"(?![\w:@%~-]|\.\w)"
"""What follows the last letter of an address without its '/', as a sentence's dot may."""


def address_on_site(address: str) -> re.Pattern[str]:
    """Where a site's address begins another one; not within one, as in an archive's /web/2026/https://x/."""
    root = re.escape(address.rstrip("/"))
    return re.compile(rf"(?<![\w/=.@-]){root}{ADDRESS_ENDS}")


def mail_uri_of(address: str) -> str:
    """`mailto:` with whatever is no ASCII as %XX (RFC 6068)."""
    return _in_ascii(address)


def _in_ascii(text: str) -> str:
    """All but ASCII as %XX, and a '%' that begins no escape too."""
    return quote(re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text), safe=_AS_WRITTEN)
