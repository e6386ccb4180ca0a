"""`proceedings build --shard` and `assemble`: what they take, what they refuse, and what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import building
from generator.pipeline.assembly import Assembled
from generator.pipeline.options import BuildOptions
from generator.pipeline.shard import Shard
from generator.pipeline.shards import ShardBuilt
from generator.pipeline.site import Built, Changed
from tests.cli.calling import proceedings

ADDRESS = "https://forums.example.kr/"


@pytest.mark.parametrize("written", ["", "0/4", "5/4", "4", "1:4"])
def test_a_share_that_is_none_is_refused(project: Path, written: str) -> None:
    refused = proceedings(project, "build", "--shard", written)
    assert refused.exit_code == 2
    said = f"'{written}' is no shard; write K/N with K from 1 to N, such as 1/4 for the first of four"
    assert refused.stderr.splitlines()[-1] == f"Error: Invalid value for --shard: {said}"


@pytest.mark.parametrize(
    ("language", "arguments", "said"),
    [
        ("en", "--shard 1/2 --offline", "a shard is not copied; write --offline where you assemble the site"),
        ("en", "--into x", "it says where a shard goes; write --shard K/N too, or leave it out"),
        ("ko", "--shard 1/2 --offline", "한 몫으로는 사본을 만들지 않습니다. --offline은 모을 때 쓰십시오."),
        ("ko", "--into x", "몫을 어디에 쓸지 정하는 것입니다. --shard K/N도 쓰거나, 이것을 빼십시오."),
    ],
)
def test_options_that_do_not_go_together(project: Path, language: str, arguments: str, said: str) -> None:
    refused = proceedings(project, "--lang", language, "build", *arguments.split())
    assert refused.exit_code == 2
    assert refused.stderr.splitlines()[-1].endswith(said)


def test_a_shard_is_given_its_options_and_told_in_a_line(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def build_shard(root: Path, _steps: object, *given: object) -> ShardBuilt:
        asked.extend([root, *given])
        return ShardBuilt(Shard(2, 3), Path("there"), 40, 12, 1.26, ())

    monkeypatch.setattr(building, "build_shard", build_shard)
    done = proceedings(project, "build", "--shard", "2/3", "--into", "there", "--without", "cards", "-j", "2")
    assert (done.exit_code, done.stdout) == (0, "shard 2/3: 40 pages, 12 of them made now (1.3 s): there\n")
    assert asked == [project, BuildOptions(without=frozenset({"cards"}), jobs=2), Shard(2, 3), Path("there")]
    quiet = proceedings(project, "build", "--shard", "2/3", "--quiet")
    assert (quiet.exit_code, quiet.output) == (0, "")
    korean = proceedings(project, "--lang", "ko", "build", "--shard", "2/3")
    assert korean.stdout == "몫 2/3: 40쪽 가운데 12쪽을 새로 만들었습니다(1.3초): there\n"


def test_an_assembly_is_told_in_a_line(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = Built(Changed(("index.html", "en/index.html"), 50, ()), 3.14, Path("site"), ADDRESS)
    monkeypatch.setattr(building, "assemble", lambda *_: Assembled(built, 4))
    done = proceedings(project, "assemble", str(tmp_path))
    said = "50 pages in 2 languages, 48 from 4 shards, 2 made here (3.1 s): site/index.html\n"
    assert (done.exit_code, done.stdout) == (0, said)
    korean = proceedings(project, "--lang", "ko", "assemble", str(tmp_path))
    assert korean.stdout == (
        "두 언어로 50쪽: 몫 4개에서 48쪽을 받고, 여기서 2쪽을 만들었습니다(3.1초): site/index.html\n"
    )


def test_a_folder_that_is_not_there(project: Path) -> None:
    refused = proceedings(project, "assemble", "nowhere")
    assert refused.exit_code == 2
    assert refused.stderr.splitlines()[-1].endswith("there is no folder 'nowhere'; name one that is there")


def test_shards_that_do_not_fit_end_the_command(project: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    refused = proceedings(project, "--lang", "ko", "assemble", str(tmp_path / "empty"))
    said = "manifest.json이 없으니 몫이 아닙니다."
    assert refused.exit_code == 1
    assert refused.stderr.startswith(f"{tmp_path / 'empty'}: {said}")
    assert not (project / "build" / "docs").exists()
