"""A new record is what was answered, shows every field that can stand in it, and its examples are right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.skeletons import render_skeleton, scalar
from generator.corpus.identifiers import bare_identifier
from generator.corpus.reader import read_model, read_record
from generator.models import RECORD_KINDS, NameNotes, Prose, Record, Text, Translation, Vocabulary
from generator.models.date import read_day
from generator.models.kinds import KIND_FOLDERS
from generator.models.model import Model
from generator.models.references import references_of
from generator.models.shipped import shipped_lists
from generator.models.texts import as_line
from generator.parsing.characters import forbidden_character
from generator.parsing.problems import Problems
from generator.parsing.yaml_parser import Tree, parse_yaml
from tests.support.archives import ARCHIVES
from tests.support.archives import NAMES as NAMES_OF_ARCHIVES
from tests.support.paths import RECORDS
from tests.support.small_corpus import vocabulary

VOCABULARY = read_model(RECORDS / "vocabulary.yml", Vocabulary.path, Vocabulary)
NAMES: dict[str, object] = {"name_ko": "이름", "name_en": "Name", "sources": ("a-source",), "marked": "en"}
TITLES: dict[str, object] = {
    "title_ko": "제목",
    "title_en": "Title",
    "sources": ("a-source",),
    "marked": "ko",
}
DATE = read_day("2025-07-16")
ANSWERS: dict[str, dict[str, object]] = {
    "forum": {**NAMES, "classification": "seminar", "date": DATE},
    "speaker": NAMES,
    "organization": {**NAMES, "classification": "company"},
    "proposal": {
        **TITLES,
        "abstract_ko": "내용",
        "abstract_en": "Abstract",
        "forum": "a-forum",
        "session": "a-session",
        "proposers": [{"person": "a-person", "organization": "an-organization"}, {"organization": "another"}],
        "addressees": [{"organization": "an-organization"}, {"person": "a-person"}],
        "topics": ("robots", "budget"),
        "date": DATE,
    },
    "source": {
        **TITLES,
        "type": "webpage",
        "publisher_ko": "낸 곳",
        "publisher_en": "Publisher",
        "date": DATE,
        "url": "https://example.org/?a=1#b",
        "language": "ko",
    },
}
"""Kind of record → an answer for everything."""
BY_LANGUAGE = (Text, Prose, NameNotes, Translation)
"""Models whose fields are the languages, of which an example shows one or both."""
NO_ANSWERS: dict[str, object] = {
    name: () if isinstance(answer, list | tuple) else None
    for answers in ANSWERS.values()
    for name, answer in answers.items()
} | {"marked": "ko"}


def skeleton(kind: str, **changed: object) -> str:
    return render_skeleton(kind, ANSWERS[kind] | changed, VOCABULARY)


def read(kind: str, text: str, folder: Path) -> Record:
    path = folder / "a-record.yml"
    path.write_text(text, encoding="utf-8")
    return read_record(path, KIND_FOLDERS[kind])


def is_example(line: str) -> bool:
    return line.startswith("#") and not line.startswith("##")


def examples(text: str) -> Iterator[range]:
    """The lines of each example: a run of them, as a person would take it."""
    numbered = list(enumerate(text.split("\n")))[1:]
    for taken, lines in groupby(numbered, key=lambda numbered_line: is_example(numbered_line[1])):
        if taken:
            numbers = [number for number, _ in lines]
            yield range(numbers[0], numbers[-1] + 1)


def with_examples(text: str, *taken: range) -> str:
    """The text with the '# ' of these lines deleted."""
    lines = text.split("\n")
    for number in (number for numbers in taken for number in numbers):
        assert lines[number].startswith("# ")
        lines[number] = lines[number][2:]
    return "\n".join(lines)


def written_fields(value: object) -> Iterator[tuple[str, str]]:
    """The class that defines it and the name of every field that stands in a record, however deep."""
    if isinstance(value, Model) and not isinstance(value, BY_LANGUAGE):
        for name in value.model_fields_set:
            yield defining(type(value), name), name
            yield from written_fields(getattr(value, name))
    elif isinstance(value, tuple):
        for part in value:
            yield from written_fields(part)


def all_fields(model: type[Model]) -> Iterator[tuple[str, str]]:
    """The same for every field that could stand there."""
    for name, field in model.model_fields.items():
        yield defining(model, name), name
        for part in models_in(field.annotation):
            yield from all_fields(part)


def models_in(annotation: Any) -> Iterator[type[Model]]:  # noqa: ANN401 - annotations are whatever typing makes
    if isinstance(annotation, type) and issubclass(annotation, Model) and annotation not in BY_LANGUAGE:
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from models_in(part)


def defining(model: type[Model], name: str) -> str:
    return next(
        kind.__name__ for kind in reversed(model.__mro__) if name in getattr(kind, "__annotations__", ())
    )


@pytest.mark.parametrize("kind", ANSWERS)
def test_an_answered_skeleton_is_a_record(kind: str, tmp_path: Path) -> None:
    text = skeleton(kind)
    assert text.startswith(f"# yaml-language-server: $schema=../../schemas/{kind}.schema.json\n")
    assert not re.search(r"[ \t]$", text, re.MULTILINE)
    assert not re.search(r"\n\n\n", text)
    assert all(line.startswith(("##", "# ")) for line in text.split("\n") if line.startswith("#"))
    assert read(kind, text, tmp_path).sources[0].source == "a-source"


@pytest.mark.parametrize("kind", ANSWERS)
def test_each_example_can_be_taken_alone(kind: str, tmp_path: Path) -> None:
    text = skeleton(kind)
    found = list(examples(text))
    assert len(found) > 5
    for example in found:
        assert read(kind, with_examples(text, example), tmp_path) != read(kind, text, tmp_path)


@pytest.mark.parametrize("kind", ANSWERS)
def test_all_examples_together_show_every_field(kind: str, tmp_path: Path) -> None:
    text = skeleton(kind)
    record = read(kind, with_examples(text, *examples(text)), tmp_path)
    assert set(written_fields(record)) == set(all_fields(RECORD_KINDS[KIND_FOLDERS[kind]]))


@pytest.mark.parametrize(
    ("kind", "asked_for"),
    [
        ("forum", ["name", "classification", "start_date"]),
        ("speaker", ["name"]),
        ("organization", ["name", "classification"]),
        ("proposal", ["forum", "title", "abstract", "proposers[0]", "topics", "history[0].date"]),
        ("source", ["type", "title", "publisher", "issued", "language"]),
    ],
)
def test_what_is_not_answered_is_asked_for_by_check(kind: str, asked_for: list[str], tmp_path: Path) -> None:
    with pytest.raises(Problems) as found:
        read(kind, render_skeleton(kind, NO_ANSWERS, VOCABULARY), tmp_path)
    assert [problem.field for problem in found.value.problems] == asked_for


def is_line(text: str) -> bool:
    """A text that a field takes as it is."""
    try:
        return not forbidden_character(text) and as_line(text) == text == normalize("NFC", text)
    except ValueError:
        return False


@given(
    st.text(min_size=1).filter(is_line) | st.sampled_from(["no", "1e3", "2025-07-16", "null", "a: b #c", "~"])
)
def test_any_text_is_read_back_as_it_was_given(text: str) -> None:
    written = skeleton("proposal", title_ko=text, abstract_en=text)
    tree: Any = parse_yaml(written, "x").tree  # Any: its shape is known here
    assert tree["title"]["ko"] == tree["abstract"]["en"] == text
    assert tree["title"]["en"] == "Title"


@given(st.text())
def test_prose_of_several_lines_is_read_back_too(text: str) -> None:
    if not forbidden_character(text) and "\r" not in text and text == normalize("NFC", text):
        tree: Any = parse_yaml(f"a: {scalar(text)}\n", "x").tree  # Any: as above
        assert tree["a"] == text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("naver-cloud", "naver-cloud"),
        ("2025", '"2025"'),
        ("2025-07-16", '"2025-07-16"'),
        (read_day("2025-07-16?"), "2025-07-16?"),
        ("no", '"no"'),
        ("Two words", '"Two words"'),
        ("", '""'),
        (None, ""),
    ],
)
def test_ids_and_days_need_no_quotes(value: object, written: str) -> None:
    assert scalar(value) == written


def test_a_record_holds_texts_alone() -> None:
    with pytest.raises(TypeError, match="not a float"):
        scalar(1.5)


@pytest.mark.parametrize("archive", NAMES_OF_ARCHIVES)
@pytest.mark.parametrize("kind", ["forum", "organization", "proposal"])
def test_examples_name_kinds_that_the_archive_has(archive: str, kind: str, tmp_path: Path) -> None:
    own = read_model(ARCHIVES / archive / "vocabulary.yml", Vocabulary.path, Vocabulary)
    kinds = {name: {word.id for word in getattr(own, name)} for name in shipped_lists()}
    chosen = {"classification": min(kinds.get(f"{kind}_kinds", {""}))}
    text = render_skeleton(kind, ANSWERS[kind] | chosen, own)
    record = read(kind, with_examples(text, *examples(text)), tmp_path)
    named = [one for one in references_of(record) if kinds.get(one.target)]
    assert [one for one in named if one.id not in kinds[one.target]] == []


@pytest.mark.parametrize("archive", NAMES_OF_ARCHIVES)
@pytest.mark.parametrize("kind", ["speaker", "organization", "proposal"])
def test_examples_of_numbers_are_of_registers_that_number_such_records(
    archive: str, kind: str, tmp_path: Path
) -> None:
    own = read_model(ARCHIVES / archive / "vocabulary.yml", Vocabulary.path, Vocabulary)
    text = render_skeleton(kind, ANSWERS[kind], own)
    assert not re.search(r"\n\n\n", text)
    record = read(kind, with_examples(text, *examples(text)), tmp_path)
    registers = {one.id: one for one in own.registers}
    for one in getattr(record, "identifiers", ()):
        assert f"{kind}s" in registers[one.scheme].of
        assert bare_identifier(registers[one.scheme], one.identifier)


def test_an_archive_without_such_words_has_no_examples_of_them() -> None:
    lists: dict[str, Tree] = {"units": [], "relations": [], "registers": [], "licences": []}
    for kind in ("forum", "speaker", "organization", "proposal"):
        text = render_skeleton(kind, ANSWERS[kind], vocabulary(**lists))
        assert not re.search(r"\n\n\n|^# (figures|relations|identifiers):", text, re.MULTILINE)
