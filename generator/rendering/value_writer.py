"""What all writers share: each value of a template is written as its type is."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import Markup

from generator.corpus.corpus import Corpus
from generator.corpus.urls import page_address
from generator.i18n.strings import Words
from generator.models import Language, Prose, Text
from generator.models.amount import Amount
from generator.models.date import Day
from generator.pages.page import FileLink, Label, PageLink, WebLink, Word


class ValueWriter(ABC):
    """Writes the values of templates in a language."""

    words: Words

    @property
    def language(self) -> Language:
        return self.words.language

    def write(self, value: object) -> Markup:
        """The value, escaped unless it is Markup; TypeError for other types, None included."""
        if isinstance(value, Markup):
            return value
        if (kind := WRITTEN_BY.get(type(value))) is None:
            raise TypeError(f"a template cannot write a {type(value).__name__}")
        written: Markup = getattr(self, kind)(value)
        return written

    @abstractmethod
    def label(self, label: Label) -> Markup: ...

    @abstractmethod
    def prose(self, prose: Prose) -> Markup: ...

    @abstractmethod
    def page_link(self, link: PageLink) -> Markup: ...

    @abstractmethod
    def web_link(self, link: WebLink) -> Markup: ...

    @abstractmethod
    def file_link(self, link: FileLink) -> Markup: ...

    @abstractmethod
    def day(self, day: Day) -> Markup: ...

    @abstractmethod
    def amount(self, amount: Amount) -> Markup: ...

    @abstractmethod
    def number(self, number: int | Decimal) -> Markup: ...


@dataclass(frozen=True)
class AbsoluteWriter(ValueWriter):
    """A writer whose links hold wherever they are read."""

    corpus: Corpus
    words: Words

    def _page_address(self, target: str) -> str:
        path, mark, fragment = target.partition("#")
        return page_address(self.corpus, path, self.language) + mark + fragment


WRITTEN_BY: Mapping[type, str] = {
    str: "label",
    Text: "label",
    Word: "label",
    Prose: "prose",
    PageLink: "page_link",
    WebLink: "web_link",
    FileLink: "file_link",
    Day: "day",
    Amount: "amount",
    int: "number",
    Decimal: "number",
}
"""Type → the method that writes it."""
