"""Shards that three machines made become the site that one machine makes, and nothing is made twice."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.exports import EXPORTS
from generator.output import verify
from generator.output.kept import Kept
from generator.pipeline import assembly, record_files
from generator.pipeline.assembly import TAKEN, assemble
from generator.pipeline.page_file import OF_RECORDS
from generator.pipeline.progress import Silent
from generator.pipeline.shard_checks import ShardsUnfit
from generator.pipeline.shard_folder import KEPT, files_in, fill_shard, read_manifest
from generator.pipeline.site import RECORDS
from generator.pipeline.unchanged import published_already
from generator.pipeline.workers import begin_exports
from generator.search import verbs
from generator.typesetting import running
from tests.support.running import digests
from tests.support.shared_out import OPTIONS, check_out

pytestmark = [pytest.mark.builds, pytest.mark.xdist_group("shared-out")]

FOLDERS_OF_RECORDS = ("forums/", "proposals/", "speakers/", "organizations/", "sources/", "p/", "text/")


@pytest.fixture(scope="module")
def root(shared_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout in which nothing is built, but something was published."""
    root = check_out(shared_out, tmp_path_factory.mktemp("assembly") / "project")
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("as it was", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def shards(shared_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shards as they come from the other machines: their files have other times."""
    folder = tmp_path_factory.mktemp("fetched") / "shards"
    return Path(shutil.copytree(shared_out / "shards", folder, copy_function=shutil.copyfile))


@pytest.fixture
def made_here(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What verification looks at and which exports are made; that anything else is made is a failure."""
    made: list[str] = []
    looked_at, begun = verify.summaries_of, begin_exports

    def summaries(folder: Path, site: object, rules: object, pages: list[str]) -> object:
        made.extend(pages)
        return looked_at(folder, site, rules, pages)  # type: ignore[arg-type]

    def exports(workers: object, names: Sequence[str]) -> object:
        made.extend(names)
        return begun(workers, names)  # type: ignore[arg-type]

    def never(*_: object) -> None:
        pytest.fail("a shard has this")

    monkeypatch.setattr(verify, "summaries_of", summaries)
    monkeypatch.setattr(record_files, "begin_exports", exports)
    monkeypatch.setattr(verbs, "_stems_by_sentence", never)
    monkeypatch.setattr(running, "batches_of", never)
    return made


def test_a_full_disk_leaves_the_old_site(root: Path, shards: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    placed: list[Path] = []

    def share(file: Path, target: Path) -> None:
        placed.append(target)
        if len(placed) > 20:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.link(file, target)

    monkeypatch.setattr(assembly, "share", share)
    with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
        assemble(root, Silent(), OPTIONS, [shards])
    assert digests(root / "site").keys() == {"index.html"}


def test_the_site_has_the_bytes_of_a_build_on_one_machine(
    shared_out: Path, root: Path, shards: Path, made_here: list[str]
) -> None:
    assembled = assemble(root, Silent(), OPTIONS, [shards])
    assert digests(root / "site") == digests(shared_out / "project" / "site")
    lists = [path.removeprefix("en/") for path in assembled.built.changed.paths]
    assert [path for path in lists if path.startswith(FOLDERS_OF_RECORDS) and path.count("/") > 1] == []
    assert assembled.shards == 3
    assert {*lists} == {"data/index.html"}
    assert {path for path in made_here if path.endswith("index.html")} == {*assembled.built.changed.paths}
    assert EXPORTS.keys().isdisjoint(made_here)
    assert published_already(root, OPTIONS.decide)
    assert digests(shards) == digests(shared_out / "shards")


def test_a_record_that_no_shard_has_is_named_and_nothing_changes(shared_out: Path, tmp_path: Path) -> None:
    root = check_out(shared_out, tmp_path / "project")
    copy = Path(shutil.copytree(shared_out / "shards", tmp_path / "shards"))
    forget(copy / "2-of-3", "proposals/")
    with pytest.raises(ShardsUnfit, match=r"^content/proposals/\S+\.yml: no shard has its pages;"):
        assemble(root, Silent(), OPTIONS, [copy])
    assert not (root / "site").exists()
    assert not (root / "build" / "docs").exists()


def forget(shard: Path, kind: str) -> None:
    """One record of a kind is no longer among those that a shard has."""
    manifest, store = read_manifest(shard), Kept(shard / KEPT)
    pages = store.read(OF_RECORDS)
    del pages[next(key for key in pages if key.startswith(kind))]
    store.write(OF_RECORDS, pages)
    files = {name: shard / name for name in files_in(shard) if name in manifest.sums and name != KEPT}
    again = shard.with_name("again")
    again.mkdir()
    kept = {one: store.read(one) for one in (*TAKEN, RECORDS)}
    fill_shard(again, manifest, files, kept)
    shutil.rmtree(shard)
    again.rename(shard)
