"""A shard's build: it takes over what an earlier one made, publishes nothing, and writes one folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.corpus.load import load_corpus
from generator.i18n.load import load_words
from generator.pipeline import shards
from generator.pipeline.progress import Silent
from generator.pipeline.shard import Shard
from generator.pipeline.shard_folder import files_in, read_manifest
from generator.pipeline.shards import ShardPlaceTaken, build_shard, check_place, pages_of_share
from generator.pipeline.workers import Assignment
from tests.support.paths import VALID
from tests.support.running import digests
from tests.support.shared_out import OF, OPTIONS
from tests.support.telling import Listening

pytestmark = [pytest.mark.builds, pytest.mark.xdist_group("shared-out")]


def manifests(folder: Path) -> list[Path]:
    return sorted((folder / "shards").iterdir())


def test_a_shard_publishes_nothing(shared_out: Path) -> None:
    for number in range(1, OF + 1):
        assert not (shared_out / f"machine-{number}" / "site").exists()


def test_the_pages_of_a_record_are_in_one_shard_with_all_that_belongs_to_them(shared_out: Path) -> None:
    homes: dict[str, set[str]] = {}
    for shard in manifests(shared_out):
        for path in read_manifest(shard).sums:
            name = path.rpartition("/")[2] if path.startswith("docs/") else ""
            if path.startswith(("docs/ko/proposals/", "docs/en/proposals/", "docs/ko/text/proposals/")):
                homes.setdefault(name, set()).add(shard.name)
    assert len(homes) > 5
    assert {len(found) for found in homes.values()} == {1}


def test_volumes_and_cards_are_shared_out_too(shared_out: Path) -> None:
    for part in ("volumes", "cards"):
        having = [one for one in manifests(shared_out) if any((one / "typst" / part).glob("*"))]
        assert len(having) > 1


def test_the_manifest_names_every_file(shared_out: Path) -> None:
    for shard in manifests(shared_out):
        assert {*files_in(shard)} == read_manifest(shard).sums.keys() | {"manifest.json"}


def test_the_next_build_of_a_shard_makes_nothing_and_writes_the_same(
    shared_out: Path, tmp_path: Path
) -> None:
    machine = tmp_path / "machine"
    shutil.copytree(shared_out / "machine-1", machine, symlinks=True, copy_function=shutil.copyfile)
    built = build_shard(machine, Silent(), OPTIONS, Shard(1, OF))
    assert built.made == 0
    assert built.folder == machine / "build" / "shards" / "1-of-3"
    again, before = digests(built.folder), digests(shared_out / "shards" / "1-of-3")
    for sqlite in (again, before):  # whose pages may lie in another order
        del sqlite["kept.sqlite"], sqlite["manifest.json"]
    assert again == before


def test_one_changed_record_remakes_the_pages_of_a_shard_that_say_it(
    shared_out: Path, tmp_path: Path
) -> None:
    machine = tmp_path / "machine"
    shutil.copytree(shared_out / "machine-1", machine, symlinks=True)
    speakers = sorted((machine / "content" / "speakers").iterdir())
    changed = next(path for path in speakers if Shard(1, OF).has(key_of(path)))
    text = changed.read_text(encoding="utf-8")
    changed.write_text(text.replace("  en: ", "  en: Another ", 1), encoding="utf-8")
    built = build_shard(machine, Silent(), OPTIONS, Shard(1, OF), tmp_path / "shard")
    assert 0 < built.made < built.pages / 2
    page = tmp_path / "shard" / "html" / "en" / "speakers" / changed.stem / "index.html"
    assert "Another " in page.read_text(encoding="utf-8")
    assert read_manifest(tmp_path / "shard").sums[f"html/en/speakers/{changed.stem}/index.html"]


def key_of(record: Path) -> str:
    return f"{record.parent.name}/{record.stem}"


# The place of a shard


def test_an_older_shard_and_an_empty_folder_are_replaced(tmp_path: Path) -> None:
    check_place(tmp_path / "new")
    (tmp_path / "empty").mkdir()
    check_place(tmp_path / "empty")
    (tmp_path / "empty" / "manifest.json").touch()
    check_place(tmp_path / "empty")


def test_anything_else_stays(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "full" / "mine").mkdir(parents=True)
    said = (
        "holds something other than a shard; name another folder with --into, or move what is there elsewhere"
    )
    for name in ("file", "full"):
        with pytest.raises(ShardPlaceTaken) as taken:
            check_place(tmp_path / name)
        assert str(taken.value.reason) == f"{tmp_path}/{name}: {said}"


# An archive with programs of its own


def test_where_no_key_can_tell_what_a_page_is_made_of_a_shard_has_markdown_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "write_configuration", lambda *_: None)
    (tmp_path / "mkdocs.yml").write_text("plugins: [proceedings, search]\n", encoding="utf-8")
    told = Listening()
    work = Assignment(load_corpus(VALID), load_words(), tmp_path / "build", frozenset())
    html = pages_of_share(tmp_path, work, {"ko": {}, "en": {}}, {}, told, 1)
    assert (html.files, html.kept, html.made) == ({}, {}, 0)
    reason = "mkdocs.yml names plugins or hooks of your own, so this shard has Markdown alone"
    assert told.said == [f"{reason}; assemble makes the HTML"]
