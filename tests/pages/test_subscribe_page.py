"""The page on feeds: addresses that are there, and not more of them than one looks through."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports.calendars import calendar_files
from generator.exports.feeds.atom import feed_files
from generator.models import LANGUAGES, Language
from generator.pages.subscribe_page import (
    MOST_FORUMS,
    MOST_ORGANIZATIONS,
    SubscribeRow,
    SubscribeView,
    subscribe_page,
)
from generator.pages.subscriptions import ALL_FORUMS, webcal_address
from generator.parsing.yaml_parser import Tree
from generator.rendering.renderer import Renderer
from tests.support.paths import RECORDS
from tests.support.small_corpus import corpus, forum, organization, proposal, site
from tests.support.words import WORDS

SITE = "https://proceedings.example.org/library/"


@pytest.fixture(scope="module")
def records() -> Corpus:
    return load_corpus(RECORDS)


def rows(view: SubscribeView) -> Iterator[SubscribeRow]:
    for some in (view.everything, view.calendars, view.topics, view.organizations, view.forums):
        yield from some


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_address_is_there_in_the_language_of_the_page(records: Corpus, language: Language) -> None:
    files = {**feed_files(records, WORDS), **calendar_files(records, WORDS)}
    found = [row.address.removeprefix(SITE) for row in rows(subscribe_page(records, language).view)]
    assert set(found) <= files.keys()
    assert len(found) == len(set(found)) > 10
    assert {path.startswith("en/") for path in found if path.endswith(".atom")} == {language == "en"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_each_address_to_copy(records: Corpus, language: Language) -> None:
    page = subscribe_page(records, language)
    text = Renderer(WORDS[language]).render(page)
    for row in rows(page.view):
        assert f">{row.address}</a>" in unescaped(text)
    assert f'href="webcal://{SITE.partition("//")[2]}calendars/all.ics"' in unescaped(text)


def unescaped(text: str) -> str:
    for mark in ".:_":
        text = text.replace(f"&#{ord(mark)};", mark)
    return text


def test_who_is_asked_most_comes_first_and_nobody_who_is_not_asked() -> None:
    bodies = [organization(f"o-{number}") for number in range(MOST_ORGANIZATIONS + 5)]
    asked: Tree = [{"organization": body.id} for body in bodies[1:48]]
    made = [proposal("f-1", addressees=asked), proposal("f-2", addressees=[{"organization": "o-7"}])]
    view = subscribe_page(corpus(*bodies, *made), "ko").view
    assert [Path(row.address).stem for row in view.organizations][:2] == ["o-7", "o-1"]
    assert (len(view.organizations), view.has_more_organizations) == (47, False)


def test_it_does_not_grow_with_the_records() -> None:
    bodies = [organization(f"o-{number}") for number in range(MOST_ORGANIZATIONS + 5)]
    made = [
        proposal(f"f-{number}", addressees=[{"organization": body.id}]) for number, body in enumerate(bodies)
    ]
    held = [
        forum(f"f-{number}", start_date=f"2024-01-{number % 28 + 1:02}") for number in range(MOST_FORUMS + 5)
    ]
    page = subscribe_page(corpus(*bodies, *made, *held), "en")
    assert len(page.view.organizations) == MOST_ORGANIZATIONS
    assert len(page.view.forums) == MOST_FORUMS
    text = Renderer(WORDS["en"]).render(page)
    assert "These are the 50 that" in text
    assert "These are the newest 20" in text


def test_a_site_with_nothing_has_the_page_too() -> None:
    page = subscribe_page(corpus(), "ko")
    assert not page.view.organizations
    assert "제안을 받은 기관별" not in Renderer(WORDS["ko"]).render(page)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://forum.example.org/a/", "webcal://forum.example.org/a/calendars/all.ics"),
        ("http://forum.example.org/", "webcal://forum.example.org/calendars/all.ics"),
    ],
)
def test_an_address_for_programs_for_calendars(address: str, expected: str) -> None:
    assert webcal_address(corpus(site=site(address=address)), ALL_FORUMS) == expected
