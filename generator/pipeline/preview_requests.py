"""What a preview answers: plain paths of the site, asked for by its own name, and nothing else.

Any page that a browser shows may ask for addresses of this machine, and may read the answer if its own name
leads here (DNS rebinding). So a request that comes by another name is refused.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address
from wsgiref.types import WSGIEnvironment

LOOPBACK_NAMES = re.compile(r"(.+\.)?localhost")
_HOST = re.compile(r"(\[[0-9a-f:.]+\]|[0-9a-z_.-]+)(:[0-9]{0,5})?", re.ASCII)
_ABSOLUTE = re.compile(r"https?://([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)
_PLAIN_PATH = re.compile(r"(/[^/\\:\0]+)*/?")
_POLL = re.compile(r"/livereload/[0-9]{1,15}/[0-9]{1,15}", re.ASCII)


@dataclass(frozen=True)
class HttpRefusal:
    """A status, and what it means to whoever asked."""

    status: str
    message: str
    headers: tuple[tuple[str, str], ...] = ()


NOT_THERE = HttpRefusal("404 Not Found", "404")
ONLY_READ = HttpRefusal(
    "405 Method Not Allowed", "여기서는 읽기만 합니다. / This only shows pages.", (("Allow", "GET, HEAD"),)
)
OTHER_NAME = HttpRefusal(
    "421 Misdirected Request",
    "다른 이름으로 온 요청입니다. serve가 알린 주소로 여십시오. / "
    "The request came by another name; open the address that serve printed.",
)


@dataclass(frozen=True)
class OwnNames:
    """The names by which a preview is asked for."""

    host: str
    """Where it listens, as --host says it."""
    machine: str
    """The machine's name in its network."""

    def include(self, host: str) -> bool:
        """Whether a Host header (a name or an address, perhaps with a port) is one of them.

        A preview for this machine alone answers to its loopback addresses, one for the network to any
        address: only a name can be made to lead elsewhere.
        """
        match = _HOST.fullmatch(host.strip().lower())
        if not match:
            return False
        name = match[1].removesuffix(".")
        if name == self.host.lower() or LOOPBACK_NAMES.fullmatch(name):
            return True
        address, own = _address(name.strip("[]")), _address(self.host)
        if own.is_loopback if own else LOOPBACK_NAMES.fullmatch(self.host.lower()):
            return address is not None and address.is_loopback
        machine = self.machine.lower()
        return address is not None or name in (machine, f"{machine}.local")


def _address(text: str) -> IPv4Address | IPv6Address | None:
    try:
        address = ip_address(text)
    except ValueError:
        return None
    return (address.ipv4_mapped if isinstance(address, IPv6Address) else None) or address


def path_asked_for(environ: WSGIEnvironment, names: OwnNames) -> str | HttpRefusal:
    """The path of a request, decoded, in which each part is the plain name of a file or folder."""
    try:
        path = str(environ["PATH_INFO"]).encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        path = "\0"
    asked = [environ["HTTP_HOST"]] if "HTTP_HOST" in environ else []
    if absolute := _ABSOLUTE.fullmatch(path):
        asked.append(absolute[1])
        path = absolute[2] or "/"
    if not all(map(names.include, asked)):
        return OTHER_NAME
    if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
        return ONLY_READ
    if not _PLAIN_PATH.fullmatch(path) or not {".", ".."}.isdisjoint(path.split("/")):
        return NOT_THERE
    if path.startswith("/livereload/") and not _POLL.fullmatch(path):
        return NOT_THERE
    return path


def shown_host(host: str) -> str:
    """A host as it is written in an address; `localhost` for a server that listens on all of them."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if address.is_unspecified:
        return "localhost"
    return f"[{address}]" if address.version == 6 else str(address)
