import pytest

from generator.corpus.rules import references
from generator.parsing.yaml_parser import Tree
from tests.content.rules.finding import found
from tests.support.small_corpus import (
    VOCABULARY,
    corpus,
    forum,
    organization,
    proposal,
    session,
    speaker,
    step,
    vocabulary,
)


def test_what_is_named_is_there() -> None:
    small = corpus(
        organization(),
        speaker(memberships=[{"organization": "o"}]),
        forum(
            organizers=[{"person": "p", "organization": "o", "role": "host"}],
            series="reading-city",
            sessions=[session(contributions=[{"person": "p", "role": "presenter", "sources": ["s"]}])],
        ),
        proposal(addressees=["o"], relations=[{"type": "related", "proposal": "f-1"}]),
    )
    assert found(references.named_records_exist, small) == []


@pytest.mark.parametrize(
    ("field", "target"),
    [
        ({"forum": "ff"}, "forum: there is no content/forums/ff.yml; did you mean 'f'?"),
        ({"sources": ["nowhere"]}, "sources[0].source: there is no content/sources/nowhere.yml; correct it"),
        ({"topics": ["shelfs"]}, "topics[0]: 'shelfs' is not in the topics of content/"),
        ({"topics": ["x"]}, "topics[0]: 'x' is not in the topics of content/"),
        ({"addressees": ["x"]}, "addressees[0].organization: there is no content/organizations/x.yml"),
        ({"addressees": [{"person": "x"}]}, "addressees[0].person: there is no content/speakers/x.yml"),
        ({"history": [step(status="x")]}, "history[0].status: 'x' is not in the statuses of"),
        ({"relations": [{"type": "related", "proposal": "x"}]}, "relations[0].proposal: there is"),
    ],
)  # fmt: skip
def test_what_is_named_and_not_there_is_told_where_it_is_named(field: dict[str, Tree], target: str) -> None:
    (line,) = found(references.named_records_exist, corpus(proposal(**field)))
    assert line.startswith(f"proposals/f-1: {target}")


def test_a_role_a_series_and_the_next_status_are_looked_up_too() -> None:
    statuses = VOCABULARY["statuses"]
    assert isinstance(statuses, list)
    assert isinstance(statuses[0], dict)
    words = vocabulary(statuses=[{**statuses[0], "next": ["gone"]}, *statuses[1:]])
    small = corpus(forum(series="x", organizers=[{"person": "p", "role": "x"}]), speaker(), vocabulary=words)
    assert [line.split(";")[0] for line in found(references.named_records_exist, small)] == [
        "vocabulary: statuses[0].next[0]: 'gone' is not in the statuses of content/vocabulary.yml",
        "forums/f: organizers[0].role: 'x' is not in the roles of content/vocabulary.yml",
        "forums/f: series: 'x' is not in the series of content/vocabulary.yml",
    ]


def test_what_is_there_but_wrong_in_itself_is_not_missing() -> None:
    named = proposal(addressees=[{"person": "p"}])
    assert found(references.named_records_exist, corpus(named, unread=[("speakers", "p")])) == []


def test_a_proposal_is_related_to_others_and_once_in_each_way() -> None:
    relations = [("amends", "b"), ("supports", "b"), ("amends", "b"), ("related", "a")]
    related: list[Tree] = [{"type": kind, "proposal": other} for kind, other in relations]
    lines = found(
        references.relations_lead_elsewhere, corpus(proposal("a", relations=related), proposal("b"))
    )
    assert [line.split(";")[0] for line in lines] == [
        "proposals/a: relations[2].proposal: 'amends' b is written twice",
        "proposals/a: relations[3].proposal: a proposal cannot be related to itself",
    ]


def ways(kind: str, **leads: str) -> list[str]:
    """What is found where each proposal of `leads` leads to the ones named, such as a="b c"."""
    small = corpus(
        *(
            proposal(key, relations=[{"type": kind, "proposal": other} for other in others.split()])
            for key, others in leads.items()
        )
    )
    return [
        line.split("circle: ")[1].split(";")[0] for line in found(references.relations_do_not_circle, small)
    ]


@pytest.mark.parametrize("kind", ["amends", "supersedes", "merged-into", "implemented-by"])
def test_relations_of_one_way_do_not_circle(kind: str) -> None:
    assert ways(kind, a="b", b="c", c="") == []
    assert ways(kind, a="b c", b="d", c="d", d="") == []
    assert ways(kind, a="b", b="a") == ["a → b → a"]
    assert ways(kind, c="a", a="b", b="c") == ["a → b → c → a"]


@pytest.mark.parametrize("kind", ["supports", "related"])
def test_other_relations_may(kind: str) -> None:
    assert ways(kind, a="b", b="a") == []


def test_each_circle_is_told_once_and_what_leads_into_it_is_not() -> None:
    assert ways("amends", a="b", b="c", c="b", d="b") == ["b → c → b"]
    assert ways("amends", a="b", b="a", c="d", d="c") == ["a → b → a", "c → d → c"]
    assert ways("amends", a="a") == []  # told as a relation to itself
    assert ways("amends", a="gone") == []


def test_a_circle_is_told_at_the_relation_that_is_in_it() -> None:
    small = corpus(
        proposal("a", relations=[{"type": "supports", "proposal": "b"}, {"type": "amends", "proposal": "b"}]),
        proposal("b", relations=[{"type": "amends", "proposal": "a"}]),
    )
    assert found(references.relations_do_not_circle, small) == [
        "proposals/a: relations[1]: 'amends' leads in a circle: a → b → a; delete one of these relations"
    ]


def test_a_long_way_is_no_circle() -> None:
    keys = [f"p{number}" for number in range(3_000)]
    leads = dict(zip(keys, [*keys[1:], ""], strict=True))
    assert ways("supersedes", **leads) == []


def test_no_organization_is_part_of_itself() -> None:
    def parents(**leads: str) -> list[str]:
        small = corpus(
            *(organization(key, parent=parent) for key, parent in leads.items()), organization("top")
        )
        return [
            line.split("circle: ")[1].split(";")[0] for line in found(references.parents_do_not_circle, small)
        ]

    assert parents(a="b", b="top") == []
    assert parents(a="a") == ["a → a"]
    assert parents(c="b", b="c", a="b") == ["b → c → b"]


def test_the_sessions_of_a_forum_differ() -> None:
    small = corpus(
        forum(sessions=[session("a"), session("b"), session("a")]), forum("g", sessions=[session("a")])
    )
    assert found(references.session_ids_differ, small) == [
        "forums/f: sessions[2].id: 'a' is the id of sessions[0] too; give one of them another"
    ]


def test_what_an_empty_list_cannot_offer_is_not_offered() -> None:
    related = proposal(relations=[{"type": "related", "proposal": "f-2"}])
    small = corpus(related, proposal("f-2"), vocabulary=vocabulary(relations=[]))
    assert found(references.named_records_exist, small) == [
        (
            "proposals/f-1: relations[0].type: 'related' is not in the relations of content/vocabulary.yml; "
            "that list is empty, so write it there, or delete this line"
        )
    ]


def test_a_document_without_a_type_needs_one_where_the_archive_has_no_other_documents() -> None:
    words = vocabulary(document_kinds=[{"id": "hansard", "label": {"ko": "속기록", "en": "verbatim record"}}])
    documents: Tree = [{"name": "자료", "url": "https://records.example.org/1"}]
    assert found(references.named_records_exist, corpus(forum(documents=documents), vocabulary=words)) == [
        (
            "forums/f: documents[0].type: a document without a type is 'other', and the document_kinds of "
            "content/vocabulary.yml have none of that id; write 'type:' with one of hansard"
        )
    ]
