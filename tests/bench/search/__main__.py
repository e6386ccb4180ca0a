"""`python -m tests.bench.search`: what readers find, what it costs them, and how long they wait.

The collection goes through the product, Material's own search and Pagefind; each query is typed into each, in
the language of its readers. `queries` are the given ones, `fresh` those that nobody tuned to.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser

from generator.models import Language
from tests.bench.search import report
from tests.bench.search.collection import judged
from tests.bench.search.costs import bytes_of, index_cost, seconds_on_mobile
from tests.bench.search.in_browser import Answer, Box, MaterialBox, Pagefind, SearchPage, new_reader
from tests.bench.search.judgements import SETS, Query, read_queries, wanted
from tests.bench.search.report import Measured
from tests.bench.search.score import Scored, score
from tests.bench.search.sites import build_material, build_ours, build_pagefind
from tests.support.browsing import chromium
from tests.support.serving import served

ENGINES: Mapping[str, type[SearchPage]] = {"ours": Box, "material": MaterialBox, "pagefind": Pagefind}


def main() -> None:
    given = arguments()
    with tempfile.TemporaryDirectory() as folder:
        sites = build_sites(given.keep or Path(folder), given.filler, given.only)
        measured = {}
        with chromium() as browser:
            for name, site in sites.items():
                _tell(f"{name}: searching")
                with served(site, compress=True) as address:
                    measured[name] = measure(ENGINES[name], browser, address, slowly=given.network)
    report.print_findings({name: {key: one.scored[key] for key in SETS} for name, one in measured.items()})
    report.print_costs(measured)
    if "ours" in measured:
        _tell("ours: building the index alone")
        report.print_index(index_cost(given.filler))
    if given.misses:
        report.print_misses(measured)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    parser.add_argument("--filler", type=int, default=0, help="further records that say nothing (0)")
    parser.add_argument("--only", choices=ENGINES, action="append", help="this engine; may be repeated")
    parser.add_argument("--network", action="store_true", help="also over 150 ms and 1.6 Mbit/s")
    parser.add_argument("--misses", action="store_true", help="name every query that was answered badly")
    parser.add_argument(
        "--keep", type=Path, metavar="FOLDER", help="build there, and use what is built there"
    )
    given = parser.parse_args()
    given.only = given.only or list(ENGINES)
    return given


def build_sites(folder: Path, filler: int, only: Sequence[str]) -> dict[str, Path]:
    """The engines' sites; those that are in the folder already are taken as they are."""
    project, material, pagefind = folder / "ours", folder / "material", folder / "pagefind"
    if not (project / "site").exists():
        _tell("ours: building")
        build_ours(project, filler)
    if "material" in only and not (material / "site" / "en").exists():
        _tell("material: building")
        build_material(material, project)
    if "pagefind" in only and not (pagefind / "pagefind").exists():
        _tell("pagefind: building")
        build_pagefind(pagefind, project / "site")
    sites = {"ours": project / "site", "material": material / "site", "pagefind": pagefind}
    return {name: sites[name] for name in ENGINES if name in only}


def measure(page: type[SearchPage], browser: Browser, address: str, *, slowly: bool) -> Measured:
    """Everything about one engine."""
    queries = {name: read_queries(name) for name in SETS}
    everything = [query for name in SETS for query in queries[name]]
    answers = ask(page, browser, address, everything)
    collection = judged()
    scored: dict[str, Sequence[Scored]] = {
        name: [score(query, answers[query].pages, wanted(query, collection)) for query in queries[name]]
        for name in SETS
    }
    return Measured(
        scored,
        [answer.milliseconds for answer in answers.values()],
        bytes_of(page, browser, address, queries[SETS[0]]),
        seconds_on_mobile(page, browser, address, queries[SETS[0]]) if slowly else [],
    )


def ask(
    page: type[SearchPage], browser: Browser, address: str, queries: Sequence[Query]
) -> dict[Query, Answer]:
    """What a reader of each language is told, who searches for one after the other."""
    answers: dict[Query, Answer] = {}
    languages: tuple[Language, ...] = ("ko", "en")
    for language in languages:
        with new_reader(browser) as tab:
            reader = page(tab, address, language)
            answers |= {query: reader.search(query.words) for query in queries if query.language == language}
    return answers


def _tell(line: str) -> None:
    print(line, file=sys.stderr)


if __name__ == "__main__":
    main()
