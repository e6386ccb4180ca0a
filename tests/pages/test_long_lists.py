"""Lists that grow with the records stand on several pages, by year or by number, and none is a long one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from pydantic_core import PydanticCustomError

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.models import LANGUAGES, Record
from generator.models.ids import as_id
from generator.pages import plan_pages
from generator.pages.further_pages import FOLDER, ListPart, divided
from generator.pages.index import section_page
from generator.pages.long_lists import LONG_LISTS, shares
from generator.pages.page import Page, label_text
from generator.pages.proposals import ProposalList, proposal_list
from generator.parsing.yaml_parser import Tree
from generator.rendering.renderer import Renderer
from tests.support import small_corpus as small
from tests.support.page_links import links_in
from tests.support.paths import RECORDS
from tests.support.words import WORDS

MOST = 3


@pytest.fixture(scope="module")
def made_up() -> dict[str, Page[Any]]:
    """The pages of the tests' records, with three rows of lists on each."""
    return {page.path: page for page in plan_pages(load_corpus(RECORDS), "ko", WORDS, most=MOST)}


def archive(*proposals: Record, years: Iterable[int] = (2022, 2023, 2024)) -> Corpus:
    forums = [small.forum(f"f{year}", start_date=f"{year}-05-01") for year in years]
    return small.corpus(*forums, small.source(), *proposals)


def proposals_of(year: int, number: int) -> Iterator[Record]:
    for one in range(1, number + 1):
        history = [small.step(f"{year}-05-01")]
        yield small.proposal(
            f"f{year}-{one}", forum=f"f{year}", history=history, proposers=[{"forum": f"f{year}"}]
        )


def pages_of_list(corpus: Corpus, most: int = MOST) -> list[Page[Any]]:
    return list(divided(corpus, section_page("proposals", proposal_list(corpus), corpus), most))


def ids(rows: Iterable[Any]) -> list[str]:
    return [row.link.target.removeprefix("proposals/").removesuffix(".md") for row in rows]


# A short list


def test_a_page_with_room_for_all_stays_as_it_is() -> None:
    corpus = archive(*proposals_of(2024, 3))
    page = section_page("proposals", proposal_list(corpus), corpus)
    (only,) = divided(corpus, page, 3)
    assert only is page


def test_the_made_up_archive_has_the_pages_it_always_had() -> None:
    assert [
        page.path for page in plan_pages(load_corpus(RECORDS), "ko", WORDS) if page.template == "list"
    ] == []


# By year


def test_each_row_stands_on_a_page_of_its_year_and_the_newest_on_the_first() -> None:
    corpus = archive(*proposals_of(2022, 2), *proposals_of(2023, 4), *proposals_of(2024, 2))
    first, *further = pages_of_list(corpus)
    assert isinstance(first.view, ProposalList)
    assert ids(first.first("rows", first.view.rows)) == ["f2024-1", "f2024-2", "f2023-1"]
    assert {page.path: ids(page.view.rows) for page in further} == {
        "proposals/list/2024.md": ["f2024-1", "f2024-2"],
        "proposals/list/2023.md": ["f2023-1", "f2023-2", "f2023-3"],
        "proposals/list/2023-2.md": ["f2023-4"],
        "proposals/list/2022.md": ["f2022-1", "f2022-2"],
    }
    assert [(link.label, link.target, number) for link, number in first.further["rows"].links] == [
        ("2024", "proposals/list/2024.md", 2),
        ("2023", "proposals/list/2023.md", 4),
        ("2022", "proposals/list/2022.md", 2),
    ]


def test_the_pages_of_a_list_lead_to_each_other_from_the_first_to_the_last() -> None:
    first, *further = pages_of_list(archive(*proposals_of(2023, 7), *proposals_of(2024, 1)))
    paths = [page.path for page in (first, *further)]
    assert [page.previous and page.previous.target for page in (first, *further)] == [None, *paths[:-1]]
    assert [page.following and page.following.target for page in (first, *further)] == [*paths[1:], None]


def test_pages_of_earlier_years_stay_as_they_are_when_a_proposal_comes() -> None:
    before = [*proposals_of(2022, 5), *proposals_of(2023, 4)]

    def written(corpus: Corpus) -> dict[str, str]:
        return {page.path: Renderer(WORDS["ko"]).render(page) for page in pages_of_list(corpus)}

    old = written(archive(*before, *proposals_of(2024, 1)))
    new = written(archive(*before, *proposals_of(2024, 2)))
    assert old.keys() == new.keys()
    changed = {path for path in old if old[path] != new[path]}
    assert changed == {"proposals/index.md", "proposals/list/2024.md"}


@pytest.mark.parametrize(
    ("language", "path", "title"),
    [
        ("ko", "proposals/list/2024.md", "제안, 2024년, 전체 2쪽 중 1쪽"),
        ("en", "proposals/list/2024-2.md", "Proposals, 2024, page 2 of 2"),
        ("en", "proposals/list/2023.md", "Proposals, 2023"),
        ("ko", "speakers/list/2.md", "사람, 전체 3쪽 중 2쪽"),
        ("en", "topics/robots/list/proposals-2023.md", "Proposals, 2023: Library robots"),
    ],
)
def test_a_further_page_says_what_it_holds(language: str, path: str, title: str) -> None:
    (chosen,) = (one for one in LANGUAGES if one == language)
    corpus = load_corpus(RECORDS)
    page = next(page for page in plan_pages(corpus, chosen, WORDS, most=MOST) if page.path == path)
    assert label_text(page.title, WORDS[chosen]) == title
    assert page.description
    assert "**" not in label_text(page.description, WORDS[chosen])


def test_a_further_page_is_as_new_as_its_rows() -> None:
    further = {
        page.path: page for page in pages_of_list(archive(*proposals_of(2022, 2), *proposals_of(2024, 4)))
    }
    days = {path: page.updated and page.updated.numeric for path, page in further.items()}
    assert days["proposals/list/2022.md"] == "2022-05-01"
    assert days["proposals/list/2024-2.md"] == "2024-05-01"


# By number


def test_rows_without_a_day_stand_on_numbered_pages(made_up: dict[str, Page[Any]]) -> None:
    first = made_up["speakers/index.md"]
    rows = list(first.first("rows", first.view.rows))
    number = 2
    while page := made_up.get(f"speakers/{FOLDER}/{number}.md"):
        rows += page.view.rows
        number += 1
    assert number > 3
    assert rows == list(first.view.rows)


# Pages of records, and lists of several kinds


def test_longer_lists_share_the_room_that_shorter_ones_leave() -> None:
    assert shares([2, 50, 60], 100) == [2, 49, 49]
    assert shares([10, 20], 100) == [10, 20]
    assert shares([300, 0], 100) == [100, 0]
    assert shares([5, 5, 5, 5], 3) == [1, 1, 1, 1]


@pytest.mark.parametrize(
    "path",
    ["organizations/districts.md", "topics/robots.md", "forums/2024-library-robots.md", "follow-ups.md"],
)
def test_nothing_of_a_list_is_lost(made_up: dict[str, Page[Any]], path: str) -> None:
    page = made_up[path]
    folder = path.removesuffix(".md")
    assert page.further
    for one in LONG_LISTS[page.template]:
        if one.field not in page.further:
            continue
        rows = list(page.first(one.field, one.rows(page.view)))
        heading = f"{folder}/{FOLDER}/{one.slug}-" if one.slug else f"{folder}/{FOLDER}/2"
        for other in made_up.values():
            if other.path.startswith(heading):
                rows += other.view.rows
        assert {id(row) for row in rows} == {id(row) for row in one.rows(page.view)}


def test_answers_of_one_that_are_too_many_stand_on_several_pages() -> None:
    """Below the same heading on each."""
    answer: dict[str, Tree] = {
        "date": "2024-08-01",
        "status": "proposed",
        "sources": ["s"],
        "response": "true",
        "actor": {"organization": "o"},
    }
    proposals = [
        small.proposal(f"f-{one}", addressees=[{"organization": "o"}], history=[small.step(), answer])
        for one in range(1, 8)
    ]
    corpus = small.corpus(small.forum(), small.source(), small.organization(), *proposals)
    pages = [page for page in plan_pages(corpus, "ko", WORDS, most=3) if page.path.startswith("responses")]
    assert [page.path for page in pages] == ["responses.md", "responses/list/2.md", "responses/list/3.md"]
    asked = [*pages[0].view.some, *pages[1].view.rows, *pages[2].view.rows]  # type: ignore[attr-defined]
    assert [one.anchor for one in asked] == ["to-o"] * 3
    assert [len(one.answers) for one in asked] == [3, 3, 1]


def test_the_page_of_forums_has_a_place_for_each_year(made_up: dict[str, Page[Any]]) -> None:
    """The statistics link it."""
    written = Renderer(WORDS["ko"]).render(made_up["forums/index.md"])
    for year in ("2023", "2024"):
        assert written.count(f"#y{year} }}") == 1


def test_the_place_of_a_year_without_room_is_in_the_index() -> None:
    corpus = archive(years=range(2020, 2025))
    page = next(page for page in plan_pages(corpus, "ko", WORDS, most=3) if page.path == "forums/index.md")
    written = Renderer(WORDS["ko"]).render(page)
    assert "[2020](list/2020.md){: #y2020 }" in written
    assert "[2024](list/2024.md) " in written


# All of them


def test_both_languages_have_the_same_further_pages_each_once() -> None:
    corpus = load_corpus(RECORDS)
    korean, english = ([page.path for page in plan_pages(corpus, one, WORDS, most=MOST)] for one in LANGUAGES)
    assert sorted(korean) == sorted(english)
    assert len(korean) == len(set(korean))


def test_every_link_of_a_further_page_leads_to_a_page_that_there_is(made_up: dict[str, Page[Any]]) -> None:
    links = [link for page in made_up.values() for link in links_in((page.view, page.crumbs, page.further))]
    assert [link.target for link in links if link.target not in made_up] == []


def test_each_form_of_rows_is_on_some_page(made_up: dict[str, Page[Any]]) -> None:
    """So that the tests of the whole site see each branch of the template."""
    forms = {page.view.form for page in made_up.values() if isinstance(page.view, ListPart)}
    planned = {one.form for lists in LONG_LISTS.values() for one in lists}
    assert planned - forms <= {"members", "relations"}
    renderer = Renderer(WORDS["ko"])
    assert all(renderer.render(page) for page in made_up.values() if page.template == "list")


def test_members_and_relations_go_on_too() -> None:
    people = [small.speaker(f"p{one}", memberships=[{"organization": "o"}]) for one in range(5)]
    relations: Tree = [{"type": "supersedes", "proposal": "f-9"}]
    others = [small.proposal(f"f-{one}", relations=relations) for one in range(1, 6)]
    corpus = small.corpus(
        small.forum(), small.source(), small.organization(), *people, *others, small.proposal("f-9")
    )
    pages = {page.path: page for page in plan_pages(corpus, "ko", WORDS, most=3)}
    renderer = Renderer(WORDS["ko"])
    for path, last in {
        "organizations/o/list/members-2.md": "speakers/p4.md",
        "proposals/f-9/list/relations-2.md": "../../f-5.md",
    }.items():
        assert last in renderer.render(pages[path])


def test_no_record_has_the_name_of_the_folder() -> None:
    """`forums/list/2024.md` would be the talk `2024` of the forum `list` too."""
    with pytest.raises(PydanticCustomError):
        as_id(FOLDER)
