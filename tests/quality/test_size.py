"""What a page weighs that stays the same however many records there are."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.quality.conftest import BuiltSite

ELEMENTS, BYTES = 3_000, 300_000
FRAME = 9_000
"""Bytes of a page around its text, with all that it tells programs of itself."""


def pages_of(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


def test_no_page_is_too_large_for_a_small_device(real: BuiltSite) -> None:
    for page in pages_of(real.folder):
        html = page.read_text("utf-8")
        assert len(html.encode()) <= BYTES, page
        assert len(LexborHTMLParser(html).css("*")) <= ELEMENTS, page


@pytest.mark.parametrize("page", ["about/", "en/about/", "statuses/", "en/subscribe/"])
def test_the_frame_is_small(real: BuiltSite, page: str) -> None:
    html = (real.folder / page / "index.html").read_text("utf-8")
    frame = re.sub(r"<article\b.*</article>", "", html, flags=re.DOTALL)
    assert frame != html
    assert len(frame.encode()) <= FRAME


def test_a_page_that_has_moved_is_smaller_than_a_kilobyte(real: BuiltSite) -> None:
    moved = [page for page in pages_of(real.folder) if b'http-equiv="refresh"' in page.read_bytes()]
    assert len(moved) > 10
    assert max(page.stat().st_size for page in moved) < 1_000
