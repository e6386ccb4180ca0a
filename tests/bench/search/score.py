"""What a search found against what it ought to find."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from tests.bench.search.judgements import Query

SHOWN = 10
"""Results that count; who sees nothing of use among them types something else."""


@dataclass(frozen=True)
class Scored:
    """How well one query was answered."""

    query: Query
    found: Sequence[str]
    """The pages shown, best first, each once."""
    missed: frozenset[str]
    """What ought to be among them and is not."""
    recall: float | None
    """The share of what ought to be shown that is; None where nothing ought to be found."""
    reciprocal_rank: float | None
    """1 for a first result that is wanted, 1/2 for a second one, 0 without any; None likewise."""

    @property
    def is_perfect(self) -> bool:
        return not self.found if self.recall is None else self.recall == self.reciprocal_rank == 1


@dataclass(frozen=True)
class Summary:
    """How well several queries were answered, on average."""

    name: str
    queries: int
    recall: float | None
    reciprocal_rank: float | None
    empty: float | None
    """The share of queries with an answer that got none."""
    invented: float | None
    """The share of queries without an answer that got one."""


def score(query: Query, shown: Iterable[str], wanted: Collection[str]) -> Scored:
    """Recall@10 and the reciprocal rank; a page that is shown twice counts where it first stands."""
    found = tuple(dict.fromkeys(shown))[:SHOWN]
    missed = frozenset(wanted) - frozenset(found)
    if not wanted:
        return Scored(query, found, missed, None, None)
    rank = next((place for place, page in enumerate(found, 1) if page in wanted), None)
    recall = (len(wanted) - len(missed)) / min(SHOWN, len(wanted))
    return Scored(query, found, missed, recall, 1 / rank if rank else 0.0)


def summarize(name: str, scored: Sequence[Scored]) -> Summary:
    """The averages over queries; every query counts the same."""
    answerable = [one for one in scored if one.recall is not None]
    unanswerable = [one for one in scored if one.recall is None]
    return Summary(
        name,
        len(scored),
        _mean(one.recall for one in answerable),
        _mean(one.reciprocal_rank for one in answerable),
        _mean(float(not one.found) for one in answerable),
        _mean(float(bool(one.found)) for one in unanswerable),
    )


def by_category(scored: Sequence[Scored]) -> list[Summary]:
    """Each category in the order in which it first comes, then all queries together."""
    categories = dict.fromkeys(one.query.category for one in scored)
    summaries = [
        summarize(category, [one for one in scored if one.query.category == category])
        for category in categories
    ]
    return [*summaries, summarize("all", scored)]


def _mean(values: Iterable[float | None]) -> float | None:
    numbers = [value for value in values if value is not None]
    return fmean(numbers) if numbers else None
