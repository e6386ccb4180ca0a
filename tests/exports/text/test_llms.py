"""llms.txt keeps the form of llmstxt.org, names what there is, and stays small."""

from __future__ import annotations

import re

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports import export_files
from generator.exports.text.llms import FORUMS_NAMED, TOPICS_NAMED, llms_files
from generator.pages import plan_pages
from generator.parsing.yaml_parser import Tree
from tests.support.paths import RECORDS
from tests.support.small_corpus import corpus, forum, proposal, source, vocabulary
from tests.support.words import WORDS

LONGEST = 21_000
"""Bytes; about five thousand tokens."""


@pytest.fixture(scope="module")
def made_up() -> Corpus:
    return load_corpus(RECORDS)


def guide_of(records: Corpus) -> str:
    (content,) = llms_files(records, WORDS).values()
    return content.decode()


def test_it_has_the_form_of_llmstxt(made_up: Corpus) -> None:
    """A title, a quotation, text without headings, then sections of links."""
    begin, *sections = guide_of(made_up).split("\n## ")
    assert begin.startswith("# 한별시 도서관 포럼 기록 / Hanbyeol Library Forum Records\n\n> ")
    assert sum(line.startswith("#") for line in begin.splitlines()) == 1
    assert [section.splitlines()[0] for section in sections][-1] == "Optional"
    for section in sections:
        for line in filter(None, section.splitlines()[1:]):
            assert re.match(r"- \[.+\]\(https://[^\s)]+\)", line), line


def test_every_address_leads_to_a_page_or_a_file(made_up: Corpus) -> None:
    root = "https://proceedings.example.org/library/"
    pages = {page.path.removesuffix(".md").removesuffix("index") for page in plan_pages(made_up, "ko", WORDS)}
    there = {f"{page.rstrip('/')}/" for page in pages} | {path for path, _ in export_files(made_up, WORDS)}
    linked = [address.removeprefix(root) for address in re.findall(r"\]\(([^)]+)\)", guide_of(made_up))]
    assert len(linked) > 30
    assert [address for address in linked if address not in there] == []


@pytest.mark.parametrize(
    "said",
    [
        "포럼 4회, 제안 9건이 실려 있습니다.",
        "It holds 4 forums, 9 proposals.",
        "https://proceedings.example.org/library/text/forums/ID.md",
        "https://proceedings.example.org/library/en/p/ID/",
        "Creative Commons Attribution 4.0. https://creativecommons.org/licenses/by/4.0/",
        "does not mean that the proposal was rejected",
        "[[연기] 등불 아래 두 밤 / [postponed] Two Nights under the Lamps](",
        "data/proceedings.json",
        "api/v1/index.json",
        "feeds/follow-ups.atom",
        "text/statuses.md",
    ],
)
def test_it_says(made_up: Corpus, said: str) -> None:
    assert said in guide_of(made_up)


def test_it_stays_small_with_many_records() -> None:
    topics: Tree = [{"id": f"topic-{number}", "label": "분야" * 20} for number in range(100)]
    many = corpus(
        source(),
        *(forum(f"forum-{number}", name="긴 이름의 포럼" * 5) for number in range(300)),
        proposal("forum-1-1", forum="forum-1", topics=["topic-1"]),
        vocabulary=vocabulary(topics=topics),
    )
    guide = guide_of(many)
    assert guide.count("text/forums/") == FORUMS_NAMED + 2  # and the form of addresses, in each language
    assert guide.count("text/topics/") == TOPICS_NAMED
    assert "포럼 301회" in guide
    assert len(guide.encode()) < LONGEST
