"""Who answered what they were asked: the steps of histories that are answers, and whom they speak for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.corpus.corpus import Corpus, Who
from generator.corpus.indexes import party_keys
from generator.models import LANGUAGES, Addressee, Proposal, Somebody, Step, Text


@dataclass(frozen=True)
class Response:
    """A step in which somebody answered a proposal."""

    proposal: Proposal
    number: int
    """The place of the step in the history."""
    step: Step
    addressees: tuple[Addressee, ...]
    """Those of the proposal for whom it speaks."""

    @property
    def days(self) -> int:
        """The days from the proposal to it; a month counts from its first day."""
        made = self.proposal.history[0].date.earliest
        return max(0, (self.step.date.earliest - made).days)

    @property
    def is_exact(self) -> bool:
        """Whether both days are known, so that the days between them are."""
        return all(
            day.is_exact and not day.uncertain and not day.approximate
            for day in (self.proposal.history[0].date, self.step.date)
        )

    @property
    def is_roughly_known(self) -> bool:
        """Whether the days between can be told: not if both may be one day, or a month is unknown."""
        made, given = self.proposal.history[0].date, self.step.date
        return self.is_exact or bool(made.month and given.month and given.earliest > made.latest)


def answers_to(corpus: Corpus, proposal: Proposal) -> Iterator[Response]:
    """The answers to a proposal, in the order of its history.

    One whose giver is not named speaks for nobody.
    """
    for number, step in enumerate(proposal.history):
        if step.response:
            meant = tuple(
                one for one in proposal.addressees if any(speaks_for(corpus, who, one) for who in step.actors)
            )
            yield Response(proposal, number, step, meant)


def is_answered(corpus: Corpus, proposal: Proposal) -> bool:
    """Whether somebody who was asked has answered, or whoever speaks for one."""
    return any(answer.addressees for answer in answers_to(corpus, proposal))


def has_answered(corpus: Corpus, proposal: Proposal, who: Who) -> bool:
    """Whether an answer to the proposal speaks for the person or organization."""
    asked = [one for answer in answers_to(corpus, proposal) for one in answer.addressees]
    return (who.folder, who.id) in {key for one in asked for key in party_keys(one)}


def speaks_for(corpus: Corpus, actor: Somebody, addressee: Addressee) -> bool:
    """Whether the actor is the addressee, or belongs to it, or the other way round.

    A part speaks for the whole and the whole for a part, a body for those whose place it took, and somebody
    with a post there for it.
    """
    if actor.name or addressee.name:
        return bool(actor.name and addressee.name and _names(actor.name) & _names(addressee.name))
    if actor.person and addressee.person:
        return actor.person == addressee.person
    meant = set(_organizations(corpus, addressee))
    return any(key in meant for own in _organizations(corpus, actor) for key in kindred(corpus, own))


def kindred(corpus: Corpus, organization: str) -> frozenset[str]:
    """The ids of the organization, of those above and below it, and of those before and after it."""
    records = corpus.organizations

    def above(key: str) -> Iterable[str]:
        return filter(None, [records[key].parent] if key in records else [])

    def after(key: str) -> Iterable[str]:
        return records[key].successors if key in records else ()

    def below(key: str) -> Iterable[str]:
        return (part.id for part in corpus.parts.get(key, ()))

    def before(key: str) -> Iterable[str]:
        return (body.id for body in corpus.successions.get(key, ()))

    return frozenset(key for way in (above, below, before, after) for key in _reached(organization, way))


def _reached(start: str, way: Callable[[str], Iterable[str]]) -> list[str]:
    """The start, and all that the way leads to from there, step by step."""
    found = [start]
    for key in found:
        found += [further for further in way(key) if further not in found]
    return found


def _organizations(corpus: Corpus, who: Somebody) -> Iterator[str]:
    """The organization itself; of a person those in which they have a post, or spoke for at a forum."""
    if who.organization:
        yield who.organization
    if speaker := corpus.speakers.get(who.person or ""):
        yield from (membership.organization for membership in speaker.memberships)
        parts = (part.participant for part in corpus.participations_of(speaker))
        yield from (organization for part in parts for organization in part.organizations)


def _names(name: Text) -> set[str]:
    written = (name.in_language(language) for language in LANGUAGES)
    return {" ".join(text.casefold().split()) for text in written if text}
