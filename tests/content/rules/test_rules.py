"""All rules together: nothing is forgotten, each says its rule, none breaks on records that name nobody."""

import inspect
from types import ModuleType

import pytest

from generator.corpus.rules import (
    RULES,
    check_corpus,
    dates,
    frame,
    hidden_names,
    identifiers,
    licences,
    occasions,
    organizations,
    own_addresses,
    participants,
    paths,
    proposals,
    references,
    talks,
    vocabulary,
    waiting,
    withdrawn,
)
from generator.corpus.rules.finding import Rule
from tests.support.small_corpus import corpus, forum, organization, proposal, session, speaker

MODULES = (
    hidden_names,
    identifiers,
    licences,
    participants,
    talks,
    paths,
    organizations,
    own_addresses,
    proposals,
    references,
    dates,
    frame,
    occasions,
    vocabulary,
    waiting,
    withdrawn,
)


def rules_of(module: ModuleType) -> list[Rule]:
    """Its public functions of a corpus."""
    return [
        function
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if not name.startswith("_")
        and function.__module__ == module.__name__
        and list(inspect.signature(function).parameters) == ["corpus"]
    ]


def test_every_rule_is_asked_once() -> None:
    written = [rule for module in MODULES for rule in rules_of(module)]
    assert len(RULES) == len(set(RULES))
    assert set(RULES) == set(written)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.__name__))
def test_the_docstring_is_the_rule(rule: Rule) -> None:
    assert rule.__doc__
    assert rule.__doc__.strip().endswith(".")


def test_a_sound_corpus_breaks_no_rule() -> None:
    assert list(check_corpus(corpus(proposal(), speaker(), organization()))) == []


def test_records_that_name_what_is_not_there_are_asked_what_can_be_answered() -> None:
    lost = corpus(
        forum(series="x", organizers=[{"person": "x", "role": "x"}], sessions=[session()]),
        proposal(
            "a",
            forum="gone",
            session="x",
            topics=["x"],
            proposers=[{"person": "x"}],
            addressees=["x", {"person": "x"}],
            history=[{"date": "2024", "status": "x"}, {"date": "2023", "status": "y"}],
            relations=[{"type": "amends", "proposal": "gone"}],
        ),
        organization(parent="gone"),
        speaker(memberships=[{"organization": "gone"}]),
    )
    findings = list(check_corpus(lost))
    assert {finding.path for finding in findings} >= {"content/proposals/a.yml", "content/forums/f.yml"}
