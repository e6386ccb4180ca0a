import pytest

from generator.corpus.rules import proposals
from generator.parsing.yaml_parser import Tree
from tests.content.rules.finding import found
from tests.support.small_corpus import VOCABULARY, corpus, forum, proposal, session, speaker, step, vocabulary


def test_a_history_begins_with_a_first_status() -> None:
    rule = proposals.history_begins_at_first_status
    assert found(rule, corpus(proposal())) == []
    assert found(rule, corpus(proposal(history=[step(status="adopted")]))) == [
        "proposals/f-1: history[0].status: a history cannot begin with 'adopted'; begin it with proposed"
    ]


def test_a_status_that_is_not_there_is_told_by_another_rule() -> None:
    small = corpus(proposal(history=[step(status="lost"), step(status="found")]))
    assert found(proposals.history_begins_at_first_status, small) == []
    assert found(proposals.history_steps_are_allowed, small) == []


def test_a_vocabulary_without_a_first_status_is_told_once_and_not_at_every_proposal() -> None:
    statuses = VOCABULARY["statuses"]
    assert isinstance(statuses, list)
    assert isinstance(statuses[0], dict)
    none_first = vocabulary(statuses=[{**statuses[0], "first": "false"}, *statuses[1:]])
    assert found(proposals.history_begins_at_first_status, corpus(proposal(), vocabulary=none_first)) == []


@pytest.mark.parametrize(
    ("statuses", "wrong"),
    [
        (["proposed", "adopted", "done"], None),
        (["proposed", "proposed", "proposed"], None),
        (["proposed", "done"], "'done' cannot follow 'proposed'; write one of proposed, adopted, rejected"),
        (["proposed", "rejected", "adopted"], "'adopted' cannot follow 'rejected'; write one of rejected"),
    ],
)
def test_a_status_follows_only_where_the_vocabulary_says_so(statuses: list[str], wrong: str | None) -> None:
    lines = found(
        proposals.history_steps_are_allowed, corpus(proposal(history=[step(status=one) for one in statuses]))
    )
    assert [wrong in line for line in lines] == [True] if wrong else lines == []


def test_a_session_is_one_of_the_forum() -> None:
    rule = proposals.session_is_of_the_forum
    assert found(rule, corpus(forum(sessions=[session("talk")]), proposal(session="talk"))) == []
    assert found(rule, corpus(forum(sessions=[session("talk")]), proposal(session="tlak"))) == [
        "proposals/f-1: session: f has no session 'tlak'; did you mean 'talk'?"
    ]
    assert found(rule, corpus(forum(sessions=[session("talk")]), proposal(session="xyz"))) == [
        "proposals/f-1: session: f has no session 'xyz'; its sessions are talk"
    ]
    assert found(rule, corpus(proposal(session="talk"))) == [
        "proposals/f-1: session: f has no session 'talk'; it has none; delete this line"
    ]
    assert found(rule, corpus(proposal(forum="other", session="talk"))) == []


def test_a_forum_that_proposes_is_the_proposals_own() -> None:
    rule = proposals.proposing_forum_is_the_forum
    assert found(rule, corpus(proposal())) == []
    assert found(rule, corpus(forum("g"), proposal(proposers=[{"forum": "g"}]))) == [
        "proposals/f-1: proposers[0].forum: 'g' is not this proposal's forum; write f"
    ]


@pytest.mark.parametrize(
    "forum_fields",
    [
        {"organizers": [{"person": "p", "role": "host"}]},
        {"sessions": [session(contributions=[{"person": "p", "role": "presenter"}])]},
    ],
)
def test_who_proposes_took_part(forum_fields: dict[str, Tree]) -> None:
    by_p = proposal(proposers=[{"person": "p"}])
    assert found(proposals.proposers_took_part, corpus(forum(**forum_fields), speaker(), by_p)) == []


def test_who_did_not_take_part_cannot_propose() -> None:
    small = corpus(speaker(), proposal(proposers=[{"organization": "o"}, {"person": "p"}]))
    (line,) = found(proposals.proposers_took_part, small)
    assert line.startswith("proposals/f-1: proposers[1].person: 'p' takes no part in f; add the contribution")


def test_nobody_is_named_twice() -> None:
    small = corpus(
        proposal(
            proposers=[{"person": "p"}, {"person": "p", "organization": "o"}, {"person": "p"}],
            addressees=["o", {"name": "시"}, {"organization": "o", "uncertain": "true"}, {"name": "시"}],
        )
    )
    assert [line.split(": ")[1] for line in found(proposals.parties_named_once, small)] == [
        "proposers[2]",
        "addressees[2]",
        "addressees[3]",
    ]


def test_no_topic_is_named_twice() -> None:
    small = corpus(proposal(topics=["shelves", "robots", "shelves"]))
    assert found(proposals.topics_named_once, small) == [
        "proposals/f-1: topics[2]: 'shelves' is written in topics[0] too; delete one"
    ]


def test_forums_and_proposals_cite_a_source() -> None:
    small = corpus(forum(sources=[]), proposal(sources=[]), speaker())
    assert found(proposals.statements_have_sources, small) == [
        "forums/f: sources: no source is cited; write where this is reported",
        "proposals/f-1: sources: no source is cited; write where this is reported",
    ]


def test_every_step_after_the_first_cites_a_source() -> None:
    history = [step(sources=[]), step("2024-07-01", "adopted"), step("2024-08-01", "done", sources=[])]
    assert found(proposals.follow_ups_have_sources, corpus(proposal(history=history))) == [
        "proposals/f-1: history[2].sources: this step cites no source; write where this is reported"
    ]


def test_no_two_proposals_are_cited_alike() -> None:
    small = corpus(proposal("a"), proposal("b", identifier="a"), proposal("c", identifier="c"))
    (line,) = found(proposals.identifiers_differ, small)
    assert line.startswith(
        "proposals/b: identifier: 'a' is the identifier, the id or a former id of content/"
    )


def test_a_short_address_leads_to_one_proposal() -> None:
    owner = proposal("a", identifier="number-1", redirect_from=["old"])
    for taken in ("a", "old", "number-1"):
        (line,) = found(proposals.identifiers_differ, corpus(owner, proposal("b", identifier=taken)))
        assert line.startswith(f"proposals/b: identifier: '{taken}' is ")
    assert not found(proposals.identifiers_differ, corpus(owner, proposal("b", identifier="number-2")))
