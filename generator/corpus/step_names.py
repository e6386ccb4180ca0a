"""The names of a history's steps, by which feeds know them whatever is corrected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from generator.models import Proposal, Source, Step


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


def _start(step: Step, sources: Mapping[str, Source]) -> str:
    """The first id of its first source, or a status."""
    if step.sources:
        return sources[step.sources[0].source].first_id
    return step.formerly or step.status
