from __future__ import annotations

import pytest

from generator.corpus.corpus import Corpus
from generator.models import Text
from generator.parsing.yaml_parser import Tree
from tests.support.small_corpus import corpus, forum, organization, proposal, session, speaker

NAME: Tree = {"ko": "나한별", "en": "Na Hanbyeol"}
COUNCIL: Tree = {"organization": "o", "position": {"ko": "의원", "en": "Councillor"}}
TEACHER: Tree = {"organization": "u", "position": {"ko": "교수", "en": "Professor"}}
BODIES = (
    organization("o", name={"ko": "한별시의회", "en": "Hanbyeol City Council"}),
    organization("u", name={"ko": "별대학교", "en": "Star University"}),
)


def names(made: Corpus) -> list[tuple[str | None, str | None]]:
    shown = [made.shown_name(one) for one in made.speakers.values()]
    return [(name.ko, name.en) for name in shown]


def test_a_name_of_ones_own_is_shown_as_it_is() -> None:
    made = corpus(speaker("a", name=NAME), speaker("b", name="구름달"))
    assert names(made) == [("나한별", "Na Hanbyeol"), ("구름달", "구름달")]
    assert made.namesakes_of(made.speakers["a"]) == ()


def test_todays_posts_tell_apart() -> None:
    made = corpus(
        *BODIES,
        speaker("a", name=NAME, memberships=[COUNCIL]),
        speaker("b", name=NAME, memberships=[TEACHER]),
    )
    assert names(made) == [
        ("나한별 (한별시의회 의원)", "Na Hanbyeol (Councillor, Hanbyeol City Council)"),
        ("나한별 (별대학교 교수)", "Na Hanbyeol (Professor, Star University)"),
    ]
    assert [one.id for one in made.namesakes_of(made.speakers["a"])] == ["b"]


def test_a_former_post_is_none_of_today() -> None:
    former: Tree = {**COUNCIL, "end_date": "2020"} if isinstance(COUNCIL, dict) else {}
    made = corpus(
        *BODIES,
        speaker("a", name=NAME, memberships=[former, TEACHER]),
        speaker("b", name=NAME, memberships=[COUNCIL]),
    )
    assert names(made)[0][0] == "나한별 (별대학교 교수)"


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ({"ko": "나한별", "en": "Na Hanbyeol"}, {"ko": "나한별", "en": "Ra Hanbyul"}, (True, False)),
        ({"ko": "나한별", "en": "Na Hanbyeol"}, {"ko": "나 한별", "en": "NA, Hanbyeol"}, (True, True)),
        ({"ko": "나한별"}, {"ko": "나한별"}, (True, False)),
        ({"ko": "라한별", "en": "Na Hanbyeol"}, {"ko": "나한별", "en": "Na Hanbyeol"}, (False, True)),
    ],
)
def test_names_are_told_apart_in_the_language_in_which_they_are_one(
    one: Tree, other: Tree, told: tuple[bool, bool]
) -> None:
    made = corpus(speaker("a", name=one), speaker("b", name=other))
    ((korean, english), _) = names(made)
    assert ("(a)" in (korean or ""), "(a)" in (english or "")) == told


def test_the_first_forum_tells_apart_by_the_post_there_or_else_by_itself() -> None:
    first = forum(
        "e",
        name="첫 포럼",
        start_date="2020-02-03",
        sessions=[session(contributions=[{"person": "a", "role": "presenter", "position": "기자"}])],
    )
    later = forum(
        "f", sessions=[session(contributions=[{"person": one, "role": "presenter"} for one in "ab"])]
    )
    made = corpus(first, later, speaker("a", name=NAME), speaker("b", name=NAME))
    assert [korean for korean, _ in names(made)] == ["나한별 (기자)", "나한별 (포럼, 2024)"]


def test_where_all_is_equal_the_ids_tell_apart() -> None:
    both = [speaker(key, name=NAME, memberships=[COUNCIL]) for key in ("a", "b")]
    made = corpus(*BODIES, *both, speaker("c", name=NAME))
    assert [english for _, english in names(made)] == [
        "Na Hanbyeol (Councillor, Hanbyeol City Council, a)",
        "Na Hanbyeol (Councillor, Hanbyeol City Council, b)",
        "Na Hanbyeol (c)",
    ]


def test_a_deeper_fact_tells_apart_whom_the_post_does_not() -> None:
    parts: list[Tree] = [{"person": "a", "role": "presenter"}]
    made = corpus(
        *BODIES,
        forum("e", name="첫 포럼", start_date="2020", sessions=[session(contributions=parts)]),
        speaker("a", name=NAME, memberships=[COUNCIL]),
        speaker("b", name=NAME, memberships=[COUNCIL]),
    )
    assert [korean for korean, _ in names(made)] == ["나한별 (첫 포럼, 2020)", "나한별 (한별시의회 의원)"]


def test_organizations_are_told_apart_by_the_one_above() -> None:
    made = corpus(*BODIES, organization("x", name="기획과", parent="o"), organization("y", name="기획과"))
    shown = [made.shown_name(made.organizations[key]) for key in "xy"]
    assert [name.ko for name in shown] == ["기획과 (한별시의회)", "기획과 (y)"]


def test_other_records_are_shown_by_their_names_and_titles() -> None:
    made = corpus(proposal())
    assert made.shown_name(made.proposals["f-1"]) == Text(ko="밤에도 열자", en="밤에도 열자")
