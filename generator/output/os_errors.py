"""Errors of the operating system, explained with what to do about them."""

from __future__ import annotations

import errno

from generator.parsing.messages import Message, message, verbatim

FULL = message("os.full")

REMEDIES = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: message("os.quota"),
    errno.EROFS: message("os.read_only"),
    errno.EACCES: message("os.denied"),
    errno.EPERM: message("os.not_permitted"),
}

KILLED = message("os.killed")
"""Of MkDocs's process; the checker's has its own."""


def explain_os_error(refusal: OSError) -> Message:
    """`build: is on a disk that is read-only; …`; without a known remedy, the system's own words."""
    remedy = REMEDIES.get(refusal.errno or 0)
    if remedy is None:
        return verbatim(str(refusal))
    # Where something was to be moved, its place is what people know.
    path = refusal.filename2 or refusal.filename
    return message("os.at", path=str(path), remedy=remedy) if path else remedy
