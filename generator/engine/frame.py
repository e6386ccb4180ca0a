"""The parts of a page's frame that are the same on all pages of a folder are rendered once for each."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from pathlib import Path

from jinja2 import Environment, TemplateNotFound
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

import generator

FRAME_PARTS = tuple(
    f"partials/{name}.html"
    for name in ("copyright", "icons-head", "logo", "nav", "palette", "search", "sections", "tabs")
)
"""Templates that ask no more of a page than where it lies; those that a theme has."""

OWN_THEME = Path(generator.__file__).parent / "theme"


class PlacedPart:
    """Takes the place of a template's function; gives what it gave on another page of the folder."""

    def __init__(self, render: Callable[[Context], Iterator[str]], linked: frozenset[str]) -> None:
        self.render = render
        self._linked = linked
        self._kept: dict[str, str] = {}

    def __call__(self, context: Context) -> Iterator[str]:
        folder = self._folder_of(context)
        if folder is None:
            yield from self.render(context)
            return
        if folder not in self._kept:
            self._kept[folder] = "".join(self.render(context))
        yield self._kept[folder]

    def _folder_of(self, context: Context) -> str | None:
        """Where the page lies; None where the frame links the page itself, or one below it."""
        page = context.get("page")
        folder = posixpath.dirname(page.url.rstrip("/")) if page else ""
        return None if not folder or any(url.startswith(page.url) for url in self._linked) else folder


def render_frame_once(environment: Environment, config: MkDocsConfig, nav: Navigation) -> None:
    """Has the parts kept, unless an archive has templates of its own, of which nobody knows what they ask."""
    if not OWN_THEME.samefile(config.theme.dirs[0]):
        return
    linked = frozenset(
        [*(item.url or "" for item in nav.items), *(link["url"] for link in config.extra["footer"])]
    )
    for name in FRAME_PARTS:
        try:
            template = environment.get_template(name)
        except TemplateNotFound:
            continue
        # Jinja 3.1 calls this of every template that another one includes.
        render = template.root_render_func
        original = render.render if isinstance(render, PlacedPart) else render
        template.root_render_func = PlacedPart(original, linked)
