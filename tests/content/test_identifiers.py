"""Identifiers are kept bare, however they were pasted."""

from __future__ import annotations

import pytest

from generator.corpus.identifiers import address_of_identifier, bare_identifier
from generator.models import Register
from generator.parsing.yaml_parser import Tree
from tests.support.small_corpus import corpus, speaker

REGISTERS = corpus().registers


@pytest.mark.parametrize(
    ("scheme", "written", "bare"),
    [
        ("wikidata", "Q42", "Q42"),
        ("wikidata", "q42", "Q42"),
        ("wikidata", "https://www.wikidata.org/wiki/Q42", "Q42"),
        ("wikidata", "http://www.wikidata.org/entity/Q42", "Q42"),
        ("wikidata", "https://m.wikidata.org/wiki/Q42#P31", "Q42"),
        ("wikidata", "https://www.wikidata.org/wiki/Special:EntityPage/Q42", "Q42"),
        ("wikidata", "wikidata.org/wiki/Q42/", "Q42"),
        ("wikidata", "wikidata: Q42", "Q42"),
        ("orcid", "https://orcid.org/0000-0002-1694-233X", "0000-0002-1694-233X"),
        ("orcid", "http://orcid.org/0000-0002-1694-233x/", "0000-0002-1694-233X"),
        ("orcid", "www.orcid.org/0000-0002-1694-233X", "0000-0002-1694-233X"),
        ("orcid", "000000021694233x", "0000-0002-1694-233X"),
        ("orcid", "0000 0002 1694 233X", "0000-0002-1694-233X"),
        ("orcid", "0000–0002–1694–233X", "0000-0002-1694-233X"),
        ("orcid", "０000-0002-1694-233X", "0000-0002-1694-233X"),
        ("isni", "0000 0001 2103 2683", "0000000121032683"),
        ("isni", "ISNI 0000 0001 2103 2683", "0000000121032683"),
        ("isni", "https://isni.org/isni/0000000121032683", "0000000121032683"),
        ("isni", "https://www.isni.org/0000000121032683", "0000000121032683"),
        ("viaf", "https://viaf.org/viaf/113230702/#Adams", "113230702"),
        ("ror", "https://ror.org/05DXPS055", "05dxps055"),
        ("assembly", "https://www.assembly.go.kr/members/22nd/SOMEBODY", "SOMEBODY"),
        ("assembly", "https://open.assembly.go.kr/portal/assm/member.do?st=22&monaCd=ABC12345", "ABC12345"),
        ("assembly", "https://www.assembly.go.kr/portal/assm/search/member.do?memberId=123", "123"),
        ("assembly", "https://www.assembly.go.kr/portal/assm/search/member.do", None),
        ("assembly", "https://www.assembly.go.kr/members", None),
        ("orcid", "ORCID iD: 0000-0002-1694-233X", "0000-0002-1694-233X"),
        ("bill", "의안번호 제2212345호", "2212345"),
        ("bill", "제22-12345호", "2212345"),
        ("viaf", "0113230702", None),
        ("wikidata", "https://wiki.example.org/Q42", None),
        ("wikidata", "https://wikidata.org.example.org/wiki/Q42", None),
        ("orcid", "0000-0002-1694", None),
        ("orcid", "https://orcid.org/", None),
        ("orcid", "https://[orcid.org/0000-0002-1694-233X", None),
    ],
)
def test_a_pasted_address_is_the_bare_identifier(scheme: str, written: str, bare: str | None) -> None:
    assert bare_identifier(REGISTERS[scheme], written) == bare


def test_a_record_holds_the_bare_identifier_and_what_is_wrong_as_it_was_written() -> None:
    pasted: Tree = [
        {"scheme": "orcid", "identifier": "https://orcid.org/0000-0002-1694-233X"},
        {"scheme": "viaf", "identifier": "x"},
    ]
    kept = corpus(speaker(identifiers=pasted)).speakers["p"].identifiers
    assert [one.identifier for one in kept] == ["0000-0002-1694-233X", "x"]


def test_a_register_may_have_no_addresses() -> None:
    assert address_of_identifier(REGISTERS["orcid"], "1-2") == "https://orcid.org/1-2"
    assert address_of_identifier(REGISTERS["bill"], "2200001") is None


@pytest.mark.parametrize(
    ("pattern", "address", "written", "bare"),
    [
        ("[0-9]{4}/[0-9]{1,4}", "https://bills.kr/{}", "https://www.bills.kr/2031/17", "2031/17"),
        ("[0-9]{4}/[0-9]{1,4}", "https://bills.kr/{}", "bills.kr/2031%2F17", "2031/17"),
        ("[0-9]{4}/[0-9]{1,4}", "https://bills.kr/{}/text", "http://bills.kr/2031/17/text", "2031/17"),
        ("B-[0-9]{2}", "https://bills.kr/#/bill/{}", "https://bills.kr/#/bill/B-12", "B-12"),
        ("B-[0-9]{2}", "https://bills.kr/?q={}&form=long", "https://bills.kr/?form=short&q=B-12", "B-12"),
        ("[0-9A-Z-]{1,40}", "https://bills.kr/{}", "https://bills.kr/B-12#CHAPTER-1", "B-12"),
        (
            "10.[0-9]{4}/[a-z.]{1,9}",
            "https://doi.org/{}",
            "https://doi.org/10.1234/ab.cd?x=1",
            "10.1234/ab.cd",
        ),
        ("10.[0-9]{4}/[a-z.]{1,9}", "https://doi.org/{}", "http://dx.doi.org/10.1234/ab", "10.1234/ab"),
        ("[a-z0-9-]{1,9}", "https://hanbyeol.kr/#/who/{}", "www.hanbyeol.kr/#/who/kim-1", "kim-1"),
        ("[A-Z]{1,9}", "https://hanbyeol.kr/v?a=1&no={}&z=2", "https://hanbyeol.kr/v?a=1&no=AB&z=2", "AB"),
    ],
)
def test_an_identifier_is_wherever_its_register_s_address_has_it(
    pattern: str, address: str, written: str, bare: str
) -> None:
    given: Tree = {
        "id": "bill-no", "label": "번호", "pattern": pattern, "address": address,
        "hosts": ["dx.doi.org"], "of": ["proposals"],
    }  # fmt: skip
    register = Register.model_validate(given)
    assert bare_identifier(register, written) == bare
    assert bare_identifier(register, address_of_identifier(register, bare) or "") == bare
