"""Names whose parts are not theirs, hidden names that stand somewhere all the same, older successors."""

from __future__ import annotations

import pytest

from generator.parsing.yaml_parser import Tree
from tests.content.warnings.warned import body, person, warned
from tests.support.small_corpus import corpus, forum, page, proposal, session, source, taken_out


@pytest.mark.parametrize(
    ("name", "family", "given", "told"),
    [
        ("Han Bitsol", "Han", "Bitsol", []),
        ("Han Bitsol", "HAN", "Bit-sol", []),
        ("Ludwig van der Berg", "van der Berg", "Ludwig", []),
        ("José Núñez", "Nunez", "Jose", []),
        ("Sukarno", "Sukarno", None, []),
        ("Han Bitsol", "Kim", "Bitsol", ["family_name.en"]),
        ("Han Bitsol", "Han", "Bit", []),
        ("Han Bitsol", "Han", "Bitseol", ["given_name.en"]),
    ],
)
def test_the_parts_of_a_name_are_in_it(name: str, family: str, given: str | None, told: list[str]) -> None:
    parts: dict[str, Tree] = {"family_name": {"en": family}}
    if given:
        parts["given_name"] = {"en": given}
    found = warned(corpus(person("p", None, name, **parts)), "name-parts")
    assert [line.split(": ")[1] for line in found] == told


def test_parts_in_a_language_in_which_the_name_is_not_known_are_left_alone() -> None:
    assert warned(corpus(person("p", "한빛솔", None, family_name={"en": "Kim"})), "name-parts") == []


HIDING: Tree = [{"name": "모옛별", "hidden": "true"}, {"name": "Mo Yet-byeol", "hidden": "true"}]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("모옛별 의원이 말했다.", True),
        ("전모옛별의원", True),
        ("모 옛별", True),
        ("모옛 별들", True),
        ("모두 옛 별", False),
        ("by Mo Yetbyeol.", True),
        ("YET-BYEOL MO", True),
        ("yetbyeol, mo", True),
        ("Mo Yetbyeolla", False),
        ("amo yetbyeol", False),
        ("모단비", False),
    ],
)
def test_a_hidden_name_stands_in_no_text(text: str, is_told: bool) -> None:
    made = corpus(person("p", "모단비", "Mo Danbi", other_names=HIDING), proposal(abstract={"ko": text}))
    assert len(warned(made, "hidden-name")) == int(is_told)


def test_a_word_that_is_shipped_is_nobodys_hidden_name() -> None:
    hiding: Tree = [{"name": "Wikidata", "hidden": "true"}]
    made = corpus(person("p", "모단비", "Mo Danbi", other_names=hiding))
    assert "Wikidata" in {one.label.en for one in made.vocabulary.registers}
    assert warned(made, "hidden-name") == []


def test_a_hidden_name_stands_nowhere_else_either() -> None:
    part: Tree = {"person": "mo-yetbyeol", "role": "presenter", "as_printed": "Mo Yetbyeol"}
    made = corpus(
        person("mo-yetbyeol", "모단비", "Mo Danbi", other_names=HIDING, redirect_from=["yetbyeol-mo"]),
        person("q", "모옛별", "Mo Danso"),
        forum(sessions=[session(contributions=[part])]),
        source(title="모옛별 인터뷰"),
        pages=[page(text="모옛별")],
        files=["slides/mo-yetbyeol.pdf"],
    )
    assert [line.rpartition(": a name")[0] for line in warned(made, "hidden-name")] == [
        "forums/f: sessions[0].contributions[0].as_printed",
        "speakers/mo-yetbyeol: ",
        "speakers/q: name.ko",
        "sources/s: title.ko",
        "sources/s: title.en",
        "pages/about.ko.md: ",
        "files/slides/mo-yetbyeol.pdf: ",
    ]


def test_a_former_name_is_a_name_for_likely_doubles() -> None:
    made = corpus(person("p", "모단비", other_names=HIDING), person("q", "모옛별", "Mo Danso"))
    (line,) = warned(made, "likely-double")
    assert line.startswith("speakers/q: name: content/speakers/p.yml seems")


@pytest.mark.parametrize(
    ("first", "second", "is_told"),
    [("2015", "1995", True), ("2015", "2015", False), ("2015-03", "2015", False), ("1995", "2015", False)],
)
def test_a_successor_is_not_older(first: str, second: str, is_told: bool) -> None:
    old = body("a", "등불사", None, founding_date=first, successors=["b"])
    made = corpus(old, body("b", "서가사", None, founding_date=second))
    assert bool(warned(made, "older-successor")) == is_told


def test_the_name_of_somebody_who_was_taken_out_stands_nowhere_either() -> None:
    note: Tree = {"ko": "본인의 뜻", "en": "Kim Sarajim asked for it"}
    made = corpus(
        person("p", "모단비", "Mo Danbi", biography={"ko": "말", "en": "With Sarajim, Kim"}),
        source("kim-sarajim-interview"),
        files=["portraits/kim-sarajim.jpg", "portraits/kimchi-sarajim.jpg"],
        withdrawn=[
            taken_out("speakers/kim-sarajim-2", note=note),
            taken_out("speakers/kim"),
            taken_out("organizations/the-portraits"),
        ],
    )
    assert [line.partition(": this has")[0] for line in warned(made, "hidden-name")] == [
        "speakers/p: biography.en",
        "sources/kim-sarajim-interview: ",
        "files/portraits/kim-sarajim.jpg: ",
        "withdrawn: [0].note.en",
    ]
