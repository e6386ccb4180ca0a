"""Organizations begin, end and give way to others in an order that can be."""

from __future__ import annotations

from collections.abc import Iterator

from generator.corpus.corpus import Corpus
from generator.corpus.rules.dates import is_before
from generator.corpus.rules.finding import Finding, repeated
from generator.corpus.rules.references import cycles, way_around
from generator.parsing.messages import message


def organization_ends_after_it_begins(corpus: Corpus) -> Iterator[Finding]:
    """An organization is dissolved no earlier than it is founded."""
    for body in corpus.organizations.values():
        start, end = body.founding_date, body.dissolution_date
        if start and end and is_before(end, start):
            wrong = message("dates.before_founding", end=str(end), start=str(start))
            yield Finding(body.path, ("dissolution_date",), wrong)


def successors_are_others(corpus: Corpus) -> Iterator[Finding]:
    """An organization is succeeded by others, by each once."""
    for body in corpus.organizations.values():
        for number, key in enumerate(body.successors):
            if key == body.id:
                yield Finding(body.path, ("successors", number), message("successors.itself"))
        for number, first in repeated(body.successors):
            wrong = message("successors.twice", id=body.successors[number], first=f"successors[{first}]")
            yield Finding(body.path, ("successors", number), wrong)


def successors_do_not_circle(corpus: Corpus) -> Iterator[Finding]:
    """No organization is, through its successors, its own successor."""
    bodies = corpus.organizations
    for cycle in cycles({key: list(body.successors) for key, body in bodies.items()}):
        body = bodies[cycle[0]]
        wrong = message("successors.circle", circle=way_around(cycle))
        yield Finding(body.path, ("successors", body.successors.index(cycle[1])), wrong)


def successors_outlast_it(corpus: Corpus) -> Iterator[Finding]:
    """A successor is dissolved no earlier than the organization whose place it took."""
    for body in corpus.organizations.values():
        for number, key in enumerate(body.successors):
            after = corpus.organizations.get(key)
            start = body.dissolution_date or body.founding_date
            if after and start and after.dissolution_date and is_before(after.dissolution_date, start):
                end = str(after.dissolution_date)
                wrong = message("successors.ended_before", other=after.path, end=end, start=str(start))
                yield Finding(body.path, ("successors", number), wrong)
