"""Values → Markdown: the form of each type of value on a page, escaped for any place."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup

from generator.i18n.formats import (
    format_number,
    format_size,
    format_zones,
    language_name,
)
from generator.i18n.phrases import amount_in_words, day_in_words
from generator.i18n.strings import Words
from generator.models import Contribution, Forum, Language, Prose, Session, Text
from generator.models.amount import Amount
from generator.models.date import Day
from generator.output.site_paths import LANGUAGE_FOLDERS
from generator.pages.occasion import hours_in_words
from generator.pages.page import FileLink, Label, PageLink, WebLink, Word, label_text
from generator.parsing.commonmark import first_words, prose_to_markdown
from generator.parsing.escape import escape, escape_attribute
from generator.rendering.value_writer import ValueWriter

LONGEST_LABEL = 200
"""Characters of a text that is kept escaped, of which the same are written again and again."""


@dataclass(frozen=True)
class Writer(ValueWriter):
    """Writes values for one page: in its language, with links relative to it."""

    words: Words
    path: str
    """The page's Markdown file from the language's root."""

    def label(self, label: Label) -> Markup:
        """A text in the page's language, or in the other one with its `lang`."""
        if isinstance(label, Word):
            return _text(label_text(label, self.words))
        if isinstance(label, str):
            return _text(label)
        text, language = label.best(self.language)
        return _text(text) if language == self.language else self._with_lang(language, _text(text))

    def plain(self, label: Label) -> Markup:
        """The label as text without markup, escaped: for attributes and front matter."""
        if isinstance(label, Prose):
            return _text(first_words(label.best(self.language)[0]))
        return _text(label.best(self.language)[0]) if isinstance(label, Text) else self.label(label)

    def prose(self, prose: Prose) -> Markup:
        """Blocks of Markdown, to stand at the beginning of a line, between empty lines."""
        text, language = prose.best(self.language)
        foreign = None if language == self.language else language
        return Markup(prose_to_markdown(text, self._page_address, foreign))

    def prose_line(self, prose: Prose) -> Markup:
        """The same on one line, for a list or a notice; line breaks separate its blocks."""
        blocks = self.prose(prose)
        if "\n" not in blocks and not blocks.startswith(("-", "1.")):
            return blocks
        lines = (re.sub(r"^(-|1\.) +", "· ", line.strip()) for line in blocks.split("\n"))
        return Markup("<br>".join(line for line in lines if line and line != "<!-- -->"))

    def one_line(self, markdown: Markup) -> Markup:
        """Markdown on one line, as a definition list needs it."""
        return Markup(" ".join(markdown.split()))

    def other_language(self, title: Label) -> Markup | None:
        """A title in the other language, if it differs."""
        other: Language = "en" if self.language == "ko" else "ko"
        text = title.in_language(other) if isinstance(title, Text) else None
        if text is None or text == self._in_page_language(title):
            return None
        return self._with_lang(other, _text(text))

    def language_name(self, tag: str) -> str:
        """A language's name in the page's language."""
        return language_name(tag, self.language)

    def summary(self, prose: Prose) -> Markup:
        """The beginning of a longer text, without its markup."""
        text, language = prose.best(self.language)
        words = _text(first_words(text))
        return words if language == self.language else self._with_lang(language, words)

    def page_link(self, link: PageLink, label: int | None = None) -> Markup:
        """The link, with a number as its text if one is given."""
        query = f"?{link.query}" if link.query else ""
        fragment = f"#{link.fragment}" if link.fragment else ""
        words = self.label(link.label) if label is None else self.number(label)
        if link.mark and label is None:
            words += Markup(' <span class="called-off">') + self.label(link.mark) + Markup("</span>")
        return Markup(f"[{words}]({self.relative(link.target)}{query}{fragment})")

    def web_link(self, link: WebLink) -> Markup:
        return Markup(f'<a href="{escape_attribute(link.url)}" rel="external">{self.label(link.label)}</a>')

    def file_link(self, link: FileLink) -> Markup:
        return Markup(f'<a href="{self.file_address(link.file)}">{self.label(link.label)}</a>')

    def number(self, number: int | Decimal) -> Markup:
        if isinstance(number, bool):
            raise TypeError("a template writes words, not true or false")
        return _text(format_number(number, self.language))

    def size(self, number: int) -> Markup:
        """The size of a file: `1.2 MB`, `34 kB`."""
        return _text(format_size(number, self.language))

    def day(self, day: Day, weekday: bool = False, short: bool = False) -> Markup:
        return Markup(
            f'<time datetime="{day.numeric}">{_text(day_in_words(day, self.words, weekday, short))}</time>'
        )

    def hours(self, event: Forum | Session | Contribution, *, begins_next_day: bool = False) -> Markup:
        """From when to when; nothing where the beginning is not known."""
        return _text(hours_in_words(event, self.words, begins_next_day=begins_next_day))

    def zone(self, zone: str, day: Day, last: Day | None = None) -> Markup:
        """A time zone as it is called on the day, or from day to day, in the page's language."""
        return _text(format_zones(zone, day, last, self.language))

    def amount(self, amount: Amount) -> Markup:
        return _text(amount_in_words(amount, self.words))

    def relative(self, target: str) -> Markup:
        """The relative path to a page's Markdown file, which MkDocs checks and turns into a URL."""
        return _relative(target, self.path.rpartition("/")[0])

    @property
    def own_folder(self) -> str:
        """Where the pages of the language lie from the site's root."""
        return LANGUAGE_FOLDERS[self.language]

    def file_address(self, file: str) -> Markup:
        """The relative URL of a file of content/files/, which lies at the site's root.

        It is percent-encoded: `%`, `#` and two spaces mean something else in a URL than in a name.
        """
        return self.from_root(f"files/{quote(file)}")

    def from_root(self, path: str) -> Markup:
        """The relative URL of a file, from its path from the site's root."""
        directory = "" if self.path == "index.md" else self.path.removesuffix("index.md").removesuffix(".md")
        here = LANGUAGE_FOLDERS[self.language] + directory
        return Markup(escape_attribute("../" * len([part for part in here.split("/") if part]) + path))

    def _in_page_language(self, title: Label) -> str | None:
        return title.best(self.language)[0] if isinstance(title, Text) else None

    def _page_address(self, target: str) -> str:
        path, mark, fragment = target.partition("#")
        return self.relative(path) + mark + fragment

    def _with_lang(self, language: Language, html: Markup) -> Markup:
        return Markup(f'<span lang="{language}">{html}</span>')


def _text(text: str) -> Markup:
    """Labels, days and numbers stand on many pages, long texts on one."""
    return _short_text(text) if len(text) <= LONGEST_LABEL else Markup(escape(text))


@lru_cache(maxsize=8192)
def _short_text(text: str) -> Markup:
    return Markup(escape(text))


@lru_cache(maxsize=8192)
def _relative(target: str, folder: str) -> Markup:
    """The path to a file from a folder, both from the same root; many pages link to the same ones."""
    # The paths are absolute, or relpath would read the working directory each time.
    return Markup(posixpath.relpath(f"/{target}", f"/{folder}"))
