"""What the configuration of every site says to MkDocs, whatever its records and its language."""

from __future__ import annotations

from collections.abc import Mapping

from generator.engine.environment import NAME


class PythonName(str):
    """A function by its full name, which the engine imports."""

    __slots__ = ()


HEADING_ANCHOR = PythonName("generator.rendering.anchors.heading_anchor")
"""What makes an id of a heading: in Hangul too, and none of the theme's ids."""

EXTENSIONS = ("attr_list", "def_list", "tables", "toc")
"""What generator/rendering/templates/ use of Markdown; each further one costs time on every page."""

FOLDERS_OF_PAGES = (
    "forums/", "proposals/", "p/", "speakers/", "organizations/", "topics/", "sources/",
    "follow-ups/", "responses/", "data/",
)  # fmt: skip
"""Where pages of records lie, and pages below one of the navigation, which are in none themselves."""

FIXED: Mapping[str, object] = {
    "plugins": [NAME],  # the search is generator/search/ and generator/theme/assets/search/
    "markdown_extensions": [
        {name: {"slugify": HEADING_ANCHOR}} if name == "toc" else name for name in EXTENSIONS
    ],
    # A page that is neither in the navigation nor here is a mistake.
    "not_in_nav": "\n".join(f"/{name}" for name in (*FOLDERS_OF_PAGES, "*.md")),
    # All that MkDocs can see counts; --strict makes it fail the build.
    "validation": {
        "nav": {"omitted_files": "warn", "not_found": "warn", "absolute_links": "warn"},
        "links": {
            "not_found": "warn",
            "absolute_links": "warn",
            "unrecognized_links": "warn",
            "anchors": "warn",
        },
    },
    "extra_javascript": [
        {"path": f"assets/javascripts/{path}.js", "type": "module"} for path in ("frame", "search/box")
    ],
}

PAGE_SCRIPTS: Mapping[str, str] = {
    "assets/javascripts/filters/filters.js": "data-filters=",
    "assets/javascripts/citations/copy.js": 'class="cite"',
}
"""The scripts that some pages need beside those of every page, and what stands in such a page."""

STYLE_SHEETS = tuple(
    f"assets/stylesheets/{name}.css" for name in ("tokens", "frame", "look", "lists", "search", "print")
)
"""The style sheets of every site beside the typeface's; the archive's own colour comes after them."""

NAVIGATION = (
    "index.md",
    "forums/index.md",
    "proposals/index.md",
    "follow-ups.md",
    "responses.md",
    "speakers/index.md",
    "organizations/index.md",
    "topics/index.md",
    "sources/index.md",
    "statistics.md",
    "data.md",
    "about.md",
)
"""Index pages alone: pages of records would make the time to build grow with their square."""

FOOTER = ("subscribe.md", "statuses.md", "corrections.md", "about.md", "data.md")
"""Pages that every page's footer links, where they are."""
