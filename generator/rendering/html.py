"""Values → self-contained HTML with absolute URLs, for feed readers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from markupsafe import Markup, escape

from generator.corpus.corpus import Corpus
from generator.corpus.urls import file_address, page_address
from generator.i18n.formats import format_number
from generator.i18n.phrases import amount_in_words, day_in_words
from generator.i18n.strings import Words
from generator.models import Language, Prose, Text
from generator.models.amount import Amount
from generator.models.date import Day
from generator.pages.page import FileLink, Label, PageLink, WebLink, Word
from generator.parsing.commonmark import prose_to_html


@dataclass(frozen=True)
class HtmlWriter:
    """Writes values as HTML with absolute URLs; HTML needs less escaping than the pages' Markdown."""

    corpus: Corpus
    words: Words

    @property
    def language(self) -> Language:
        return self.words.language

    def write(self, value: object) -> Markup:
        """The value as HTML, escaped unless it is Markup; TypeError for other types, None included."""
        writer = _WRITERS.get(type(value))
        if writer is None:
            raise TypeError(f"a template cannot write a {type(value).__name__}")
        return writer(self, value)

    def as_it_is(self, html: Markup) -> Markup:
        return html

    def label(self, label: Label) -> Markup:
        """A text in the feed's language, or in the other one with its `lang`."""
        if isinstance(label, Word):
            return escape(self.words(label.key, **label.values))
        if isinstance(label, str):
            return escape(label)
        text, language = label.best(self.language)
        same = language == self.language
        return escape(text) if same else Markup('<span lang="{}">{}</span>').format(language, text)

    def prose(self, prose: Prose) -> Markup:
        text, language = prose.best(self.language)
        html = Markup(prose_to_html(text, self._page_address))  # noqa: S704 - the parser lets no HTML through
        if language == self.language:
            return html
        return Markup('<div lang="{}">{}</div>').format(language, html)

    def page_link(self, link: PageLink) -> Markup:
        address = page_address(self.corpus, link.target, self.language)
        address += f"#{link.fragment}" if link.fragment else ""
        marked = Markup(" (") + self.label(link.mark) + Markup(")") if link.mark else Markup()
        return self._link(address, link.label) + marked

    def web_link(self, link: WebLink) -> Markup:
        return self._link(link.url, link.label)

    def file_link(self, link: FileLink) -> Markup:
        return self._link(file_address(self.corpus, f"files/{link.file}"), link.label)

    def number(self, number: int | Decimal) -> Markup:
        return escape(format_number(number, self.language))

    def day(self, day: Day) -> Markup:
        return escape(day_in_words(day, self.words))

    def amount(self, amount: Amount) -> Markup:
        return escape(amount_in_words(amount, self.words))

    def _link(self, address: str, label: Label) -> Markup:
        return Markup(f'<a href="{escape(address)}">{self.label(label)}</a>')  # noqa: S704 - both are escaped

    def _page_address(self, target: str) -> str:
        path, mark, fragment = target.partition("#")
        return page_address(self.corpus, path, self.language) + mark + fragment


_WRITERS: Mapping[type, Callable[[HtmlWriter, Any], Markup]] = {
    Markup: HtmlWriter.as_it_is,
    str: HtmlWriter.label,
    Text: HtmlWriter.label,
    Word: HtmlWriter.label,
    Prose: HtmlWriter.prose,
    PageLink: HtmlWriter.page_link,
    WebLink: HtmlWriter.web_link,
    FileLink: HtmlWriter.file_link,
    Day: HtmlWriter.day,
    Amount: HtmlWriter.amount,
    int: HtmlWriter.number,
    Decimal: HtmlWriter.number,
}
