"""Pydantic's errors in plain words; the whole messages for whole records stand in tests/invalid/."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.corpus.model_errors import problems_of
from generator.models import RECORD_KINDS, Forum, Proposal, Site, Source, Speaker, Vocabulary
from generator.models.model import Model
from generator.parsing.problems import Problem
from generator.parsing.yaml_parser import Tree, parse_yaml
from tests.support.small_corpus import SITE, VOCABULARY

SOURCE = "type: webpage\ntitle: 서가\npublisher: 새벽소식\nissued: 2024\nlanguage: ko\n"
FORUM = "name: 포럼\nclassification: hearing\nstart_date: 2024\n"


def problems_in(text: str, model: type[Model]) -> list[Problem]:
    document = parse_yaml(text, "x.yml")
    assert isinstance(document.tree, dict)
    try:
        model.model_validate({**document.tree, "id": "x"})
    except ValidationError as error:
        return list(problems_of(error, model, document, "x.yml"))
    return []


def told(text: str, model: type[Model]) -> list[str]:
    return [str(problem).removeprefix("x.yml:") for problem in problems_in(text, model)]


def test_a_sound_record_has_none() -> None:
    assert told(SOURCE, Source) == told(FORUM, Forum) == []


@pytest.mark.parametrize(
    ("added", "model", "message"),
    [
        ("titel: x", Source, "6:1: titel: 'titel' is not a field here; did you mean 'title'?"),
        ("author:\n  kr: x", Source, "7:3: author.kr: 'kr' is not a field here; did you mean 'ko'?"),
        ("author:\n  포럼: x", Source, "7:3: author.포럼: '포럼' is not a field here; known are ko"),
        (
            "sources:\n  - {source: a, page: 3}",
            Source,
            "7:17: sources[0].page: 'page' is not a field here; known",
        ),
        ("venue: {name: x, rooom: y}", Forum, "4:18: venue.rooom: 'rooom' is not a field here"),
        (
            "sessions:\n  - {id: a, name: b, classification: panel, identifier: c}",
            Forum,
            "5:45: sessions[0].identifier: 'identifier' is not a field here; known are id, name,",
        ),
        ("id2: x", Source, "6:1: id2: 'id2' is not a field here; known are sources, notes"),
        ("day_part: noon", Forum, "4:11: day_part: 'noon' is not known here; did you mean 'afternoon'?"),
        (
            "day_part: x",
            Forum,
            "4:11: day_part: 'x' is not known here; write one of morning, afternoon, evening",
        ),
        ("translation: {ko: human}", Source, "6:19: translation.ko: 'human' is not known here; write one of"),
        ("venue: {room: x}", Forum, "4:8: venue.name: is missing; write it"),
        ("venue: x", Forum, "4:8: venue: fields belong here, not a text or a list; write them"),
        ("venue:\n  - name: x", Forum, "5:3: venue: fields belong here, not a text or a list"),
        ("notes: x", Source, "6:8: notes: a list belongs here; begin each of its lines with '- '"),
        ("notes: {ko: x}", Source, "6:8: notes: a list belongs here; begin each of its lines with '- '"),
        ("notes: [{ko: {en: x}}]", Source, "6:14: notes[0].ko: a map of fields stands where a text belongs"),
    ],
)
def test_what_is_wrong_is_told_in_plain_words(added: str, model: type[Model], message: str) -> None:
    (line,) = told((SOURCE if model is Source else FORUM) + added, model)
    assert line.startswith(message)


def test_the_id_is_the_files_name_and_never_missing() -> None:
    document = parse_yaml("publisher: x\n", "x.yml")
    with pytest.raises(ValidationError) as raised:
        Speaker.model_validate(document.tree)
    assert [problem.field for problem in problems_of(raised.value, Speaker, document, "x.yml")] == [
        "name",
        "publisher",
    ]


def test_a_list_of_wrong_entries_is_not_called_empty() -> None:
    start = "forum: f\ntitle: x\nabstract: x\nproposers: [{forum: f}]\nhistory: [{date: 2024, status: a}]\n"
    assert [line.split(";")[0] for line in told(f"{start}topics: [A, B]", Proposal)] == [
        "6:10: topics[0]: 'A' is not an id",
        "6:13: topics[1]: 'B' is not an id",
    ]
    assert told(f"{start}topics: []", Proposal) == ["6:9: topics: the list is empty; write at least one"]


MODELS: dict[str, type[Model]] = {"site": Site, "vocabulary": Vocabulary, **RECORD_KINDS}
SOUND: Mapping[str, Mapping[str, Tree]] = {"site": SITE, "vocabulary": VOCABULARY}
FIELDS = sorted(
    {name for model in MODELS.values() for name in model.model_fields}
    | {
        "ko",
        "en",
        "person",
        "organization",
        "role",
        "source",
        "date",
        "status",
        "label",
        "url",
        "contributions",
    }
)
ANY_TREE = st.recursive(
    st.sampled_from(["x", "", "2024", "a: b", "가", "no"]) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(FIELDS), inner, max_size=4),
    max_leaves=12,
)


@pytest.mark.parametrize("kind", MODELS)
@given(fields=st.dictionaries(st.sampled_from(FIELDS), ANY_TREE, max_size=8))
@settings(max_examples=60)
def test_every_complaint_is_in_our_own_words(kind: str, fields: dict[str, Tree]) -> None:
    document = parse_yaml("x: y", "x.yml")
    try:
        MODELS[kind].model_validate({**SOUND.get(kind, {}), **fields})
    except ValidationError as error:
        messages = [str(problem.message) for problem in problems_of(error, MODELS[kind], document, "x.yml")]
        # How Pydantic begins its own.
        foreign = (
            "Input should",
            "Value error",
            "Field required",
            "Extra inputs",
            "Tuple should",
            "Unable to",
        )
        assert [message for message in messages if message.startswith(foreign)] == []


def test_a_field_with_an_endless_name_is_told_shortly() -> None:
    (message,) = told(SOURCE + f"? {'x' * 100_000}\n: a\n", Source)
    assert len(message) < 900
