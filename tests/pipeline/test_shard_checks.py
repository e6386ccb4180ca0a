"""Shards that make no site together are refused with everything that is wrong with them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from generator.corpus.load import load_corpus
from generator.models import LANGUAGES
from generator.pipeline.errors import explain
from generator.pipeline.options import BuildOptions
from generator.pipeline.page_file import OF_RECORDS, write_plain
from generator.pipeline.progress import Silent
from generator.pipeline.shard import Shard
from generator.pipeline.shard_checks import ShardsUnfit, refuse_incomplete, sound_shards
from generator.pipeline.shard_folder import MANIFEST, Manifest, fill_shard, sum_of
from generator.pipeline.shard_inputs import ShardInputs, shard_inputs
from tests.support.paths import VALID

HERE = ShardInputs("records", "program", "2026-03-05", "", strict=False, without=())


def write_shard(
    folder: Path,
    number: int,
    of: int = 2,
    inputs: ShardInputs = HERE,
    page: str = "",
    noted: Mapping[str, object] | None = None,
) -> Path:
    """A shard with one page, whose note says where it lies."""
    path = page or f"speakers/person-{number}.md"
    made = folder.parent.parent / "made" / f"{number}-of-{of}"
    file = write_plain(made, path, f"{path}\n".encode())
    note = noted or {"pages": {"ko": [as_noted(file.path, file.file.state.size, file.file.digest)]}}
    folder.mkdir(parents=True)
    manifest = Manifest(Shard(number, of), inputs, 1, {})
    kept = {OF_RECORDS: {f"speakers/person-{number}": json.dumps(note).encode()}}
    fill_shard(folder, manifest, {f"docs/ko/{path}": made / path}, kept)
    return folder


def as_noted(path: str, size: int, digest: str) -> Mapping[str, object]:
    file = {"state": {"size": size, "modified": 1}, "digest": digest}
    return {"path": path, "title": "", "file": file, "updated": None, "is_listed": True}


@pytest.fixture
def both(tmp_path: Path) -> Path:
    """A folder that holds two shards which fit together."""
    for number in (1, 2):
        write_shard(tmp_path / "shards" / f"{number}-of-2", number)
    return tmp_path / "shards"


def wrong_with(*folders: Path, inputs: ShardInputs = HERE) -> list[str]:
    """What is said of the folders, without the path to them; each reason has Korean words too."""
    try:
        sound_shards(folders, inputs, Silent(), 1)
        return []
    except ShardsUnfit as unfit:
        told = {language: explain(unfit, language).splitlines() for language in LANGUAGES}
    assert len(told["ko"]) == len(told["en"])
    return [line.replace(f"{folders[0].parent}/", "") for line in told["en"]]


def test_shards_that_fit_are_read_from_their_folder_or_each_by_itself(both: Path) -> None:
    assert wrong_with(both) == []
    assert wrong_with(both / "2-of-2", both / "1-of-2") == []
    found = sound_shards([both], HERE, Silent(), 2)
    assert [str(one.manifest.shard) for one in found] == ["1/2", "2/2"]


def test_a_folder_without_a_manifest_is_none(both: Path, tmp_path: Path) -> None:
    said = (
        "is no shard, which has a manifest.json; name a folder that 'proceedings build --shard K/N' wrote, "
        "or one that holds such folders"
    )
    (tmp_path / "empty").mkdir()
    assert wrong_with(tmp_path / "empty") == [f"empty: {said}"]
    (both / "2-of-2" / MANIFEST).unlink()
    assert wrong_with(both) == [f"shards/2-of-2: {said}"]


def test_what_a_kill_left_beside_a_shard_is_passed_over(both: Path) -> None:
    shutil.copytree(both / "1-of-2", both / "1-of-2.previous-build")
    assert wrong_with(both) == []


def test_a_missing_one_is_named_with_the_command_for_it(both: Path) -> None:
    shutil.rmtree(both / "2-of-2")
    assert wrong_with(both) == ["shard 2/2 is missing; make it: proceedings build --shard 2/2"]


def test_the_same_one_twice(both: Path) -> None:
    shutil.copytree(both / "1-of-2", both / "again")
    said = "shards/again: is shard 1/2, and so is shards/1-of-2; leave one of the two out"
    assert wrong_with(both) == [said]


def test_one_of_another_number(both: Path) -> None:
    write_shard(both / "3-of-3", 3, 3)
    said = "make all of the same number of shards, and leave this one out"
    assert wrong_with(both) == [f"shards/3-of-3: is 3/3, but shards/1-of-2 is 1/2; {said}"]


OTHERS: Mapping[str, tuple[object, str]] = {
    "records": ("others", "was made of another content/ or mkdocs.yml; make it of the files that are here"),
    "program": (
        "another",
        (
            "was made by another version of the program, of Python or of a package; "
            "install what is here there too, and make it again"
        ),
    ),
    "day": (
        "2026-03-04",
        (
            "was made on 2026-03-04, and here it is 2026-03-05; make it again, or set SOURCE_DATE_EPOCH "
            "to the same second for all shards and for assemble"
        ),
    ),
    "address": (
        "https://preview.example.org/",
        (
            "was made for https://preview.example.org/, and here PROCEEDINGS_ADDRESS says no other address; "
            "set it to the same, and make the shard again"
        ),
    ),
    "strict": (True, "was made with --strict; assemble with --strict, or make it without"),
    "without": (
        ("cards",),
        "was made with --without cards, and this is with nothing left out; write the same for both",
    ),
}
"""Each field of the inputs with another value, and what is said then."""


@pytest.mark.parametrize("name", OTHERS)
def test_one_that_was_made_of_something_else(both: Path, name: str) -> None:
    value, said = OTHERS[name]
    shutil.rmtree(both / "2-of-2")
    write_shard(both / "2-of-2", 2, inputs=replace(HERE, **{name: value}))  # type: ignore[arg-type]
    assert wrong_with(both) == [f"shards/2-of-2: {said}"]


def test_no_input_is_forgotten() -> None:
    assert OTHERS.keys() == asdict(HERE).keys()


def test_strict_is_told_from_either_side(both: Path) -> None:
    said = "was made without --strict; make it with --strict, or assemble without"
    strict = replace(HERE, strict=True)
    assert wrong_with(both, inputs=strict) == [f"shards/{one}-of-2: {said}" for one in (1, 2)]


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1])


def link(file: Path) -> None:
    content = file.with_name("elsewhere")
    file.rename(content)
    file.symlink_to(content)


@pytest.mark.parametrize(
    ("harm", "file", "said"),
    [
        (cut, "docs/ko/speakers/person-1.md", "docs/ko/speakers/person-1.md is damaged"),
        (cut, "kept.sqlite", "kept.sqlite is damaged"),
        (cut, MANIFEST, "manifest.json is damaged"),
        (Path.unlink, "docs/ko/speakers/person-1.md", "docs/ko/speakers/person-1.md is missing"),
        (Path.unlink, "kept.sqlite", "kept.sqlite is missing"),
        (Path.touch, "docs/ko/more.md", "docs/ko/more.md does not belong to it"),
        (Path.touch, "kept.sqlite-journal", "kept.sqlite-journal does not belong to it"),
    ],
)
def test_files_that_are_not_as_they_were_written(
    both: Path, harm: Callable[[Path], None], file: str, said: str
) -> None:
    harm(both / "1-of-2" / file)
    assert f"shards/1-of-2: {said}; fetch or make the shard again" in wrong_with(both)


def test_a_link_stands_for_no_file(both: Path) -> None:
    link(both / "1-of-2" / "docs/ko/speakers/person-1.md")
    page, others = "docs/ko/speakers/person-1.md is missing", "2 files do not belong to it, among them"
    assert wrong_with(both) == [
        f"shards/1-of-2: {page}; fetch or make the shard again",
        f"shards/1-of-2: {others} docs/ko/speakers/elsewhere; fetch or make the shard again",
    ]


def test_another_format(both: Path) -> None:
    manifest = both / "1-of-2" / MANIFEST
    told = json.loads(manifest.read_bytes())
    manifest.write_text(json.dumps({**told, "format": 0}), encoding="utf-8")
    said = "is in format 0, and this program reads format 1"
    mend = "make it with the version of the program that is here"
    assert wrong_with(both) == [f"shards/1-of-2: {said}; {mend}"]


def test_a_manifest_that_somebody_changed(both: Path) -> None:
    manifest = both / "1-of-2" / MANIFEST
    told = json.loads(manifest.read_bytes())
    manifest.write_text(json.dumps({**told, "pages": 7}), encoding="utf-8")
    assert wrong_with(both) == ["shards/1-of-2: manifest.json is damaged; fetch or make the shard again"]


@pytest.mark.parametrize("path", ["../../outside.md", "speakers/person-2.md"])
def test_notes_of_files_that_are_not_in_the_shard(both: Path, path: str) -> None:
    shutil.rmtree(both / "1-of-2")
    noted = {"pages": {"ko": [as_noted(path, 3, "0" * 32)]}}
    write_shard(both / "1-of-2", 1, noted=noted)
    assert wrong_with(both) == ["shards/1-of-2: kept.sqlite is damaged; fetch or make the shard again"]


@pytest.mark.parametrize("noted", [{"pages": {"xx": [{}]}}, {"pages": 3}, {"nothing": 1}])
def test_notes_that_nobody_wrote(both: Path, noted: Mapping[str, object]) -> None:
    shutil.rmtree(both / "1-of-2")
    write_shard(both / "1-of-2", 1, noted=noted)
    assert wrong_with(both) == ["shards/1-of-2: kept.sqlite is damaged; fetch or make the shard again"]


def test_a_path_that_leads_out_of_the_folder(both: Path) -> None:
    manifest = both / "1-of-2" / MANIFEST
    told = json.loads(manifest.read_bytes())
    told["files"]["docs/../../outside.md"] = "0" * 32
    del told["sum"]
    manifest.write_text(json.dumps({**told, "sum": sum_of(told)}), encoding="utf-8")
    assert wrong_with(both) == ["shards/1-of-2: manifest.json is damaged; fetch or make the shard again"]


def test_a_page_in_two_shards(both: Path) -> None:
    shutil.rmtree(both / "2-of-2")
    write_shard(both / "2-of-2", 2, page="speakers/person-1.md")
    said = "though no page falls to two shards; make both again"
    page = "docs/ko/speakers/person-1.md"
    assert wrong_with(both) == [f"shards/2-of-2: has {page}, and so has shards/1-of-2, {said}"]


def test_everything_is_told_at_once(both: Path) -> None:
    cut(both / "1-of-2" / "kept.sqlite")
    shutil.copytree(both / "2-of-2", both / "other")
    said = wrong_with(both, inputs=replace(HERE, day="2026-03-06"))
    assert len(said) == 5
    assert [line.partition(":")[0] for line in said] == [
        "shards/other", "shards/1-of-2", "shards/2-of-2", "shards/other", "shards/1-of-2",
    ]  # fmt: skip


def test_records_without_pages_are_named() -> None:
    corpus = load_corpus(VALID)
    keys = [f"{record.folder}/{record.id}" for record in corpus.records]
    refuse_incomplete(corpus, frozenset(keys))
    with pytest.raises(ShardsUnfit) as unfit:
        refuse_incomplete(corpus, frozenset(keys[1:]))
    assert str(unfit.value) == f"content/{keys[0]}.yml: no shard has its pages; make all shards again"


def test_only_some_of_many_records_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.pipeline.shard_checks.TOLD", 1)
    corpus = load_corpus(VALID)
    number = sum(1 for _ in corpus.records)
    with pytest.raises(ShardsUnfit) as unfit:
        refuse_incomplete(corpus, frozenset())
    named, others = str(unfit.value).splitlines()
    assert named.endswith(": no shard has its pages; make all shards again")
    assert others == f"of {number - 1} more records no shard has the pages"


def test_inputs_are_what_files_hold_and_not_their_times(tmp_path: Path) -> None:
    for name in ("one", "two"):
        shutil.copytree(VALID, tmp_path / name / "content", copy_function=shutil.copyfile)
        (tmp_path / name / "content" / "files").mkdir(exist_ok=True)
        (tmp_path / name / "content" / "files" / "scan.pdf").write_bytes(b"%PDF")
        (tmp_path / name / "mkdocs.yml").write_text("plugins: [proceedings]\n", encoding="utf-8")
    options = BuildOptions()
    one, two = (shard_inputs(tmp_path / name, options) for name in ("one", "two"))
    assert one == two
    (tmp_path / "two" / "content" / "files" / "scan.pdf").write_bytes(b"%PDX")
    differences = one.differences(shard_inputs(tmp_path / "two", options))
    assert [name for name, _ in differences] == ["records"]
