"""The bench's table says what was measured and whether it is enough; its parts do what their rows need."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from generator.corpus.load import load_corpus
from tests.bench.made_up import make_project
from tests.bench.measuring import Spent, measured, middle_of
from tests.bench.peers import markdown_of, plain_settings, with_title_alone
from tests.bench.product import Bench, retitle, some_proposal
from tests.bench.rows import ROWS
from tests.bench.rows.sizes import BEFORE, kind_of, weight_by_kind
from tests.bench.rows.typesetting import of_proposal
from tests.bench.table import Line, at_most, table_of
from tests.support.running import environment


@pytest.fixture
def project(tmp_path: Path) -> Path:
    make_project(tmp_path / "project", 30)
    return tmp_path / "project"


def test_a_line_says_whether_what_is_wanted_is_met() -> None:
    lines = [
        at_most("a page: kB", 299.6, 300, "{:.0f}", beside="home"),
        at_most("elements", 3_001, 3_000, "{:,}"),
    ]
    lines.append(Line("main thread", "9.0 s"))
    assert table_of(lines).splitlines() == [
        "             measured     wanted",
        "a page: kB   300  (home)  ≤ 300    met",
        "elements     3,001        ≤ 3,000  not met",
        "main thread  9.0 s",
    ]


def test_the_middle_of_three_runs_counts_for_each_number() -> None:
    runs = [Spent(3, 1, 5, frozenset("a")), Spent(1, 9, 4), Spent(2, 2, 6, frozenset("b"), "last")]
    assert middle_of(runs) == Spent(2, 2, 5, frozenset("ab"), "last")


def test_what_a_program_and_those_below_it_take_is_measured(tmp_path: Path) -> None:
    below = "import time; held = bytearray(60_000_000); time.sleep(0.5)"
    program = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {below!r}]); print('done')"
    spent = measured([sys.executable, "-c", program], tmp_path, environment())
    assert spent.said == "done\n"
    assert spent.largest > 60
    assert any("held" in command and "subprocess" not in command for command in spent.commands)
    assert spent.wall > 0.5
    assert spent.cpu > 0


def test_a_program_that_fails_ends_the_bench_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="ended with 3:\nno such page"):
        measured([sys.executable, "-c", "print('no such page'); exit(3)"], tmp_path, environment())


def test_another_title_is_saved_and_the_record_stays_sound(project: Path) -> None:
    record = some_proposal(project)
    before = load_corpus(project / "content").proposals[record.stem]
    assert retitle(record, "한 번") == f"{before.title.ko} · 한 번"
    assert retitle(record, "두 번") == f"{before.title.ko} · 두 번"
    after = load_corpus(project / "content").proposals[record.stem]
    assert after.title.ko == f"{before.title.ko} · 두 번"
    assert after.model_copy(update={"title": before.title}) == before


def test_a_proposal_changes_the_volumes_of_its_forum_and_year_and_its_cards(project: Path) -> None:
    proposal = load_corpus(project / "content").proposals[some_proposal(project).stem]
    year = proposal.history[0].date.year
    assert of_proposal(some_proposal(project)) == {
        *(f"volumes/{proposal.forum}{part}.pdf" for part in ("", ".ko", ".en")),
        f"volumes/{year}.all.pdf",
        f"cards/proposals/{proposal.id}.png",
        f"en/cards/proposals/{proposal.id}.png",
    }


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("index.html", "pages"), ("en/proposals/a/index.html", "pages"), ("en/feeds/new.atom", "feeds"),
        ("feeds/topics/a.atom", "feeds"), ("sitemap.xml", "others"), ("en/sitemap.xml", "others"),
        ("assets/a.css", "assets"),
    ],
)  # fmt: skip
def test_files_are_told_apart_by_kind(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_the_theme_s_files_weigh_nothing(tmp_path: Path) -> None:
    for name, content in {
        "a/index.html": "12",
        "en/b/index.html": "3",
        "assets/c.js": "4",
        "d.txt": "5",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content)
    assert weight_by_kind(tmp_path) == {"pages": (3, 2), "others": (1, 1)}


def test_what_was_before_is_known_of_each_kind() -> None:
    before = json.loads(BEFORE.read_text(encoding="utf-8"))
    assert {"pages", "feeds", "data", "search"} <= before.keys()
    assert all(size > 0 and files > 0 for size, files in before.values())


def test_peers_get_the_pages_and_no_plain_texts(project: Path) -> None:
    docs = project / "build" / "docs" / "ko"
    for name in ("index.md", "text/a.md", "proposals/a.md", "data/a.json"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text("# a\n")
    assert list(markdown_of(project, "ko")) == ["index.md", "proposals/a.md"]
    assert plain_settings("ko")["plugins"] == ["search"]


def test_hugo_gets_a_page_s_title_and_text_alone() -> None:
    page = '---\ntitle: "가: 나"\nkind: "proposal"\n---\n\n# 가\n\n---\n\n{{ x }}\n'
    assert with_title_alone(page) == '---\ntitle: "가: 나"\n---\n\n# 가\n\n---\n\n{ { x }}\n'


def test_each_row_says_what_it_measures_and_sizes_can_be_scaled(tmp_path: Path) -> None:
    assert all(row.__doc__ for row in ROWS.values())
    assert [Bench(tmp_path, size=size).records(10_000) for size in (1, 0.1, 0.0001)] == [10_000, 1_000, 30]
