"""A list is narrowed by keyboard alone, and the rows shown are downloaded as a file."""

from __future__ import annotations

import csv
import io

import pytest
from playwright.sync_api import expect

from tests.theme.filters.reader import HOSTILE_TITLE, Reader

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("filters")]


# The keyboard


def test_everything_works_by_keyboard(reader: Reader) -> None:
    reader.open("en/proposals/")
    keyboard = reader.tab.keyboard
    reader.tab_to("#filter-words")
    keyboard.type("robots")
    narrowed = reader.shown.count()
    keyboard.press("Enter")
    assert reader.query() == "?words=robots"
    keyboard.press("Tab")
    expect(reader.tab.locator("#filter-topic")).to_be_focused()
    keyboard.type("Acc")
    assert reader.tab.locator("#filter-topic").input_value() == "access"
    assert 0 < reader.shown.count() < narrowed
    reader.tab_to("button[name=clear]")
    keyboard.press("Enter")
    expect(reader.words).to_be_focused()
    assert reader.shown.count() == reader.rows.count()
    keyboard.type("zeppelin")
    assert reader.shown.count() == 0
    keyboard.press("Escape")
    assert reader.words.input_value() == ""
    assert reader.shown.count() == reader.rows.count()


# The rows shown, as a file


def parse(text: str) -> list[list[str]]:
    assert text.startswith("\ufeff")
    assert text.endswith("\r\n")
    return list(csv.reader(io.StringIO(text[1:], newline=""), strict=True))


def test_rows_shown_are_downloaded_as_a_reader_sees_them(reader: Reader) -> None:
    reader.open("proposals/?year=2023&topic=budget")
    name, text = reader.download()
    assert name == "proposals-ko-budget-2023.csv"
    address = f"{reader.site.address}proposals/2023"
    assert parse(text) == [
        ["제목", "제안 번호", "상태", "답변", "철회", "분야", "제안 대상", "연도", "주소"],
        [
            f"'{HOSTILE_TITLE}", "2023-open-shelves-2", "제안됨", "", "", "예산",
            "'@SUM(1)", "2023", f"{address}-open-shelves-2/",
        ],
        [
            "A common fund for reading machines", "2023-reading-machines-2", "대체됨", "", "", "예산",
            "Public broadcasters; 한별시의 여러 구청", "2023", f"{address}-reading-machines-2/",
        ],
    ]  # fmt: skip


def test_file_speaks_the_language_of_the_page(reader: Reader) -> None:
    reader.open("en/forums/")
    name, text = reader.download()
    assert name == "forums-en.csv"
    table = parse(text)
    assert table[0] == ["Name", "Kind", "Status", "Attendance", "Year", "Address"]
    assert len(table) == 1 + reader.rows.count()
    address = f"{reader.site.address}en/forums/2024-library-robots/"
    assert table[1][1:] == ["policy forum", "held", "", "2024", address]


@pytest.mark.parametrize("section", ["speakers", "organizations"])
def test_lists_of_people_and_organizations_are_filtered_and_downloaded(reader: Reader, section: str) -> None:
    reader.open(f"{section}/")
    reader.choose("forum", "2024-library-robots")
    assert 0 < reader.shown.count() < reader.rows.count()
    name, text = reader.download()
    assert name == f"{section}-ko-2024-library-robots.csv"
    table = parse(text)
    assert [row[0] for row in table[1:]] == reader.titles()
    place = table[0].index("포럼")
    assert all("도서관 로봇과 이웃 — 한별 정책 포럼" in row[place].split("; ") for row in table[1:])
