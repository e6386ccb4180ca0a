"""The plain text of a page: a Markdown file beside it, one for both languages, that is no page itself."""

from __future__ import annotations

from generator.corpus.urls import TWINS_FOLDER
from generator.pages.page import Page

MARKDOWN = "text/markdown"

LLMS_PATH = "llms.txt"
"""What the site is and holds, for programs that read for people, from the site's root (llmstxt.org)."""

TWINNED = frozenset(
    {"forum", "talk", "proposal", "speaker", "organization", "source", "topic", "statuses"}
)  # fmt: skip
"""The templates of the pages that have one: records, talks, and what proposals are sorted by."""


def twin_path(page: Page[object]) -> str | None:
    """The file from the site's root, `text/proposals/2025-ai-1.md`, if the page has one."""
    return f"{TWINS_FOLDER}/{page.path}" if page.template in TWINNED else None
