"""MkDocs's page, made HTML of only when it is written, and with nothing kept of it but for its links.

MkDocs reads and converts all pages before it writes the first, and keeps all of each to the end.
"""

from __future__ import annotations

from collections.abc import Collection

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from generator.engine.conversion import Converter, anchors_in_html, can_convert
from generator.engine.environment import NAME
from generator.engine.front_matter import read_front_matter, read_values

FOR_ITSELF_ALONE = ("head", "description")
"""Values that no other page and no list of pages asks for."""


class QuickPage(Page):
    """A page of a site whose only plugin is ours: another one could ask for its HTML earlier or later."""

    def read_source(self, config: MkDocsConfig) -> None:  # noqa: ARG002 - as MkDocs calls it
        """The values that the navigation and lists of pages may ask for."""
        self.meta = read_values(self.file.content_string, FOR_ITSELF_ALONE)
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - as MkDocs calls it
        self.content = ""

    def convert(self, converter: Converter) -> None:
        """Reads all of the page, and makes its HTML."""
        self.markdown, self.meta = read_front_matter(self.file.content_string)
        done = converter.convert(self.markdown, self.file, asks_heading="title" not in self.meta)
        self.content, self.toc = done.content, done.toc
        self._title_from_render = done.heading
        self.present_anchor_ids = done.anchors
        self.links_to_anchors = done.links_to_anchors

    def release(self) -> None:
        """Forgets what nobody asks for once the page is written."""
        self.markdown = self.content = ""
        self.toc = TableOfContents([])
        for name in FOR_ITSELF_ALONE:
            self.meta.pop(name, None)

    def validate_anchor_links(self, *, files: Files, log_level: int) -> None:
        """As MkDocs does, but raw HTML is searched only in a page that lacks an anchor without it."""
        for file, links in (self.links_to_anchors or {}).items():
            page = file.page
            if isinstance(page, QuickPage) and page.present_anchor_ids is not None:
                page.look_for(links)
        super().validate_anchor_links(files=files, log_level=log_level)

    def look_for(self, anchors: Collection[str]) -> None:
        """Adds the anchors in raw HTML, if one of those asked for is nowhere else."""
        if self.present_anchor_ids is not None and not self.present_anchor_ids.issuperset(anchors):
            self.present_anchor_ids |= anchors_in_html(read_front_matter(self.file.content_string)[0])


def quicken(files: Files, config: MkDocsConfig) -> Converter | None:
    """Makes every page a quick one, where nobody but us has a part in it; returns what converts them."""
    if list(config.plugins) != [NAME] or config.hooks or not can_convert(config):
        return None
    for file in files.documentation_pages():
        if type(file.page) is Page:
            file.page.__class__ = QuickPage
    return Converter(config, files)
