"""A volume as other programs read it: its text, its outline, its tags."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pikepdf
from pypdf import PdfReader


@dataclass(frozen=True)
class Entry:
    """A bookmark."""

    title: str
    page: int
    """From 1."""
    top: float
    """Points from the foot of the page."""


@cache
def pages_of(pdf: bytes) -> Sequence[str]:
    """The text of every page, which takes longer to read than to set."""
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def text_at_bookmarks(pdf: bytes) -> str:
    """The text of the pages to which a bookmark leads, closed up."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    return closed_up("".join(pages[page - 1].extract_text() for page in {e.page for e in bookmarks(pdf)}))


def closed_up(text: str) -> str:
    """Composed, and without any space: where a program sees one between two pieces is its own affair."""
    return re.sub(r"\s", "", unicodedata.normalize("NFC", text))


def text_of(pdf: bytes) -> str:
    return closed_up("".join(pages_of(pdf)))


def bookmarks(pdf: bytes) -> list[Entry]:
    """Every bookmark, in the order of the volume."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        numbers = {page.objgen: number for number, page in enumerate(opened.pages, 1)}
        with opened.open_outline() as outline:
            return list(_entries(outline.root, numbers))


def _entries(items: list[pikepdf.OutlineItem], numbers: dict[Any, int]) -> Iterator[Entry]:
    for item in items:
        destination: Any = item.destination
        yield Entry(item.title, numbers[destination[0].objgen], float(destination[3]))
        yield from _entries(item.children, numbers)


def tags(pdf: bytes) -> Iterator[tuple[str, str | None]]:
    """Every element of the structure: its kind, and its language where it tells one."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        yield from _tags(opened.Root.StructTreeRoot)


def _tags(element: pikepdf.Object) -> Iterator[tuple[str, str | None]]:
    if "/S" in element:
        yield str(element.S), str(element.Lang) if "/Lang" in element else None
    children: Any = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            yield from _tags(child)
