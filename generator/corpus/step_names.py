"""The names of a history's steps, by which feeds know them whatever is corrected."""

from __future__ import annotations

from collections import Counter

from generator.models import Proposal


def step_names(proposal: Proposal) -> tuple[str, ...]:
    """The name of each step: its id, else the status that it was published with.

    No day is in it, so that a corrected day makes no other step. Of several steps with one status the second
    is called `…-2`; so where one may be found later that belongs before them, only ids keep them apart.
    """
    taken = {step.id for step in proposal.history}
    seen: Counter[str] = Counter()

    def derived(status: str) -> str:
        seen[status] += 1
        name = f"{status}-{seen[status]}" if seen[status] > 1 else status
        return derived(status) if name in taken else name

    return tuple(step.id or derived(step.formerly or step.status) for step in proposal.history)
