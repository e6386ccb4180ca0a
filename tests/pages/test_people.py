"""The pages of people and organizations: others of the name, and bodies before and after."""

from __future__ import annotations

from collections.abc import Iterable

from generator.corpus.corpus import Corpus, Who
from generator.exports.data.cells import name_in, names_of
from generator.models import LANGUAGES, Text
from generator.pages.list_rows import party_links
from generator.pages.page import PageLink
from generator.pages.people import party_list, party_page, party_view
from generator.pages.proposals import addressees
from generator.parsing.yaml_parser import Tree
from generator.rendering.renderer import Renderer
from generator.search.entries import organization_entry, speaker_entry
from tests.support.small_corpus import corpus, forum, organization, proposal, session, speaker
from tests.support.words import WORDS

FORMER: Tree = {"name": "옛"}
NAME: Tree = {"ko": "나한별", "en": "Na Hanbyeol"}


def targets(links: Iterable[PageLink]) -> list[str]:
    return [link.target for link in links]


def page_of(made: Corpus, who: Who, language: str) -> str:
    """The page as Markdown."""
    for tag in LANGUAGES:
        if tag == language:
            return Renderer(WORDS[tag]).render(party_page(made, who))
    raise KeyError(language)


def two() -> Corpus:
    council = organization("o", name={"ko": "한별시의회", "en": "Hanbyeol City Council"})
    post: Tree = {"organization": "o", "position": {"ko": "의원", "en": "Councillor"}}
    return corpus(
        council,
        speaker("a", name=NAME, memberships=[post]),
        speaker("b", name=NAME),
        proposal(addressees=[{"person": "a"}, {"person": "b"}]),
    )


def test_two_of_one_name_name_each_other() -> None:
    made = two()
    view = party_view(made, made.speakers["a"])
    assert targets(view.namesakes) == ["speakers/b.md"]
    assert "이름이 같은 다른 사람: [나한별" in page_of(made, made.speakers["a"], "ko")
    english = page_of(made, made.speakers["b"], "en")
    assert "Another person of this name: [Na Hanbyeol" in english
    assert '\ntitle: "Na Hanbyeol (b)"\n' in english
    assert '\ndescription: "Na Hanbyeol (b)"\n' in english


def test_two_of_one_name_are_told_apart_in_lists_filters_search_and_tables() -> None:
    made = two()
    rows = [row.link.label for row in party_list(made, list(made.speakers.values())).rows]
    entries = [speaker_entry(made, one).shown_title for one in made.speakers.values()]
    options = list(addressees(made).values())
    cells = [name_in(names_of(made), "speakers", key, "en") for key in "ab"]
    assert options == rows
    assert [label.en for label in rows if isinstance(label, Text)] == cells
    assert [entry["en"] for entry in entries] == cells
    assert cells == ["Na Hanbyeol (Councillor, Hanbyeol City Council)", "Na Hanbyeol (b)"]


def test_a_post_tells_apart_by_itself_unless_both_have_it() -> None:
    reporter: Tree = {"ko": "기자"}
    editor: Tree = {"ko": "편집장"}
    names = []
    for second in (editor, reporter):
        parts: list[Tree] = [
            {"person": key, "role": "presenter", "position": post}
            for key, post in (("a", reporter), ("b", second))
        ]
        made = corpus(
            speaker("a", name=NAME), speaker("b", name=NAME), forum(sessions=[session(contributions=parts)])
        )
        rows = [party_links(made, part.participant) for part in made.participations_at(made.forums["f"])]
        names.append([row.person.label for row in rows if row.person])
    apart, alike = names
    assert [label.ko for label in apart if isinstance(label, Text)] == ["나한별", "나한별"]
    assert [label.ko for label in alike if isinstance(label, Text)] == [
        "나한별 (기자, a)",
        "나한별 (기자, b)",
    ]


def renamed() -> Corpus:
    return corpus(
        organization(
            "a", name="옛부", successors=["b"], dissolution_date="2013", other_names=[{"name": "옛"}]
        ),
        organization("b", name="중간부", successors=["c"], founding_date="2013", dissolution_date="2017-07"),
        organization("c", name="새부", founding_date="2017-07"),
        proposal("f-1", addressees=["a"]),
        proposal("f-2", addressees=["a"]),
        proposal("f-3", addressees=["c"]),
    )


def test_bodies_lead_to_those_before_and_after() -> None:
    made = renamed()
    old, middle, new = (party_view(made, one) for one in made.organizations.values())
    assert [targets(one.successors) for one in (old, middle, new)] == [
        ["organizations/b.md"],
        ["organizations/c.md"],
        [],
    ]
    assert [targets(one.predecessors) for one in (old, middle, new)] == [
        [],
        ["organizations/a.md"],
        ["organizations/b.md"],
    ]
    assert [bool(one.ended) for one in (old, middle, new)] == [True, True, False]


def test_what_asked_the_bodies_before_is_counted_apart() -> None:
    made = renamed()
    view = party_view(made, made.organizations["c"])
    assert len(view.asked) == 1
    ((link, number),) = view.asked_before
    assert (link.target, link.fragment, number) == ("organizations/a.md", "asked", 2)
    page = page_of(made, made.organizations["c"], "ko")
    assert "## 앞선 기관이 받은 제안 {: #asked-before }" in page
    assert "앞선 기관\n:   [중간부](b.md)" in page
    assert "뒤를 이은 기관\n:   [중간부](b.md)" in page_of(made, made.organizations["a"], "ko")
    assert "Succeeded by\n:   [" in page_of(made, made.organizations["a"], "en")


def test_an_old_name_finds_the_new_body() -> None:
    made = renamed()
    new = organization_entry(made, made.organizations["c"])
    assert {"옛부", "옛", "중간부"} <= set(new.named)
    old = organization_entry(made, made.organizations["a"])
    assert old.title["ko"] == "옛부"


def test_a_list_marks_what_is_no_more() -> None:
    made = renamed()
    rows = party_list(made, list(made.organizations.values())).rows
    assert [str(row.ended.date) if row.ended else None for row in rows] == ["2013", "2017-07", None]


def test_an_organization_s_page_names_those_whom_no_source_names() -> None:
    part: Tree = {"name": {"ko": "참가자", "en": "A participant"}, "role": "presenter", "organization": "o"}
    body = organization()
    made = corpus(body, forum(sessions=[session(contributions=[part])]))
    assert "참가자" in page_of(made, body, "ko")
    assert "A participant" in page_of(made, body, "en")
