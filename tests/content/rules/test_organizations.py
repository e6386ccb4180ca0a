import pytest

from generator.corpus.rules import organizations, references
from generator.parsing.yaml_parser import Tree
from tests.content.rules.finding import found
from tests.support.small_corpus import corpus, organization


@pytest.mark.parametrize(
    ("start", "end", "is_wrong"),
    [
        ("2010-05-02", "2010-05-01", True),
        ("2010-05-02", "2009", True),
        ("2010-05-02", "2010-05", False),
        ("2010", "2010", False),
        ("2010", "2012", False),
        (None, "2012", False),
        ("2010", None, False),
    ],
)
def test_an_end_is_not_before_the_beginning(start: Tree, end: Tree, is_wrong: bool) -> None:
    body = organization(founding_date=start, dissolution_date=end)
    assert bool(found(organizations.organization_ends_after_it_begins, corpus(body))) == is_wrong


def test_successors_are_others_and_each_is_named_once() -> None:
    made = corpus(organization("a", successors=["a", "b", "b"]), organization("b"))
    assert [line.split(";")[0] for line in found(organizations.successors_are_others, made)] == [
        "organizations/a: successors[0]: an organization does not succeed itself",
        "organizations/a: successors[2]: 'b' is already in successors[1]",
    ]


def test_successors_lead_in_no_circle() -> None:
    ring = (organization(key, successors=[after]) for key, after in ("ab", "bc", "ca"))
    (line,) = found(organizations.successors_do_not_circle, corpus(*ring))
    assert line.startswith("organizations/a: successors[0]: the successors lead in a circle: a → b → c → a")
    split = [organization("a", successors=["b", "c"]), organization("b", successors=["c"]), organization("c")]
    assert found(organizations.successors_do_not_circle, corpus(*split)) == []


@pytest.mark.parametrize(
    ("old", "new", "is_wrong"),
    [
        ({"dissolution_date": "2017"}, {"dissolution_date": "2016"}, True),
        ({"dissolution_date": "2017"}, {"dissolution_date": "2017"}, False),
        ({"founding_date": "2017"}, {"dissolution_date": "2016-12"}, True),
        ({"dissolution_date": "2017"}, {"founding_date": "1999"}, False),
        ({}, {"dissolution_date": "2016"}, False),
    ],
)
def test_a_successor_is_there_when_it_takes_over(
    old: dict[str, Tree], new: dict[str, Tree], is_wrong: bool
) -> None:
    made = corpus(organization("a", successors=["b"], **old), organization("b", **new))
    assert bool(found(organizations.successors_outlast_it, made)) == is_wrong


def test_a_successor_without_a_record_is_told_by_one_rule_alone() -> None:
    made = corpus(organization("a", successors=["x"], dissolution_date="2017"))
    assert found(organizations.successors_outlast_it, made) == []
    (line,) = found(references.named_records_exist, made)
    assert line.startswith("organizations/a: successors[0]: there is no content/organizations/x.yml")


def test_a_former_id_is_told_with_the_one_that_holds() -> None:
    made = corpus(organization("a", parent="before"), organization("b", redirect_from=["before"]))
    (line,) = found(references.named_records_exist, made)
    assert line == "organizations/a: parent: 'before' is a former id; write 'b'"


def test_lookups_lead_from_the_new_to_the_old() -> None:
    old = [organization("a", successors=["b"]), organization("b", successors=["d"], dissolution_date="2020")]
    made = corpus(*old, organization("c", successors=["d"]), organization("d"))
    body = made.organizations["d"]
    assert [one.id for one in made.predecessors_of(body)] == ["b", "c"]
    assert [one.id for one in made.all_predecessors_of(body)] == ["b", "c", "a"]
    assert [one.id for one in made.successors_of(made.organizations["a"])] == ["b"]
    assert [key for key, one in made.organizations.items() if made.has_ended(one)] == ["a", "b", "c"]


def test_a_body_that_will_end_is_still_there() -> None:
    made = corpus(organization(dissolution_date="2999"), organization("b", successors=["o"]))
    assert [made.has_ended(one) for one in made.organizations.values()] == [True, False]
