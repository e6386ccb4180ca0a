"""Errors of the operating system, explained with what to do about them."""

from __future__ import annotations

import errno

FULL = "the disk is full; make room and run again"

REMEDIES = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: "your share of the disk is used up; delete what you do not need and run again",
    errno.EROFS: "is on a disk that is read-only; make that writable, or run in a copy elsewhere",
    errno.EACCES: "permission denied; change its rights or its owner and run again",
    errno.EPERM: "the system does not permit it; change its rights or its owner and run again",
}

KILLED = "was killed, as the system does when memory runs out; give it more memory and run again"


def explain_os_error(refusal: OSError) -> str:
    """`build: is on a disk that is read-only; …`; without a known remedy, the system's own words."""
    remedy = REMEDIES.get(refusal.errno or 0)
    if remedy is None:
        return str(refusal)
    # Where something was to be moved, its place is what people know.
    path = refusal.filename2 or refusal.filename
    return f"{path}: {remedy}" if path else remedy
