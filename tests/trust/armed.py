"""Records that hold hostile texts wherever a text can stand, made from the models alone.

A field that is added to a model tomorrow is armed by itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from generator.models import (
    RECORD_KINDS,
    Addressee,
    Attachment,
    Contribution,
    CoSpeaker,
    Forum,
    ForumStatus,
    Language,
    Proposer,
    Site,
    Somebody,
    Step,
)
from generator.models.fields import Described, fields_of
from generator.models.frame import FrameLink
from generator.models.model import Model
from generator.models.several import OneOrSeveral
from generator.models.shipped import shipped_lists
from generator.models.units import PLACE, AmountPattern
from generator.parsing.languages import LANGUAGES
from generator.parsing.yaml_parser import Tree
from tests.trust.attacks import EVIL

ANCHOR = "0-anchor"
"""The record that records of its own kind name: a proposal another one, an organization its parent."""

VARIANTS: Mapping[type[Model], tuple[frozenset[str], ...]] = {
    Attachment: (frozenset({"file"}), frozenset({"url"})),
    Proposer: (frozenset({"forum"}), frozenset({"person", "organization"})),
    Somebody: (frozenset({"person", "organization"}),),
    Addressee: (
        frozenset({"person", "organization"}),
        frozenset({"organization", "name"}),
        frozenset({"person", "name"}),
    ),
    Step: (frozenset({"id", "response"}), frozenset()),
    Contribution: (frozenset({"name"}), frozenset({"person", "id"})),
    CoSpeaker: (frozenset({"person"}),),  # the person is the contribution's, who is named once
    Forum: (frozenset({"attendance", "venue"}),),
    ForumStatus: (frozenset({"instead"}),),
    FrameLink: (frozenset({"page"}),),
}
"""The entries of a list of such parts: which fields each leaves out, since not all can stand together.

Steps are two, since the first is no news.
"""

PLAIN: Mapping[str, Tree] = {
    "date": "2024-06-12",
    "email": "__proto__.constructor+x@evil.example",
    "language": "ko",
    "script": "Hani",
    "timezone": "America/New_York",
    "number": "-1.50",
    "count": "0",
    "flag": "true",
    "pattern": "[0-9A-Za-z-]{1,60}",
    "address_pattern": "https://register.example/{}",
    "host": "numbers.example",
    "duration": "1:02:03",
    "color": "#b3004b",
}
"""What stands where no text can."""


@dataclass(frozen=True)
class Arms:
    """A text for each language, and the id of everything that is armed with them."""

    key: str
    ko: str
    en: str
    markdown: Mapping[Language, str] | None = None
    """What stands in fields of Markdown, if not the texts with their marks escaped."""

    def record(self, kind: type[Model]) -> dict[str, Tree]:
        """The record as its file says it, with every field that it can have."""
        return self._tree(kind, kind, VARIANTS.get(kind, (frozenset(),))[0])

    def part(self, model: type[Model]) -> dict[str, Tree]:
        """The same of content/site.yml and of the words in vocabulary.yml."""
        told = self._tree(model, model)
        if model is Site:  # its rules leave little to write
            told["repository"] = {"url": repository_of(self.ko), "branch": branch_of(self.ko)}
            for name in ("logo", "favicon", "without"):  # pictures, and what there is not
                del told[name]
        return told

    def word_in(self, target: str) -> str:
        """The id that its records name in a list of words: its own, but in most lists of kinds the anchor's.

        A file has a bound; all words of vocabulary.yml are hostile where few records are.
        """
        return self.key if target == "forum_kinds" or target not in shipped_lists() else ANCHOR

    def line(self, language: Language) -> str:
        return self.ko if language == "ko" else self.en

    def prose(self, language: Language) -> str:
        """Markdown: the text with each of its marks escaped, unless it is to be something else."""
        if self.markdown:
            return self.markdown[language]
        return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", self.line(language))

    @property
    def files(self) -> tuple[str, ...]:
        """The files that its records name."""
        return tuple(file_of(self.key, self.line(language)) for language in LANGUAGES)

    def _tree(
        self, model: type[Model], owner: type[Model], without: frozenset[str] = frozenset()
    ) -> dict[str, Tree]:
        named_by_its_file = model in RECORD_KINDS.values()
        told = {
            held.name: self._list(held, owner) if held.several else self._value(held, owner)
            for held in fields_of(model)
            if held.name not in without and not (named_by_its_file and held.name == "id")
        }
        if model is Contribution and "id" in told:
            told["id"] = f"talk-{self.key}"  # its session has the other one
        return _with_several_as_one_list(model, told)

    def _list(self, held: Described, owner: type[Model]) -> Tree:
        """Of texts one in both languages and one in each alone; of parts all variants; lines of both."""
        if held.kind in ("text", "prose"):
            texts = self._texts(held)
            alone: list[Tree] = [{language: text} for language, text in texts.items()]
            return [{**texts}, *alone]
        if held.kind == "line":
            return [self.ko, self.en]
        if held.part:
            # What has a line, which is in one language, stands there twice: once with each text.
            turns = (self, self._turned()) if _has_line(held.part) else (self,)
            if held.name == "other_actors":  # nobody acts twice in one step
                turns = (self._turned(),)
            entries = VARIANTS.get(held.part) or (frozenset(),) * len(turns)
            return [
                turns[number % len(turns)]._tree(held.part, owner, without)
                for number, without in enumerate(entries)
            ]
        return list(held.choices) if held.kind == "choice" else [self._value(held, owner)]

    def _value(self, held: Described, owner: type[Model]) -> Tree:
        if held.kind in ("text", "prose"):
            return {**self._texts(held)}
        if held.part:
            return self._tree(held.part, owner, VARIANTS.get(held.part, (frozenset(),))[0])
        if held.kind in ("id", "unit"):
            return self._id(held, owner)
        as_hostile_as_can_be: dict[str, Tree] = {
            "line": self.ko,
            "address": address_of(self.ko),
            "licence": address_of(self.ko),
            "identifier": f"{self.key}-{owner.__name__}",
            "file": file_of(self.key, self.ko),
            "choice": next(iter(held.choices), ""),
            "time": "17:00" if held.name.startswith("end") else "09:00",
        }
        return {**PLAIN, **as_hostile_as_can_be}[held.kind]

    def _texts(self, held: Described) -> dict[str, str]:
        said = self.line if held.kind == "text" else self.prose
        place = f"{PLACE} " if held.part is AmountPattern else ""
        return {language: place + said(language) for language in LANGUAGES}

    def _turned(self) -> Arms:
        """Each text in the other language's place."""
        ko, en = LANGUAGES
        markdown = self.markdown and {ko: self.markdown[en], en: self.markdown[ko]}
        return replace(self, ko=self.en, en=self.ko, markdown=markdown)

    def _id(self, held: Described, owner: type[Model]) -> str:
        if held.name == "redirect_from":
            return f"old-{self.key}"
        own_kind = held.target is not None and RECORD_KINDS.get(held.target) is owner
        return ANCHOR if own_kind else self.word_in(held.target or "")


def _with_several_as_one_list(model: type[Model], told: dict[str, Tree]) -> dict[str, Tree]:
    """Where one value or several can stand, a list of those that differ."""
    for one, rest in (model.others if issubclass(model, OneOrSeveral) else {}).items():
        others = told.pop(rest, [])
        if one in told and others != [told[one]]:
            told[one] = [told[one], *others]
    return told


def address_of(text: str) -> str:
    """A web address with the text in it; only what cannot stand in one is written as its number."""
    return f"{EVIL}?" + re.sub(r'[\s<>"\\^`{|}]', lambda odd: quote(odd[0]), text)


def repository_of(text: str) -> str:
    """The page of a repository with the text in its name."""
    return f"{EVIL}r" + re.sub(r'[\s<>"\\^`{|}?#/%.]', "_", text)


def branch_of(text: str) -> str:
    """A branch with the text in its name, as far as Git takes it."""
    return re.sub(r"[\s~^:?*\[\\./@-]+", "_", f"a{text}z")


def file_of(key: str, text: str) -> str:
    """A file's name with the text in it, as far as a file can be called so."""
    name = re.sub(r'[/\\:*?"<>|]', "", text)[:60].strip(". ")
    return f"{key}/{name or 'x'}.png"


def _has_line(model: type[Model]) -> bool:
    return any(held.kind == "line" for held in fields_of(model))
