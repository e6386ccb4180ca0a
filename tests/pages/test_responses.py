"""Who was asked, who answered, and how what was withdrawn is counted and marked."""

from __future__ import annotations

import pytest

from generator.corpus.answers import answers_to
from generator.corpus.corpus import Corpus
from generator.models import LANGUAGES, Record
from generator.pages.follow_ups import follow_ups, quiet
from generator.pages.people import PartyView, party_page
from generator.pages.proposals import proposal_list
from generator.pages.responses import AskedView, responses, responses_page
from generator.parsing.yaml_parser import Tree
from generator.rendering.renderer import Renderer
from tests.support.small_corpus import corpus, forum, organization, proposal, session, speaker, step
from tests.support.words import WORDS


def answer(actor: Tree | None = None, date: str = "2024-07-12", status: str = "adopted") -> Tree:
    given = {"response": "true", **step(date, status)}  # type: ignore[dict-item]
    return given | ({"actor": actor} if actor else {})


def asked(*records: Record) -> dict[str, tuple[int, int]]:
    """Who answered, and who did not with a mark → how often they were asked, and answered."""
    view = responses(corpus(forum(), *records))
    return {_name(one): (one.asked, one.answered) for one in view.some} | {
        f"-{_name(one)}": (one.asked, one.answered) for one in view.silent
    }


def _name(one: AskedView) -> str:
    return one.anchor


def test_each_who_was_asked_is_listed_by_whether_an_answer_is_on_record() -> None:
    records = (
        organization("o"),
        organization("q"),
        speaker("p"),
        proposal("f-1", addressees=["o", "q"], history=[step(), answer("o"), answer("o", "2024-08-01")]),
        proposal("f-2", addressees=["o", {"name": "이웃"}, {"person": "p"}]),
    )
    assert asked(*records) == {"to-o": (2, 1), "-to-q": (1, 0), "-to_3": (1, 0), "-to_p": (1, 0)}
    first, second = responses(corpus(*records)).some[0].answers
    assert first.took
    assert second.took
    assert (first.took.values, second.took.values) == ({"n": 50}, {"n": 30})


def test_what_was_withdrawn_unanswered_and_who_is_uncertain_do_not_count() -> None:
    unsure: Tree = {"organization": "q", "uncertain": "true"}
    withdrawn: Tree = {"date": "2024-08-01"}
    assert asked(
        organization("o"),
        organization("q"),
        proposal("f-1", addressees=["o", unsure], withdrawn=withdrawn),
        proposal("f-2", addressees=["o"], history=[step(), answer("o")], withdrawn=withdrawn),
    ) == {"to-o": (1, 1)}


def test_a_part_or_the_whole_or_somebody_with_a_post_there_speaks_for_an_addressee() -> None:
    bodies = (
        organization("whole"),
        organization("part", parent="whole"),
        organization("desk", parent="part"),
        organization("other", parent="whole"),
        organization("new"),
        organization("old", successors=["part"]),
        speaker("p", memberships=[{"organization": "desk"}]),
    )
    actors: list[tuple[Tree, bool]] = [
        ("whole", True),
        ("part", True),
        ("desk", True),
        ("other", False),
        ("new", False),
        ("old", True),
        ({"person": "p"}, True),
        ({"name": "part"}, False),
    ]
    next_door: Tree = {"name": {"ko": "이웃", "en": "Next"}}
    for actor, speaks in actors:
        made = proposal(addressees=["part", next_door], history=[step(), answer(actor)])
        (found,) = answers_to(corpus(*bodies, made), made)
        assert bool(found.addressees) is speaks, actor
    made = proposal(addressees=[next_door], history=[step(), answer({"name": "next"})])
    assert next(answers_to(corpus(made), made)).addressees


def test_an_answer_by_nobody_is_no_addressee_s() -> None:
    bodies = (organization("o"), organization("q"))
    alone = proposal(addressees=["o"], history=[step(), answer()])
    assert asked(*bodies, alone) == {"-to-o": (1, 0)}
    several = proposal(addressees=["o", "q"], history=[step(), answer()])
    assert asked(*bodies, several) == {"-to-o": (1, 0), "-to-q": (1, 0)}


def test_whoever_answers_unasked_is_listed_too() -> None:
    made = proposal(addressees=["o"], history=[step(), answer("q")])
    assert asked(organization("o"), organization("q"), made) == {"to-q": (0, 1), "-to-o": (1, 0)}


def test_the_page_says_it_where_nobody_answered_and_where_nobody_was_asked() -> None:
    for language in LANGUAGES:
        texts = [
            Renderer(WORDS[language]).render(responses_page(made))
            for made in (corpus(proposal()), corpus(organization(), proposal(addressees=["o"])))
        ]
        words = WORDS[language]
        assert all(words("responses.none").partition(".")[0] in text for text in texts)
        assert texts[0] != texts[1]


def test_days_in_doubt_are_about_so_many() -> None:
    made = proposal(addressees=["o"], history=[step(), answer("o", "2024-08")])
    (one,) = responses(corpus(organization(), made)).some[0].answers
    assert one.took
    assert (one.took.key, one.took.values) == ("responses.about", {"n": 50})


@pytest.mark.parametrize(
    ("made", "given", "key"),
    [
        ("2024-06-12", "2024-06-12", "responses.same_day"),
        ("2024-06-12", "2024-06-13", "responses.after"),
        ("2024-06-12", "2024-06-13?", "responses.about"),
        ("2024-06-12", "2024-06-12?", None),
        ("2024-06-12", "2024-06", None),
        ("2024-06", "2024-06-20", None),
        ("2024-06", "2024-07-20", "responses.about"),
        ("2024-06-12", "2025", None),
        ("2024", "2025-03-01", None),
    ],
)
def test_days_that_cannot_be_counted_are_not(made: str, given: str, key: str | None) -> None:
    asked_one = proposal(addressees=["o"], history=[step(made), answer("o", given)])
    records = corpus(organization(), asked_one)
    (one,) = responses(records).some[0].answers
    assert (one.took.key if one.took else None) == key
    for language in LANGUAGES:
        Renderer(WORDS[language]).render(responses_page(records))


def test_an_organization_s_page_says_what_it_has_answered() -> None:
    unsure: Tree = {"organization": "o", "uncertain": "true"}
    made = corpus(
        organization(),
        proposal("f-1", addressees=["o"], history=[step(), answer("o")]),
        proposal("f-2", addressees=["o"]),
        proposal("f-3", addressees=["o"], withdrawn={"date": "2024-07-01"}),
        proposal("f-4", addressees=[unsure]),
    )
    page = party_page(made, made.organizations["o"])
    assert isinstance(page.view, PartyView)
    assert [row.is_answered for row in page.view.asked] == [True, False, None, None]


def filters(made: Corpus) -> dict[str, list[tuple[str, int]]]:
    return {
        one.name: [(value, number) for value, _, number in one.options] for one in proposal_list(made).filters
    }


def test_the_list_can_be_narrowed_to_what_was_answered_or_withdrawn_if_anything_was() -> None:
    found = filters(
        corpus(
            proposal("f-1", addressees=["o"], history=[step(), answer("o")]),
            proposal("f-2", withdrawn={"date": "2024-07-01"}),
            proposal("f-3", addressees=["o"], history=[step(), answer()]),
            proposal("f-4", history=[step(), answer("o")]),
            organization(),
        )
    )
    assert (found["answer"], found["withdrawn"]) == ([("answered", 1)], [("withdrawn", 1)])
    assert not {"answer", "withdrawn"} & filters(corpus(proposal())).keys()


def test_nothing_is_awaited_of_what_was_withdrawn_and_the_withdrawal_is_the_newest_of_it() -> None:
    made = corpus(proposal("f-1"), proposal("f-2", withdrawn={"date": "2024-07-01"}))
    day = made.proposals["f-1"].history[0].date
    later = type(day)(2030, 1, 1)
    assert [one.id for one in quiet(made, later)] == ["f-1"]
    (newest,) = follow_ups(made)
    assert (newest.link.fragment, newest.is_withdrawn) == ("withdrawn", True)


def test_whoever_is_there_for_several_bodies_speaks_for_each() -> None:
    part: Tree = {"person": "p", "role": "presenter", "organization": ["o", "q"]}
    made = asked(
        organization("o"),
        organization("q"),
        speaker(),
        forum(sessions=[session(contributions=[part])]),
        proposal(addressees=["q"], history=[step(), answer({"person": "p"})]),
    )
    assert made == {"to-q": (1, 1)}
