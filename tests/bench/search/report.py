"""The tables that the bench prints."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from tests.bench.search.costs import Bytes, IndexCost
from tests.bench.search.judgements import SETS
from tests.bench.search.score import Scored, Summary, by_category


@dataclass(frozen=True)
class Measured:
    """What was found out about one engine."""

    scored: Mapping[str, Sequence[Scored]]
    """By the name of the set of queries."""
    milliseconds: Sequence[float]
    """From the key to the results, query by query."""
    bytes: Bytes
    seconds_on_mobile: Sequence[float]
    """Empty if not asked for."""


Findings = Mapping[str, Mapping[str, Sequence[Scored]]]
"""Engine → set → queries."""


def print_findings(findings: Findings) -> None:
    """Recall@10, mean reciprocal rank, and the shares of wrong silence and of wrong answers."""
    for name in SETS:
        engines = {engine: by_category(sets[name]) for engine, sets in findings.items()}
        print(f"\n{name:<14}{'n':>4}" + "".join(f"{engine:>30}" for engine in engines))
        print(" " * 18 + f"{'R@10':>9}{'MRR':>7}{'none':>7}{'wrong':>7}" * len(engines))
        for row in zip(*engines.values(), strict=True):
            print(f"{row[0].name:<14}{row[0].queries:>4}" + "".join(map(_shown, row)))
    print(
        "\nnone: share of the queries with an answer that got none; wrong: of those without one that got one"
    )


def _shown(summary: Summary) -> str:
    figures = (summary.recall, summary.reciprocal_rank, summary.empty, summary.invented)
    return "  " + "".join(f"{'' if figure is None else f'{figure:.3f}':>7}" for figure in figures)


def print_costs(measured: Mapping[str, Measured]) -> None:
    """Bytes of new readers, gzip, and times, a line for each engine."""
    titles = (
        "KB before a key",
        "KB of first search",
        "KB of a later one",
        "ms from key to results",
        "s on a phone",
    )
    print(f"\n{'':<10}" + "".join(f"{title:>25}" for title in titles))
    for name, one in measured.items():
        columns = (
            _kb(one.bytes.before),
            _spread(one.bytes.first, _kb),
            _spread(one.bytes.later, _kb),
            _spread(one.milliseconds, "{:,.0f}".format),
            _spread(one.seconds_on_mobile, "{:.2f}".format),
        )
        print(f"{name:<10}" + "".join(f"{column:>25}" for column in columns))
    print("\neach: median / p95 / largest; on a phone: 150 ms for a round trip and 1.6 Mbit/s, first search")


def _spread(values: Sequence[float], shown: Callable[[float], str]) -> str:
    if not values:
        return "-"
    return " / ".join(map(shown, (median(values), quantiles(values, n=20)[-1], max(values))))


def print_index(cost: IndexCost) -> None:
    """What our index takes, a record."""
    print(f"\nindex of {cost.records:,} records, each: {_kb(cost.bytes / cost.records)} KB")
    for name, (seconds, work) in cost.took.items():
        clock, processors = (1000 * spent / cost.records for spent in (seconds, work))
        print(f"  {name}: {clock:.2f} ms, {processors:.2f} ms of processors")


def print_misses(measured: Mapping[str, Measured]) -> None:
    """Every query that was not answered as well as it can be, but for those that nobody tunes to."""
    for engine, one in measured.items():
        print(f"\n{engine}")
        for scored in one.scored[SETS[0]]:
            if not scored.is_perfect:
                missed = " ".join(sorted(scored.missed)) or "nothing"
                print(f"  {scored.query.id:<16}{scored.query.words}: missed {missed}")
                print(f"{'':18}found {' '.join(scored.found) or 'nothing'}")


def _kb(size: float) -> str:
    return f"{size / 1000:,.1f}"
