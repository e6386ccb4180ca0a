"""Made-up records as trees, and edits of them that leave each thing what it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from random import Random
from typing import Any

from generator.corpus.corpus import Corpus, build_corpus
from generator.models import RECORD_KINDS, Step, Withdrawal
from generator.models.content import Content
from tests.support import small_corpus

Tree = dict[str, Any]
THING = "_thing"
"""The key of a test's own name for a record or a step, which no edit changes and no model reads."""

DAYS = ("2023-05-01", "2024-03", "2024-06-12", "2024-07-01", "2024-07-19", "2024-09~", "2025", "2025-02-03")
WORDS = ("밤에도 열자", {"en": "Only in English"}, {"ko": "새 이름", "en": "A new name"}, "<b>&amp;</b>")
SOURCES = ("s", "t", "u", "v", "w")


def _step(thing: str, day: str, status: str, source: str, **fields: object) -> Tree:
    return {THING: thing, "date": day, "status": status, "sources": [source], **fields}


def _proposal(key: str, *history: Tree, **fields: object) -> Tree:
    first = _step(f"{key} made", "2024-06-12", "proposed", "s")
    return {
        THING: key,
        "forum": "f",
        "title": key,
        "abstract": key,
        "proposers": [{"forum": "f"}],
        "addressees": ["o"],
        "topics": ["shelves"],
        "history": [first, *history],
        "sources": ["s"],
        **fields,
    }


def _forum(key: str, day: str, **fields: object) -> Tree:
    told = {"name": key, "classification": "hearing", "start_date": day, "sources": ["s"]}
    return {THING: key, **told, **fields}


@dataclass
class World:
    """All records of a site, each as its file says, by folder and id."""

    site: Tree = field(default_factory=lambda: deepcopy(dict(small_corpus.SITE)))
    vocabulary: Tree = field(default_factory=lambda: deepcopy(dict(small_corpus.VOCABULARY)))
    records: dict[str, dict[str, Tree]] = field(default_factory=lambda: deepcopy(dict(RECORDS)))
    made: int = 0

    def corpus(self) -> Corpus:
        made = {
            folder: {
                key: kind.model_validate({"id": key, **_for_models(tree)})
                for key, tree in self.records.get(folder, {}).items()
            }
            for folder, kind in RECORD_KINDS.items()
        }
        site, vocabulary = small_corpus.site(**self.site), small_corpus.vocabulary(**self.vocabulary)
        return build_corpus(Content(site, vocabulary, made, (), frozenset(), frozenset(), ()))

    def new(self) -> str:
        self.made += 1
        return f"new-{self.made}"

    def key(self, folder: str, thing: str) -> str:
        """Today's id of a record."""
        return next(key for key, tree in self.records[folder].items() if tree[THING] == thing)

    def thing(self, folder: str, key: str, told: Step | Withdrawal | None, history: tuple[Step, ...]) -> str:
        """The test's name for what is news of a record."""
        tree = self.records[folder][key]
        if isinstance(told, Step):
            number = next(number for number, step in enumerate(history) if step is told)
            return str(tree["history"][number][THING])
        return f"{tree[THING]} {type(told).__name__}"


RECORDS: Mapping[str, dict[str, Tree]] = {
    "forums": {
        "f": _forum("f", "2024-06-12", start_time="10:00", end_time="12:00"),
        "g": _forum("g", "2027-03-05", venue={"name": "별마루"}, sessions=[
            {"id": "one", "name": "가", "classification": "keynote", "start_time": "10:00"},
            {"id": "two", "name": "나", "classification": "keynote", "start_time": "11:00"},
        ]),
        "off": _forum("off", "2024-05-05", status={"value": "cancelled", "date": "2024-05-01"}),
    },
    "proposals": {
        "f-1": _proposal(
            "f-1", _step("review", "2024-07-15", "adopted", "t"), _step("end", "2024-08-01", "done", "u")
        ),
        "f-2": _proposal(
            "f-2",
            _step("named", "2024-07-15", "adopted", "t", id="decision"),
            _step("first of two", "2024-08-01", "adopted", "t"),
            _step("second of two", "2024-09-01", "done", "t"),
            withdrawn={"date": "2024-10-01"},
        ),
        "f-3": _proposal("f-3"),
    },
    "organizations": {"o": {THING: "o", "name": "한별시청", "classification": "government"}},
    "sources": {
        key: {
            THING: key, "type": "webpage", "title": key, "publisher": "새벽소식", "issued": "2024-06-13",
            "language": "ko",
        }
        for key in SOURCES
    },
}  # fmt: skip


def _for_models(tree: Tree) -> Tree:
    """The tree without the test's own names."""
    plain = {name: value for name, value in tree.items() if name != THING}
    if "history" in plain:
        plain["history"] = [_for_models(step) for step in plain["history"]]
    return plain


Edit = Callable[[World, Random], None]


def site_elsewhere(world: World, pick: Random) -> None:
    """Its identity is kept: `known_as`, or else the repository's address."""
    hosts = ("https://forum.example.net/", "http://proceedings.example.org/", "https://한별.example.org/a/b/")
    world.site["address"] = pick.choice(hosts)


def site_in_other_words(world: World, pick: Random) -> None:
    world.site[pick.choice(("name", "tagline", "description"))] = pick.choice(WORDS)
    world.site["publisher"] = {"name": pick.choice(WORDS), "url": "https://desk.example.org/"}
    world.site["contact"] = {"email": "other@example.org"}
    world.site["as_of"] = pick.choice(("2024-12-01", "2027-12-01"))


def repository_elsewhere(world: World, pick: Random) -> None:
    """It may move where the site has another identity; else only its address is written otherwise."""
    if "known_as" in world.site:
        world.site["repository"] = {"url": f"https://git.example.org/{pick.randrange(9)}/records"}
    else:
        start, end = pick.choice(("http", "https")), pick.choice(("", "/", ".git"))
        world.site["repository"] = {"url": f"{start}://GIT.example.org/hanbyeol/records{end}"}


def vocabulary_in_other_words(world: World, pick: Random) -> None:
    for kind in ("topics", "statuses", "roles"):
        entry = pick.choice(world.vocabulary[kind])
        entry["label"] = pick.choice(WORDS)
    pick.shuffle(world.vocabulary["topics"])


def step_corrected(world: World, pick: Random) -> None:
    step = pick.choice(list(_follow_ups(world)))
    wrong = pick.choice(("date", "status", "note", "actor", "response", "locator", "source"))
    if wrong == "date":
        step["date"] = pick.choice(DAYS)
    elif wrong == "status":
        step["status"] = pick.choice(("adopted", "rejected", "done"))
    elif wrong == "note":
        step["note"] = pick.choice(WORDS)
    elif wrong == "actor":
        step["actor"] = pick.choice((world.key("organizations", "o"), {"name": "시장"}))
    elif wrong == "response":
        step["response"] = pick.choice(("true", "false"))
    elif wrong == "locator":
        source = step["sources"][0]
        key = source if isinstance(source, str) else source["source"]
        step["sources"][0] = {"source": key, "locator": "12쪽"}
    else:
        step["sources"].append(world.key("sources", "v"))


def step_added(world: World, pick: Random) -> None:
    """Before others only with an id, or by a source of its own: of one source the order tells them apart."""
    history = pick.choice(list(world.records["proposals"].values()))["history"]
    thing = world.new()
    if pick.choice((True, False)):
        named = pick.choice(({"id": thing}, {})) if thing == "new-1" else {"id": thing}
        history.insert(1, _step(thing, "2024-06-20", "adopted", world.key("sources", "w"), **named))
    else:
        source = world.key("sources", pick.choice(("t", "u", "v")))
        history.append(_step(thing, "2024-12-01", "done", source))


def proposal_corrected(world: World, pick: Random) -> None:
    tree = pick.choice(list(world.records["proposals"].values()))
    tree[pick.choice(("title", "abstract", "rationale"))] = pick.choice(WORDS)
    tree["topics"] = pick.choice((["robots"], ["robots", "shelves"]))
    body = world.key("organizations", "o")
    tree["addressees"] = pick.choice(([], [body], [{"name": "시장"}]))
    tree["proposers"] = pick.choice(([{"organization": body}], [{"forum": tree["forum"]}]))
    tree["history"][0]["date"] = pick.choice(DAYS)
    tree["sources"] = [world.key("sources", thing) for thing in pick.choice(("sv", "vs"))]
    tree["license"], tree["identifier"] = "CC0-1.0", world.new()


def forum_moved(world: World, pick: Random) -> None:
    """To a day that is known, without which it stands in no calendar."""
    tree = world.records["forums"][world.key("forums", pick.choice(("f", "g")))]
    tree["name"] = pick.choice(WORDS)
    tree["start_date"] = pick.choice(("2024-06-12", "2024-07-31", "2025-01-01", "2027-03-06"))
    tree["start_time"], tree["end_time"] = pick.choice((("14:00", "16:00"), ("09:00", "18:00")))
    tree["venue"] = {"name": pick.choice(WORDS), "room": "2층"}
    tree["timezone"] = pick.choice(("Asia/Seoul", "America/New_York"))


def programme_corrected(world: World, pick: Random) -> None:
    tree = world.records["forums"][world.key("forums", "g")]
    pick.shuffle(tree["sessions"])
    session = pick.choice(tree["sessions"])
    session["start_time"], session["end_time"] = pick.choice((("13:00", "14:00"), ("15:30", "16:00")))
    session["room"], session["name"] = "3층", pick.choice(WORDS)


def called_off(world: World, pick: Random) -> None:
    tree = world.records["forums"][world.key("forums", pick.choice(("f", "g")))]
    tree["status"] = pick.choice(("postponed", {"value": "cancelled", "date": "2024-06-01"}))


def renamed(world: World, pick: Random) -> None:
    folder = pick.choice(("forums", "proposals", "sources", "organizations"))
    trees = world.records[folder]
    for old in list(trees):
        new = world.new()
        tree = trees.pop(old)
        trees[new] = {**tree, "redirect_from": [*tree.get("redirect_from", ()), old]}
        _replace(world.records, old, new, folder)


def revised(world: World, pick: Random) -> None:
    revision = {"date": pick.choice(DAYS[:5]), "note": "고침"}
    folder = pick.choice(("forums", "proposals"))
    tree = pick.choice(list(world.records[folder].values()))
    tree["revisions"] = [*tree.get("revisions", ()), revision]


def taken_back(world: World, pick: Random) -> None:
    tree = pick.choice(list(world.records["proposals"].values()))
    tree["withdrawn"] = {"date": pick.choice(DAYS), "note": pick.choice(WORDS)}


def others_come_and_go(world: World, pick: Random) -> None:
    key = world.new()
    trees = world.records["proposals"]
    if pick.choice((True, False)):
        forum, source = world.key("forums", "f"), world.key("sources", "s")
        trees[key] = _proposal(
            key, forum=forum, proposers=[{"forum": forum}], addressees=[], sources=[source]
        )
        trees[key]["history"][0]["sources"] = [source]
    elif len(trees) > 1:
        trees.pop(pick.choice(list(trees)))


def files_in_another_order(world: World, pick: Random) -> None:
    for folder, trees in world.records.items():
        keys = list(trees)
        pick.shuffle(keys)
        world.records[folder] = {key: trees[key] for key in keys}


EDITS: tuple[Edit, ...] = (
    site_elsewhere, site_in_other_words, repository_elsewhere, vocabulary_in_other_words, step_corrected,
    step_added, proposal_corrected, forum_moved, programme_corrected, called_off, renamed,
    revised, taken_back, others_come_and_go, files_in_another_order,
)  # fmt: skip


def _follow_ups(world: World) -> Iterator[Tree]:
    for tree in world.records["proposals"].values():
        yield from tree["history"][1:]


NAMED_BY = {
    "forums": ("forum",),
    "sources": ("sources", "source"),
    "organizations": ("organization", "addressees", "actor"),
}
"""Folder → the fields that name its records, some by a plain id."""


def _replace(tree: object, old: str, new: str, folder: str, name: str = "") -> object:
    """Every reference to the record names it anew, in place."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            tree[key] = _replace(value, old, new, folder, key)
    elif isinstance(tree, list):
        tree[:] = [_replace(value, old, new, folder, name) for value in tree]
    elif tree == old and name in NAMED_BY.get(folder, ()):
        return new
    return tree
