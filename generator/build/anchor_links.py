"""Links in texts that lead to a place within a page: the place is there.

Only a rendered page knows its places, so this is asked after the rules, and of the pages linked so alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from markdown import Markdown
from markdown.extensions.toc import slugify_unicode
from selectolax.lexbor import LexborHTMLParser

from generator.corpus.corpus import Corpus
from generator.corpus.links import links_in_texts
from generator.corpus.locate import placed
from generator.corpus.rules.finding import Finding
from generator.exports import export_files
from generator.i18n.strings import SiteWords
from generator.models import LANGUAGES, Language
from generator.pages import plan_pages
from generator.parsing.problems import Problems, suggestion
from generator.rendering.renderer import Renderer

EXTENSIONS = ("attr_list", "def_list", "tables", "toc")
SETTINGS = {"toc": {"slugify": slugify_unicode}}
"""Those of mkdocs.yml; a test compares them."""


def check_anchors(corpus: Corpus, site_words: SiteWords, folder: Path) -> None:
    """A link to a place within a page leads to one that the page has in every language that shows the link.

    Raises Problems, with the lines of the files in the folder content/.
    """
    if problems := list(placed(broken_anchors(corpus, site_words), folder)):
        raise Problems(problems)


def broken_anchors(corpus: Corpus, site_words: SiteWords) -> Iterator[Finding]:
    links = [link for link in links_in_texts(corpus) if link.anchor]
    for language in LANGUAGES:
        shown = [link for link in links if language in link.languages]
        anchors = anchors_of(corpus, site_words, language, {link.page for link in shown})
        for link in shown:
            if link.anchor not in anchors[link.page]:
                known = filter(str.isascii, anchors[link.page])  # a link in a text can name no others
                remedy = suggestion(link.anchor, known) or "; correct it, or link to the page"
                message = f"{link.page} has no place #{link.anchor} in the language '{language}'{remedy}"
                yield Finding(link.path, link.field, message, link.address)


def anchors_of(
    corpus: Corpus, site_words: SiteWords, language: Language, paths: set[str]
) -> Mapping[str, frozenset[str]]:
    """The places that links can lead to, for each of the pages."""
    if not paths:
        return {}
    # What the data page offers is known only from the files themselves.
    sizes = {path: len(file) for path, file in export_files(corpus, site_words)} if "data.md" in paths else {}
    renderer = Renderer(site_words[language])
    pages = (page for page in plan_pages(corpus, language, site_words, sizes) if page.path in paths)
    return {page.path: _anchors_in(renderer.render(page)) for page in pages}


def _anchors_in(markdown: str) -> frozenset[str]:
    """The ids of a page; what Material adds around it is nothing to link to."""
    text = markdown.partition("\n---\n")[2]
    written = LexborHTMLParser(Markdown(extensions=EXTENSIONS, extension_configs=SETTINGS).convert(text))
    return frozenset(found.attributes["id"] or "" for found in written.css("[id]"))
