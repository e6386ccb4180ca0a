"""All warnings together: each has a name that records can silence, and a rule that its docstring is."""

from __future__ import annotations

import time
from typing import get_args

import pytest

from generator.corpus.rules.finding import Rule
from generator.corpus.warnings import WARNINGS, WARNINGS_OF_A_DAY, WARNINGS_UNTIL_A_DAY, warn_corpus
from generator.models.warning_names import WarningName
from tests.content.warnings.warned import OWN, body, own_site, person, warned
from tests.support.small_corpus import corpus, forum, page, proposal, site, vocabulary


def test_each_name_is_one_warning() -> None:
    assert [*WARNINGS, *WARNINGS_UNTIL_A_DAY, *WARNINGS_OF_A_DAY] == list(get_args(WarningName))


@pytest.mark.parametrize("rule", WARNINGS.values(), ids=lambda rule: str(rule.__name__))
def test_the_docstring_is_the_rule(rule: Rule) -> None:
    assert (rule.__doc__ or "").strip().endswith(".")


def test_a_record_silences_its_own_warning_and_no_other() -> None:
    one, other = (body(key, f"서가등불사다리부{key}", classification="government") for key in "ab")
    silent = one.model_copy(update={"silence": ("no-other-name",)})
    assert [line.partition(":")[0] for line in warned(corpus(one, other), "no-other-name")] == [
        "organizations/a", "organizations/b",
    ]  # fmt: skip
    assert [line.partition(":")[0] for line in warned(corpus(silent, other), "no-other-name")] == [
        "organizations/b"
    ]


def test_the_site_silences_its_own_and_those_of_pages() -> None:
    fields = {**OWN, "address": "https://example.org/"}
    text = page(text="desk@example.org 02-123-4567")
    told = warned(corpus(site=site(**fields), pages=[text]), "example-address", "private-contact")
    assert len(told) == 3
    silent = site(**fields, silence=["example-address"])
    told = warned(corpus(site=silent, pages=[text]), "example-address", "private-contact", "idle-silence")
    assert [line.partition(":")[0] for line in told] == ["pages/about.ko.md"]


def test_the_vocabulary_silences_its_own() -> None:
    label = "topics[0].label"
    assert any(label in line for line in warned(own_site(), "one-language"))
    silent = corpus(site=site(**OWN), vocabulary=vocabulary(silence=["one-language"]))
    assert not any(label in line for line in warned(silent, "one-language"))


def test_a_silence_of_nothing_is_told_but_not_that_of_a_day() -> None:
    made = corpus(proposal(silence=["private-contact", "not-looked-at"]))
    assert warned(made, "idle-silence") == [
        "proposals/f-1: silence[0]: there is no warning 'private-contact' here to silence; delete it"
    ]
    unread = corpus(proposal(silence=["private-contact"]), unread=[("speakers", "x"), ("pages", "about")])
    assert warned(unread, "idle-silence") == []


def test_records_that_name_what_is_not_there_are_asked_what_can_be_answered() -> None:
    lost = corpus(
        forum(series="x"),
        proposal("a", forum="gone", history=[{"date": "2024", "status": "x"}], sources=["gone"]),
    )
    assert list(warn_corpus(lost))


def test_the_cost_grows_with_the_records_alone() -> None:
    def seconds(number: int) -> float:
        made = corpus(*(person(f"p{key}", "한빛솔", "Han Bitsol") for key in range(number)))
        started = time.process_time()
        assert len(list(warn_corpus(made))) >= number - 1
        return time.process_time() - started

    seconds(100)
    assert seconds(2_000) < 8 * max(seconds(500), 0.005)
