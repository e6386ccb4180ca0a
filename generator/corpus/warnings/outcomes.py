"""What became of a proposal: that it was taken back, and who answered."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.answers import speaks_for
from generator.corpus.corpus import Corpus
from generator.corpus.rules.finding import Finding
from generator.parsing.messages import message


def nothing_follows_a_withdrawal(corpus: Corpus) -> Iterator[Finding]:
    """No step of a history is of a later day than that on which the proposal was taken back."""
    for proposal in corpus.proposals.values():
        if proposal.withdrawn is None:
            continue
        for number, step in enumerate(proposal.history):
            if proposal.withdrawn.date.latest < step.date.earliest:
                day, taken_back = str(step.date), str(proposal.withdrawn.date)
                told = message("warnings.after_withdrawal", day=day, withdrawn=taken_back)
                yield Finding(proposal.path, ("history", number, "date"), told)


def withdrawals_have_sources(corpus: Corpus) -> Iterator[Finding]:
    """That a proposal was taken back is told by a source."""
    for proposal in corpus.proposals.values():
        if proposal.withdrawn and not proposal.withdrawn.sources and corpus.site.has("sources"):
            yield Finding(proposal.path, ("withdrawn", "sources"), message("warnings.withdrawal_source"))


def answers_come_from_those_who_were_asked(corpus: Corpus) -> Iterator[Finding]:
    """An answer names who gave it, and that is an addressee, or whoever belongs to one."""
    for proposal in corpus.proposals.values():
        for number, step in enumerate(proposal.history):
            if not step.response:
                continue
            if not step.actors:
                told = message("warnings.answer_by_nobody")
                yield Finding(proposal.path, ("history", number, "response"), told)
            elif not any(
                speaks_for(corpus, actor, asked) for actor in step.actors for asked in proposal.addressees
            ):
                told = message("warnings.answer_unasked")
                yield Finding(proposal.path, ("history", number, "actor"), told)
