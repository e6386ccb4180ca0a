"""Python-Markdown's two dearest steps, with what most pages do not need left out; the HTML is the same."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.htmlparser import HTMLExtractor
from markdown.preprocessors import HtmlBlockPreprocessor
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

TRIGGERS = {
    "backtick": "``", "escape": "\\\\", "reference": "[[", "link": "[[", "image_link": "!!",
    "image_reference": "!!", "short_reference": "[[", "short_image_ref": "!!", "autolink": "<<",
    "automail": "<<", "linebreak": "\n\n", "html": "<<", "entity": "&&", "em_strong": "*_",
}  # fmt: skip
"""Python-Markdown's inline patterns, each with two characters: what it matches holds one of them."""

PLAIN_TAG = re.compile(r'<([a-z][a-z0-9]*)(?: [a-z][a-z-]*(?:="[^"<>`]*")?)*>')
"""A start tag about which no two parsers disagree."""


class QuickMarkdown(Extension):
    """Puts the two steps in the place of Python-Markdown's, under their names and priorities."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's
        md.preprocessors.register(_QuickHtmlBlocks(md), "html_block", 20)
        md.treeprocessors.register(_QuickInlineProcessor(md), "inline", 20)


class _QuickHtmlBlocks(HtmlBlockPreprocessor):
    """As its base, with a quicker parser."""

    def run(self, lines: list[str]) -> list[str]:
        parser = _QuickExtractor(self.md)
        parser.feed("\n".join(lines))
        parser.close()
        return "".join(parser.cleandoc).split("\n")


class _QuickExtractor(HTMLExtractor):
    """Takes a plain tag as a whole; its base takes the attributes apart, and then the text as it was."""

    _plain_tag: str | None = None

    def parse_starttag(self, i: int) -> int:
        plain = PLAIN_TAG.match(self.rawdata, i)
        if plain is None or plain[1] in self.CDATA_CONTENT_ELEMENTS:
            self._plain_tag = None
            return super().parse_starttag(i)
        self._plain_tag = plain[0]
        self.lasttag = plain[1]
        self.handle_starttag(plain[1], [])
        return plain.end()

    def get_starttag_text(self) -> str:
        return self._plain_tag or super().get_starttag_text()


class _QuickInlineProcessor(InlineProcessor):
    """Leaves a pattern out where its character is not in the text."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        triggers = {
            self.inlinePatterns.get_index_for_name(name): (trigger[0], trigger[1])
            for name, trigger in TRIGGERS.items()
            if name in self.inlinePatterns
        }
        self._patterns = [
            (pattern, triggers.get(number, ("", ""))) for number, pattern in enumerate(self.inlinePatterns)
        ]
        return super().run(tree, ancestors)

    # Private in Python-Markdown 3.11; if it were called otherwise, this one would not be called.
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803
        if isinstance(data, AtomicString):
            return data
        apply = self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
        start = 0
        for number in range(patternIndex, len(self._patterns)):
            pattern, (one, other) = self._patterns[number]
            is_matched = True
            while is_matched and (one in data or other in data):
                data, is_matched, start = apply(pattern, data, number, start)
            start = 0
        return data
