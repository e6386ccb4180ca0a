"""YAML text → lists, maps and text exactly as written, each with its place; ambiguous YAML is refused.

No types are resolved: `no`, `1.10` and `12:30` stay text, and the type of the record's field decides.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import NoReturn

import yaml

from generator.parsing.characters import forbidden_character, forbidden_characters
from generator.parsing.messages import Message, message
from generator.parsing.problems import MOST_PROBLEMS, Field, Problem, Problems, field_name
from generator.parsing.yaml_errors import COLONS, Place, odd_mark, syntax_problem

DEEPEST = 20
"""Levels of nested lists and maps in a record; the models need six."""
MOST_VALUES = 10_000
"""Texts, lists, maps and names of fields in one file; a forum of three hundred speakers has half as many."""

MOST_MARKS_IN_ALL = 10_000
"""Characters that can begin emphasis or a link in Markdown, in all texts of a file together."""


class InBrackets(list["Tree"]):
    """A list written as `[…]`: its writer may have meant a text that begins with a bracket."""


class Unquoted(str):
    """A text written without quotes, which other YAML programs may read as a number, a date or true/false."""

    __slots__ = ()


Tree = str | dict[str, "Tree"] | list["Tree"]


@dataclass(frozen=True)
class Document:
    """A parsed file: its values, and the place of each field."""

    tree: Tree
    places: dict[Field, Place]
    """Field → where its value begins."""
    names: dict[Field, Place] = field(default_factory=dict)
    """Field → where its name stands."""

    def place_of(self, path: Field) -> Place:
        """The place of the field's value, or of the nearest enclosing value that is written."""
        nearest = path
        while nearest and nearest not in self.places:
            nearest = nearest[:-1]
        return self.places.get(nearest, Place(1, 1))

    def place_of_name(self, path: Field) -> Place:
        """The place of the field's name, if it has one, else that of its value."""
        return self.names.get(path) or self.place_of(path)


def parse_yaml(text: str, path: str) -> Document:
    """One document of lists, maps and text, NFC-normalised; raises Problems with everything that is wrong."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if problems := list(forbidden_characters(text, path)):
        raise Problems(problems)
    if sum(map(text.count, "[]*_<`!\\")) > MOST_MARKS_IN_ALL:
        raise Problems([Problem(path, 1, 1, "", message("yaml.marks", most=MOST_MARKS_IN_ALL))])
    if directive := re.search("^%", text, re.MULTILINE):
        # Thousands of %TAG lines take the parser seconds before it reports the first.
        line = text.count("\n", 0, directive.start()) + 1
        raise Problems([Problem(path, line, 1, "", message("yaml.directive"))])
    builder = _Builder(path, text)
    try:
        # Events are read one by one: composing nodes overflows the stack at 100,000 '['.
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        builder.problems.append(syntax_problem(error, text, path))
    if builder.problems:
        raise Problems(builder.problems)
    if builder.tree is None:
        raise Problems([Problem(path, 1, 1, "", message("yaml.empty"))])
    return Document(builder.tree, builder.places, builder.names)


_CUT_OFF = re.compile(r"\s+(#[^\s#]\S*)")
"""A '#' that continues the text; one that begins a comment has a space after it."""


@dataclass
class _Level:
    """A list or map that is still open."""

    tree: dict[str, Tree] | list[Tree]
    where: Field
    flow: bool
    key: str | None = None
    keys: dict[str, Place] = field(default_factory=dict)

    def next_field(self) -> Field:
        return (*self.where, len(self.tree) if self.key is None else self.key)


class _Builder:
    """Builds the tree from the parser's events, without recursion, and collects problems."""

    def __init__(self, path: str, text: str) -> None:
        self.tree: Tree | None = None
        self.places: dict[Field, Place] = {}
        self.names: dict[Field, Place] = {}
        self.problems: list[Problem] = []
        self._path = path
        self._lines = text.split("\n")
        self._open: list[_Level] = []
        self._documents = 0
        self._values = 0

    def take(self, event: yaml.Event) -> None:
        self._values += not isinstance(event, yaml.CollectionEndEvent)
        if self._values > MOST_VALUES:
            self._give_up(event, message("yaml.values", most=MOST_VALUES))
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_anchor_and_tag(event)
            self._take_scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._refuse_anchor_and_tag(event)
            self._start_level(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            if self._open:
                self._open[-1].key = None
        elif isinstance(event, yaml.AliasEvent):
            self._add_problem(event, message("yaml.alias", name=event.anchor or ""))
            self._put_alias(event)
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents == 2:
                self._add_problem(event, message("yaml.second"))

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        level = self._open[-1] if self._open else None
        if forbidden := forbidden_character(event.value):
            self._add_problem(event, forbidden)
            text = event.value  # Normalising piled-up marks takes minutes.
        else:
            text = unicodedata.normalize("NFC", event.value)
        if level and isinstance(level.tree, dict) and level.key is None:
            self._take_key(level, text, event)
            return
        if event.style in (None, ""):
            text = Unquoted(text)
            self._refuse_cut_text(event, text, level)
            if not text and level and level.key is not None:
                # An empty field counts as not written; its place is kept for the message "is missing".
                self.places.setdefault(level.next_field(), self.places.get(level.where, self._place(event)))
                level.key = None
                return
        self._put(event, text)

    def _take_key(self, level: _Level, key: str, event: yaml.ScalarEvent) -> None:
        place = self._place(event)
        level.key = key
        if key in level.keys:
            first = level.keys[key]
            self._add_problem(event, message("yaml.twice", key=key, line=first.line))
        if odd := odd_mark(key):
            self._add_problem(event, odd)
        if key == "<<":
            self._add_problem(event, message("yaml.merge"))
        level.keys.setdefault(key, place)
        self.places[(*level.where, key)] = self.names[(*level.where, key)] = place

    def _start_level(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._open) == DEEPEST:
            self._give_up(event, message("yaml.deep", deepest=DEEPEST))
        if self._open and isinstance(self._open[-1].tree, dict) and self._open[-1].key is None:
            self._give_up(event, message("yaml.name"))
        where = self._open[-1].next_field() if self._open else ()
        tree: dict[str, Tree] | list[Tree] = InBrackets() if event.flow_style else []
        if isinstance(event, yaml.MappingStartEvent):
            tree = {}
        self._put(event, tree, keep_key=True)
        self._open.append(_Level(tree, where, bool(event.flow_style)))

    def _put(self, event: yaml.Event, value: Tree, keep_key: bool = False) -> None:
        if not self._open:
            self.tree = value if self._documents == 1 else self.tree
            return
        level = self._open[-1]
        if isinstance(level.tree, list):
            self.places[level.next_field()] = self._place(event)
            level.tree.append(value)
        elif level.key is not None:
            # The value's place replaces the key's: a message about a wrong value points at the value.
            self.places[(*level.where, level.key)] = self._place(event)
            level.tree.setdefault(level.key, value)
            if not keep_key:
                level.key = None

    def _put_alias(self, event: yaml.AliasEvent) -> None:
        level = self._open[-1] if self._open else None
        if level and isinstance(level.tree, dict) and level.key is None:
            level.key = f"*{event.anchor}"
        else:
            self._put(event, Unquoted())

    def _refuse_cut_text(self, event: yaml.ScalarEvent, text: str, level: _Level | None) -> None:
        """A comma inside `{ }` and a `#` after a space end an unquoted text without an error."""
        if level and level.flow and level.key is not None and not text:
            self._add_problem(event, message("yaml.no_value", key=level.key))
        end = Place.of(event.end_mark, self._lines)
        if comment := _CUT_OFF.match(self._lines[end.line - 1], end.column - 1):
            self._add_problem(event, message("yaml.cut", cut=comment[1]))
        if re.match(f"[a-z_]+[{COLONS}]|-[^\\S ]", text) and (odd := odd_mark(text)):
            self._add_problem(event, message("yaml.or_quotes", odd=odd))

    def _refuse_anchor_and_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> None:
        if event.anchor is not None:
            self._add_problem(event, message("yaml.anchor", name=event.anchor))
        if event.tag is not None:
            self._add_problem(event, message("yaml.tag", tag=event.tag))

    def _add_problem(self, event: yaml.Event, found: Message) -> None:
        where: Field = ()
        if self._open:
            level = self._open[-1]
            at_name = isinstance(level.tree, dict) and level.key is None
            where = level.where if at_name else level.next_field()
        place = self._place(event)
        self.problems.append(Problem(self._path, place.line, place.column, field_name(where), found))
        if len(self.problems) == MOST_PROBLEMS:
            self._give_up(event, message("yaml.many", most=MOST_PROBLEMS))

    def _place(self, event: yaml.Event) -> Place:
        return Place.of(event.start_mark, self._lines)

    def _give_up(self, event: yaml.Event, found: Message) -> NoReturn:
        place = self._place(event)
        raise Problems([*self.problems, Problem(self._path, place.line, place.column, "", found)])
