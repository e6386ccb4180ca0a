"""Whole corpora at the edges of what the rules allow, made from the models: a new field is in them by itself.

What no rule would let through is taken out where `check` names it, until nothing is left to name.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from hypothesis import strategies as st

from generator.models import (
    LANGUAGES,
    RECORD_KINDS,
    Attachment,
    Contribution,
    CoSpeaker,
    Party,
    Proposal,
    Proposer,
    Site,
    Somebody,
    Status,
    Vocabulary,
)
from generator.models.fields import Described, fields_of, written_fields_of
from generator.models.frame import FrameLink
from generator.models.model import Model
from generator.models.several import OneOrSeveral
from generator.models.shipped import shipped_lists
from generator.models.units import PLACE, AmountPattern
from generator.models.word_lists import WORD_LISTS
from generator.parsing.characters import forbidden_character
from generator.parsing.problems import Problem
from generator.parsing.yaml_parser import Tree
from tests.fuzz import edges

Value = TypeVar("Value")
Pick = Callable[[Sequence[Value]], Value]

NONE: frozenset[str] = frozenset()
PERSON, BODY, NAME = frozenset({"person"}), frozenset({"organization"}), frozenset({"name"})
LABEL, PAGE = frozenset({"label"}), frozenset({"page"})
FORUM, FILE, URL = frozenset({"forum"}), frozenset({"file"}), frozenset({"url"})
_SOMEBODY = ((PERSON, BODY | NAME), (BODY, PERSON | NAME), (NAME, PERSON | BODY))
_PRESENT = ((PERSON, NAME), (BODY, NAME), (PERSON | BODY, NAME), (NAME, PERSON), (NAME | BODY, PERSON))
VARIANTS: Mapping[type[Model], tuple[tuple[frozenset[str], frozenset[str]], ...]] = {
    Attachment: ((FILE, URL), (URL, FILE)),
    Party: ((PERSON, NONE), (BODY, NONE), (PERSON | BODY, NONE)),
    Proposer: ((FORUM, PERSON | BODY), (FORUM, PERSON | BODY), (PERSON, FORUM), (BODY, FORUM)),
    Somebody: _SOMEBODY,
    Contribution: _PRESENT,
    CoSpeaker: _PRESENT,
    FrameLink: ((LABEL | URL, PAGE), (PAGE, URL)),
}
"""Parts that have one of some fields: those that an entry has, and those that it then leaves out."""

EDGES: Mapping[tuple[type[Model], str], Sequence[str]] = {(Site, "address"): edges.ROOTS}
"""Fields with values of their own."""

MANY = 12
"""Entries of a long list, which only a record itself has."""
DEEPEST = 3
"""Lists within lists that have more than one entry."""


@dataclass(frozen=True)
class Content:
    """What lies in content/: trees of YAML, pages of prose and files, by path from there."""

    trees: dict[str, dict[str, Tree]] = field(default_factory=dict)
    others: dict[str, bytes] = field(default_factory=dict)
    given_up: set[str] = field(default_factory=set)
    """Trees of which nothing was left once a problem was taken out."""

    def files(self) -> dict[str, bytes]:
        """All of it as bytes; every text in quotes, so that none is read as anything else."""
        written = {
            path: json.dumps(tree, ensure_ascii=False, indent=1).encode() for path, tree in self.trees.items()
        }
        return {**written, **self.others}

    def without(self, problem: Problem) -> bool:
        """Takes out what a problem names; False if it cannot be taken out."""
        path = problem.path.removeprefix("content/")
        if self.others.pop(path, None) is not None:
            return True
        if path in self.given_up:
            return True
        if path not in self.trees:
            return False
        steps = [int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", problem.field)]
        if not take_out(self.trees[path], steps):
            del self.trees[path]
            self.given_up.add(path)
        return path not in ("site.yml", "vocabulary.yml") or path in self.trees


def take_out(tree: Tree, steps: Sequence[str | int]) -> bool:
    """Takes out the value at the steps, or what is around it where it is missing; False if that is all."""
    for length in range(len(steps), 0, -1):
        around: Tree | None = tree
        for step in steps[: length - 1]:
            around = value_at(around, step)
        last = steps[length - 1]
        if isinstance(around, dict) and last in around:
            del around[str(last)]
            return True
        if isinstance(around, list) and isinstance(last, int) and last < len(around):
            del around[last]
            return True
    return False


def value_at(tree: Tree | None, step: str | int) -> Tree | None:
    if isinstance(tree, dict):
        return tree.get(str(step))
    return tree[step] if isinstance(tree, list) and isinstance(step, int) and step < len(tree) else None


@dataclass(frozen=True)
class Author:
    """Writes records that name each other, with the few texts and days that a corpus has."""

    pick: Pick[object]
    ids: Mapping[str, Sequence[str]]
    """Folder of records, or list of words → the ids that there are."""
    files: Sequence[str]
    texts: Sequence[str]
    days: Sequence[str]
    fullness: int
    """Of ten optional fields, how many are written."""

    def chosen(self, some: Sequence[Value]) -> Value:
        return self.pick(some)  # type: ignore[return-value]  # one of them

    def tree(self, model: type[Model], depth: int = 0) -> dict[str, Tree] | None:
        """A part or a record, as its file says it; None if it needs a record and there is none."""
        needed, without = self.chosen(variants_of(model))
        told: dict[str, Tree] = {}
        for held in written_fields_of(model):
            needs_it = held.needed or held.name in needed
            wanted = needs_it or held.name == "sources" or self.chosen(range(10)) < self.fullness
            if held.name in ("draft", "embargo"):  # seldom, or little is left to build
                wanted = self.chosen(range(20)) == 1
            is_name = held.name == "id" and model in RECORD_KINDS.values()
            if is_name or held.name in without or not wanted:
                continue
            value = self._list(model, held, depth) if held.several else self._value(model, held, depth)
            if value is None and needs_it:
                return None
            if value is not None:
                told[held.name] = value
        return self._with_several(model, told)

    def _with_several(self, model: type[Model], told: dict[str, Tree]) -> dict[str, Tree]:
        """Several are one list with the first, or have the field of their own, as in exports."""
        for one, rest in (model.others if issubclass(model, OneOrSeveral) else {}).items():
            others = told.pop(rest, None)
            if one in told and isinstance(others, list):
                as_one_list = self.chosen((True, True, False))
                told |= {one: [told[one], *others]} if as_one_list else {rest: others}
        return told

    def _list(self, model: type[Model], held: Described, depth: int) -> list[Tree] | None:
        numbers = (1, 2, 1, 2, MANY) if not depth else (1, 2) if depth < DEEPEST else (1,)
        number = self.chosen(numbers)
        entries = [self._value(model, held, depth + 1) for _ in range(number)]
        return [entry for entry in entries if entry is not None] or None

    def _value(self, model: type[Model], held: Described, depth: int) -> Tree | None:
        match held.kind:
            case "text":
                place = PLACE if held.part is AmountPattern else ""
                return self._text([place + text[:400] for text in self.texts] if place else self.texts)
            case "prose":
                return self._text([*map(escaped, self.texts), *edges.PROSE])
            case "part":
                return self.tree(held.part, depth + 1) if held.part else None
            case "id" | "unit":
                known = self.ids.get(held.target or "", ()) if held.target else edges.IDS
                return self.chosen(known) if known else None
        return self._plain(model, held)

    def _plain(self, model: type[Model], held: Described) -> str | None:
        values: Mapping[str, Sequence[str]] = {
            **edges.PLAIN,
            "line": self.texts,
            "date": self.days,
            "address": EDGES.get((model, held.name), edges.ADDRESSES),
            "file": self.files,
            "time": edges.TIMES[held.name.startswith("end")],
            "choice": held.choices,
        }
        return self.chosen(values[held.kind]) if values[held.kind] else None

    def _text(self, texts: Sequence[str]) -> Tree:
        """The same in both languages, one for each, or one language alone."""
        languages = self.chosen(("same", "both", *LANGUAGES))
        if languages == "same":
            return self.chosen(texts)
        return {language: self.chosen(texts) for language in LANGUAGES if languages in ("both", language)}

    def vocabulary(self) -> dict[str, Tree]:
        """Words with the ids that records name; each status can be reached."""
        told = self.tree(Vocabulary) or {}
        for held in fields_of(Vocabulary):
            if held.name in WORD_LISTS and held.part:
                told[held.name] = [self._word(held.part, key) for key in self.ids[held.name]]
        return told

    def _word(self, model: type[Model], key: str) -> dict[str, Tree]:
        statuses = list[Tree](self.ids["statuses"])
        first: dict[str, Tree] = {"first": "true", "step": "0", "next": statuses} if model is Status else {}
        return {**(self.tree(model) or {}), "id": key, **first}

    def site(self) -> dict[str, Tree]:
        told: dict[str, Tree] = {**(self.tree(Site) or {}), "languages": list[Tree](LANGUAGES)}
        if "repository" in told:
            branch = self.chosen(edges.BRANCHES)
            told["repository"] = {"url": self.chosen(edges.REPOSITORIES), "branch": branch}
        if self.chosen(range(4)):  # else most records would be of kinds that there are not
            told.pop("without", None)
        return told

    def record(self, kind: type[Model]) -> dict[str, Tree] | None:
        """A record; of a proposal the history is in order, and a forum that proposes is its own."""
        told = self.tree(kind)
        if kind is not Proposal or told is None:
            return told
        history = sorted(parts_in(told, "history"), key=lambda step: str(step.get("date")))
        own = {"forum": told["forum"]}
        proposers = [{**who, **own} if "forum" in who else who for who in parts_in(told, "proposers")]
        return {**told, "history": list[Tree](history), "proposers": list[Tree](proposers)}


def variants_of(model: type[Model]) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Those of the model, or of the nearest one that it is made of."""
    return next((VARIANTS[one] for one in model.__mro__ if one in VARIANTS), ((NONE, NONE),))


def parts_in(tree: Mapping[str, Tree], name: str) -> list[dict[str, Tree]]:
    entries = tree.get(name)
    return [part for part in entries if isinstance(part, dict)] if isinstance(entries, list) else []


def escaped(text: str) -> str:
    """A line as Markdown that says it."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)


LINES = st.text(max_size=12).filter(lambda text: bool(text.strip()) and forbidden_character(text) is None)


@st.composite
def contents(draw: st.DrawFn) -> Content:
    """A corpus of a few records; kinds may be empty, and there may be no prose page and no file."""

    def pick(some: Sequence[object]) -> object:
        return draw(st.sampled_from(some))

    def several(some: Sequence[str], numbers: Sequence[int]) -> list[str]:
        number = draw(st.sampled_from(numbers))
        return draw(st.lists(st.sampled_from(some), min_size=number, max_size=number, unique=True))

    ids = {folder: several(edges.IDS, (1, 2, 0, 1)) for folder in RECORD_KINDS}
    ids |= {
        name: several(edges.IDS, (1, 2) if name in shipped_lists() else (1, 2, 3, 20)) for name in WORD_LISTS
    }
    files = several(edges.FILES, (0, 1, 2))
    texts = [*several(edges.TEXTS, (1, 2, 3)), draw(LINES)]
    days, fullness = draw(st.sampled_from(edges.DAYS)), draw(st.sampled_from((0, 2, 5, 9, 10)))
    author = Author(pick, ids, files, texts, days, fullness)
    content = Content({"site.yml": author.site(), "vocabulary.yml": author.vocabulary()})
    for folder, kind in RECORD_KINDS.items():
        for key in ids[folder]:
            if tree := author.record(kind):
                content.trees[f"{folder}/{key}.yml"] = tree
    content.others.update({f"files/{name}": b"%PDF-1.4\n" for name in files})
    for name in several(edges.PAGES, (0, 1, 2, 3)):
        for language in several(LANGUAGES, (2, 1)):
            said = f"# {escaped(author.chosen(texts))}\n\n{author.chosen(edges.PAGE_TEXTS)}\n"
            content.others[f"pages/{name}.{language}.md"] = said.encode()
    return content
