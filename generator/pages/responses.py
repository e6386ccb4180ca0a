"""The page of answers: who was asked how often, who answered, and who has not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.corpus.answers import Response, answers_to
from generator.corpus.corpus import Corpus
from generator.corpus.step_names import step_anchor
from generator.models import Prose, Somebody
from generator.models.date import Day
from generator.pages.filter_values import addressee_key
from generator.pages.index import index_page
from generator.pages.list_rows import PartyLinks, SourceRow, link_to, party_links, source_row
from generator.pages.page import Label, Page, PageLink, Word, proposals_where
from generator.pages.subscriptions import FOLLOW_UPS


@dataclass(frozen=True)
class AnswerView:
    """An answer: the proposal, its day, how long it took, who gave it, and where that is told."""

    link: PageLink
    date: Day
    took: Word | None
    """Nothing where the days are not known well enough to count those between them."""
    actors: tuple[PartyLinks, ...]
    """Who gave it, where that is not the one that was asked."""
    note: Prose | None
    sources: tuple[SourceRow, ...]
    is_withdrawn: bool


@dataclass(frozen=True)
class AskedView:
    """Somebody who was asked, or who answered unasked."""

    anchor: str
    name: Label
    page: PageLink | None
    asked: int
    """How many proposals ask them that count."""
    proposals: PageLink
    """Where the proposals to them stand, called by their number."""
    answers: tuple[AnswerView, ...]
    answered: int
    """How many proposals have an answer of theirs."""


@dataclass(frozen=True)
class ResponsesView:
    some: tuple[AskedView, ...]
    """Those who answered, the most asked first."""
    silent: tuple[AskedView, ...]
    """Those of whom no answer is on record, the most asked first."""


def responses_page(corpus: Corpus) -> Page[ResponsesView]:
    return index_page("responses", "responses.md", responses(corpus), corpus, FOLLOW_UPS)


def responses(corpus: Corpus) -> ResponsesView:
    """Everybody who was asked, by whether an answer of theirs is on record."""
    who: dict[str, Somebody] = {}
    asked: dict[str, int] = defaultdict(int)
    answers: dict[str, list[Response]] = defaultdict(list)
    for proposal in corpus.proposals_newest_first:
        given = list(answers_to(corpus, proposal))
        for one in proposal.addressees:
            own = [answer for answer in given if one in answer.addressees]
            if own or not (proposal.withdrawn or one.uncertain):
                who.setdefault(key := addressee_key(one), one)
                asked[key] += 1
                answers[key] += own
        for answer in given:
            for actor in answer.step.actors if not answer.addressees else ():
                who.setdefault(key := addressee_key(actor), actor)
                answers[key].append(answer)
    views = [
        _asked(corpus, number, key, who[key], asked[key], answers[key]) for number, key in enumerate(who, 1)
    ]
    views.sort(key=lambda view: (-view.asked, -view.answered))
    return ResponsesView(
        tuple(view for view in views if view.answers), tuple(view for view in views if not view.answers)
    )


def _asked(
    corpus: Corpus, number: int, key: str, who: Somebody, asked: int, answers: list[Response]
) -> AskedView:
    links = party_links(corpus, who)
    page = links.organization or links.person
    name: Label = page.label if page else who.name or ""
    often = Word("responses.asked", {"n": asked})
    newest_first = sorted(answers, key=lambda answer: answer.step.date.earliest, reverse=True)
    return AskedView(
        f"to-{who.organization}" if who.organization else f"to_{who.person or number}",
        name,
        page,
        asked,
        replace(page, label=often, fragment="asked") if page else proposals_where(often, to=key),
        tuple(_answer(corpus, key, answer) for answer in newest_first),
        len({answer.proposal.id for answer in answers}),
    )


def _answer(corpus: Corpus, key: str, answer: Response) -> AnswerView:
    proposal, step = answer.proposal, answer.step
    return AnswerView(
        link_to(proposal, step_anchor(corpus, proposal, step)),
        step.date,
        _took(answer),
        tuple(party_links(corpus, actor) for actor in step.actors if addressee_key(actor) != key),
        step.note,
        tuple(_sources(corpus, answer)),
        proposal.withdrawn is not None,
    )


def _took(answer: Response) -> Word | None:
    if not answer.is_roughly_known:
        return None
    if answer.is_exact and not answer.days:
        return Word("responses.same_day")
    return Word("responses.after" if answer.is_exact else "responses.about", {"n": answer.days})


def _sources(corpus: Corpus, answer: Response) -> Iterator[SourceRow]:
    for number, key in enumerate(dict.fromkeys(one.source for one in answer.step.sources), 1):
        yield source_row(corpus, key, number)
