"""Identifiers in other registers."""

from __future__ import annotations

import pytest

from generator.corpus.rules import identifiers as rules
from generator.parsing.yaml_parser import Tree
from tests.content.rules.finding import found
from tests.support.small_corpus import corpus, organization, speaker


def numbered(scheme: str, identifier: str) -> Tree:
    return {"scheme": scheme, "identifier": identifier}


@pytest.mark.parametrize(
    ("scheme", "identifier"),
    [
        ("wikidata", "Q42"),
        ("wikidata", "http://www.wikidata.org/entity/Q42"),
        ("wikidata", "https://www.wikidata.org/wiki/Special:EntityData/Q42.json"),
        ("orcid", "0000-0002-1825-0097"),
        ("orcid", "0000-0002-1694-233x"),
        ("isni", "0000 0001 2103 2683"),
        ("viaf", "https://viaf.org/viaf/12345/"),
        ("assembly", "https://www.assembly.go.kr/members/22nd/SOMEBODY"),
    ],
)
def test_what_a_register_has_is_as_it_should_be(scheme: str, identifier: str) -> None:
    small = corpus(speaker(identifiers=[numbered(scheme, identifier)]))
    assert found(rules.identifiers_are_written_as_registered, small) == []


@pytest.mark.parametrize(
    ("scheme", "identifier", "told"),
    [
        ("wikidata", "42", "'42' is not written as wikidata writes it; write one such as Q42"),
        ("wikidata", "Q0", "'Q0' is not written as wikidata writes it; write one such as Q42"),
        ("assembly", "!", "write one such as 1234567"),
        ("wikidata", "https://wiki.example.org/Q2", "is no address of wikidata; write the identifier alone"),
        ("orcid", "0000-0002-1825-0098", "the check digit of '0000-0002-1825-0098' is wrong"),
        (
            "orcid",
            "https://orcid.org/0000-0002-1825-0098",
            "the check digit of '0000-0002-1825-0098' is wrong",
        ),
        ("isni", "0000000121032684", "the check digit of '0000000121032684' is wrong"),
        ("viaf", "Q1", "is not written as viaf writes it"),
        ("ror", "05dxps055", "ror numbers organizations alone"),
        ("bill", "2200001", "bill numbers proposals alone"),
    ],
)
def test_what_it_cannot_have_is_told(scheme: str, identifier: str, told: str) -> None:
    small = corpus(speaker(identifiers=[numbered(scheme, identifier)]))
    (line,) = found(rules.identifiers_are_written_as_registered, small)
    assert told in line


def test_the_address_at_which_ror_gives_data_is_an_organizations() -> None:
    small = corpus(organization(identifiers=[numbered("ror", "https://api.ror.org/organizations/05a28rw58")]))
    assert found(rules.identifiers_are_written_as_registered, small) == []
    (identifier,) = small.organizations["o"].identifiers
    assert identifier.identifier == "05a28rw58"


def test_nobody_is_registered_twice() -> None:
    one, other = numbered("wikidata", "Q1"), numbered("viaf", "1")
    merge = "identifier; merge the two or correct one"
    part = "identifier, and a person is no organization; correct one of the two"
    small = corpus(
        speaker("a", identifiers=[one]),
        speaker("b", identifiers=[other, numbered("wikidata", "https://m.wikidata.org/wiki/Q1")]),
        organization(identifiers=[other, other]),
    )
    assert found(rules.registered_only_once, small) == [
        f"speakers/b: identifiers[1].identifier: content/speakers/a.yml has the same wikidata {merge}",
        f"organizations/o: identifiers[0].identifier: content/speakers/b.yml has the same viaf {part}",
        (
            "organizations/o: identifiers[1].identifier: this is written in identifiers[0] too; delete "
            "one of the two"
        ),
    ]
