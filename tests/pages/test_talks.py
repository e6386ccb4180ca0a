"""The page of each talk, and a programme that can be read however long it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from generator.corpus.corpus import Corpus
from generator.models import LANGUAGES, Language
from generator.pages import Page, plan_pages
from generator.pages.forums import ForumView
from generator.pages.list_rows import PartyLinks
from generator.pages.page import PageLink
from generator.pages.people import PartyView
from generator.pages.programme import LARGEST_GROUP, LONG_PROGRAMME, LONG_SESSION
from generator.pages.talks import TalkView
from generator.parsing.yaml_parser import Tree
from generator.rendering.renderer import Renderer
from generator.typesetting.volume.forum import forum_chapter, needs_a_section
from generator.typesetting.volume.volume import forum_volume
from generator.typesetting.volume.wording import Wording
from tests.support.made_up_talks import RESIDENT, VIDEO, corpus_of_talks, held, many, talk
from tests.support.small_corpus import corpus, forum, proposal, session, speaker
from tests.support.words import WORDS


def talk_views(corpus: Corpus) -> Iterator[TalkView]:
    for page in plan_pages(corpus, "ko", WORDS):
        if isinstance(page.view, TalkView):
            yield page.view


def page_at(corpus: Corpus, path: str, language: Language = "ko") -> Page[object]:
    return next(page for page in plan_pages(corpus, language, WORDS) if page.path == path)


def names(links: tuple[PartyLinks, ...]) -> list[str]:
    named = [who.person.label if who.person else who.name for who in links]
    return [str(getattr(label, "ko", label)) for label in named]


def test_a_contribution_with_id_and_title_has_a_page_and_no_other_has() -> None:
    made = corpus_of_talks(
        talk("night", person="p"),
        {"person": "p", "role": "presenter", "title": "제목뿐"},
        talk("day", person="q"),
    )
    paths = [page.path for page in plan_pages(made, "en", WORDS) if page.template == "talk"]
    assert paths == ["forums/f/night.md", "forums/f/day.md"]


def test_talks_lead_to_those_before_and_after_and_to_their_session() -> None:
    made = corpus_of_talks(talk("a", person="p"), {"person": "q", "role": "presenter"}, talk("b", person="q"))
    first, last = talk_views(made)
    assert first.previous is None
    assert last.following is None
    assert first.following
    assert last.previous
    assert (first.following.target, last.previous.target) == ("forums/f/b.md", "forums/f/a.md")
    assert first.session == PageLink(made.forums["f"].sessions[0].name, "forums/f.md", "session-talk")
    assert [row.identifier for row in first.proposals] == ["f-1"]


def test_everybody_who_gave_it_is_named_and_who_has_no_record_by_a_name_alone() -> None:
    co_speakers: Tree = [{"person": "q", "position": "교수"}, {"name": RESIDENT, "organization": ["o", "u"]}]
    made = corpus_of_talks(talk(person="p", organization=["o", "u"], co_speakers=co_speakers))
    (view,) = talk_views(made)
    assert names(view.speakers) == ["구름달", "한빛솔", "한 시민"]
    assert [len(who.organizations) for who in view.speakers] == [2, 0, 2]
    people = [page for page in plan_pages(made, "ko", WORDS) if page.path.startswith("speakers/")]
    assert len(people) == 1 + 2
    for path in ("speakers/p.md", "speakers/q.md", "organizations/o.md", "organizations/u.md"):
        shown = page_at(made, path).view
        assert isinstance(shown, PartyView)
        links = {part.talk.target for part in shown.participations if part.talk}
        assert links == {"forums/f/night.md"}


def test_a_talk_without_sources_of_its_own_has_its_forums() -> None:
    (view,) = talk_views(corpus_of_talks(talk(person="p")))
    assert [row.source.id for row in view.sources] == ["s"]
    assert view.references == ()


def test_a_renamed_forums_talks_lead_on() -> None:
    old = held(talk(organization="o")).model_copy(update={"redirect_from": ("old",)})
    made = corpus(old, *corpus_of_talks().organizations.values())
    assert page_at(made, "forums/old/night.md").redirect == "forums/f/night.md"
    assert 'redirect: "../../../forums/f/night/"' in Renderer(WORDS["ko"]).render(
        page_at(made, "forums/old/night.md")
    )


def test_what_is_untranslated_in_other_talks_is_not_said_of_this_one() -> None:
    made = corpus_of_talks(talk("a", person="p"), talk("b", person="p", abstract={"ko": "초록"}))
    renderer = Renderer(WORDS["en"])
    said = [
        "not yet in English" in renderer.render(page_at(made, f"forums/f/{key}.md", "en"))
        for key in ("a", "b")
    ]
    assert said == [False, True]


NIGHT: dict[str, Tree] = {"date": "2024-06-12", "start_time": "23:00", "end_time": "01:00"}


def test_a_talk_after_midnight_says_that_its_hour_is_the_next_days() -> None:
    made = corpus_of_talks(
        talk(person="p", start_time="00:10"),
        talk("early", person="p", start_time="23:10"),
        {"person": "q", "role": "presenter", "start_time": "00:30"},
        **NIGHT,
    )
    assert [view.begins_next_day for view in talk_views(made)] == [True, False]
    assert "00:10(다음 날)" in Renderer(WORDS["ko"]).render(page_at(made, "forums/f/night.md"))
    programme = Renderer(WORDS["en"]).render(page_at(made, "forums/f.md", "en"))
    for hour in ("00:10 (the next day)", "00:30 (the next day)", ">23:10<"):
        assert hour in programme
    (section,) = forum_chapter(made, Wording(made, (WORDS["ko"],), {"s": 1}), made.forums["f"]).sessions
    assert "(다음 날)" in str(section.contributions[0].when)
    assert "(다음 날)" not in str(section.contributions[1].when)


def test_a_session_after_midnight_says_that_its_hour_is_the_next_days() -> None:
    late = session("late", date="2024-06-12", start_time="00:30", end_time="01:30")
    made = corpus(forum(start_time="22:00", end_time="02:00", sessions=[late]))
    assert "00:30–01:30 (the next day)" in Renderer(WORDS["en"]).render(page_at(made, "forums/f.md", "en"))
    (row,) = forum_chapter(made, Wording(made, (WORDS["ko"],), {"s": 1}), made.forums["f"]).programme
    assert "(다음 날)" in str(row.when)


def test_the_language_that_was_spoken_is_told_of_what_has_no_page_too() -> None:
    made = corpus_of_talks({"person": "p", "role": "presenter", "language": "ja"})
    assert "일본어" in Renderer(WORDS["ko"]).render(page_at(made, "forums/f.md"))
    (section,) = forum_chapter(made, Wording(made, (WORDS["en"],), {"s": 1}), made.forums["f"]).sessions
    assert "Language of the talk: Japanese" in str(section.contributions[0].when)


def test_what_is_uncertain_of_a_co_speaker_is_in_the_volume() -> None:
    other: Tree = {"person": "q", "as_printed": "HAN Bit-sol"}
    made = corpus_of_talks({"person": "p", "role": "presenter", "co_speakers": [other]})
    assert needs_a_section(made.forums["f"].sessions[0])


@pytest.mark.parametrize("clock", [True, False])
def test_a_long_session_is_cut_into_groups(clock: bool) -> None:
    made = corpus_of_talks(*many(LONG_SESSION + 3, clock=clock))
    view = page_at(made, "forums/f.md").view
    assert isinstance(view, ForumView)
    groups = view.sessions[0].groups
    assert len(groups) > 1
    assert sum(len(group.contributions) for group in groups) == LONG_SESSION + 3
    assert all(len(group.contributions) <= LARGEST_GROUP for group in groups)
    assert len({group.anchor for group in groups}) == len(groups)
    assert groups[0].label == ("09:00" if clock else groups[0].label)


@pytest.mark.parametrize("talks", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_conference_stays_small(talks: bool, language: Language) -> None:
    made = corpus_of_talks(*many(148, talks=talks, clock=True))
    written = Renderer(WORDS[language]).render(page_at(made, "forums/f.md", language))
    assert len(written.encode()) < 100_000
    assert written.count('class="cite"') == 1
    assert "#session-talk.2" in written


def test_a_short_programme_says_of_each_contribution_how_it_is_cited() -> None:
    made = corpus_of_talks(*many(LONG_PROGRAMME, talks=False))
    written = Renderer(WORDS["ko"]).render(page_at(made, "forums/f.md"))
    assert written.count('class="cite"') == 1 + LONG_PROGRAMME


@pytest.mark.parametrize(
    ("language", "told"), [("ko", "00:10–00:30(다음 날)"), ("en", "00:10–00:30 (the next day)")]
)
def test_an_hour_past_midnight_is_told_as_the_next_days(language: Language, told: str) -> None:
    given: dict[str, Tree] = {"start_time": "00:10", "end_time": "00:30"}
    night = forum(
        start_time="20:00",
        end_time="02:00",
        sessions=[
            session("a", start_time="23:00", end_time="00:45", contributions=[talk(person="p", **given)]),
            session("b", **given, contributions=[{"person": "p", "role": "presenter", **given}]),
            session("c", start_time="21:00", contributions=[talk("early", person="p", start_time="21:10")]),
        ],
    )
    made = corpus(speaker("p"), night)
    pages = {page.path: page for page in plan_pages(made, language, WORDS)}
    shown = {path: Renderer(WORDS[language]).render(pages[path]) for path in pages if "forums/f" in path}
    assert [shown[path].count(told) for path in ("forums/f.md", "forums/f/night.md")] == [
        4,
        1,
    ]  # the timetable too
    assert told.partition("30")[2] not in shown["forums/f/early.md"]
    chapter = forum_volume(made, night, (WORDS[language],)).forums[0]
    hours = [row.when[0].text for row in chapter.programme]
    assert told in hours
    assert chapter.sessions[1].contributions[0].when[0].text == told


def test_a_contribution_without_a_page_shows_all_of_it_in_the_programme() -> None:
    told: dict[str, Tree] = {
        "person": "p",
        "role": "presenter",
        "title": "제목",
        "abstract": "미리 낸 초록",
        "documents": [VIDEO],
    }
    made = corpus_of_talks(told, {"name": RESIDENT, "organization": "o", "role": "presenter"})
    written = Renderer(WORDS["ko"]).render(page_at(made, "forums/f.md"))
    assert "미리 낸 초록" in written
    assert "1:02:03" in written
    assert "한 시민" in written
    assert needs_a_section(made.forums["f"].sessions[0])


def test_what_was_taken_back_says_so_wherever_it_is_named() -> None:
    made = corpus(
        held(talk(person="p")),
        speaker("p"),
        proposal("f-1", session="talk", withdrawn={"date": "2024-08-01"}),
        proposal("f-2", title="낮에도 열자", relations=[{"type": "related", "proposal": "f-1"}]),
    )
    source = Renderer(WORDS["en"]).render(page_at(made, "sources/s.md", "en"))
    assert source.count("Withdrawn</span>") == 1
    chapter = forum_chapter(made, Wording(made, (WORDS["en"],), {"s": 1}), made.forums["f"])
    (section,) = chapter.sessions
    assert [title.text for one in section.proposals for title in one.title] == ["밤에도 열자 [withdrawn]"]
    (other,) = [one for one in chapter.proposals if one.identifier == "f-2"]
    assert "밤에도 열자 [withdrawn]" in str(other.relations)
