"""Records with the longest lists that are allowed, and what they cost: to check, and to make pages of."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import yaml

from generator.corpus.load import load_corpus
from generator.models.lists import ASKED, ASKING, FEW, MANY, MOST_CONTRIBUTIONS
from generator.models.vocabulary import MOST_NEXT, MOST_STATUSES
from generator.parsing.problems import Problems
from generator.pipeline import site
from tests.support.paths import VALID

Fields = dict[str, object]
Records = Mapping[str, Fields]
"""Path below content/ → record; vocabulary.yml adds to the lists of the words that are there."""

FORUM, WHO, SOURCE = "2024-open-shelves", "city-hall", "dawn-courier"
DAY = "2024-06-12"


def text(number: int, words: int = 1) -> Fields:
    return {
        "ko": "서가를 밤에도 열자 " * words + str(number),
        "en": "Open at night as well " * words + str(number),
    }


def proposal(number: int, **fields: object) -> Records:
    given: Fields = {
        "forum": FORUM,
        "title": text(number),
        "abstract": text(number, 20),
        "proposers": [{"forum": FORUM}],
        "topics": ["shelves"],
        "history": [{"date": DAY, "status": "proposed"}],
        "sources": [SOURCE],
    }
    return {f"proposals/long-{number}.yml": given | fields}


def organization(key: str, **fields: object) -> Records:
    return {f"organizations/{key}.yml": {"name": text(0), "classification": "company", **fields}}


def source(key: str) -> Records:
    given: Fields = {"type": "webpage", "title": "x", "publisher": "x", "issued": "2024", "language": "ko"}
    return {f"sources/{key}.yml": given}


def joined(*some: Records) -> Records:
    return dict(chain.from_iterable(records.items() for records in some))


def former_ids() -> Records:
    """Each proposal had other ids, and each of these has addresses in both languages, twice."""
    return joined(
        *(proposal(n, redirect_from=[f"old-{n}-{former}" for former in range(FEW)]) for n in range(10))
    )


def parties() -> Records:
    """Each of those who ask and are asked has a page that names all who are asked."""
    asked = [f"asked-{n}" for n in range(ASKED)]
    asking = [f"asking-{n}" for n in range(ASKING)]
    proposers = [{"organization": key} for key in asking]
    proposals = (proposal(n, addressees=asked, proposers=proposers) for n in range(10))
    return joined(*map(organization, asked + asking), *proposals)


def histories() -> Records:
    """Steps that cite a source again and again."""
    step = {"date": DAY, "status": "proposed", "note": text(0, 2), "sources": [SOURCE] * FEW}
    return joined(*(proposal(n, history=[step] * MANY) for n in range(3)))


def programme() -> Records:
    """A forum of very many sessions, each with contributions and a proposal."""
    sessions = [
        {
            "id": f"s-{n}",
            "name": text(n),
            "classification": "panel",
            "contributions": [{"organization": WHO, "role": "presenter"}] * (2 + n % 2),
        }
        for n in range(MANY)
    ]
    forum: Fields = {"name": text(0), "classification": "conference", "start_date": DAY}
    here: Fields = {"forum": "2024-long", "proposers": [{"forum": "2024-long"}]}
    made = (proposal(n, **here, session=f"s-{n}") for n in range(MANY))
    return joined({"forums/2024-long.yml": forum | {"sessions": sessions, "sources": [SOURCE]}}, *made)


def talks() -> Records:
    """A conference of very many talks, each of which has a page, and a programme that names them all."""
    numbers = range(MOST_CONTRIBUTIONS)
    given = [
        {"id": f"t-{n}", "title": text(n), "organization": WHO, "role": "presenter", "abstract": text(n, 2)}
        for n in numbers
    ]
    sessions = [
        {"id": f"s-{n}", "name": text(n), "classification": "presentation", "contributions": given[n:][:100]}
        for n in numbers[::100]
    ]
    forum: Fields = {"name": text(0), "classification": "conference", "start_date": DAY}
    here: Fields = {"forum": "2024-long", "proposers": [{"forum": "2024-long"}], "session": "s-0"}
    records = {"forums/2024-long.yml": forum | {"sessions": sessions, "sources": [SOURCE]}}
    return joined(records, proposal(0, **here))


def words() -> Records:
    """A table of topics and statuses, and a page for each topic."""
    more = MOST_STATUSES - 4
    statuses = [
        {
            "id": f"s-{n}",
            "label": text(n),
            "description": text(n),
            "mark": "empty",
            "step": "0",
            "first": "true",
            "next": [f"s-{(n + way) % more}" for way in range(MOST_NEXT)],
        }
        for n in range(more)
    ]
    topics = [{"id": f"t-{n}", "label": text(n)} for n in range(MANY - 2)]
    return {"vocabulary.yml": {"topics": topics, "statuses": statuses}}


def aliases() -> Records:
    """Each entry of the search is looked through for each word."""
    groups = [{"words": [f"낱말{n}-{word}" for word in range(FEW)]} for n in range(MANY)]
    long = (proposal(n, abstract=text(n, 400)) for n in range(20))
    return joined({"vocabulary.yml": {"aliases": groups}}, *long)


def other_names() -> Records:
    """Whoever is named is found by each of their names."""
    names = [{"name": f"Name {n}"} for n in range(FEW)]
    keys = [f"named-{n}" for n in range(ASKED)]
    asked = (proposal(n, addressees=keys) for n in range(10))
    return joined(*(organization(key, other_names=names) for key in keys), *asked)


def relations() -> Records:
    """Each proposal stands to very many before it."""
    related = [{"type": "amends", "proposal": f"long-{n}"} for n in range(MANY)]
    return joined(*(proposal(n, relations=related[max(0, n - FEW) : n]) for n in range(MANY)))


def circles() -> Records:
    """Each proposal stands to very many after it, and the last ones to the first."""
    related = [{"type": "amends", "proposal": f"long-{n}"} for n in range(2_000)] * 2
    return joined(*(proposal(n, relations=related[n + 1 : n + 1 + FEW]) for n in range(2_000)))


def parents() -> Records:
    """Each organization is part of the next one."""
    chained = (organization(f"part-{n}", parent=f"part-{n + 1}") for n in range(1_000))
    return joined(*chained, organization("part-1000"))


def gone() -> Records:
    """Very many names of records that are not there, all like some that are."""
    steps = [
        {"date": DAY, "status": "proposed", "sources": [f"part-of-{n}-{k}" for k in range(FEW)]}
        for n in range(MANY)
    ]
    return joined(proposal(0, history=steps), *(source(f"part-of-{n}") for n in range(1_000)))


SOUND: Mapping[str, Callable[[], Records]] = {
    make.__name__: make
    for make in (
        former_ids, parties, histories, programme, talks, words, aliases, other_names, relations, parents,
    )
}  # fmt: skip
CASES: Mapping[str, Callable[[], Records]] = {**SOUND, "circles": circles, "gone": gone}
"""In those that are not sound, a thousand problems are to be told."""


@dataclass(frozen=True)
class CaseCosts:
    """What a case costs."""

    case: str
    check: float
    """Seconds of a processor."""
    generate: float
    problems: int
    files: int
    size: int
    """Bytes of all files."""
    largest: int
    """Bytes of the largest page."""

    def __str__(self) -> str:
        seconds = f"check {self.check:.2f} s, generate {self.generate:.2f} s CPU"
        made = f"{self.files:,} files, {self.size / 1e6:.1f} MB, a page of {self.largest / 1e3:,.0f} kB"
        return f"{self.case}: {seconds}; {f'{self.problems:,} problems' if self.problems else made}"


def write_case(case: str, content: Path) -> None:
    """The sound records with those of the case."""
    shutil.copytree(VALID, content)
    for path, record in CASES[case]().items():
        tree: Mapping[str, object] = record
        if path == "vocabulary.yml":
            there = yaml.load((content / path).read_text("utf-8"), yaml.CBaseLoader)  # noqa: S506 - ours
            tree = there | {name: there.get(name, []) + more for name, more in record.items()}
        (content / path).write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")


def cost_of_case(case: str, project: Path) -> CaseCosts:
    write_case(case, project / "content")
    begun = time.process_time()
    problems = 0
    try:
        load_corpus(project / "content")
    except Problems as found:
        problems = len(found.problems)
    checked = time.process_time()
    if not problems:
        site.generate(project)
    done = time.process_time()
    made = [path for path in (project / "build" / "docs").rglob("*") if path.is_file()]
    sizes = {path: path.stat().st_size for path in made}
    pages = [size for path, size in sizes.items() if path.suffix == ".md"]
    costs = (checked - begun, done - checked, problems)
    return CaseCosts(case, *costs, len(made), sum(sizes.values()), max(pages, default=0))
