"""Every record that is referred to exists, and no relation leads in a circle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from generator.corpus.corpus import Corpus
from generator.corpus.rules.finding import Finding, repeated
from generator.models import Attachment, Record, Vocabulary
from generator.models.model import Model
from generator.models.references import references_of
from generator.models.word_lists import WORD_LISTS
from generator.parsing.messages import Message, message
from generator.parsing.problems import suggestion

UNSAID = Attachment.model_fields["type"].default
"""The kind of a document that does not say its type."""

LONGEST_SHOWN = 10
"""Ids of a circle that a message names."""


def named_records_exist(corpus: Corpus) -> Iterator[Finding]:
    """Every id that a record names is that of a record, or of a word in vocabulary.yml."""
    targets: Mapping[str, Mapping[str, Model]] = {
        **corpus.by_kind,
        **corpus.words_by_list,
    }
    records: tuple[Vocabulary | Record, ...] = (corpus.vocabulary, *corpus.records)
    withdrawn = {gone.record for gone in corpus.withdrawn}  # a rule of its own tells of them
    former = {
        (record.folder, key): record.id for record in corpus.records for key in corpus.former_ids(record)
    }
    unknown = cache(  # many name what was removed
        lambda key, target: _unknown(key, target, targets[target], former.get((target, key)))
    )
    for record in records:
        for reference in references_of(record):
            known = targets[reference.target]
            named = (reference.target, reference.id)
            if reference.id not in known and named not in corpus.unread and "/".join(named) not in withdrawn:
                yield Finding(record.path, reference.field, unknown(reference.id, reference.target))


def _unknown(wrong: str, target: str, known: Mapping[str, Model], renamed: str | None) -> Message:
    """The target is among the values for whoever looks whether something is called so."""
    if renamed:
        return message("reference.former", text=wrong, id=renamed)
    if target in WORD_LISTS:
        if (target, wrong) == ("document_kinds", UNSAID):
            return message("reference.no_type", known=", ".join(known))
        listed = message("remedy.one_of", known=", ".join(known)) if known else message("remedy.empty_list")
        remedy = suggestion(wrong, known) or listed
        return message("reference.unknown_word", text=wrong, target=target, remedy=remedy)
    remedy = suggestion(wrong, known) or message("remedy.correct_or_write")
    return message("reference.unknown_record", text=wrong, target=target, remedy=remedy)


def relations_lead_elsewhere(corpus: Corpus) -> Iterator[Finding]:
    """A proposal is related to others, to each in one way once."""
    for proposal in corpus.proposals.values():
        seen: set[tuple[str, str]] = set()
        for number, relation in enumerate(proposal.relations):
            field = ("relations", number, "proposal")
            if relation.proposal == proposal.id:
                yield Finding(proposal.path, field, message("relations.itself"))
            if (relation.type, relation.proposal) in seen:
                wrong = message("twice.relation", type=relation.type, proposal=relation.proposal)
                yield Finding(proposal.path, field, wrong)
            seen.add((relation.type, relation.proposal))


def relations_do_not_circle(corpus: Corpus) -> Iterator[Finding]:
    """Relations that lead one way, such as taking the place of another, never lead in a circle."""
    for kind in (kind.id for kind in corpus.vocabulary.relations if kind.is_one_way):
        edges = {
            proposal.id: [relation.proposal for relation in proposal.relations if relation.type == kind]
            for proposal in corpus.proposals.values()
        }
        for cycle in cycles(edges):
            proposal = corpus.proposals[cycle[0]]
            number = next(
                number
                for number, relation in enumerate(proposal.relations)
                if relation.type == kind and relation.proposal == cycle[1]
            )
            wrong = message("relations.circle", type=kind, circle=way_around(cycle))
            yield Finding(proposal.path, ("relations", number), wrong)


def parents_do_not_circle(corpus: Corpus) -> Iterator[Finding]:
    """No organization is, through its parents, part of itself."""
    edges = {
        organization.id: [organization.parent] if organization.parent else []
        for organization in corpus.organizations.values()
    }
    for cycle in cycles(edges, self_loops=True):
        wrong = message("relations.parents_circle", circle=way_around(cycle))
        yield Finding(corpus.organizations[cycle[0]].path, ("parent",), wrong)


def way_around(cycle: list[str]) -> str:
    """The way around, of a long one its beginning and its end."""
    long = len(cycle) > LONGEST_SHOWN
    return " → ".join([*cycle[: LONGEST_SHOWN // 2], "…", *cycle[-LONGEST_SHOWN // 2 :]] if long else cycle)


def cycles(edges: Mapping[str, list[str]], self_loops: bool = False) -> Iterator[list[str]]:
    """Each cycle of the graph once, from its smallest id back to it; `self_loops` counts cycles of one id."""
    done: set[str] = set()
    for start in sorted(edges):
        path: dict[str, int] = {}  # with each one's place
        branches = [iter([start])]
        while branches:
            following = next(branches[-1], None)
            if following is None:
                branches.pop()
                if path:
                    done.add(path.popitem()[0])
            elif following in path:
                cycle = list(path)[path[following] :]
                if len(cycle) > 1 or self_loops:
                    smallest = cycle.index(min(cycle))
                    yield [*cycle[smallest:], *cycle[:smallest], cycle[smallest]]
            elif following not in done and following in edges:
                path[following] = len(path)
                branches.append(iter(edges[following]))


def session_ids_differ(corpus: Corpus) -> Iterator[Finding]:
    """The sessions of a forum have different ids."""
    for forum in corpus.forums.values():
        ids = [session.id for session in forum.sessions]
        for number, first in repeated(ids):
            wrong = message("twice.session", id=ids[number], first=f"sessions[{first}]")
            yield Finding(forum.path, ("sessions", number, "id"), wrong)
