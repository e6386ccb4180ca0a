"""Which forums are still to come, and how the home page shows them."""

from __future__ import annotations

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.dates import known_until
from generator.models import LANGUAGES, Language
from generator.pages.follow_ups import counted_to
from generator.pages.home import HomeView, home_page
from generator.pages.upcoming import upcoming
from generator.rendering.renderer import Renderer
from tests.support.small_corpus import corpus, forum, proposal, site, source, step
from tests.support.words import WORDS


def keys(corpus: Corpus) -> list[str]:
    return [held.id for held in upcoming(corpus)]


def test_the_next_one_first() -> None:
    found = corpus(
        forum("g", start_date="2024-09-02"),
        forum("h", start_date="2024-09-01"),
        site=site(as_of="2024-07-01"),
    )
    assert keys(found) == ["h", "g"]


@pytest.mark.parametrize(
    ("start", "expected"),
    [("2024-07-01", False), ("2024-07-02", True), ("2024-07", False), ("2024-08", True), ("2024", False)],
)
def test_a_forum_is_to_come_while_it_is_sure_that_it_has_not_begun(start: str, expected: bool) -> None:
    assert ("g" in keys(corpus(forum("g", start_date=start), site=site(as_of="2024-07-01")))) is expected


@pytest.mark.parametrize(("status", "expected"), [("held", []), ("announced", ["g"]), ("cancelled", ["g"])])
def test_what_is_said_to_be_held_is_not_to_come(status: str, expected: list[str]) -> None:
    found = corpus(forum("g", start_date="2024-09-01", status=status), site=site(as_of="2024-07-01"))
    assert keys(found) == expected
    newest, *_ = home_page(found).view.forums
    assert newest.link.target == ("forums/f.md" if expected else "forums/g.md")


def test_what_the_records_tell_goes_beyond_the_site_s_day() -> None:
    """A day in site.yml that nobody brought up to date keeps no forum in the future."""
    held = forum("g", start_date="2024-09-01")
    stale = site(as_of="2024-07-01")
    followed = proposal(history=[step(), step("2024-09-03", "adopted")])
    assert keys(corpus(held, site=stale)) == ["g"]
    assert keys(corpus(held, source("s", issued="2024-09-02"), site=stale)) == []
    assert keys(corpus(held, followed, site=stale)) == []
    assert (
        keys(
            corpus(
                forum("g", start_date="2024-09-01", revisions=[{"date": "2024-09-01", "note": "고침"}]),
                site=stale,
            )
        )
        == []
    )


def test_without_a_day_in_the_site_the_newest_source_or_step_counts() -> None:
    found = corpus(forum("g", start_date="2024-09-01"))
    assert found.known_until.isoformat() == "2024-06-13"
    assert keys(found) == ["g"]


def test_they_stand_above_the_newest_and_not_among_them() -> None:
    view = home_page(corpus(forum("g", start_date="2024-09-01"))).view
    assert isinstance(view, HomeView)
    assert [row.link.target for row in view.upcoming] == ["forums/g.md"]
    assert [row.link.target for row in view.forums] == ["forums/f.md"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_section_is_there_only_if_there_are_any(language: Language) -> None:
    title = WORDS[language]("home.upcoming")
    heading = f"## {title} {{: #upcoming }}"
    renderer = Renderer(WORDS[language])
    shown = renderer.render(home_page(corpus(forum("g", start_date="2024-09-01"))))
    assert shown.index(heading) < shown.index("{: #forums }")
    assert "calendars/all.ics" in shown
    assert heading not in renderer.render(home_page(corpus()))


def test_the_day_of_a_forum_to_come_is_no_fact_yet() -> None:
    """It is neither what a page calls its newest fact nor the day to which silence is counted."""
    to_come = forum("g", start_date="2024-09-01")
    assert str(corpus(to_come).newest_fact()) == "2024-06-13"
    assert corpus(to_come).newest_fact([to_come]) is None
    assert str(counted_to(corpus(to_come))) == "2024-06-13"
    begun = forum("g", start_date="2024-06-13", end_date="2024-06-14")
    assert str(corpus(begun).newest_fact([begun])) == "2024-06-13"


def test_where_nothing_else_has_a_day_those_of_forums_count() -> None:
    alone = corpus()
    assert known_until(alone.site, [forum("g", start_date="2024-09-01")]).isoformat() == "2024-09-01"
