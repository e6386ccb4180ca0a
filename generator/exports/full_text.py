"""What a record says as HTML that stands alone, for feed readers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup, escape

from generator.corpus import Corpus
from generator.day import Day
from generator.exports.addresses import file_address, page_address
from generator.models import Figure, Forum, Language, Proposal, Prose, Step, Text
from generator.pages.marks import identifier_of
from generator.pages.page import FileLink, Label, PageLink, WebLink, Word
from generator.pages.rows import (
    link_to,
    party,
    proposer,
    refer,
    source_numbers,
    source_row,
    topic_link,
)
from generator.prose import prose_to_html
from generator.rendering import amount_in_words, day_in_words
from generator.text import format_number
from generator.words import Words


@dataclass(frozen=True)
class HtmlWriter:
    """Writes values as HTML, with whole addresses; HTML escapes less than the pages' Markdown has to."""

    corpus: Corpus
    words: Words

    @property
    def language(self) -> Language:
        return self.words.language

    def write(self, value: object) -> Markup:
        """The value as HTML. What is not known to be safe becomes text; nothing becomes `None` unseen."""
        written = _WAYS.get(type(value))
        if written is None:
            raise TypeError(f"a template cannot write a {type(value).__name__}")
        return written(self, value)

    def as_it_is(self, written: Markup) -> Markup:
        return written

    def label(self, label: Label) -> Markup:
        """A text in the feed's language; what exists in the other one alone says which language it is in."""
        if isinstance(label, Word):
            return escape(self.words(label.key, **label.values))
        if isinstance(label, str):
            return escape(label)
        text, language = label.best(self.language)
        same = language == self.language
        return escape(text) if same else Markup('<span lang="{}">{}</span>').format(language, text)

    def prose(self, prose: Prose) -> Markup:
        text, language = prose.best(self.language)
        written = Markup(prose_to_html(text, self._page_address))  # noqa: S704 - the parser lets no HTML through
        if language == self.language:
            return written
        return Markup('<div lang="{}">{}</div>').format(language, written)

    def page_link(self, link: PageLink) -> Markup:
        address = page_address(self.corpus, link.target, self.language)
        address += f"#{link.fragment}" if link.fragment else ""
        return self._link(address, link.label)

    def web_link(self, link: WebLink) -> Markup:
        return self._link(link.url, link.label)

    def file_link(self, link: FileLink) -> Markup:
        return self._link(file_address(self.corpus, f"files/{link.file}"), link.label)

    def number(self, number: int | Decimal) -> Markup:
        return escape(format_number(number, self.language))

    def day(self, day: Day) -> Markup:
        return escape(day_in_words(day, self.words))

    def amount(self, figure: Figure) -> Markup:
        return escape(amount_in_words(figure, self.words))

    def _link(self, address: str, label: Label) -> Markup:
        return Markup(f'<a href="{escape(address)}">{self.label(label)}</a>')  # noqa: S704 - both are escaped

    def _page_address(self, target: str) -> str:
        path, mark, fragment = target.partition("#")
        return page_address(self.corpus, path, self.language) + mark + fragment


_WAYS: Mapping[type, Callable[[HtmlWriter, Any], Markup]] = {
    Markup: HtmlWriter.as_it_is,
    str: HtmlWriter.label,
    Text: HtmlWriter.label,
    Word: HtmlWriter.label,
    Prose: HtmlWriter.prose,
    PageLink: HtmlWriter.page_link,
    WebLink: HtmlWriter.web_link,
    FileLink: HtmlWriter.file_link,
    Day: HtmlWriter.day,
    Figure: HtmlWriter.amount,
    int: HtmlWriter.number,
    Decimal: HtmlWriter.number,
}


def templates_of(writer: HtmlWriter) -> Environment:
    """The templates of generator/templates/feeds/, which write values as the writer does."""
    environment = Environment(
        loader=PackageLoader("generator", "templates/feeds"),
        autoescape=True,
        finalize=writer.write,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["w"] = writer.words
    return environment


class FullTexts:
    """The texts of records in a language."""

    def __init__(self, corpus: Corpus, words: Words) -> None:
        self._corpus = corpus
        templates = templates_of(HtmlWriter(corpus, words))
        self._forum, self._proposal, self._step, self._source = (
            partial(_rendered, templates.get_template(f"{kind}.html.jinja"))
            for kind in ("forum", "proposal", "step", "source")
        )
        self._sources: dict[str, Markup] = {}

    def forum(self, forum: Forum) -> Markup:
        """A forum with its programme, and the titles of its proposals."""
        corpus = self._corpus
        return self._forum(
            forum=forum,
            party=partial(party, corpus),
            refer=partial(refer, source_numbers(forum)),
            proposals=[link_to(proposal) for proposal in corpus.proposals_at(forum)],
            sources=[(self._cited(key), None) for key in source_numbers(forum)],
        )

    def proposal(self, proposal: Proposal) -> Markup:
        """A proposal as it was made."""
        corpus, forum = self._corpus, self._corpus.forums[proposal.forum]
        return self._proposal(
            proposal=proposal,
            identifier=identifier_of(proposal),
            forum=link_to(forum),
            proposers=[proposer(corpus, forum, who) for who in proposal.proposers],
            addressees=[party(corpus, who) for who in proposal.addressees],
            topics=[topic_link(corpus.topics[topic]) for topic in proposal.topics],
            sources=[(self._cited(key), None) for key in source_numbers(proposal)],
        )

    def step(self, proposal: Proposal, step: Step) -> Markup:
        """What happened to a proposal."""
        corpus = self._corpus
        return self._step(
            step=step,
            status=corpus.statuses[step.status],
            actor=party(corpus, step.actor) if step.actor else None,
            proposal=link_to(proposal),
            addressees=[party(corpus, who) for who in proposal.addressees],
            sources=[(self._cited(citation.source), citation.locator) for citation in step.sources],
        )

    def _cited(self, key: str) -> Markup:
        """A source on one line, which is written once: much is said of few sources."""
        if key not in self._sources:
            self._sources[key] = self._source(row=source_row(self._corpus, key, 1))
        return self._sources[key]


def _rendered(template: Template, **values: object) -> Markup:
    return Markup(template.render(**values).strip())  # noqa: S704 - the template has escaped everything
