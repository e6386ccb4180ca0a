"""The terms of records and documents."""

from __future__ import annotations

import pytest

from generator.corpus.licences import terms_of_use
from generator.corpus.rules.licences import licences_are_known
from generator.parsing.yaml_parser import Tree
from tests.content.rules.finding import found
from tests.support.small_corpus import corpus, forum, source, vocabulary

KNOWN = ("kogl-1", "kogl-2", "kogl-3", "kogl-4")


@pytest.mark.parametrize("terms", ["CC-BY-4.0", "CC0-1.0", "MIT", "kogl-4", "https://example.org/terms"])
def test_terms_that_there_are(terms: str) -> None:
    assert found(licences_are_known, corpus(source(license=terms))) == []


@pytest.mark.parametrize(
    ("terms", "meant"),
    [
        ("cc-by-4.0", "CC-BY-4.0"),
        ("CC BY 4.0", "CC-BY-4.0"),
        ("CC-BY-SA", "CC-BY-SA-4.0"),
        ("CC0", "CC0-1.0"),
        ("BY-NC 4.0", "CC-BY-NC-4.0"),
        ("크리에이티브 커먼즈 저작자표시 4.0", "CC-BY-4.0"),
        ("Creative Commons Attribution-ShareAlike 4.0 International", "CC-BY-SA-4.0"),
        ("MIT License", "MIT"),
        ("공공누리 제1유형", "kogl-1"),
        ("KOGL Type 3", "kogl-3"),
        ("kogl1", "kogl-1"),
        ("CCBY4.0", "CC-BY-4.0"),
        ("CC-BY-5.0", "CC-BY-4.0"),
    ],
)
def test_what_was_meant_is_offered(terms: str, meant: str) -> None:
    assert found(licences_are_known, corpus(source(license=terms))) == [
        f"sources/s: license: '{terms}' is no licence; did you mean '{meant}'?"
    ]


@pytest.mark.parametrize("terms", ["모든 권리 보유", "LicenseRef-own", "GPL-2.0+"])
def test_what_can_be_written_is_said_of_anything_else(terms: str) -> None:
    (line,) = found(licences_are_known, corpus(source(license=terms)))
    assert line.startswith(f"sources/s: license: '{terms}' is no licence; ")


def test_the_archives_own_terms_take_the_place_of_those_that_are_shipped() -> None:
    own = vocabulary(licences=[{"id": "house", "label": "관내 이용", "url": "https://example.org/house"}])
    documents: Tree = [
        {"name": "x", "url": "https://example.org/a", "license": one} for one in ("house", "kogl-1")
    ]
    small = corpus(forum(documents=documents, license="house"), vocabulary=own)
    assert found(licences_are_known, small) == [
        (
            "forums/f: documents[1].license: 'kogl-1' is no licence; write an id of SPDX such as CC-BY-4.0, "
            "an address, or one of house"
        )
    ]
    assert terms_of_use(small, "house").url == "https://example.org/house"


@pytest.mark.parametrize(
    ("terms", "address"),
    [
        ("CC-BY-NC-SA-4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
        ("CC-BY-3.0-IGO", "https://creativecommons.org/licenses/by/3.0/igo/"),
        ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("MIT", "https://spdx.org/licenses/MIT.html"),
        ("kogl-2", "https://www.kogl.or.kr/info/licenseType2.do"),
        ("https://example.org/terms", "https://example.org/terms"),
    ],
)
def test_terms_stand_somewhere(terms: str, address: str) -> None:
    assert terms_of_use(corpus(), terms).url == address


def test_an_archive_without_licences_of_its_own_offers_none() -> None:
    words = vocabulary(licences=[])
    assert found(licences_are_known, corpus(source(license="All rights reserved"), vocabulary=words)) == [
        (
            "sources/s: license: 'All rights reserved' is no licence; write an id of SPDX such as CC-BY-4.0, "
            "or an address"
        )
    ]
