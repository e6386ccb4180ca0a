"""Markdown → HTML for all pages of a build by one converter; MkDocs makes a new one for every page."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

# Private in MkDocs 1.6.1: what it does with the links of a page, and its search for anchors in raw HTML.
from mkdocs.structure.pages import _RawHTMLPreprocessor, _RelativePathTreeprocessor
from mkdocs.structure.toc import TableOfContents, get_toc
from mkdocs.utils.rendering import get_heading_text

from generator.engine.fixed_settings import EXTENSIONS
from generator.engine.quick_markdown import QuickMarkdown

PLAIN_LINK = re.compile(r"([\w./-]+)(?:#([\w-]+))?", re.ASCII)
"""A link that leads to another file, without anything to be decoded."""
REMEMBERED = 20_000
"""Links that are remembered at most."""

MKDOCS_EXTENSIONS = ("toc", "tables", "fenced_code")
"""What MkDocs adds to every site's."""


@dataclass(frozen=True)
class Converted:
    """A page's HTML and what MkDocs keeps of it."""

    content: str
    toc: TableOfContents
    anchors: set[str]
    links_to_anchors: dict[File, dict[str, str]]
    heading: str | None


class Converter:
    """Converts the pages of one build."""

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        self.files = files
        self._markdown = Markdown(
            extensions=[*config["markdown_extensions"], QuickMarkdown()],
            extension_configs=config["mdx_configs"] or {},
        )
        self._links = _Links(files, config)
        self._markdown.treeprocessors.register(self._links, "relpath", 0)  # as in MkDocs: after all others
        self._heading = _Heading(self._markdown)
        self._markdown.treeprocessors.register(self._heading, "heading", 1)

    def convert(self, markdown: str, file: File, *, asks_heading: bool) -> Converted:
        """The page of a file; its heading as text, if the caller asks for it."""
        self._markdown.reset()
        self._links.begin(file)
        self._heading.begin(is_asked_for=asks_heading)
        content = self._markdown.convert(markdown)
        toc = get_toc(getattr(self._markdown, "toc_tokens", []))
        return Converted(content, toc, self._links.anchors, self._links.links_to_anchors, self._heading.text)


def can_convert(config: MkDocsConfig) -> bool:
    """Whether one converter does for all pages: of other extensions nobody knows what they keep."""
    return set(config["markdown_extensions"]) <= {*EXTENSIONS, *MKDOCS_EXTENSIONS}


def anchors_in_html(markdown: str) -> set[str]:
    """The anchors in a page's raw HTML."""
    search = _RawHTMLPreprocessor()
    search.run(markdown.split("\n"))
    return search.present_anchor_ids


def is_excluded(file: File) -> bool:
    return file.inclusion in {InclusionLevel.EXCLUDED, InclusionLevel.DRAFT}


class _Links(_RelativePathTreeprocessor):
    """Makes URLs of the links to files, as MkDocs does, and notes the page's anchors on the way."""

    def __init__(self, files: Files, config: MkDocsConfig) -> None:
        self.files = files
        self.config = config
        self._known: dict[tuple[str, bool, str], tuple[File, str, str | None]] = {}

    def begin(self, file: File) -> None:
        self.file = file
        self._place = (posixpath.dirname(file.src_uri), file.name == "index")
        self.links_to_anchors: dict[File, dict[str, str]] = {}
        self.anchors: set[str] = set()

    def run(self, root: Element) -> Element:
        for element in root.iter():
            attributes = element.attrib
            if not attributes:
                continue
            if anchor := attributes.get("id"):
                self.anchors.add(anchor)
            if element.tag == "a":
                if anchor := attributes.get("name"):
                    self.anchors.add(anchor)
                attributes["href"] = self.path_to_url(attributes["href"])
            elif element.tag == "img":
                attributes["src"] = self.path_to_url(attributes["src"])
        return root

    def path_to_url(self, url: str) -> str:
        """The same link leads to the same place from all pages of a folder, but for what lies below one."""
        key = (*self._place, url)
        found = self._known.get(key) or self._find(url)
        if found is None:
            return super().path_to_url(url)
        target, path, anchor = found
        _, is_index = self._place
        if target is self.file or (not is_index and target.url.startswith(self.file.url)):
            return super().path_to_url(url)
        if len(self._known) >= REMEMBERED:
            self._known.clear()
        self._known[key] = found
        if anchor:
            self.links_to_anchors.setdefault(target, {}).setdefault(anchor, url)
        return path

    def _find(self, url: str) -> tuple[File, str, str | None] | None:
        """What a plain link leads to: MkDocs is to warn of any other one."""
        plain = PLAIN_LINK.fullmatch(url)
        if plain is None or url.startswith("/") or is_excluded(self.file):
            return None
        path, anchor = plain.groups()
        target = self.files.get_file_from_path(posixpath.normpath(posixpath.join(self._place[0], path)))
        if target is None or is_excluded(target):
            return None
        return target, target.url_relative_to(self.file) + (f"#{anchor}" if anchor else ""), anchor


class _Heading(Treeprocessor):
    """The text of the page's first heading, for pages that are given no title."""

    def __init__(self, markdown: Markdown) -> None:
        self.md = markdown

    def begin(self, *, is_asked_for: bool) -> None:
        self.text: str | None = None
        self._is_asked_for = is_asked_for

    def run(self, root: Element) -> Element:
        if self._is_asked_for and len(root) and root[0].tag == "h1":
            self.text = get_heading_text(root[0], self.md)
        return root
