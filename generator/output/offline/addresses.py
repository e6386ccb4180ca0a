"""Addresses of a built site as they have to be where no server stands behind them."""

from __future__ import annotations

import posixpath
from functools import lru_cache
from urllib.parse import quote

from generator.output.verify.resolve import WEBCAL, BuiltSite, Inside, split_address


def address_in_copy(address: str, page: str, site: BuiltSite) -> str:
    """The way from a page's file to the file that an address on it leads to, with query and fragment.

    An address that leaves the copy stays as it is, and so does one within the page itself. A calendar that
    programs subscribe to on the web is here a file to open.
    """
    scheme, path, _ = split_address(address)
    if not path or scheme not in ("", "http", "https", WEBCAL):
        return address
    if not scheme and not path.startswith("/"):
        return address_of_index(address)
    target = site.resolve(address, page)
    if not isinstance(target, Inside) or target.file not in site.files:
        return address
    _, rest = parted(address)
    return quote(posixpath.relpath(f"/{target.file}", posixpath.dirname(f"/{page}"))) + rest


@lru_cache(maxsize=10_000)  # Pages lead to the same places.
def address_of_index(address: str) -> str:
    """A relative address; one of a folder gets the name of the file that a server would send."""
    path, rest = parted(address)
    last = posixpath.basename(path)
    if last in (".", ".."):
        path += "/"
    return f"{path}index.html{rest}" if last in ("", ".", "..") else address


def parted(address: str) -> tuple[str, str]:
    """The address up to its path's end, and its query and fragment."""
    path = address.strip().partition("#")[0].partition("?")[0]
    return path, address.strip()[len(path) :]


def address_on_web(page: str, site: BuiltSite) -> str:
    """Where a page's file stands on the web; the site's address has to be known."""
    if site.address is None:
        raise ValueError("the site has no address")
    return site.address + quote(page.removesuffix("index.html"))
