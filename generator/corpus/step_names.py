"""The names of a history's steps, by which feeds and links know them whatever is corrected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from generator.corpus.corpus import Corpus
from generator.models import Proposal, Source, Step

HISTORY = "history"
"""The place on a proposal's page where its history begins."""


def step_names(proposal: Proposal, sources: Mapping[str, Source]) -> tuple[str, ...]:
    """The name of each step: its id, else its first source's, else the status that it was published with.

    Neither the day nor the status of a step with a source is in it, so that it stays when these are
    corrected, or when an earlier step is found. Of several steps with one source the second is called
    `…-2`; where one may be found later that belongs before them, only ids keep them apart.
    """
    taken = {step.id for step in proposal.history}
    seen: Counter[str] = Counter()

    def derived(start: str) -> str:
        seen[start] += 1
        name = f"{start}-{seen[start]}" if seen[start] > 1 else start
        return derived(start) if name in taken else name

    return tuple(step.id or derived(_start(step, sources)) for step in proposal.history[1:])


def step_anchors(corpus: Corpus, proposal: Proposal) -> tuple[str, ...]:
    """The place of each step on the proposal's page; the first is the proposal itself, and has no other."""
    return (HISTORY, *(f"step-{name}" for name in step_names(proposal, corpus.sources)))


def step_anchor(corpus: Corpus, proposal: Proposal, step: Step) -> str:
    """The place of a step of the proposal's history."""
    anchors = zip(proposal.history, step_anchors(corpus, proposal), strict=True)
    return next(anchor for told, anchor in anchors if told is step)


def _start(step: Step, sources: Mapping[str, Source]) -> str:
    """The first id of its first source, or a status."""
    if step.sources:
        return sources[step.sources[0].source].first_id
    return step.formerly or step.status
