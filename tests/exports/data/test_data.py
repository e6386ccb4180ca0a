"""What lies below data/ and api/, read by others' programs: whole, equal to the records, always the same."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, TypeAlias

import frictionless
import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from generator.authoring.json_schema import schema_of
from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports import export_files
from generator.exports.api import api_files
from generator.exports.data.columns import AnyColumn, Cell
from generator.exports.data.csv_files import GUARDED, csv_path, in_csv
from generator.exports.data.folder import data_files
from generator.exports.data.json_files import DESCRIBED, schemas
from generator.exports.data.json_values import json_object
from generator.exports.data.tables import AnyTable, tables_of
from generator.models import RECORD_KINDS
from tests.support.paths import RECORDS, ROOT
from tests.support.small_corpus import corpus as small_corpus
from tests.support.words import WORDS
from tests.trust.sites import armed_corpus

CORPORA = ("made up", "hostile")
GUARDED_CASES = Path(__file__).parent / "guarded.json"
Files = Mapping[str, bytes]


@pytest.fixture(scope="module", params=CORPORA)
def corpus(request: pytest.FixtureRequest) -> Corpus:
    return load_corpus(RECORDS) if request.param == "made up" else armed_corpus()


@pytest.fixture(scope="module")
def files(corpus: Corpus) -> Files:
    return data_files(corpus, WORDS)


@pytest.fixture(scope="module")
def folder(files: Files, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(files, tmp_path_factory.mktemp("data"))


def written(files: Files, root: Path) -> Path:
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(content)
    return root / "data"


def validator(corpus: Corpus, name: str) -> Draft202012Validator:
    described = dict(schemas(corpus))
    registry: Registry[Any] = Registry().with_resources(
        [(schema["$id"], Resource.from_contents(schema)) for schema in described.values()]
    )
    return Draft202012Validator(described[name], registry=registry)


def test_the_whole_is_what_its_schema_says(corpus: Corpus, files: Files) -> None:
    whole = json.loads(files["data/proceedings.json"])
    assert [error.message for error in validator(corpus, "proceedings").iter_errors(whole)] == []
    for folder in RECORD_KINDS:
        assert len(whole[folder]) == len(corpus.by_kind[folder]) > 0


@pytest.mark.parametrize("name", DESCRIBED)
def test_schemas_are_schemas_and_refuse_what_is_missing_or_too_much(corpus: Corpus, name: str) -> None:
    checked = validator(corpus, name)
    Draft202012Validator.check_schema(checked.schema)
    folder = next((folder for folder, kind in RECORD_KINDS.items() if kind is DESCRIBED[name]), None)
    good = (
        json_object(next(iter(corpus.by_kind[folder].values()))) if folder else json_object(corpus.vocabulary)
    )
    assert checked.is_valid(good)
    assert not checked.is_valid(good | {"more": "1"})
    for field in good:
        assert not checked.is_valid({name: value for name, value in good.items() if name != field}), field


def test_records_please_the_schemas_of_the_files_too(files: Files) -> None:
    """Whoever takes a record from the JSON, without its id, has a record that an editor accepts."""
    for folder, kind in RECORD_KINDS.items():
        schema = Draft202012Validator(schema_of(kind.__name__.lower()))
        for line in files[f"data/{folder}.jsonl"].decode().splitlines():
            record = json.loads(line)
            del record["id"]
            assert [error.message for error in schema.iter_errors(record)] == []


def test_json_gives_the_records_back(corpus: Corpus, files: Files) -> None:
    for folder, kind in RECORD_KINDS.items():
        lines = files[f"data/{folder}.jsonl"].decode().split("\n")[:-1]
        read = [kind.model_validate(as_written(json.loads(line))) for line in lines]
        assert read == list(corpus.by_kind[folder].values())


Json: TypeAlias = Any  # whatever JSON holds


def as_written(value: Json) -> Json:
    """The texts `true` and `false` where JSON has the values, as our own reader of records wants it."""
    if isinstance(value, dict):
        return {name: as_written(part) for name, part in value.items()}
    if isinstance(value, list):
        return [as_written(part) for part in value]
    return str(value).lower() if isinstance(value, bool) else value


def rows_of(files: Files, table: str) -> list[dict[str, str]]:
    text = files[csv_path(table)].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def test_csv_begins_with_its_mark_and_is_read_back_equal(corpus: Corpus, files: Files) -> None:
    for table in tables_of(corpus):
        assert files[csv_path(table.name)].startswith(b"\xef\xbb\xbf")
        read = rows_of(files, table.name)
        assert len(read) == len(table.rows)
        for row, cells in zip(read, table.rows, strict=True):
            for column, cell in zip(table.columns, cells, strict=True):
                assert unguarded(row[column.name], column) == in_words(cell)


def in_words(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def unguarded(text: str, column: AnyColumn) -> str:
    """As the data page says: one apostrophe is taken away."""
    return text.removeprefix("'") if column.kind not in ("number", "date", "time", "flag", "count") else text


def test_no_cell_is_a_formula(files: Files, corpus: Corpus) -> None:
    for table in tables_of(corpus):
        kinds = {column.name: column.kind for column in table.columns}
        for row in rows_of(files, table.name):
            begun = {name for name, cell in row.items() if cell.startswith(GUARDED) and cell[0] != "'"}
            assert {kinds[name] for name in begun} <= {"number"}


@pytest.mark.parametrize(("text", "cell"), json.loads(GUARDED_CASES.read_text("utf-8")))
def test_guarded_texts_are_told_from_those_that_had_an_apostrophe(text: str, cell: str) -> None:
    """The browser passes the same cases: tests/javascript/filters/csv.test.js."""
    assert in_csv(text, "line") == cell
    assert in_csv("x" + text, "line") == "x" + text


def test_every_sign_that_is_guarded_is_tried() -> None:
    texts = [text for text, _ in json.loads(GUARDED_CASES.read_text("utf-8"))]
    assert {sign for sign in GUARDED if any(text.startswith(sign) for text in texts)} == set(GUARDED)


def test_a_number_below_zero_stays_one() -> None:
    assert in_csv("-1.50", "number") == "-1.50"


def test_every_entry_of_every_list_has_a_row(corpus: Corpus) -> None:
    tables = {table.name: table for table in tables_of(corpus)}
    counted = {
        "proposers": sum(len(proposal.proposers) for proposal in corpus.proposals.values()),
        "history": sum(len(proposal.history) for proposal in corpus.proposals.values()),
        "sessions": sum(len(forum.sessions) for forum in corpus.forums.values()),
        "contributions": sum(
            len(one.contributions) for forum in corpus.forums.values() for one in forum.sessions
        ),
        "topics": len(corpus.vocabulary.topics),
    }
    assert {name: len(tables[name].rows) for name in counted} == counted
    for table in tables.values():
        places = [table.columns.index(one) for one in table.columns if one.name in table.key]
        assert len({tuple(row[place] for place in places) for row in table.rows}) == len(table.rows)


def test_lists_are_joined_in_brief() -> None:
    proposals = table_of(load_corpus(RECORDS), "proposals")
    row = next(row for row in proposals if row["id"] == "2024-library-robots-5")
    assert row["history"] == "2024-06-13 proposed; 2024-06-14 withdrawn"
    assert row["history_en"] == "2024-06-13, Proposed; 2024-06-14, Withdrawn"
    assert (row["status"], row["status_ko"]) == ("withdrawn", "철회")
    assert (row["proposers"], row["proposers_ko"]) == ("mo-raenarae", "모래나래")
    assert row["page_en"] == "https://proceedings.example.org/library/en/proposals/2024-library-robots-5/"


def table_of(corpus: Corpus, name: str) -> list[dict[str, object]]:
    table: AnyTable = next(table for table in tables_of(corpus) if table.name == name)
    return [dict(zip((column.name for column in table.columns), row, strict=True)) for row in table.rows]


def test_frictionless_finds_nothing_wrong(folder: Path) -> None:
    report = frictionless.validate(folder / "datapackage.json")
    assert report.flatten(["title", "fieldName", "message"]) == []
    assert len(report.tasks) == len(list(folder.rglob("*.csv")))


@pytest.mark.parametrize(
    ("table", "written_there", "instead", "expected"),
    [
        ("tables/history", b",proposed,", b",nowhere,", "foreign-key"),
        ("proposals", b"2024-06-13", b"13.06.2024", "hash-count"),
    ],
)
def test_frictionless_finds_what_is_wrong(
    table: str, written_there: bytes, instead: bytes, expected: str, tmp_path: Path
) -> None:
    """Were it to find nothing in anything, the test above would say nothing."""
    there = written(data_files(load_corpus(RECORDS), WORDS), tmp_path)
    changed = there / f"{table}.csv"
    changed.write_bytes(changed.read_bytes().replace(written_there, instead, 1))
    package = json.loads((there / "datapackage.json").read_text("utf-8"))
    if expected == "foreign-key":  # A wrong sum is told first, and alone.
        for resource in package["resources"]:
            del resource["hash"], resource["bytes"]
        (there / "datapackage.json").write_text(json.dumps(package), "utf-8")
    found = {kind for [kind] in frictionless.validate(there / "datapackage.json").flatten(["type"])}
    assert expected in found


def test_sums_are_right(files: Files, folder: Path) -> None:
    lines = (line.split("  ") for line in files["data/SHA256SUMS"].decode().splitlines())
    sums = {name: total for total, name in lines}
    there = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    assert sums.keys() == there.keys() - {"SHA256SUMS"}
    assert all(sha256(there[name].read_bytes()).hexdigest() == total for name, total in sums.items())
    if tool := shutil.which("sha256sum"):
        subprocess.run([tool, "--check", "--quiet", "SHA256SUMS"], cwd=folder, check=True)


def test_the_licence_names_whom_to_name_in_both_languages() -> None:
    text = data_files(small_corpus(), WORDS)["data/LICENSE.txt"].decode()
    assert text.count("CC-BY-4.0") == text.count("한별 (한별)") == 2
    assert "https://proceedings.example.org/en/" in text


def related(answer: Mapping[str, Any]) -> Iterator[str]:
    for addresses in answer["related"].values():
        yield from addresses


def test_the_api_gives_every_record_and_every_list(corpus: Corpus) -> None:
    answers = {path: json.loads(content) for path, content in api_files(corpus).items()}
    root = corpus.site.address.rstrip("/") + "/"
    start = answers["api/v1/index.json"]
    assert all(answer["self"] == root + path for path, answer in answers.items())
    assert set(start["lists"]) == set(RECORD_KINDS)
    for folder in RECORD_KINDS:
        listed = answers[start["lists"][folder].removeprefix(root)]
        assert listed["count"] == len(listed["records"]) == len(corpus.by_kind[folder])
        for summary in listed["records"]:
            answer = answers[summary["self"].removeprefix(root)]
            assert answer["record"] == json_object(corpus.by_kind[folder][summary["id"]])
            assert summary.items() <= answer.items()
            assert {address.removeprefix(root) for address in related(answer)} <= answers.keys()
    assert len(answers) == 1 + len(RECORD_KINDS) + sum(1 for _ in corpus.records)
    assert {address.removeprefix(root) for address in start["schemas"].values()} <= data_files(
        corpus, WORDS
    ).keys()


def test_the_shape_of_the_api_stays() -> None:
    """Within v1 a key may be added to these; none goes."""
    answers = {path: json.loads(content) for path, content in api_files(load_corpus(RECORDS)).items()}
    summary = {"id", "self", "pages", "name", "newest"}
    told = {"kind", "record", "related"} | summary
    assert told <= answers["api/v1/forums/2024-library-robots.json"].keys()
    assert told | {"status", "permanent"} <= answers["api/v1/proposals/2024-library-robots-1.json"].keys()
    assert summary <= answers["api/v1/speakers/index.json"]["records"][0].keys()
    start = {
        "self",
        "format",
        "name",
        "publisher",
        "licence",
        "pages",
        "newest",
        "lists",
        "schemas",
        "vocabulary",
    }
    assert start <= answers["api/v1/index.json"].keys()


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_bytes_under_another_hash_seed(seed: str) -> None:
    """And in another time zone and locale; SQLite included."""
    program = (
        "from hashlib import sha256; from pathlib import Path\n"
        "from generator.corpus.load import load_corpus\n"
        "from generator.exports.api import api_files; from generator.exports.data.folder import data_files\n"
        "from generator.i18n.load import load_words\n"
        f"corpus = load_corpus(Path({str(RECORDS)!r}))\n"
        "for path, content in {**data_files(corpus, load_words()), **api_files(corpus)}.items():\n"
        "    print(path, sha256(content).hexdigest())"
    )
    variables = {"PYTHONHASHSEED": seed, "TZ": "America/New_York", "LC_ALL": "C", "PYTHONUTF8": "1"}
    said = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env={**os.environ, **variables},
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    corpus = load_corpus(RECORDS)
    here = {**data_files(corpus, WORDS), **api_files(corpus)}
    assert said == "".join(f"{path} {sha256(content).hexdigest()}\n" for path, content in here.items())


def test_each_path_is_exported_once() -> None:
    paths = [path for path, _ in export_files(load_corpus(RECORDS), WORDS)]
    assert len(paths) == len(set(paths))
