"""The ids of headings that people write in prose pages."""

from __future__ import annotations

from markdown.extensions.toc import slugify_unicode


def heading_anchor(text: str, separator: str) -> str:
    """A heading's words as its id, Hangul too; none begins with '_' as the theme's and the title's do."""
    return slugify_unicode(text, separator).lstrip("_")
