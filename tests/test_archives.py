"""Archives whose kinds are their own words: what their pages and files say in both languages."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from contextlib import closing
from html import unescape
from typing import Any

import pytest

from generator.authoring.json_schema import kinds_of, schema_of
from generator.models.shipped import shipped_lists
from generator.parsing.yaml_parser import Tree, parse_yaml
from tests.support.archives import ARCHIVES, NAMES, Archive, archive_of
from tests.support.sites import SharedSites

pytestmark = [pytest.mark.builds, pytest.mark.xdist_group("archives")]


@pytest.fixture(scope="module")
def parliament(shared_site: SharedSites) -> Archive:
    return archive_of("parliament", shared_site)


@pytest.fixture(scope="module")
def conference(shared_site: SharedSites) -> Archive:
    return archive_of("conference", shared_site)


@pytest.fixture(scope="module")
def assembly(shared_site: SharedSites) -> Archive:
    return archive_of("assembly", shared_site)


def words_of(page: str) -> str:
    """The page's text, a space for each element."""
    return " ".join(unescape(re.sub(r"<script.*?</script>|<[^>]*>", " ", page, flags=re.DOTALL)).split())


def things_in(page: str) -> list[dict[str, Any]]:  # Any: whatever JSON holds
    """Every thing of the page's linked data, at any depth."""
    found: list[dict[str, Any]] = []
    queue = [json.loads(block) for block in re.findall(r'ld\+json">(.*?)</script>', page, re.DOTALL)]
    while queue:
        one = queue.pop()
        if isinstance(one, dict):
            found.append(one)
            queue += one.values()
        elif isinstance(one, list):
            queue += one
    return found


def rows_of(archive: Archive, table: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(archive.text(f"data/{table}.csv"))))


@pytest.mark.parametrize("name", NAMES)
def test_its_own_lists_take_the_place_of_those_that_are_shipped(
    name: str, request: pytest.FixtureRequest
) -> None:
    archive: Archive = request.getfixturevalue(name)
    published = json.loads(archive.text("data/proceedings.json"))["vocabulary"]
    for field, words in {**shipped_lists(), **vocabulary_of(name)}.items():
        ids = [word["id"] for word in lists_of(words)]
        assert [word["id"] for word in published[field] if "id" in word] == ids
        said = words_of(archive.page("data"))
        assert all(key in said for key in ids)


def lists_of(tree: object) -> list[dict[str, str]]:
    words = tree if isinstance(tree, list) else []
    return [word for word in words if isinstance(word, dict) and "id" in word]


def vocabulary_of(name: str) -> dict[str, Tree]:
    tree = parse_yaml((ARCHIVES / name / "vocabulary.yml").read_text("utf-8"), name).tree
    return tree if isinstance(tree, dict) else {}


@pytest.mark.parametrize("name", NAMES)
def test_every_key_of_the_database_leads_to_a_word_or_a_record(
    name: str, request: pytest.FixtureRequest
) -> None:
    archive: Archive = request.getfixturevalue(name)
    with closing(sqlite3.connect(archive.site / "data" / "proceedings.db")) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert {"forum_kinds", "session_kinds", "organization_kinds", "document_kinds", "units"} <= tables
    assert {"relations", "relation_kinds"} <= tables


@pytest.mark.parametrize("name", NAMES)
def test_editors_offer_the_archive_s_own_kinds(name: str) -> None:
    own = vocabulary_of(name)
    offered = schema_of("forum", kinds_of(own))["$defs"]["forum_kinds"]["anyOf"][0]["enum"]
    assert offered == [kind["id"] for kind in lists_of(own["forum_kinds"])]


def test_a_parliament_says_what_it_has(parliament: Archive) -> None:
    korean, english = (words_of(parliament.page(f"{root}forums/2031-plenary-7")) for root in ("", "en/"))
    for words in (
        "본회의",
        "의사일정표",
        "속기록",
        "찬성 41표",
        "찬성 1표",
        "3조 가람",
        "가람 열린 이용 조건",
    ):
        assert words in korean
    for words in (
        "plenary sitting",
        "Order paper",
        "Verbatim record",
        "41 ayes",
        "1 aye",
        "3 trillion garams",
    ):
        assert words in english


def test_a_bill_and_its_amendment_name_each_other(parliament: Archive) -> None:
    bill, amendment = (parliament.page(f"en/proposals/2031-plenary-7-{number}") for number in (1, 2))
    assert "Amended by the amendment Amendment to the Water Bill" in words_of(bill)
    assert "Amendment of Water Bill" in words_of(amendment)
    assert "수정안 물 기본법안 수정안" in words_of(parliament.page("proposals/2031-plenary-7-1"))
    assert 'class="state" data-color="violet"' in bill
    assert 'class="state" data-color="green"' in amendment
    assert "가람 의안번호" in words_of(parliament.page("proposals/2031-plenary-7-1"))
    assert 'href="https://bills.garam.example/B-0417"' in unescape(bill)
    based_on = [one for thing in things_in(amendment) for one in thing.get("isBasedOn", [])]
    assert "Water Bill" in [one.get("name") for one in based_on]


def test_groups_are_what_schema_org_calls_parties(parliament: Archive) -> None:
    page = parliament.page("en/organizations/reed-group")
    assert "parliamentary group" in words_of(page)
    party = next(thing for thing in things_in(page) if thing["@type"] == "PoliticalParty" and "@id" in thing)
    assert "https://groups.garam.example/G-0417" in party["sameAs"]


def test_files_of_the_parliament_have_its_words(parliament: Archive) -> None:
    (forum,) = rows_of(parliament, "forums")
    assert (forum["classification"], forum["classification_ko"]) == ("plenary", "본회의")
    assert [row["id"] for row in rows_of(parliament, "tables/relation_kinds")] == [
        "amendment-of",
        "debated-with",
    ]
    works = {work["id"]: work for work in json.loads(parliament.text("cite/all.json"))}
    assert works["forum:2031-plenary-7"]["genre"] == "본회의"
    calendar = parliament.text("calendars/all.ics")
    assert "본회의" in calendar


def test_a_conference_of_150_talks_is_a_page_that_can_be_read(conference: Archive) -> None:
    page = conference.page("en/forums/2032-shelf-robotics")
    said = words_of(page)
    for words in ("symposium", "Hands", "Room 3", "Gripping books 150"):
        assert words in said
    assert len(page) < 400_000
    assert len(list((conference.site / "forums" / "2032-shelf-robotics").glob("talk-*/index.html"))) == 150


def test_a_talk_has_the_kinds_of_its_archive(conference: Archive) -> None:
    korean = words_of(conference.page("forums/2032-shelf-robotics/talk-10"))
    page = conference.page("en/forums/2032-shelf-robotics/talk-10")
    assert "발표 영상" in korean
    assert "출판 전 논문" in korean
    assert "video of the talk" in words_of(page)
    kinds = {thing["@type"] for thing in things_in(page) if "@type" in thing}
    assert {"VideoObject", "ScholarlyArticle"} <= kinds


def test_a_conference_has_no_relations(conference: Archive) -> None:
    assert conference.corpus.vocabulary.relations == ()
    assert rows_of(conference, "tables/relation_kinds") == []


def test_an_assembly_says_what_it_has(assembly: Archive) -> None:
    korean, english = (words_of(assembly.page(f"{root}forums/2033-first-day")) for root in ("", "en/"))
    for words in ("시민의회 모임", "셋째 모둠의 한 시민", "약 1,200가구", "1가구", "나머지"):
        assert words in korean
    for words in ("assembly day", "A citizen at the third table", "about 1,200 households", "1 household"):
        assert words in english


def test_many_residents_are_no_organization_to_search_engines(assembly: Archive) -> None:
    page = assembly.page("en/organizations/lane-residents")
    assert "residents" in words_of(page)
    assert "Residents of the lanes" not in [thing.get("name") for thing in things_in(page) if "@id" in thing]


def test_a_recommendation_grew_from_what_somebody_said(assembly: Archive) -> None:
    assert "이 이야기에서 자란 권고" in words_of(assembly.page("proposals/2033-first-day-2"))
    assert "자라난 권고" in words_of(assembly.page("proposals/2033-first-day-1"))
    assert 'data-color="amber"' in assembly.page("proposals/2033-first-day-1")
