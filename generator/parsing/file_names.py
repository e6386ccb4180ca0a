"""Names of files: which every system can keep, and which are one to some of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from generator.parsing.characters import forbidden_character
from generator.parsing.messages import Message, message

LONGEST_NAME = 255
"""Bytes of a file's or folder's name: what file systems take."""
LONGEST_PATH = 200
"""Characters of a path below content/files/: Windows takes 260 with the folders before it."""

_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³")
DEVICES = frozenset(("con", "prn", "aux", "nul", "conin$", "conout$", *_PORTS))
"""Names that Windows keeps for devices, whatever ending follows."""


_OF_SYSTEMS = ("desktop.ini", "thumbs.db", "ehthumbs.db")


def is_left_behind(name: str) -> bool:
    """Whether a program keeps the file for itself: a hidden one, Windows' pictures, a lock of Office (~$)."""
    return name.startswith((".", "~$")) or name.lower() in _OF_SYSTEMS


def composed(name: str) -> str:
    """The name as it is published: letters in one piece (NFC), which a Mac takes apart."""
    return unicodedata.normalize("NFC", name)


def folded(name: str) -> str:
    """The name as file systems compare it that know neither case nor Unicode forms."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())


def ancestors(path: str) -> Iterator[str]:
    """The folders on the way to a file, outermost first: `a` and `a/b` for `a/b/c.md`."""
    end = path.find("/")
    while end >= 0:
        yield path[:end]
        end = path.find("/", end + 1)


def wrong_path(path: str) -> Message | None:
    """What keeps some system from keeping a path, its parts joined by '/', with the remedy; or None."""
    if len(path) > LONGEST_PATH:
        return message("file_name.long_path", length=len(path), most=LONGEST_PATH)
    return next(filter(None, map(wrong_name, path.split("/"))), None)


def wrong_name(name: str) -> Message | None:
    """The same of the name of one file or folder."""
    if odd := re.search(r'[\\/:*?"<>|\x00-\x1f\x7f]', name):
        code = f"U+{ord(odd[0]):04X}"
        return (
            message("file_name.mark", mark=odd[0])
            if odd[0].isprintable()
            else message("file_name.unseen", code=code)
        )
    if reason := forbidden_character(name):
        return message("file_name.character", reason=reason)
    if not name or name.startswith("."):
        return message("file_name.hidden")
    if name != name.strip() or name.endswith("."):
        return message("file_name.ends")
    if device := device_of(name):
        return message("file_name.device", device=device)
    if (size := len(composed(name).encode("utf-8", "surrogatepass"))) > LONGEST_NAME:
        return message("file_name.long", size=size, most=LONGEST_NAME)
    return None


def device_of(name: str) -> str | None:
    """The device that Windows takes a name for: `con` for `CON.pdf`."""
    stem = name.partition(".")[0].rstrip().lower()
    return stem if stem in DEVICES else None
