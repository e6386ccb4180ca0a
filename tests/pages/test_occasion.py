"""When a forum is held, in words: its days, its hours and the zone of these."""

from __future__ import annotations

import pytest

from generator.pages import plan_pages
from generator.pages.list_rows import forum_row
from generator.pages.occasion import period_in_words
from generator.parsing.yaml_parser import Tree
from generator.rendering.renderer import Renderer
from generator.typesetting.volume.volume import forum_volume
from tests.support.made_up_talks import talk
from tests.support.small_corpus import corpus, forum, session, speaker
from tests.support.words import WORDS


def period(**fields: Tree) -> str:
    made = corpus(forum(**fields))
    return period_in_words(made, made.forums["f"], WORDS["en"], weekday=False)


AUTUMN: dict[str, Tree] = {
    "start_date": "2024-10-30",
    "dates": ["2024-10-30", "2024-11-06"],
    "start_time": "10:00",
    "timezone": "America/New_York",
}
"""Clocks change between its days."""


def test_a_zone_is_called_as_on_each_day() -> None:
    summer, winter = "Eastern Daylight Time (UTC-4)", "Eastern Standard Time (UTC-5)"
    assert period(**AUTUMN) == f"30 October 2024, 6 November 2024 10:00, {summer} / {winter}"
    in_summer: dict[str, Tree] = {**AUTUMN, "dates": ["2024-10-30", "2024-10-31"]}
    assert period(**in_summer).endswith(f"10:00, {summer}")
    given = talk(person="p", start_time="10:10")
    night = forum(sessions=[session(date="2024-11-06", contributions=[given])], **AUTUMN)
    pages = {page.path: page for page in plan_pages(corpus(speaker("p"), night), "en", WORDS)}
    shown = {path: Renderer(WORDS["en"]).render(pages[path]) for path in ("forums/f.md", "forums/f/night.md")}
    assert ["Daylight" in text for text in shown.values()] == [True, False]
    assert all("Standard" in text for text in shown.values())


def test_the_zone_of_sessions_is_named_where_the_forum_has_no_hours() -> None:
    fields: dict[str, Tree] = {"timezone": "America/New_York", "sessions": [session(start_time="10:00")]}
    zone = "Eastern Daylight Time (UTC-4)"
    assert period(**fields) == f"12 June 2024 {zone}"
    evening: dict[str, Tree] = {**fields, "day_part": "evening"}
    assert period(**evening) == f"12 June 2024 evening, {zone}"
    assert period(timezone="America/New_York") == "12 June 2024"
    made = corpus(forum(**evening))
    page = next(page for page in plan_pages(made, "en", WORDS) if page.path == "forums/f.md")
    shown = Renderer(WORDS["en"]).render(page).partition("Date\n")[2].partition("\n\n")[0]
    assert 'evening <span class="zone">Eastern Daylight Time' in " ".join(shown.split())


@pytest.mark.parametrize(
    ("fields", "is_missed"),
    [({}, True), ({"start_time": "10:00"}, False), ({"sessions": [session(start_time="10:00")]}, False)],
)
def test_no_hours_are_missed_where_those_of_sessions_are_known(
    fields: dict[str, Tree], is_missed: bool
) -> None:
    made = corpus(forum(**fields))
    page = next(page for page in plan_pages(made, "en", WORDS) if page.path == "forums/f.md")
    told = WORDS["en"]("forum.no_hours").removesuffix(".")
    assert (told in Renderer(WORDS["en"]).render(page)) is is_missed
    assert forum_volume(made, made.forums["f"], (WORDS["en"],)).forums[0].no_hours is is_missed


def test_a_timetable_of_one_of_several_days_says_which() -> None:
    programme: Tree = [
        session("a", date="2024-06-13", start_time="10:00", end_time="11:00"),
        session("b", date="2024-06-13", start_time="10:00", end_time="11:00"),
    ]
    made = corpus(forum("f", end_date="2024-06-14", sessions=programme), forum("g"))
    page = next(page for page in plan_pages(made, "en", WORDS) if page.path == "forums/f.md")
    timetable = Renderer(WORDS["en"]).render(page).partition("{: #timetable }")[2].partition("###")[0]
    assert timetable.count("13 June 2024") == 1


def test_an_end_on_the_first_day_is_one_day() -> None:
    fields: dict[str, Tree] = {"end_date": "2024-06-12"}
    assert period(**fields) == "12 June 2024"
    made = corpus(forum(**fields))
    assert forum_row(made, made.forums["f"]).end_date is None
    page = next(page for page in plan_pages(made, "ko", WORDS) if page.path == "forums/f.md")
    when = Renderer(WORDS["ko"]).render(page).partition("일시\n")[2].partition("\n\n")[0]
    assert when.count("<time") == 1
    assert "수" in when
