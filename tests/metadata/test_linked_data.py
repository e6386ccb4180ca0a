"""Linked data, read by a JSON-LD processor: what each kind of page says, and no more than its sources."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from pyld import jsonld  # type: ignore[import-untyped] # it has no types
from selectolax.lexbor import LexborHTMLParser

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports import export_files
from generator.metadata.head import head_of
from generator.metadata.jsonld_pages import linked_data
from generator.models import LANGUAGES, Language
from generator.pages import Page, plan_pages
from generator.rendering.renderer import Renderer
from tests.metadata.schema_org import CONTEXT_ADDRESS, PROPERTIES, REQUIRED, context
from tests.support.paths import RECORDS
from tests.support.small_corpus import corpus as small_corpus
from tests.support.small_corpus import forum, organization, proposal, session, site, speaker, step
from tests.support.small_site import make_project, run_mkdocs
from tests.support.words import WORDS

HOSTILE = (
    "</script><script>alert(1)</script>", "<!-- <script>", "\"quoted\" and 'quoted'", "\\ \\\\ \\u003c",
    "{{7*7}} {% raw %}", "@id @type @context", "‘데이터’ — 가\u1100\u1161 e\u0301", "로봇 🤖 👩🏽‍🔬",
    "محمد بن موسى", "a\u2028b\u2029c", "=cmd|' /C calc'!A0", "https://x.example/?a=1&b=2#c",
)  # fmt: skip


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(RECORDS)


def said_of(corpus: Corpus, path: str, language: Language = "ko") -> list[dict[str, object]]:
    return next(
        list(linked_data(corpus, page, WORDS[language]))
        for page in plan_pages(corpus, language, WORDS)
        if page.path == path
    )


def about(corpus: Corpus, path: str, language: Language = "ko") -> dict[str, object]:
    """What the page is about, after where it stands."""
    return said_of(corpus, path, language)[-1]


def nodes(value: object) -> Iterator[dict[str, object]]:
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from nodes(part)
    elif isinstance(value, list):
        for part in value:
            yield from nodes(part)


def expand(data: Mapping[str, object]) -> list[object]:
    """The data as a processor understands it, with our copy of schema.org's context."""

    def load(address: str, _options: object) -> dict[str, object]:
        assert address.rstrip("/") == CONTEXT_ADDRESS
        return {
            "contentType": "application/ld+json",
            "contextUrl": None,
            "documentUrl": address,
            "document": context(),
        }

    return list(jsonld.expand({"@context": CONTEXT_ADDRESS, **data}, {"documentLoader": load}))


def all_pages(corpus: Corpus) -> Iterator[tuple[Page[object], Language, dict[str, object]]]:
    for language in LANGUAGES:
        for page in plan_pages(corpus, language, WORDS):
            for data in linked_data(corpus, page, WORDS[language]):
                yield page, language, data


def test_everything_that_is_said_is_schema_orgs_and_nothing_is_lost(corpus: Corpus) -> None:
    for page, _, data in all_pages(corpus):
        for node in nodes(data):
            kind = str(node["@type"])
            properties = {name for name in node if not name.startswith("@")}
            assert properties <= PROPERTIES[kind], page.path
            assert REQUIRED.get(kind, set()) <= properties, page.path
        (expanded,) = expand(data)
        kept = [name for node in nodes(expanded) for name in node if not name.startswith("@")]
        meant = [name for node in nodes(data) for name in node if not name.startswith("@")]
        assert sorted(name.removeprefix("http://schema.org/") for name in kept) == sorted(meant), page.path


def test_nothing_is_said_that_is_empty(corpus: Corpus) -> None:
    for _, _, data in all_pages(corpus):
        assert all(said not in (None, "", [], {}) for node in nodes(data) for said in node.values())


def test_addresses_are_whole_and_lead_to_pages_of_the_language(corpus: Corpus) -> None:
    pages = {page.path for page in plan_pages(corpus, "ko", WORDS)}
    root = "https://proceedings.example.org/library/"
    for _, language, data in all_pages(corpus):
        own = root + ("" if language == "ko" else "en/")
        for node in nodes(data):
            for name in ("url", "item"):
                address = str(node.get(name, "https://"))
                assert address.startswith("https://")
                if address.startswith(root) and not address.startswith(f"{root}files/"):
                    assert address.startswith(own)
                    path = address.removeprefix(own).rstrip("/")
                    assert {f"{path}.md", f"{path}/index.md".lstrip("/")} & pages, address


def test_every_page_below_another_says_where_it_stands(corpus: Corpus) -> None:
    for language in LANGUAGES:
        for page in plan_pages(corpus, language, WORDS):
            kinds = [data["@type"] for data in linked_data(corpus, page, WORDS[language])]
            assert kinds.count("BreadcrumbList") == (1 if page.crumbs and not page.redirect else 0)
            if page.redirect:
                assert kinds == []


def test_breadcrumbs_are_those_of_the_page(corpus: Corpus) -> None:
    crumbs = said_of(corpus, "proposals/2024-library-robots-1.md", "en")[0]
    steps = [(step["position"], step["name"]) for step in nodes(crumbs) if step["@type"] == "ListItem"]
    assert steps == [(1, "Home"), (2, "Proposals"), (3, "hb-2024-1")]


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


def test_both_languages_speak_of_the_same_things(corpus: Corpus) -> None:
    for record in corpus.records:
        korean, english = (about(corpus, record.page, language) for language in LANGUAGES)
        assert korean.get("@id") == english.get("@id")
        assert korean["@type"] == english["@type"]


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
    assert about(corpus, "speakers/ada-example.md")["sameAs"] == ["https://orcid.org/0000-0000-0000-0000"]
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


def test_hostile_strings_come_back_equal_from_the_built_page(tmp_path: Path) -> None:
    """Through front matter and the theme, into a page from which no script can break out."""
    folder = make_project(tmp_path / "project")
    wanted = {}
    for number, text in enumerate(HOSTILE):
        there = small_corpus(
            proposal(title=text, abstract="초록"), site=site(name=text, address="https://forum.example.org/")
        )
        page = next(one for one in plan_pages(there, "ko", WORDS) if one.path == "proposals/f-1.md")
        head = head_of(there, page, WORDS["ko"])
        written = folder / "build" / "docs" / "ko" / "proposals" / f"hostile-{number}.md"
        front_matter = Renderer(WORDS["ko"]).render(page, head).split("---\n")[1]
        written.write_text(f"---\n{front_matter}---\n\n# Hostile\n", encoding="utf-8")
        wanted[written.stem] = head["data"]
        name = str(about(there, "proposals/f-1.md")["name"])
        assert name.split() == text.split()
    done = run_mkdocs(folder, "build", "--site-dir", str(tmp_path / "site"))
    assert done.returncode == 0, done.stderr
    for name, data in wanted.items():
        html = (tmp_path / "site" / "proposals" / name / "index.html").read_text(encoding="utf-8")
        page_tree = LexborHTMLParser(html)
        scripts = [json.loads(one.text()) for one in page_tree.css('script[type="application/ld+json"]')]
        assert scripts == [{"@context": "https://schema.org", **one} for one in data if isinstance(one, dict)]
        assert "alert(1)" not in "".join(
            one.text() for one in page_tree.css("script:not([type='application/ld+json'])")
        )
