"""What is armed: every text of every model, that of tomorrow too, with attacks that can be written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from generator.corpus.load import load_corpus
from generator.corpus.rules import check_corpus
from generator.models import LANGUAGES, RECORD_KINDS, Forum, Prose, Site, Text, Vocabulary
from generator.models.model import Model
from generator.models.parts import Line
from generator.parsing.commonmark import words_of_prose
from generator.parsing.problems import visible
from tests.trust.armed import Arms
from tests.trust.attacks import BLOCKS, LINES
from tests.trust.disguise import harmless
from tests.trust.sites import armed_corpus, attacks, attacks_in_markdown, write_content

ONE = harmless("one", 7)
KINDS: tuple[type[Model], ...] = (*RECORD_KINDS.values(), Site, Vocabulary)
Place = tuple[str, ...]


def texts_of_schema(described: dict[str, Any], root: dict[str, Any], above: Place = ()) -> Iterator[Place]:
    """Every place below a JSON schema where any text is allowed, as Pydantic itself describes the model."""
    if name := described.get("$ref"):
        yield from texts_of_schema(root["$defs"][name.rpartition("/")[2]], root, above)
    for choice in described.get("anyOf", ()):
        yield from texts_of_schema(choice, root, above)
    for each in [described["items"]] if "items" in described else []:
        yield from texts_of_schema(each, root, above)
    for field, part in described.get("properties", {}).items():
        yield from texts_of_schema(part, root, (*above, field))
    if described.get("type") == "string" and not described.keys() & {"pattern", "format", "enum", "const"}:
        yield above


def texts_of_dump(dumped: object, above: Place = ()) -> Iterator[Place]:
    """Every place in a model's values where one of our words stands."""
    if isinstance(dumped, dict):
        for field, part in dumped.items():
            yield from texts_of_dump(part, (*above, field))
    elif isinstance(dumped, list | tuple):
        for part in dumped:
            yield from texts_of_dump(part, above)
    elif isinstance(dumped, str) and "평온7" in dumped:
        yield above


def armed(kind: type[Model]) -> Model:
    given = {"id": "one"} if kind in RECORD_KINDS.values() else {}
    return kind.model_validate({**ONE.record(kind), **given})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_text_of_every_model_is_armed(kind: type[Model]) -> None:
    schema = kind.model_json_schema()
    wanted = set(texts_of_schema(schema, schema))
    reached = set(texts_of_dump(armed(kind).model_dump()))
    languages = {path for path in wanted if path[-1] == "language"}  # a tag can hold nothing else
    assert wanted - reached <= languages | {path for path in wanted if path[-1] == "lang"}
    assert len(wanted & reached) >= 8


class Tomorrow(Model):
    """A part that no model has today."""

    oath: Line
    verses: tuple[Prose, ...] = ()


class ForumOfTomorrow(Forum):
    motto: Text | None = None
    rites: tuple[Tomorrow, ...] = ()


def test_a_field_of_tomorrow_is_armed_by_itself() -> None:
    reached = set(
        texts_of_dump(
            ForumOfTomorrow.model_validate({**ONE.record(ForumOfTomorrow), "id": "one"}).model_dump()
        )
    )
    assert {("motto", "ko"), ("motto", "en"), ("rites", "oath"), ("rites", "verses", "ko")} <= reached


def test_there_are_enough_attacks() -> None:
    assert len(LINES) >= 94
    assert len(BLOCKS) >= 40


@pytest.mark.parametrize("one", attacks(), ids=lambda one: one.key)
def test_every_attack_comes_past_the_reader(one: Arms) -> None:
    """As it is where a line stands, and with its marks escaped where Markdown does."""
    for language in LANGUAGES:
        assert Text.model_validate(one.line(language)).ko == one.line(language)
        assert words_of_prose(Prose.model_validate(one.prose(language)).ko or "") == one.line(language)


MARKDOWN = {**LINES, **{f"block-of-{name}": text for name, text in BLOCKS.items()}}


@pytest.mark.parametrize("text", MARKDOWN.values(), ids=MARKDOWN)
def test_markdown_is_refused_with_a_line_or_accepted(text: str) -> None:
    try:
        Prose.model_validate(text)
    except ValidationError as refused:
        (error,) = refused.errors()
        assert error["type"] == "wrong"  # of our own words
        told = visible(str(error["ctx"]["reason"]))
        assert told.startswith("line ")
        assert "\n" not in told


def test_armed_records_keep_every_rule() -> None:
    assert list(check_corpus(armed_corpus())) == []


def test_records_are_read_from_their_files_as_they_were_armed(tmp_path: Path) -> None:
    write_content(tmp_path / "content", [*attacks(), *attacks_in_markdown()])
    read = {(record.folder, record.id): record for record in load_corpus(tmp_path / "content").records}
    assert [record.id for record in armed_corpus().records if read[record.folder, record.id] != record] == []
