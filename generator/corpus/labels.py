"""What people call records and words → their ids, offered to whoever writes the one for the other."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.models.ids import ID_PATTERN
from generator.models.shipped import shipped_lists
from generator.models.word_lists import WORD_LISTS
from generator.parsing.messages import Message, message
from generator.parsing.problems import Problem
from generator.parsing.yaml_parser import Tree

OF_A_FORUM = ("sessions", "tracks", "venues")
"""Lists of a forum whose entries have ids."""
_LISTS = {"": WORD_LISTS, "forums": OF_A_FORUM}
"""Folder, or nothing for vocabulary.yml → lists in its files of what has an id of its own."""
_MOST_KNOWN = 12
"""Words that a message lists."""


@dataclass(frozen=True)
class Labels:
    """For each target of ids, id → what it is called: names and labels in both languages, other names too."""

    by_target: Mapping[str, Mapping[str, tuple[str, ...]]]

    def ids_called(self, target: str, text: str) -> list[str]:
        """The ids of what is called so, whatever the case and the spaces."""
        known = self.by_target.get(target, {})
        return [key for key, names in known.items() if name_key(text) in map(name_key, (key, *names))]

    def nearest(self, target: str, text: str) -> tuple[str, str] | None:
        """The name that is closest to the text, and its id."""
        names = {
            name_key(name): (name, key)
            for key, called in self.by_target.get(target, {}).items()
            for name in called
        }
        close = difflib.get_close_matches(name_key(text), names, n=1, cutoff=0.6) if len(text) <= 100 else []
        return names[close[0]] if close else None

    def listed(self, target: str) -> str:
        """`shelves (서가), robots (로봇)`."""
        known = list(self.by_target.get(target, {}).items())
        shown = [f"{key} ({names[0]})" if names else key for key, names in known[:_MOST_KNOWN]]
        return ", ".join(shown) + (" …" if len(known) > _MOST_KNOWN else "")


def labels_in(trees: Iterable[tuple[str, str, Tree]]) -> Labels:
    """The labels of content/, from the trees of its files with their folder and id, valid or not."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for folder, key, tree in trees:
        if folder and re.fullmatch(ID_PATTERN, key):
            found.setdefault(folder, {})[key] = tuple(dict.fromkeys(_names(tree)))
        for target in _LISTS.get(folder, ()):
            if isinstance(tree, dict) and isinstance(written := tree.get(target), list):
                found.setdefault(target, {}).update(_words(written))
    shipped = {target: _words(tree) for target, tree in shipped_lists().items() if target not in found}
    return Labels(found | shipped)


def _words(tree: Tree | None) -> dict[str, tuple[str, ...]]:
    """The names of what a list holds, by id."""
    words = (word for word in tree if isinstance(word, dict)) if isinstance(tree, list) else ()
    return {str(word["id"]): tuple(dict.fromkeys(_names(word))) for word in words if "id" in word}


def _names(tree: Tree) -> Iterator[str]:
    if not isinstance(tree, dict):
        return
    for field in ("name", "title", "label"):
        yield from _texts(tree.get(field))
    others = tree.get("other_names")
    for other in others if isinstance(others, list) else ():
        yield from _texts(other.get("name") if isinstance(other, dict) else other)


def _texts(tree: Tree | None) -> Iterator[str]:
    for text in tree.values() if isinstance(tree, dict) else (tree,):
        if isinstance(text, str) and text.strip():
            yield " ".join(text.split())


def name_key(text: str) -> str:
    """A name without case, spaces and punctuation."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", text).casefold())


OFFERED = (
    "id.korean",
    "id.form",
    "id.odd",
    "unit.korean",
    "unit.id",
    "reference.unknown_word",
    "reference.unknown_record",
)
"""Messages about an id that is none, or that nothing has; their values name its target."""


def offer_ids(problems: Iterable[Problem], labels: Labels) -> Iterator[Problem]:
    """The problems, in which a label that stands for an id is told its id."""
    for problem in problems:
        values = dict(problem.message.values)
        target, text = values.get("target"), values.get("text")
        if problem.message.key in OFFERED and isinstance(target, str) and isinstance(text, str):
            person = _person_for_body(problem.field, target, text, labels)
            yield replace(problem, message=person or _offered(problem.message, target, text, labels))
        else:
            yield problem


def _person_for_body(field: str, target: str, text: str, labels: Labels) -> Message | None:
    """What to write where a person stands for an organization, as a plain id names one."""
    if target != "organizations" or labels.ids_called(target, text):
        return None
    people = labels.ids_called("speakers", text)
    if len(people) != 1:
        return None
    of_party = re.search(r"\b(actor(\[\d+\])?|addressees\[\d+\])\.organization$", field)
    return message("reference.person" if of_party else "reference.person_for_body", id=people[0])


def _offered(refusal: Message, target: str, text: str, labels: Labels) -> Message:
    """The message with the id that is meant; one that names an id which is nearly the same stays as it is."""
    remedy = dict(refusal.values).get("remedy")
    if isinstance(remedy, Message) and remedy.key == "remedy.mean":
        return refusal
    ids = labels.ids_called(target, text)
    if len(ids) > 1:
        return message("reference.label_of_several", text=text, ids=", ".join(f"'{one}'" for one in ids))
    if ids and name_key(ids[0]) == name_key(text):
        return message("reference.near_id", text=text, id=ids[0])
    if ids:
        return message("reference.label", text=text, id=ids[0])
    return _unheard_of(target, text, labels) if refusal.key in ("id.korean", "unit.korean") else refusal


def _unheard_of(target: str, text: str, labels: Labels) -> Message:
    """What there is instead of something that nothing is called."""
    if near := labels.nearest(target, text):
        return message("reference.near_label", text=text, id=near[1], label=near[0])
    if target in OF_A_FORUM:
        return message("id.korean", text=text)
    if target in WORD_LISTS:
        if known := labels.listed(target):
            return message("reference.no_label", text=text, list=target, known=known)
        empty = message("remedy.empty_list")
        return message("reference.unknown_word", text=text, target=target, remedy=empty)
    return message("reference.nobody", text=text, folder=target, kind=target.removesuffix("s"))
