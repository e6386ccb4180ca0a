"""Texts of one language for both, private contacts anywhere, and what is left of the sample."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.corpus.corpus import Corpus
from generator.parsing.yaml_parser import Tree
from tests.content.warnings.warned import OWN, own_site, warned
from tests.support.small_corpus import corpus, forum, page, proposal, session, site, source, taken_out

BOTH: Tree = {"ko": "밤에도 열자", "en": "Open at night"}


def of_title(title: Tree) -> list[str]:
    told = warned(corpus(proposal(title=title, abstract=BOTH)), "one-language")
    return [line for line in told if line.startswith("proposals/")]


@pytest.mark.parametrize(
    "title",
    [
        "밤에도 열자", "AI 서가를 열자", "Open at night", "Senior Research Fellow", "Öffnet die Regale",
        {"ko": "밤에도", "en": "밤에도"}, {"ko": "열자", "en": "밤에 열자"},
        {"ko": "Open the shelves at night", "en": "Open"},
    ],
)  # fmt: skip
def test_letters_of_one_language_for_both_or_the_other(title: Tree) -> None:
    assert of_title(title)


@pytest.mark.parametrize(
    "title",
    [
        BOTH, {"ko": "밤에도 열자"}, {"en": "Open at night"}, "AI", "CEO", "GPT-4", "2024", "AI EXPO", "720",
        {"ko": "AI Summit", "en": "AI Summit of 밤"}, {"ko": "OpenAI", "en": "The firm OpenAI"},
    ],
)  # fmt: skip
def test_letters_that_are_as_they_should_be(title: Tree) -> None:
    assert of_title(title) == []


def test_a_name_in_latin_letters_may_be_the_same_in_both() -> None:
    made = corpus(source("a", title="Shelves of the world", publisher="Dawn Courier"))
    assert not any(line.startswith("sources/a") for line in warned(made, "one-language"))


@pytest.mark.parametrize(
    ("fields", "is_warned"),
    [
        ({"name": "Forum of Shelves"}, True),
        ({"sessions": [session(name="Opening remarks")]}, True),
        ({"venue": {"name": "COEX Hall"}}, False),
        ({"organizers": [{"person": "p", "role": "host", "position": "Senior Fellow"}]}, True),
    ],
)
def test_what_a_forum_is_called_can_be_translated(fields: dict[str, Tree], is_warned: bool) -> None:
    given = {"name": BOTH, "sessions": [session(name=BOTH)], **fields}
    assert (
        any(line.startswith("forums/g") for line in warned(corpus(forum("g", **given)), "one-language"))
        is is_warned
    )


def with_page(text: str) -> Corpus:
    return corpus(site=site(**OWN), pages=[page(text=text)])


def test_the_desk_may_be_written_to() -> None:
    assert warned(with_page("desk@hanbyeol.kr, DESK@hanbyeol.kr"), "private-contact") == []
    assert len(warned(with_page("other@hanbyeol.kr"), "private-contact")) == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "010-1234-5678"},
        {"notes": ["전화: 02-123-4567"]},
        {"author": "기자 reader@hanbyeol.kr"},
        {"publisher": {"ko": "새벽", "en": "Dawn (+82 2 123 4567)"}},
    ],
)
def test_contacts_are_found_in_every_text(fields: dict[str, Tree]) -> None:
    assert len(warned(corpus(source("a", **fields)), "private-contact")) == 1


def test_addresses_and_ids_are_no_contacts() -> None:
    number = "https://news.hanbyeol.kr/010-1234-5678?to=a@b.kr"
    made = corpus(
        source("a-010-1234-5678", url=number, notes=[f"[기사]({number})"]),
        proposal(sources=["a-010-1234-5678"]),
    )
    assert warned(made, "private-contact") == []


@pytest.mark.parametrize(
    "fields",
    [
        {"address": "https://proceedings.example.org/"},
        {"contact": {"email": "desk@example.com"}},
        {"publisher": {"name": "x", "url": "https://EXAMPLE.net"}},
        {"repository": {"url": "https://github.com/example/forum-proceedings"}},
        {"description": {"ko": "http://localhost:8000/"}},
    ],
)
def test_what_is_left_of_the_sample(fields: dict[str, Tree]) -> None:
    assert len(warned(own_site(**fields), "example-address")) == 1


@pytest.mark.parametrize(
    "address",
    ["https://examples.org/", "https://example.org.kr/", "https://x.kr/example.org", "https://myexample.com"],
)
def test_what_only_looks_like_the_sample(address: str) -> None:
    assert warned(own_site(publisher={"name": "x", "url": address}), "example-address") == []


def test_the_samples_desk_in_a_page() -> None:
    assert len(warned(with_page("desk@example.org"), "example-address")) == 1
    assert warned(with_page("{desk}"), "example-address", "private-contact", "unknown-placeholder") == []


@pytest.mark.parametrize(("text", "found"), [("{deks}", 1), ("{desk} {address}", 0), ("{: #id } {1}", 0)])
def test_placeholders(text: str, found: int) -> None:
    assert len(warned(with_page(text), "unknown-placeholder")) == found


def test_a_page_takes_values_of_the_site() -> None:
    made = with_page("[{desk}](mailto:{desk}) {address} {other}")
    taken = "[desk@hanbyeol.kr](mailto:desk@hanbyeol.kr) https://proceedings.hanbyeol.kr/ {other}"
    assert made.pages == (replace(page(text=taken), written="[{desk}](mailto:{desk}) {address} {other}"),)


def test_what_is_markup_in_an_address_is_none_in_a_page() -> None:
    made = corpus(site=site(**{**OWN, "address": "https://h.kr/a_b_(c)*/"}), pages=[page(text="{address}")])
    assert made.pages[0].text == "https://h.kr/a%5Fb%5F%28c%29%2A/"


def test_a_note_on_what_was_taken_out_holds_nothing_private() -> None:
    made = corpus(withdrawn=[taken_out(note={"ko": "문의 010-1234-5678", "en": "They asked."})])
    (line,) = warned(made, "private-contact")
    assert line.startswith("withdrawn: [0].note.ko: '010-1234-5678'")
