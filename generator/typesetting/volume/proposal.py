"""A proposal in a volume: what, by whom, to whom, why, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.corpus.corpus import Corpus
from generator.corpus.urls import permanent_address
from generator.i18n.strings import Words
from generator.models import Forum, Proposal, Status, Step
from generator.models.records import Relation
from generator.models.titles import identifier_of
from generator.pages.filter_values import name_of
from generator.pages.list_rows import party_links, proposer
from generator.pages.notices import record_notices
from generator.pages.page import Word
from generator.typesetting.volume.text_runs import (
    Block,
    Passage,
    Run,
    Said,
    Voices,
    block,
    party_runs,
    said_in,
)

Facts = list[dict[str, Any]]
"""`label` (Said) and `value` (Passage)."""


def proposal_data(corpus: Corpus, voices: Voices, proposal: Proposal) -> dict[str, Any]:
    status = corpus.status_of(proposal)
    return {
        "identifier": identifier_of(proposal),
        "title": voices.text(proposal.title),
        "topics": voices.joined([corpus.topics[topic].label for topic in proposal.topics], " · "),
        "addressees": _addressees_on_a_line(corpus, voices, proposal),
        "status": {"mark": status.mark, "label": voices.text(status.label)},
        "steps": [voices.text(step) for step in corpus.vocabulary.steps],
        "step": status.step,
        "abstract": voices.prose(proposal.abstract, proposal.sources),
        "rationale": voices.prose(proposal.rationale),
        "facts": _facts(corpus, voices, proposal),
        "history": list(_history(corpus, voices, proposal)),
        "nothing_since": len(proposal.history) == 1,
        "checked": voices.day(proposal.checked),
        "relations": list(_relations(corpus, voices, proposal)),
        "notes": notes_of(voices, proposal),
        "revisions": revisions_of(voices, proposal),
        "address": permanent_address(corpus, proposal, voices.words[0].language),
    }


def _facts(corpus: Corpus, voices: Voices, proposal: Proposal) -> Facts:
    forum = corpus.forums[proposal.forum]
    proposers = [proposer(corpus, forum, who) for who in proposal.proposers]
    asked = voices.parties([party_links(corpus, who) for who in proposal.addressees])
    facts = [
        fact(voices, "proposal.proposers", voices.parties(proposers)),
        fact(voices, "proposal.addressees", asked or voices.sentence(Word("proposal.no_addressee"))),
    ]
    sessions = [session for session in forum.sessions if session.id == proposal.session]
    return facts + [fact(voices, "volume.session", voices.sentence(session.name)) for session in sessions]


def fact(voices: Voices, key: str, value: Passage) -> dict[str, Any]:
    return {"label": voices.word(key), "value": value}


def _addressees_on_a_line(corpus: Corpus, voices: Voices, proposal: Proposal) -> Said:
    names = [name_of(corpus, addressee) for addressee in proposal.addressees]
    return voices.joined(names, ", ") or voices.word("proposal.no_addressee")


def _history(corpus: Corpus, voices: Voices, proposal: Proposal) -> Iterator[dict[str, Any]]:
    """Every step, with its status where that is a new one."""
    before = ""
    for step in proposal.history:
        status = corpus.statuses[step.status] if step.status != before else None
        yield {
            "date": voices.day(step.date),
            "mark": status.mark if status else None,
            "what": voices.passage(partial(_what_happened, corpus, voices, step, status)),
            "note": voices.prose(step.note),
        }
        before = step.status


def _what_happened(
    corpus: Corpus, voices: Voices, step: Step, status: Status | None, words: Words
) -> list[Block]:
    runs: list[Run] = [{**said_in(status.label, words), "strong": True}] if status else []
    if step.actor:
        runs += [
            {**run, "strong": False, "post": True}
            for run in party_runs(party_links(corpus, step.actor), words)
        ]
    runs += voices.references(step.sources, words)
    return [block(runs)] if runs else []


def _relations(corpus: Corpus, voices: Voices, proposal: Proposal) -> Iterator[dict[str, Any]]:
    """How it stands to other proposals, then how others say that they stand to it."""
    own = [(relation, relation.proposal, "") for relation in proposal.relations]
    others = [
        (relation, other.id, "_inverse")
        for other in corpus.proposals_relating_to(proposal)
        for relation in other.relations
        if relation.proposal == proposal.id
    ]
    for relation, key, inverse in own + others:
        told = partial(_related, corpus.proposals[key], relation)
        yield fact(voices, f"relations{inverse}.{relation.type}", voices.passage(told))


def _related(other: Proposal, relation: Relation, words: Words) -> list[Block]:
    """The other one's title and identifier, and what is to be known of the relation."""
    runs: list[Run] = [said_in(other.title, words), {**said_in(identifier_of(other), words), "code": True}]
    return [block(runs + ([{**said_in(relation.note, words), "aside": True}] if relation.note else []))]


def notes_of(voices: Voices, record: Forum | Proposal) -> list[Passage]:
    """What to know of a record: what a machine translated, whose name no source prints, what is open."""
    notice = voices.passage(
        lambda words: [block([said_in(Word(key), words)]) for key in record_notices(record, words.language)]
    )
    return [*([notice] if notice else []), *map(voices.prose, record.notes)]


def revisions_of(voices: Voices, record: Forum | Proposal) -> Facts:
    """Corrections, by their day."""
    return [
        {"label": voices.day(revision.date), "value": voices.sentence(revision.note)}
        for revision in record.revisions
    ]
