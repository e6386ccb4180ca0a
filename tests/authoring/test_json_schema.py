"""An editor with the schemas refuses nothing that `check` accepts; what a schema can see, both refuse."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from generator.authoring.json_schema import schema_files, schema_of
from generator.cli.main import main
from generator.corpus.reader import read_model, read_text
from generator.models import Prose, Text
from generator.models.ids import Id
from generator.models.kinds import CONTENT_MODELS, KIND_FOLDERS
from generator.models.values import Clock, Count, Date, Email, Flag, Number, WebAddress
from generator.parsing.problems import Problems
from generator.parsing.yaml_parser import Tree, Unquoted, parse_yaml
from tests.support.paths import RECORDS, ROOT

KIND_OF = {folder: kind for kind, folder in KIND_FOLDERS.items()}


@cache
def validator_of(kind: str) -> Draft202012Validator:
    return Draft202012Validator(schema_of(kind))


def as_editors_read(tree: Tree) -> object:
    """What YAML 1.2 makes of words without quotes (YAML 1.2.2, section 10.3.2)."""
    if isinstance(tree, dict):
        return {name: as_editors_read(value) for name, value in tree.items()}
    if isinstance(tree, list):
        return [as_editors_read(value) for value in tree]
    if not isinstance(tree, Unquoted):
        return tree
    if tree in ("true", "false"):
        return tree == "true"
    if re.fullmatch(r"[-+]?[0-9]+", tree):
        return int(tree)
    if re.fullmatch(r"[-+]?[0-9]+\.[0-9]*", tree):
        return float(tree)
    return None if tree in ("", "~", "null") else str(tree)


class WithoutDates(yaml.CSafeLoader):
    """PyYAML's own reading, but for dates, which YAML 1.2 does not know."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML's own form
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def complaints(kind: str, record: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator_of(kind).iter_errors(record)]


def edited(kind: str, text: str) -> list[str]:
    """What an editor complains of in a file."""
    return complaints(kind, as_editors_read(parse_yaml(text, kind).tree))


def test_the_files_in_schemas_are_up_to_date() -> None:
    committed = {f"schemas/{path.name}": path.read_bytes() for path in (ROOT / "schemas").iterdir()}
    assert committed == dict(schema_files()), "run: proceedings schema"


@pytest.mark.parametrize("kind", CONTENT_MODELS)
def test_a_schema_is_one_that_names_itself(kind: str) -> None:
    schema = schema_of(kind)
    Draft202012Validator.check_schema(schema)
    assert schema["title"] == CONTENT_MODELS[kind].__name__
    assert schema["description"] == CONTENT_MODELS[kind].__doc__


@pytest.mark.parametrize("content", [ROOT / "content", RECORDS], ids=["content", "tests/corpus"])
def test_every_record_there_is_pleases_an_editor(content: Path) -> None:
    wrong = []
    for path in content.rglob("*.yml"):
        text = read_text(path, path.name)
        kind = KIND_OF.get(path.parent.name, path.stem)
        wrong += [f"{path}: {found}" for found in edited(kind, text)]
        wrong += [f"{path}: {found}" for found in complaints(kind, yaml.load(text, WithoutDates))]  # noqa: S506 - safe
    assert wrong == []


FORUM = """\
name: A forum
classification: seminar
start_date: 2025-07-16
sources: [a]
"""
PROPOSAL = """\
forum: a
title: {ko: 가}
abstract: b
proposers: [{person: p}]
topics: [t]
history: [{date: 2025-07-16, status: s}]
"""
SOURCE = "type: webpage\ntitle: x\npublisher: z\nissued: 2025\nlanguage: ko\n"
VOCABULARY = """\
topics: [{id: a, label: b}]
statuses: [{id: a, label: b, description: c, mark: empty, step: 0, first: true}]
steps: [a]
roles: [{id: a, label: b}]
"""


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("forum", FORUM),
        ("forum", FORUM + "end_date:\nvenue:\nsessions:\nabstract:\n  ko: a\n  en:\n"),
        ("forum", FORUM.replace("2025-07-16", "2025")),
        ("forum", FORUM.replace("2025-07-16", '"2025-07-16?"')),
        (
            "forum",
            FORUM + "figures: [{label: a, value: -1.50, unit: KRW}, {label: b, value: '7', unit: KRW}]",
        ),
        ("forum", FORUM + "documents:\n  - name: a\n    file: b.pdf\n    url:\n"),
        (
            "proposal",
            PROPOSAL + "addressees: [a, {name: b, uncertain: true}, {person: c, uncertain: 'false'}]",
        ),
        ("proposal", PROPOSAL.replace("[{person: p}]", "\n  - forum: a\n    person:")),
        ("source", SOURCE + "url: HTTPS://news.example.org/기사?n=1\nsources: [{source: a, locator: 3쪽}]"),
        ("vocabulary", VOCABULARY),
        ("vocabulary", VOCABULARY.replace("step: 0", "step: '0'")),
    ],
)
def test_both_accept(kind: str, text: str, tmp_path: Path) -> None:
    assert refused_by_check(kind, text, tmp_path) == []
    assert edited(kind, text) == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("forum", FORUM.replace("name: A forum\n", "")),
        ("forum", FORUM.replace("A forum", "")),
        ("forum", FORUM.replace("A forum", '" "')),
        ("forum", FORUM.replace("A forum", "2025")),
        ("forum", FORUM.replace("A forum", "\n  ko:")),
        ("forum", FORUM.replace("A forum", "{de: Forum}")),
        ("forum", FORUM.replace("A forum", "[A, forum]")),
        ("forum", FORUM.replace("A forum", "|\n  two\n  lines")),
        ("forum", FORUM.replace("2025-07-16", "16 July 2025")),
        ("forum", FORUM.replace("2025-07-16", "[2025]")),
        ("forum", FORUM.replace("[a]", "a")),
        ("forum", FORUM.replace("[a]", "[Not An Id]")),
        ("forum", FORUM + "id: 2025-a\n"),
        ("forum", FORUM + "venues: {name: a}\n"),
        ("forum", FORUM + "venue: {room: a}\n"),
        ("forum", FORUM + "start_time: 10 o'clock\n"),
        ("forum", FORUM + "organizers: [{role: host}]\n"),
        ("forum", FORUM + "figures: [{label: a, value: many, unit: KRW}]\n"),
        ("forum", FORUM + "documents: [{name: a}]\n"),
        ("forum", FORUM + "documents: [{name: a, file: b.pdf, url: https://example.org/}]\n"),
        ("forum", FORUM + "translation: {en: human}\n"),
        ("proposal", PROPOSAL.replace("[t]", "[]")),
        ("proposal", PROPOSAL.replace("[t]", "")),
        ("proposal", PROPOSAL.replace("{person: p}", "{person: p, forum: a}")),
        ("proposal", PROPOSAL.replace("{person: p}", "{}")),
        ("proposal", PROPOSAL.replace("{person: p}", "p")),
        ("proposal", PROPOSAL + "addressees: [{person: a, organization: b}]\n"),
        ("proposal", PROPOSAL + "addressees: [{name: a, uncertain: maybe}]\n"),
        ("source", SOURCE + "url: www.example.org\n"),
        ("source", SOURCE + "url: javascript:alert(1)\n"),
        ("vocabulary", VOCABULARY.replace("step: 0", "step: -1")),
        ("vocabulary", VOCABULARY.replace("mark: empty", "mark: full")),
        ("vocabulary", VOCABULARY.replace("first: true", "first: 'yes'")),
        ("vocabulary", VOCABULARY.replace("steps: [a]", "steps: a")),
    ],
)
def test_both_refuse(kind: str, text: str, tmp_path: Path) -> None:
    assert refused_by_check(kind, text, tmp_path)
    assert edited(kind, text)


def refused_by_check(kind: str, text: str, folder: Path) -> list[str]:
    path = folder / "record.yml"
    path.write_text(text, encoding="utf-8")
    given = {"id": "record"} if kind in KIND_OF.values() else None
    try:
        read_model(path, "record.yml", CONTENT_MODELS[kind], given)
    except Problems as found:
        return [str(problem) for problem in found.problems]
    return []


TYPES: dict[str, Any] = {  # Any: annotations are whatever typing makes of them
    "Text": Text,
    "Prose": Prose,
    "Id": Id,
    "Date": Date,
    "Clock": Clock,
    "WebAddress": WebAddress,
    "Email": Email,
    "Number": Number,
    "Count": Count,
    "Flag": Flag,
}
NEARLY_RIGHT = st.sampled_from(
    [
        "2025-07-16",
        "2025-02?",
        "09:30",
        "https://example.org/a",
        "desk@example.org",
        "-1.5",
        "12",
        "true",
        "a-b",
    ]
)


@pytest.mark.parametrize("name", TYPES)
@example(text="2025-07-16\r")
@given(
    text=st.text(max_size=20) | st.tuples(st.text(max_size=2), NEARLY_RIGHT, st.text(max_size=2)).map("".join)
)
def test_a_type_accepts_no_text_that_its_schema_refuses(name: str, text: str) -> None:
    try:
        TypeAdapter(TYPES[name]).validate_python(text)
    except ValidationError:
        return
    definitions = schema_of("vocabulary")["$defs"] | schema_of("site")["$defs"]
    assert Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": definitions}).is_valid(text)


FILES = ("site", "vocabulary", "withdrawn")


def test_vs_code_knows_which_file_is_what() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    folders = {f"./schemas/{kind}.schema.json": f"content/{folder}/*.yml" for folder, kind in KIND_OF.items()}
    files = {f"./schemas/{kind}.schema.json": f"content/{kind}.yml" for kind in FILES}
    assert settings["yaml.schemas"] == files | folders


def test_the_command_writes_what_is_not_up_to_date(tmp_path: Path) -> None:
    command = ["--project", str(tmp_path), "schema"]
    missing = CliRunner().invoke(main, [*command, "--check"])
    assert missing.exit_code == 1
    assert missing.stderr.count("is not up to date; run: proceedings schema") == len(CONTENT_MODELS) + 1
    assert not (tmp_path / "schemas").exists()
    assert CliRunner().invoke(main, command).stderr == f"schemas/: {len(CONTENT_MODELS) + 1} written\n"
    changed = tmp_path / "schemas" / "site.schema.json"
    changed.write_text("{}")
    assert CliRunner().invoke(main, [*command, "--check"]).stderr.startswith("schemas/site.schema.json: ")
    assert CliRunner().invoke(main, command).exit_code == 0
    assert CliRunner().invoke(main, [*command, "--check"]).exit_code == 0
    assert {f"schemas/{path.name}": path.read_bytes() for path in (tmp_path / "schemas").iterdir()} == dict(
        schema_files()
    )
