"""Values → self-contained HTML with absolute URLs, for feed readers."""

from __future__ import annotations

from decimal import Decimal

from markupsafe import Markup, escape

from generator.corpus.urls import file_address, page_address
from generator.i18n.formats import format_number
from generator.i18n.phrases import amount_in_words, day_in_words
from generator.models import Prose
from generator.models.amount import Amount
from generator.models.date import Day
from generator.pages.page import FileLink, Label, PageLink, WebLink, Word, label_text
from generator.parsing.commonmark import prose_to_html
from generator.rendering.value_writer import AbsoluteWriter


class HtmlWriter(AbsoluteWriter):
    """Writes values as HTML with absolute URLs; HTML needs less escaping than the pages' Markdown."""

    def label(self, label: Label) -> Markup:
        """A text in the feed's language, or in the other one with its `lang`."""
        if isinstance(label, Word):
            return escape(label_text(label, self.words))
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
