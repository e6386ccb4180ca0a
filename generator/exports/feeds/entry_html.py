"""Records as self-contained HTML for feed readers."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from generator.corpus.corpus import Corpus
from generator.corpus.schedule import sessions_in_order
from generator.i18n.strings import Words
from generator.models import Forum, Proposal, Step, Withdrawal
from generator.models.titles import identifier_of
from generator.pages.forums import official_papers
from generator.pages.identifier_rows import identifier_rows
from generator.pages.list_rows import (
    link_to,
    party_links,
    proposer,
    refer,
    source_numbers,
    source_row,
    topic_link,
)
from generator.pages.occasion import occasion_of, period_in_words, session_in_words
from generator.pages.programme import talk_link
from generator.rendering.compiled_templates import CompiledTemplates
from generator.rendering.html import HtmlWriter

_COMPILED = CompiledTemplates("feeds")


def templates_of(writer: HtmlWriter) -> Environment:
    """The environment of generator/exports/feeds/templates/, whose values the writer writes."""
    environment = Environment(
        loader=PackageLoader("generator.exports.feeds", "templates"),
        autoescape=True,
        finalize=writer.write,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_COMPILED,
    )
    environment.globals["w"] = writer.words
    return environment


class FullTexts:
    """Renders the full texts of records in a language."""

    def __init__(self, corpus: Corpus, words: Words) -> None:
        self._corpus, self._words = corpus, words
        templates = templates_of(HtmlWriter(corpus, words))
        self._forum, self._proposal, self._step, self._withdrawal, self._source, self._week = (
            partial(_rendered, templates.get_template(f"{kind}.html.jinja"))
            for kind in ("forum", "proposal", "step", "withdrawal", "source", "week")
        )
        self._sources: dict[str, Markup] = {}

    def forum(self, forum: Forum) -> Markup:
        """A forum with its programme, and the titles of its proposals."""
        corpus = self._corpus
        return self._forum(
            forum=forum,
            occasion=occasion_of(corpus, forum),
            when=period_in_words(corpus, forum, self._words, weekday=False),
            kind=corpus.kind_of(forum),
            amount=corpus.amount_of,
            party=partial(party_links, corpus),
            papers=list(official_papers(corpus, forum)),
            sessions=[
                (session, session_in_words(forum, session, self._words))
                for session in sessions_in_order(forum)
            ],
            talk_link=talk_link,
            refer=partial(refer, source_numbers(forum)),
            proposals=[(link_to(made), made.withdrawn is not None) for made in corpus.proposals_at(forum)],
            sources=[(self._cited(key), None) for key in source_numbers(forum)],
        )

    def proposal(self, proposal: Proposal) -> Markup:
        """A proposal without its follow-ups."""
        corpus, forum = self._corpus, self._corpus.forums[proposal.forum]
        return self._proposal(
            proposal=proposal,
            identifier=identifier_of(proposal),
            identifiers=identifier_rows(corpus, proposal.identifiers),
            forum=link_to(forum),
            proposers=[proposer(corpus, forum, who) for who in proposal.proposers],
            addressees=[party_links(corpus, who) for who in proposal.addressees],
            topics=[topic_link(corpus.topics[topic]) for topic in proposal.topics],
            sources=[(self._cited(key), None) for key in source_numbers(proposal)],
        )

    def step(self, proposal: Proposal, step: Step) -> Markup:
        """A step of a proposal's history."""
        corpus = self._corpus
        return self._step(
            step=step,
            status=corpus.statuses[step.status],
            actors=[party_links(corpus, actor) for actor in step.actors],
            proposal=link_to(proposal),
            addressees=[party_links(corpus, who) for who in proposal.addressees],
            sources=[(self._cited(citation.source), citation.locator) for citation in step.sources],
        )

    def withdrawal(self, proposal: Proposal, withdrawal: Withdrawal) -> Markup:
        """That a proposal was taken back."""
        return self._withdrawal(
            withdrawal=withdrawal,
            proposal=link_to(proposal),
            sources=[(self._cited(citation.source), citation.locator) for citation in withdrawal.sources],
        )

    def week(self, sections: Iterable[object]) -> Markup:
        """The news of a week, by kind."""
        return self._week(sections=sections)

    def _cited(self, key: str) -> Markup:
        """A source on one line, rendered once, since few sources are cited often."""
        if key not in self._sources:
            self._sources[key] = self._source(row=source_row(self._corpus, key, 1))
        return self._sources[key]


def _rendered(template: Template, **values: object) -> Markup:
    return Markup(template.render(**values).strip())  # noqa: S704 - the template has escaped everything
