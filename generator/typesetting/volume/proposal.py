"""A proposal in a volume: its text, by whom and to whom it was made, and its history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from generator.corpus.corpus import Corpus
from generator.corpus.identifiers import address_of_identifier
from generator.corpus.licences import terms_of_use
from generator.corpus.urls import permanent_address
from generator.i18n.strings import Words
from generator.models import Forum, Proposal, Status, Step
from generator.models.proposal import Relation
from generator.models.titles import identifier_of
from generator.pages.filter_values import name_of
from generator.pages.list_rows import party_links, proposer
from generator.pages.notices import record_notices
from generator.pages.page import Word
from generator.typesetting.volume.text_runs import label_run, party_runs
from generator.typesetting.volume.views import (
    Fact,
    HistoryEntry,
    Inline,
    Paragraph,
    ParallelText,
    Passage,
    ProposalSection,
    StatusBadge,
    TextRun,
)
from generator.typesetting.volume.wording import Wording, as_passage


def proposal_section(corpus: Corpus, wording: Wording, proposal: Proposal) -> ProposalSection:
    status = corpus.status_of(proposal)
    return ProposalSection(
        identifier=identifier_of(proposal),
        title=wording.text(proposal.title),
        topics=wording.joined([corpus.topics[topic].label for topic in proposal.topics], " · "),
        addressees=_addressees_on_a_line(corpus, wording, proposal),
        status=_badge(wording, proposal, status),
        steps=tuple(map(wording.text, corpus.vocabulary.steps)),
        step=status.step,
        abstract=wording.prose(proposal.abstract, proposal.sources),
        rationale=wording.prose(proposal.rationale),
        facts=tuple(_facts(corpus, wording, proposal)),
        history=tuple(_history(corpus, wording, proposal)),
        nothing_since=len(proposal.history) == 1 and not proposal.withdrawn,
        checked=wording.day(proposal.checked),
        relations=tuple(_relations(corpus, wording, proposal)),
        notes=notes_of(wording, proposal),
        revisions=revisions_of(wording, proposal),
        address=permanent_address(corpus, proposal, wording.first_language),
    )


def _badge(wording: Wording, proposal: Proposal, status: Status) -> StatusBadge:
    """Its status, or that it was taken back."""
    if proposal.withdrawn:
        return StatusBadge("crossed", wording.word("proposal.withdrawn"))
    return StatusBadge(status.mark, wording.text(status.label))


def _facts(corpus: Corpus, wording: Wording, proposal: Proposal) -> Iterator[Fact]:
    """By whom, to whom and in which session it was proposed, its numbers elsewhere, and its terms."""
    forum = corpus.forums[proposal.forum]
    yield wording.fact(
        "proposal.proposers",
        wording.parties([proposer(corpus, forum, who) for who in proposal.proposers]),
    )
    addressees = wording.parties([party_links(corpus, who) for who in proposal.addressees])
    yield wording.fact("proposal.addressees", addressees or wording.sentence(Word("proposal.no_addressee")))
    for session in forum.sessions:
        if session.id == proposal.session:
            yield wording.fact("volume.session", wording.sentence(session.name))
    for one in proposal.identifiers:
        register = corpus.registers[one.scheme]
        number = wording.untranslated(one.identifier)
        address = address_of_identifier(register, one.identifier)
        yield Fact(wording.text(register.label), as_passage(number, address))
    yield from licence_facts(corpus, wording, proposal)


def licence_facts(corpus: Corpus, wording: Wording, record: Forum | Proposal) -> Iterator[Fact]:
    """The record's own terms, if it has some."""
    if record.license:
        terms = terms_of_use(corpus, record.license)
        name = wording.parallel_string(lambda words: label_run(terms.label, words).text)
        yield wording.fact("theme.licence", as_passage(name, terms.url))


def _addressees_on_a_line(corpus: Corpus, wording: Wording, proposal: Proposal) -> ParallelText:
    names = [name_of(corpus, addressee) for addressee in proposal.addressees]
    return wording.joined(names, ", ") or wording.word("proposal.no_addressee")


def _history(corpus: Corpus, wording: Wording, proposal: Proposal) -> Iterator[HistoryEntry]:
    """Every step, with its status where that is a new one; last that it was taken back."""
    before = ""
    for step in proposal.history:
        status = corpus.statuses[step.status] if step.status != before else None
        yield HistoryEntry(
            date=wording.day(step.date),
            mark=status.mark if status else None,
            what=wording.passage(partial(_step_in_words, corpus, wording, step, status)),
            note=wording.prose(step.note),
        )
        before = step.status
    if withdrawal := proposal.withdrawn:
        yield HistoryEntry(
            date=wording.day(withdrawal.date),
            mark="crossed",
            what=wording.sentence(Word("proposal.withdrawn"), withdrawal.sources),
            note=wording.prose(withdrawal.note),
        )


def _step_in_words(
    corpus: Corpus, wording: Wording, step: Step, status: Status | None, words: Words
) -> list[Paragraph]:
    """The new status, whether it is an answer, who acted, and the sources."""
    runs: list[Inline] = [replace(label_run(status.label, words), strong=True)] if status else []
    if step.response:
        runs.append(replace(label_run(Word("proposal.answer"), words), post=True))
    for actor in step.actors:
        who = party_runs(party_links(corpus, actor), words)
        runs += [replace(run, strong=False, post=True) for run in who]
    runs += wording.references(step.sources, words)
    return [Paragraph(tuple(runs))] if runs else []


def _relations(corpus: Corpus, wording: Wording, proposal: Proposal) -> Iterator[Fact]:
    """Its relations to other proposals, then those that others have to it."""
    own = [(relation, relation.proposal, False) for relation in proposal.relations]
    others = [
        (relation, other.id, True)
        for other in corpus.proposals_relating_to(proposal)
        for relation in other.relations
        if relation.proposal == proposal.id
    ]
    for relation, key, inverse in own + others:
        related = partial(_related, corpus.proposals[key], relation)
        kind = corpus.relation_kinds[relation.type]
        label = kind.label_there if inverse else kind.label
        yield Fact(wording.text(label), wording.passage(related))


def title_run(proposal: Proposal, words: Words) -> TextRun:
    """The title where the volume names it elsewhere, with the mark of citations if it was taken back."""
    run = label_run(proposal.title, words)
    return replace(run, text=f"{run.text} {words('cite.withdrawn')}") if proposal.withdrawn else run


def _related(other: Proposal, relation: Relation, words: Words) -> list[Paragraph]:
    """The other proposal's title and identifier, and the note on the relation."""
    runs = [title_run(other, words), replace(label_run(identifier_of(other), words), code=True)]
    if relation.note:
        runs.append(replace(label_run(relation.note, words), aside=True))
    return [Paragraph(tuple(runs))]


def notes_of(wording: Wording, record: Forum | Proposal) -> tuple[Passage, ...]:
    """A record's notices (a draft, translated by a machine, a name of ours), then its notes."""
    notices = wording.passage(
        lambda words: [
            Paragraph((label_run(notice, words),)) for notice in record_notices(record, words.language)
        ]
    )
    return (*([notices] if notices else []), *map(wording.prose, record.notes))


def revisions_of(wording: Wording, record: Forum | Proposal) -> tuple[Fact, ...]:
    """Corrections, by their day."""
    return tuple(
        Fact(wording.day(revision.date), wording.sentence(revision.note)) for revision in record.revisions
    )
