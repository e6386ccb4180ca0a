"""Addresses on this site itself, in fields and in texts."""

from __future__ import annotations

import pytest

from generator.corpus.rules import own_addresses as rules
from generator.parsing.yaml_parser import Tree
from tests.content.rules.finding import found
from tests.support.small_corpus import corpus, forum, page, proposal, site, source, speaker, vocabulary

ROOT = "https://proceedings.example.org/library/"
HERE = site(address=ROOT)


@pytest.mark.parametrize(
    "address",
    [
        ROOT, ROOT.removesuffix("/"), f"{ROOT}en/", f"{ROOT}forums/", f"{ROOT}en/forums/f/", f"{ROOT}about/",
        f"{ROOT}topics/shelves/?q=1", f"{ROOT}files/%EC%9E%90%EB%A3%8C.pdf", f"{ROOT}files/자료.pdf",
        "https://proceedings.example.org/", "https://proceedings.example.org/libraries/", "http://a.example/library/",
        "https://PROCEEDINGS.example.org/library/forums/../data/",
    ],
)  # fmt: skip
def test_an_address_that_leads_somewhere_here_or_elsewhere_may_stand(address: str) -> None:
    small = corpus(source(url=address), site=HERE, files=["자료.pdf"], pages=[page(text=f"[a](<{address}>)")])
    assert found(rules.addresses_on_this_site_lead_to_pages, small) == []


@pytest.mark.parametrize(
    "address",
    [
        f"{ROOT}forums/g/",
        f"{ROOT}forums",
        f"{ROOT}data/#records",
        f"{ROOT}files/a.pdf",
        f"{ROOT}fr/",
        f"{ROOT}x.html",
    ],
)
def test_one_that_leads_nowhere_here_is_told_wherever_it_stands(address: str) -> None:
    text = f"[a]({address})"
    small = corpus(
        source(url=address, notes=[text]),
        speaker(links=[{"url": address}]),
        forum(documents=[{"name": "a", "url": address}]),
        proposal(abstract={"ko": text, "en": "a"}),
        site=site(address=ROOT, publisher={"name": "a", "url": address}),
        vocabulary=vocabulary(topics=[{"id": "shelves", "label": "a", "description": text}]),
        pages=[page(text=text)],
    )
    lines = found(rules.addresses_on_this_site_lead_to_pages, small)
    assert [line.partition("'")[0].strip(": ") for line in lines] == [
        "pages/about.ko.md", "site: publisher.url", "vocabulary: topics[0].description",
        "forums/f: documents[0].url", "speakers/p: links[0].url", "proposals/f-1: abstract", "sources/s: url",
        "sources/s: notes[0]",
    ]  # fmt: skip


def test_a_colon_may_be_an_entity() -> None:
    small = corpus(proposal(abstract=f"[a](https&colon;{ROOT.removeprefix('https:')}x/)"), site=HERE)
    assert len(found(rules.addresses_on_this_site_lead_to_pages, small)) == 1


def test_the_repository_lies_elsewhere() -> None:
    repository: Tree = {"url": f"{ROOT}about"}
    (line,) = found(rules.repository_lies_elsewhere, corpus(site=site(address=ROOT, repository=repository)))
    assert line == f"site: repository.url: '{ROOT}about' is on this site; write the repository's own address"
    elsewhere = site(address=ROOT, repository={"url": "https://github.com/a/b"})
    assert found(rules.repository_lies_elsewhere, corpus(site=elsewhere)) == []
    assert found(rules.repository_lies_elsewhere, corpus()) == []
