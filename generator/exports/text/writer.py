"""Values → plain Markdown with absolute URLs, to be read as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from markupsafe import Markup

from generator.corpus.urls import file_address, page_address
from generator.i18n.formats import format_number, format_zones, language_name
from generator.i18n.phrases import amount_in_words, day_in_words
from generator.models import Contribution, Forum, Prose, Session
from generator.models.amount import Amount
from generator.models.date import Day
from generator.pages.occasion import hours_in_words
from generator.pages.page import FileLink, Label, PageLink, WebLink, Word, label_text
from generator.parsing.plain_markdown import (
    address_in_markdown,
    as_markdown,
    link_in_markdown,
    prose_as_markdown,
)
from generator.rendering.value_writer import WRITTEN_BY, AbsoluteWriter


class PlainWriter(AbsoluteWriter):
    """Writes values in a language; what only the other one has stands there, or is told to."""

    @cached_property
    def _by_type(self) -> Mapping[type, Callable[[Any], Markup]]:
        """How values of each type are written, looked up once."""
        return {kind: getattr(self, name) for kind, name in WRITTEN_BY.items()}

    def write(self, value: object) -> Markup:
        if type(value) is Markup:
            return value
        if writes := self._by_type.get(type(value)):
            return writes(value)
        return super().write(value)

    def label(self, label: Label) -> Markup:
        """A name or title in the language, else in the other one."""
        return written_markdown(as_markdown(label_text(label, self.words)))

    def prose(self, prose: Prose) -> Markup:
        """Blocks, which stand between empty lines; a text in the other language is not told twice."""
        text = prose.in_language(self.language)
        if text is None:
            return written_markdown(f"*{self.label(Word('twins.not_here'))}*")
        return written_markdown(prose_as_markdown(text, self._page_address))

    def note(self, prose: Prose, joined: str = " — ") -> Markup:
        """The same for the end of a line of a list: one paragraph goes on there, more stand below it."""
        blocks = self.prose(prose)
        if "\n" not in blocks and not re.match(r"([-*]|1[.)]) ", blocks):
            return written_markdown(joined) + blocks
        below = (f"  {line}".rstrip() for line in blocks.split("\n"))
        return written_markdown("\n".join((joined.rstrip(), "", *below)))

    def page_link(self, link: PageLink) -> Markup:
        address = page_address(self.corpus, link.target, self.language)
        address += f"?{link.query}" if link.query else ""
        address += f"#{link.fragment}" if link.fragment else ""
        written = self._link(link.label, address)
        return written_markdown(f"{written} ({self.label(link.mark)})") if link.mark else written

    def web_link(self, link: WebLink) -> Markup:
        return self._link(link.label, link.url)

    def called(self, key: str, link: PageLink | WebLink) -> Markup:
        """A link by other words."""
        return self.write(replace(link, label=Word(key)))

    def page(self, path: str) -> Markup:
        """The address of a page."""
        return self.address(page_address(self.corpus, path, self.language))

    def file_link(self, link: FileLink) -> Markup:
        return self._link(link.label, file_address(self.corpus, f"files/{link.file}"))

    def address(self, address: str) -> Markup:
        return written_markdown(address_in_markdown(address))

    def number(self, number: int | Decimal) -> Markup:
        return self.label(format_number(number, self.language))

    def day(self, day: Day) -> Markup:
        return self.label(day_in_words(day, self.words))

    def amount(self, amount: Amount) -> Markup:
        return self.label(amount_in_words(amount, self.words))

    def hours(self, event: Forum | Session | Contribution, *, begins_next_day: bool = False) -> Markup:
        """From when to when; nothing where the beginning is not known."""
        return self.label(hours_in_words(event, self.words, begins_next_day=begins_next_day))

    def zone(self, zone: str, day: Day, last: Day | None = None) -> Markup:
        """A time zone as it is called on the day, or from day to day."""
        return self.label(format_zones(zone, day, last, self.language))

    def language_name(self, tag: str) -> str:
        return language_name(tag, self.language)

    def _link(self, label: Label, address: str) -> Markup:
        text = label_text(label, self.words)
        return self.address(address) if text == address else written_markdown(link_in_markdown(text, address))


def written_markdown(markdown: str) -> Markup:
    """Markdown that is as it should be: the writer leaves it so. Markup's own way to make one is slow."""
    return str.__new__(Markup, markdown)
