"""Pages as they lie below build/docs/, and whether an earlier build's still hold."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from generator.models.date import Day
from generator.pages.page import Page
from generator.pipeline.page_file import write_page

PAGE = Page("forums/dated.md", "forum", "포럼", None, updated=Day(2025, 7, 16))


def test_what_moved_and_what_nobody_is_to_find_is_not_listed(tmp_path: Path) -> None:
    moved = replace(PAGE, path="forums/old.md", redirect="forums/dated.md")
    hidden = replace(PAGE, path="taken.md", is_unlisted=True)
    written = [write_page(tmp_path, page, "포럼", b"x") for page in (PAGE, moved, hidden)]
    assert [page.is_listed for page in written] == [True, False, False]
    assert written[0].updated == "2025-07-16"


def test_a_page_is_whole_while_its_bytes_are_the_same(tmp_path: Path) -> None:
    """Whatever its time is: CI unpacks a cache with other times."""
    page, file = write_page(tmp_path, PAGE, "포럼", b"text"), tmp_path / PAGE.path
    assert page.is_whole(tmp_path)
    os.utime(file, (1, 1))
    assert page.is_whole(tmp_path)
    file.write_bytes(b"tent")
    assert not page.is_whole(tmp_path)
    file.unlink()
    assert not page.is_whole(tmp_path)
