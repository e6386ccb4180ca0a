"""The plain text of a page: a Markdown file, one for both languages, that is no page itself.

That of a forum holds its talks and proposals too: one file where there would be dozens.
"""

from __future__ import annotations

from generator.models import Forum, Proposal
from generator.output.site_paths import TWINS_FOLDER
from generator.pages.page import Page

MARKDOWN = "text/markdown"

LLMS_PATH = "llms.txt"
"""What the site is and holds, for programs that read for people, from the site's root (llmstxt.org)."""

TWINNED = frozenset(
    {"forum", "talk", "proposal", "speaker", "organization", "source", "topic", "statuses"}
)  # fmt: skip
"""The templates of the pages that have one: records, talks, and what proposals are sorted by."""


def twin_path(page: Page[object]) -> str | None:
    """The file from the site's root that has the page's text, `text/forums/2025-ai.md`, if one has."""
    if page.template not in TWINNED:
        return None
    return (
        f"{TWINS_FOLDER}/{Forum.folder}/{_forum_of(page)}.md"
        if is_within(page)
        else f"{TWINS_FOLDER}/{page.path}"
    )


def is_within(page: Page[object]) -> bool:
    """Whether the page's text is a section of its forum's."""
    return page.template in ("talk", "proposal")


def _forum_of(page: Page[object]) -> str:
    match page.record:
        case Proposal(forum=forum):
            return forum
        case Forum(id=forum):
            return forum
    raise TypeError(f"{page.path} has no forum")
