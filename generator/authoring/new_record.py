"""A new record: the records that exist, an id for it, and its file, which never replaces another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, get_args

from generator.authoring.skeletons import render_skeleton
from generator.corpus.labels import Labels, labels_in
from generator.corpus.reader import read_document, read_model, read_record, read_trees, read_withdrawn
from generator.i18n.strings import Words
from generator.models import Forum, Source, Vocabulary
from generator.models.date import Day
from generator.models.kinds import KIND_FOLDERS
from generator.models.withdrawn import TakenOut
from generator.output.atomic_write import create_file
from generator.parsing.messages import Refusal, message
from generator.parsing.problems import Problem, Problems

LONGEST_SUGGESTION = 40
"""Characters of an id that is made of a name; people may choose a longer one."""
_STOP_WORDS = {"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with"}


class Known:
    """The records that content/ holds already; each is read only when it is needed.

    `words`: the site's own, of the language in which choices are called.
    """

    def __init__(self, project: Path, words: Words) -> None:
        self.content = project / "content"
        if not self.content.is_dir():
            problem = Problem("content", 1, 1, "", message("folder.missing"))
            raise Problems([problem])
        self._words = words
        self._forums: dict[str, Forum] = {}

    def ids(self, kind: str) -> list[str]:
        return sorted(path.stem for path in (self.content / KIND_FOLDERS[kind]).glob("*.yml"))

    def taken(self, kind: str) -> list[str]:
        """The ids that no new record can have: those of records, and those that were taken out at request."""
        return sorted({*self.ids(kind), *self._withdrawn(kind)})

    def _withdrawn(self, kind: str) -> frozenset[str]:
        gone = {address for one in self._taken_out for address in one.addresses}
        return frozenset(
            key for folder, _, key in (one.partition("/") for one in gone) if folder == KIND_FOLDERS[kind]
        )

    @cached_property
    def _taken_out(self) -> tuple[TakenOut, ...]:
        return read_withdrawn(self.content / "withdrawn.yml")

    def refuse_taken(self, kind: str, record_id: str) -> None:
        """Raises RecordExists with what to do instead, of a record that is there or was taken out."""
        refuse_existing(self.path_of(kind, record_id))
        if record_id in self._withdrawn(kind):
            raise RecordExists(message("new.withdrawn", record=f"{KIND_FOLDERS[kind]}/{record_id}"))

    @cached_property
    def labels(self) -> Labels:
        """What the records are called, valid or not."""
        return labels_in(read_trees(self.content))

    def called(self, kind: str) -> dict[str, str]:
        """Each record's id → what it is called, in Korean if that is known."""
        folder = KIND_FOLDERS[kind]
        names = self.labels.by_target.get(folder, {})
        return {key: next(iter(names.get(key, ())), "") for key in self.ids(kind)}

    @cached_property
    def source_types(self) -> dict[str, str]:
        """Each type of source → its word."""
        types = get_args(Source.model_fields["type"].annotation)
        return {one: self._words(f"source_types.{one}") for one in types}

    def path_of(self, kind: str, record_id: str) -> Path:
        return self.content / KIND_FOLDERS[kind] / f"{record_id}.yml"

    @cached_property
    def vocabulary(self) -> Vocabulary:
        return read_model(self.content / "vocabulary.yml", Vocabulary.path, Vocabulary)

    def forum(self, forum_id: str) -> Forum:
        """An existing forum; raises Problems if it is invalid."""
        if forum_id not in self._forums:
            path = self.path_of("forum", forum_id)
            self._forums[forum_id] = read_model(path, f"content/forums/{path.name}", Forum, {"id": forum_id})
        return self._forums[forum_id]


def people_at(forum: Forum) -> dict[str, tuple[str, ...]]:
    """Each person who took part, as organizer or contributor → the organizations that they came for."""
    contributions = (contribution for session in forum.sessions for contribution in session.contributions)
    participants = (*forum.organizers, *(who for one in contributions for who in one.speakers))
    return {who.person: who.organizations for who in participants if who.person}


def id_of_words(text: str) -> str | None:
    """An id (slug) from a name's Latin letters and digits; None if it has none."""
    ascii_text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    suggested = ""
    for word in re.findall("[a-z0-9]+", ascii_text.replace("'", "")):
        longer = f"{suggested}-{word}" if suggested else word
        if len(longer) <= LONGEST_SUGGESTION and word not in _STOP_WORDS:
            suggested = longer
    return suggested or None


def dated_id(text: str, day: Day, first: bool) -> str:
    """An id from a name with its year before it (`first`), or with its day after it."""
    words = id_of_words(text)
    parts = [str(day.year), words] if first else [words, day.numeric]
    return "-".join(part for part in parts if part)


def free_id(wanted: str | None, taken: list[str]) -> str | None:
    """The id, with a number after it if it is taken."""
    if wanted is None or wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"


def next_proposal_id(forum_id: str, taken: list[str]) -> str:
    """FORUM-N, one more than the highest: no number is given twice."""
    numbers = (re.fullmatch(rf"{re.escape(forum_id)}-(\d+)", proposal) for proposal in taken)
    return f"{forum_id}-{1 + max((int(match[1]) for match in numbers if match), default=0)}"


def record_text(kind: str, answers: Mapping[str, Any], known: Known) -> str:
    """The new record as YAML, from answers by the names of the skeletons' variables."""
    has_english = answers.get("name_en") or answers.get("title_en")
    variables = {
        **answers,
        "sources": answers.get("source", ()),
        "marked": "en" if has_english else "ko",
    }
    if kind == "proposal":
        forum = known.forum(answers["forum"])
        variables["proposers"] = [_proposer(who, forum) for who in answers["proposer"]]
        organizations = known.ids("organization")
        variables["addressees"] = [
            {"organization" if who in organizations else "person": who} for who in answers["addressee"]
        ]
        variables["topics"] = answers["topic"]
    return render_skeleton(kind, variables, known.vocabulary)


def _proposer(who: str, forum: Forum) -> dict[str, str | tuple[str, ...]]:
    """The proposer; a person with the organizations that the forum's record names for them."""
    if who == forum.id:
        return {"forum": who}
    people = people_at(forum)
    if who not in people:
        return {"organization": who}
    bodies = people[who]
    one_or_several = bodies if len(bodies) > 1 else next(iter(bodies), None)
    return {"person": who} | ({"organization": one_or_several} if one_or_several else {})


def display_path(path: Path) -> str:
    """A record's file as messages name it."""
    return f"content/{path.parent.name}/{path.name}"


class RecordExists(Refusal):
    """A record of this id is there."""


def refuse_existing(path: Path) -> None:
    """A record is never replaced; raises RecordExists with what to do instead."""
    if path.exists() or path.is_symlink():
        raise RecordExists(message("new.exists", path=display_path(path)))


def write_new(path: Path, text: str) -> None:
    """The file appears whole or not at all; raises RecordExists rather than replace one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        create_file(path, text.encode())
    except FileExistsError:
        refuse_existing(path)
        raise


def still_to_write(path: Path, kind: str) -> Iterator[Problem]:
    """The problems of the new record by itself; `check` finds those with other records."""
    document = read_document(path, display_path(path))
    if kind in ("forum", "proposal") and isinstance(document.tree, dict) and "sources" not in document.tree:
        place = document.place_of(("sources",))
        yield Problem(display_path(path), place.line, place.column, "sources", message("new.no_source"))
    try:
        read_record(path, KIND_FOLDERS[kind])
    except Problems as invalid:
        yield from invalid.problems
