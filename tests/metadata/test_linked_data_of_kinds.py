"""Linked data: what each kind of page says, and no more than its sources."""

from __future__ import annotations

import json

import pytest

from generator.corpus.corpus import Corpus
from generator.exports import export_files
from generator.metadata.jsonld_pages import linked_data
from generator.metadata.jsonld_records import proposal_thing
from generator.models import LANGUAGES, Language
from generator.pages import plan_pages
from generator.parsing.yaml_parser import Tree
from tests.metadata.said import about, expand, nodes, said_of
from tests.support.small_corpus import corpus as small_corpus
from tests.support.small_corpus import forum, organization, proposal, session, speaker, step
from tests.support.words import WORDS


def test_a_forum_is_an_event_with_its_people_as_they_were_then(corpus: Corpus) -> None:
    data = about(corpus, "forums/2024-library-robots.md", "en")
    assert data["@type"] == "Event"
    assert (data["inLanguage"], data["startDate"], data["endDate"]) == (
        "en",
        "2024-06-12T09:30:00+09:00",
        "2024-06-13T17:00:00+09:00",
    )
    people = {one["name"]: one for one in nodes(data["performer"])}
    assert people["Han Bitsol"]["jobTitle"] == "Professor of Library Science"
    assert people["Han Bitsol"]["affiliation"] == {
        "@type": "CollegeOrUniversity",
        "name": "Byeolmaru University",
        "url": "https://proceedings.example.org/library/en/organizations/byeolmaru-university/",
    }
    assert {one["name"] for one in nodes(data["organizer"])} >= {"Hanbyeol City Hall", "Gu Reumdal"}
    assert len(list(data["subEvent"] if isinstance(data["subEvent"], list) else ())) == len(
        corpus.forums["2024-library-robots"].sessions
    )
    assert data["location"] == {
        "@type": "Place",
        "name": "Great Court, Byeolmaru University",
        "address": "1 Byeolmaru Way, Hanbyeol",
        "containsPlace": {"@type": "Place", "name": "Room 204, second floor"},
    }


def test_a_proposal_says_its_status_and_what_it_is_based_on(corpus: Corpus) -> None:
    data = about(corpus, "proposals/2024-library-robots-1.md", "en")
    assert data["@type"] == "CreativeWork"
    assert data["@id"] == "https://proceedings.example.org/library/p/hb-2024-1/"
    assert data["creativeWorkStatus"] == "In progress"
    assert [one["name"] for one in nodes(data["isBasedOn"]) if one["@type"] == "Report"] == [
        corpus.sources["forum-reader-2024"].title.best("en")[0]
    ]
    assert data["audience"] == [
        {"@type": "Audience", "name": "Hanbyeol City Hall"},
        {"@type": "Audience", "name": "Digital Bureau, Hanbyeol City Hall"},
    ]
    superseding = about(corpus, "proposals/2024-library-robots-4.md")
    identities = [one.get("@id") for one in nodes(superseding["isBasedOn"])]
    assert "https://proceedings.example.org/library/p/2023-open-shelves-1/" in identities


def test_whoever_is_uncertain_is_left_out() -> None:
    there = small_corpus(
        speaker("sure", name="확실"),
        speaker("unsure", name="불확실"),
        organization("asked", name="받는곳"),
        forum(
            sessions=[
                session(
                    contributions=[
                        {"person": "sure", "role": "presenter"},
                        {"person": "unsure", "role": "presenter", "position": "장", "note": "직함이 다르다"},
                    ]
                )
            ]
        ),
        proposal(
            proposers=[{"person": "sure"}, {"person": "unsure", "uncertain": "true"}],
            addressees=[{"organization": "asked", "uncertain": "true"}],
        ),
    )
    data = about(there, "proposals/f-1.md")
    assert [one["name"] for one in nodes(data["author"])] == ["확실"]
    assert "audience" not in data
    performers = {one["name"]: one for one in nodes(about(there, "forums/f.md")["performer"])}
    assert "jobTitle" not in performers["불확실"]


@pytest.mark.parametrize(
    ("notes", "korean", "english"),
    [
        (None, "임기남", "Lim Kinam"),
        ({"ko": "inferred"}, "Lim Kinam", "Lim Kinam"),
        ({"ko": "probable"}, "Lim Kinam", "Lim Kinam"),
        ({"ko": "translated"}, "임기남", "Lim Kinam"),
        ({"en": "inferred"}, "임기남", "임기남"),
    ],
)
def test_a_name_that_no_source_prints_is_left_out(
    notes: dict[str, str] | None, korean: str, english: str
) -> None:
    names = {"name": {"ko": "임기남", "en": "Lim Kinam"}, **({"name_notes": notes} if notes else {})}
    who = speaker("p", family_name={"ko": "임", "en": "Lim"}, **names)  # type: ignore[arg-type] # strings alone
    there = small_corpus(who)
    told = {language: json.dumps(said_of(there, who.page, language)) for language in LANGUAGES}
    assert about(there, who.page)["name"] == korean
    assert about(there, who.page, "en")["name"] == english
    unprinted = {"ko": "임", "en": "Lim"}
    for language, origin in (notes or {}).items():
        if origin != "translated":
            for text in told.values():
                assert json.dumps(unprinted[language])[1:-1] not in text


@pytest.mark.parametrize("day", ["2024-06-12?", "2024-06~", "2024%"])
def test_a_day_in_doubt_is_left_out(day: str) -> None:
    there = small_corpus(forum(start_date=day, start_time="10:00"), proposal(history=[step(date=day)]))
    assert "startDate" not in about(there, "forums/f.md")
    assert "dateCreated" not in about(there, "proposals/f-1.md")


@pytest.mark.parametrize("day", ["2024", "2024-06"])
def test_a_day_is_as_exact_as_it_is_known(day: str) -> None:
    assert about(small_corpus(forum(start_date=day, start_time="10:00")), "forums/f.md")["startDate"] == day


def test_many_bodies_of_a_kind_are_no_organization(corpus: Corpus) -> None:
    kinds = [data["@type"] for data in said_of(corpus, "organizations/districts.md")]
    assert kinds == ["BreadcrumbList"]


def test_registers_with_addresses_say_who_it_is(corpus: Corpus) -> None:
    assert about(corpus, "speakers/ada-example.md")["sameAs"] == ["https://orcid.org/0000-0000-0000-0001"]
    assert about(corpus, "speakers/gu-reumdal.md")["identifier"] == [
        {"@type": "PropertyValue", "propertyID": "assembly", "value": "HB-0007"}
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_home_page_says_how_to_search(corpus: Corpus, language: Language) -> None:
    (data,) = said_of(corpus, "index.md", language)
    folder = "" if language == "ko" else "en/"
    (target,) = (one for one in nodes(data) if one["@type"] == "EntryPoint")
    assert data["@type"] == "WebSite"
    assert target["urlTemplate"] == (
        f"https://proceedings.example.org/library/{folder}search/?q={{search_term_string}}"
    )


def test_the_data_page_is_about_a_dataset(corpus: Corpus) -> None:
    files = {path: len(content) for path, content in export_files(corpus, WORDS)}
    page = next(one for one in plan_pages(corpus, "en", WORDS, files) if one.path == "data.md")
    (data,) = (one for one in linked_data(corpus, page, WORDS["en"]) if one["@type"] == "Dataset")
    downloads = {str(one["contentUrl"]): one for one in nodes(data["distribution"])}
    root = "https://proceedings.example.org/library/"
    assert {
        f"{root}data/proceedings.json",
        f"{root}data/proposals.csv",
        f"{root}data/proceedings.db",
        f"{root}en/cite/all.bib",
    } <= downloads.keys()
    for address, download in downloads.items():
        assert download["contentSize"] == f"{files[address.removeprefix(root)]} B"
    (expanded,) = expand(data)
    found = [node for node in nodes(expanded) if node.get("@type") == ["http://schema.org/DataDownload"]]
    assert len(found) == len(downloads) > 10
    assert data["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert data["temporalCoverage"] == "2023-05-20/2024-06-12"


def test_several_bodies_without_a_person_are_each_named() -> None:
    bodies = organization("o", name="등불부"), organization("q", name="서가부")
    together: Tree = [{"organization": ["o", "q"]}, {"organization": "q"}]
    made = small_corpus(*bodies, proposal(proposers=together))
    authors = proposal_thing(made, made.proposals["f-1"], "ko")["author"]
    assert isinstance(authors, list)
    assert [one["name"] for one in authors] == ["등불부", "서가부"]
