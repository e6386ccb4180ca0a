"""A new record takes nobody's place and gets an id that suits it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.authoring.new_record import (
    Known,
    RecordExists,
    dated_id,
    free_id,
    id_of_words,
    next_proposal_id,
    people_at,
    record_text,
    write_new,
)
from generator.models.date import read_day
from generator.models.ids import as_id
from generator.parsing.problems import Problems
from tests.support.paths import RECORDS
from tests.support.words import WORDS

CORPUS = Known(RECORDS.parent, WORDS["ko"])


def test_what_is_there_is_known_by_its_files() -> None:
    assert CORPUS.ids("forum") == [
        "2023-open-shelves",
        "2023-reading-machines",
        "2024-lamps",
        "2024-library-robots",
    ]
    assert "hanbyeol-council" in CORPUS.ids("organization")


def test_without_content_there_is_nothing_to_add_to(tmp_path: Path) -> None:
    with pytest.raises(Problems, match="there is no archive here"):
        Known(tmp_path, WORDS["ko"])


def test_people_came_for_an_organization_or_for_none() -> None:
    people = people_at(CORPUS.forum("2024-library-robots"))
    assert people["tia-sample"] == ("dalmaji-robotics",)
    assert people["mo-raenarae"] == ("haeoreum-coop", "districts")
    assert "ada-example" not in people
    assert people_at(CORPUS.forum("2023-reading-machines"))["ada-example"] == ()


@pytest.mark.parametrize(
    ("name", "suggested"),
    [
        ("Lim Kinam", "lim-kinam"),
        ("Café de l'Étoile", "cafe-de-letoile"),
        ("The Committee on the Future of AI", "committee-future-ai"),
        ("홍길동", None),
        ("", None),
        ("Association " * 9, "association-association-association"),
    ],
)
def test_an_id_is_made_of_a_name(name: str, suggested: str | None) -> None:
    assert id_of_words(name) == suggested


@given(st.text())
def test_whatever_the_name_the_suggestion_can_be_an_id(name: str) -> None:
    if suggested := id_of_words(f"x {name}"):
        assert as_id(suggested) == suggested


def test_forums_begin_with_their_year_and_sources_end_with_their_day() -> None:
    day = read_day("2025-07-16?")
    assert dated_id("Open Data", day, first=True) == "2025-open-data"
    assert dated_id("Daily News", day, first=False) == "daily-news-2025-07-16"
    assert dated_id("매일신문", day, first=False) == "2025-07-16"


def test_a_taken_id_gets_a_number() -> None:
    assert free_id("a", ["b"]) == "a"
    assert free_id("a", ["a", "a-2"]) == "a-3"
    assert free_id(None, ["a"]) is None


def test_a_proposal_gets_the_number_after_the_highest() -> None:
    taken = ["2024-a-1", "2024-a-10", "2024-a-b-99", "2024-a-x", "2023-2024-a-50"]
    assert next_proposal_id("2024-a", taken) == "2024-a-11"
    assert next_proposal_id("2025-a", taken) == "2025-a-1"


def without_links(_: Path, __: Path) -> None:
    raise PermissionError("a file system without links")


@pytest.mark.parametrize("links", [True, False])
def test_a_record_never_takes_anothers_place(
    links: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not links:
        monkeypatch.setattr(Path, "hardlink_to", without_links)
    path = tmp_path / "content" / "forums" / "a.yml"
    write_new(path, "first\n")
    with pytest.raises(RecordExists, match=r"^content/forums/a\.yml: exists already; "):
        write_new(path, "second\n")
    assert path.read_bytes() == b"first\n"
    dangling = path.with_name("b.yml")
    dangling.symlink_to("nowhere.yml")
    with pytest.raises(RecordExists):
        write_new(dangling, "third\n")
    assert sorted(found.name for found in path.parent.iterdir()) == ["a.yml", "b.yml"]
    assert path.stat().st_nlink == 1


def test_a_record_that_cannot_be_written_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path, __: Path) -> Path:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "hardlink_to", without_links)
    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(OSError, match="no space left"):
        write_new(tmp_path / "forums" / "a.yml", "text\n")
    assert list((tmp_path / "forums").iterdir()) == []


def test_a_broken_forum_is_told_with_its_lines(tmp_path: Path) -> None:
    shutil.copytree(RECORDS, tmp_path / "content")
    (tmp_path / "content" / "forums" / "2023-open-shelves.yml").write_text("name: a\n")
    with pytest.raises(Problems, match="start_date: is missing"):
        Known(tmp_path, WORDS["ko"]).forum("2023-open-shelves")


def test_nothing_new_takes_the_place_of_what_was_taken_out(tmp_path: Path) -> None:
    (tmp_path / "content" / "speakers").mkdir(parents=True)
    (tmp_path / "content" / "speakers" / "gu-reumdal.yml").touch()
    gone = "- {record: proposals/2024-a-7, date: 2024-11-01, redirect_from: [2024-a-9]}\n"
    for record in ("speakers/kim-sarajim", "forums/2024-a/talk"):
        gone += f"- {{record: {record}, date: 2024-11-01}}\n"
    (tmp_path / "content" / "withdrawn.yml").write_text(gone, encoding="utf-8")
    known = Known(tmp_path, WORDS["ko"])
    assert known.taken("speaker") == ["gu-reumdal", "kim-sarajim"]
    assert next_proposal_id("2024-a", known.taken("proposal")) == "2024-a-10"
    known.refuse_taken("forum", "2024-a")
    with pytest.raises(RecordExists, match="was taken out at request"):
        known.refuse_taken("speaker", "kim-sarajim")
    with pytest.raises(RecordExists, match="exists already"):
        known.refuse_taken("speaker", "gu-reumdal")


def test_a_proposal_names_all_bodies_that_its_proposer_came_for() -> None:
    answers: dict[str, object] = {
        "id": "2024-library-robots-11", "forum": "2024-library-robots", "session": None, "date": None,
        "title_ko": "가", "title_en": None, "abstract_ko": "가", "abstract_en": None,
        "topic": ["books"], "source": [], "proposer": ["mo-raenarae"], "addressee": [],
    }  # fmt: skip
    text = record_text("proposal", answers, CORPUS)
    assert "  - person: mo-raenarae\n    organization: [haeoreum-coop, districts]\n" in text
