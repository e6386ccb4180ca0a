"""Every record, topic and page is one entry, with all that it says in both languages and without Markdown."""

from __future__ import annotations

import re

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.corpus.talks import talks_of
from generator.models import LANGUAGES, Text
from generator.models.content import ProsePage
from generator.pages import plan_pages
from generator.search.entries import ENTRY_KINDS, Entry, entries_of, plain_lines
from tests.support import small_corpus
from tests.support.made_up_talks import RESIDENT, corpus_of_talks, talk
from tests.support.paths import RECORDS
from tests.support.small_corpus import forum, organization, proposal, session, source, speaker, step
from tests.support.words import WORDS


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(RECORDS)


@pytest.fixture(scope="module")
def entries(corpus: Corpus) -> dict[str, Entry]:
    return {entry.path: entry for entry in entries_of(corpus)}


def entry_of(path: str, found: Corpus) -> Entry:
    (entry,) = (entry for entry in entries_of(found) if entry.path == path)
    return entry


def test_every_record_topic_and_page_has_one_entry(corpus: Corpus) -> None:
    paths = [entry.path for entry in entries_of(corpus)]
    records = [record.page.removesuffix(".md") + "/" for record in corpus.records]
    topics = [f"topics/{topic.id}/" for topic in corpus.vocabulary.topics]
    pages = sorted({f"{page.name}/" for page in corpus.pages})
    talks = [
        talk.page.removesuffix(".md") + "/" for forum in corpus.forums.values() for talk in talks_of(forum)
    ]
    assert sorted(paths) == sorted([*records, *talks, *topics, *pages])
    assert len(talks) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_leads_to_a_page(corpus: Corpus, entries: dict[str, Entry], language: str) -> None:
    planned = {page.path.removesuffix(".md") + "/" for page in plan_pages(corpus, language, WORDS)}  # type: ignore[arg-type]  # one of LANGUAGES
    assert entries.keys() <= planned


def test_the_kinds_are_those_that_there_are(entries: dict[str, Entry]) -> None:
    assert {entry.kind for entry in entries.values()} == set(ENTRY_KINDS)


def test_both_languages_are_in_one_entry(entries: dict[str, Entry]) -> None:
    entry = entries["proposals/2024-library-robots-1/"]
    assert entry.title == {"ko": "도서관 로봇 40대를 시범으로 들이자", "en": "A trial with 40 library robots"}
    assert entry.lead.keys() == entry.text.keys() == {"ko", "en"}
    assert "디지털국이 검토를 시작했습니다." in entry.text["ko"].splitlines()
    assert (entry.status, entry.topics, str(entry.date)) == (
        "in-progress",
        ("robots", "budget"),
        "2024-06-12",
    )


def test_what_is_in_one_language_is_in_that_alone(entries: dict[str, Entry]) -> None:
    assert entries["speakers/no-eulchan/"].title == {"ko": "노을찬"}
    assert entries["forums/2023-reading-machines/"].lead.keys() == {"en"}


def test_a_person_is_known_by_every_name(entries: dict[str, Entry]) -> None:
    entry = entries["speakers/gu-reumdal/"]
    assert {*entry.title.values(), *entry.own_names} == {"구름달", "Gu Reumdal", "具凜達", "Koo Rumdal"}
    assert entry.people == ("구름달", "Gu Reumdal", "具凜達", "Koo Rumdal")
    assert {"한별시의회", "Hanbyeol City Council"} <= set(entry.named)


def test_a_record_names_people_and_bodies_in_every_spelling(entries: dict[str, Entry]) -> None:
    entry = entries["forums/2024-library-robots/"]
    assert {"박하늘비", "Bak Haneulbi", "Park Haneulbi", "디지털국", "Dawn Courier"} <= set(entry.named)
    assert {"박하늘비", "Bak Haneulbi", "Park Haneulbi", "具凜達"} <= set(entry.people) <= set(entry.named)
    assert not {"디지털국", "Dawn Courier"} & set(entry.people)


def test_a_proposal_is_found_by_its_number(entries: dict[str, Entry]) -> None:
    assert entries["proposals/2024-library-robots-1/"].own_names == ("hb-2024-1",)
    assert entries["proposals/2024-library-robots-2/"].own_names == ("2024-library-robots-2",)


def test_a_forum_has_the_topics_of_its_proposals(entries: dict[str, Entry]) -> None:
    assert entries["forums/2024-library-robots/"].topics == ("robots", "budget", "access", "opening-hours")


def test_a_page_is_one_entry_in_both_languages(entries: dict[str, Entry]) -> None:
    entry = entries["about/"]
    assert entry.title == {"ko": "이 사이트는", "en": "About this site"}
    assert "한별시는 지어낸 도시입니다." in entry.text["ko"]
    assert "an invented city" in entry.text["en"]


def test_nothing_of_markdown_is_left(entries: dict[str, Entry]) -> None:
    marks = re.compile(r"\*|\]\(|\.md\b|https?:|^#|^- |^\d+\. ", re.MULTILINE)
    texts = {
        (entry.path, language): f"{entry.lead.get(language, '')}\n{entry.text.get(language, '')}"
        for entry in entries.values()
        for language in LANGUAGES
    }
    assert {key: found[0] for key, text in texts.items() if (found := marks.search(text))} == {}


WHERE_WORDS_STAND = {
    "forums/f/": (
        ["개요", "발표"],
        ["요점", "차례", "말머리", "간추림", "자리", "한마디", "셋", "자료", "마당", "방", "길"],
    ),
    "proposals/f-1/": (["밤에도 열어야 한다."], ["까닭", "덧말", "누군가", "아무개", "곁말"]),
    "speakers/p/": (["걸어온 길"], ["자리", "일꾼", "귀띔"]),
    "organizations/o/": (["하는 일"], ["쪽지"]),
    "sources/s/": (["새벽소식", "글쓴이"], ["적바림"]),
}
"""An entry's path → words of its lead, words of its text."""


def test_all_that_records_say_is_there() -> None:
    """A word in each field that readers see, and the part of its entry in which it stands."""
    said = small_corpus.corpus(
        forum(
            abstract="개요",
            highlights=["요점"],
            figures=[{"value": "3", "unit": "count", "label": "셋"}],
            documents=[{"name": "자료", "url": "https://a.example/b"}],
            venue={"name": "마당", "room": "방", "address": "길"},
            sessions=[
                session(
                    abstract="차례",
                    contributions=[
                        {
                            "person": "p",
                            "role": "presenter",
                            "title": "말머리",
                            "summary": "간추림",
                            "position": "자리",
                            "statements": [{"kind": "view", "text": "한마디", "sources": ["s"]}],
                        }
                    ],
                )
            ],
        ),
        proposal(
            rationale="까닭",
            history=[step() | {"note": "덧말", "actor": {"name": "누군가"}}],  # type: ignore[operator]  # it is a map
            addressees=[{"name": "아무개"}],
            notes=["곁말"],
        ),
        speaker(
            biography="걸어온 길", notes=["귀띔"], memberships=[{"organization": "o", "position": "일꾼"}]
        ),
        organization(abstract="하는 일", notes=["쪽지"], other_names=[{"name": "청사"}]),
        source(author="글쓴이", notes=["적바림"]),
    )
    found = {entry.path: entry for entry in entries_of(said)}
    for path, (lead, text) in WHERE_WORDS_STAND.items():
        assert set(found[path].lead["ko"].splitlines()) == set(lead), path
        assert set(found[path].text["ko"].splitlines()) >= set(text), path
    assert found["organizations/o/"].own_names == ("청사",)


def test_who_took_part_is_dated_by_the_newest_forum() -> None:
    both = small_corpus.corpus(
        forum(
            "a",
            start_date="2022-01",
            sessions=[session(contributions=[{"person": "p", "role": "presenter"}])],
        ),
        forum(
            "b",
            start_date="2023-05",
            sessions=[session(contributions=[{"person": "p", "role": "presenter"}])],
        ),
        speaker(),
        speaker("q"),
    )
    assert str(entry_of("speakers/p/", both).date) == "2023-05"
    assert entry_of("speakers/q/", both).date is None


def test_what_nobody_may_overlook_is_marked() -> None:
    made = small_corpus.corpus(
        source(draft="true"),
        forum(status="postponed"),
        forum("2025-g", embargo="2399-01-01"),
        proposal("f-1", withdrawn={"date": "2024-08-01"}),
        speaker(),
    )
    marks = {entry.path: entry.mark for entry in entries_of(made)}
    assert marks == {
        "sources/s/": "draft",
        "forums/f/": "postponed",
        "forums/2025-g/": "embargo",
        "proposals/f-1/": "withdrawn",
        "speakers/p/": None,
    } | {path: None for path in marks if path.startswith("topics/")}


def test_a_forum_is_found_by_its_kind() -> None:
    entry = next(entries_of(small_corpus.corpus(forum(classification="hearing"))))
    assert "hearing" in entry.text["en"]


def test_a_body_is_found_by_the_one_above_it() -> None:
    bodies = small_corpus.corpus(
        organization("above", name={"ko": "윗집", "en": "House Above"}), organization(parent="above")
    )
    assert entry_of("organizations/o/", bodies).named == ("윗집", "House Above")


def test_languages_of_a_page_come_together_wherever_they_stand() -> None:
    pages = [
        ProsePage("b", "ko", "나", "글", "b.ko.md"),
        ProsePage("a", "en", "A", "text", "a.en.md"),
        ProsePage("b", "en", "B", "text", "b.en.md"),
    ]
    found = [entry for entry in entries_of(small_corpus.corpus(pages=pages)) if entry.kind == "page"]
    assert [(entry.path, entry.title) for entry in found] == [
        ("b/", {"ko": "나", "en": "B"}),
        ("a/", {"en": "A"}),
    ]


def test_plain() -> None:
    both = Text.model_validate({"ko": "하나", "en": "one"})
    assert plain_lines() == {}
    assert plain_lines(None, "") == {}
    assert plain_lines(both, "둘", None, both) == {"ko": "하나\n둘", "en": "one\n둘"}
    assert plain_lines(Text.model_validate({"en": "one"})) == {"en": "one"}


def test_a_talk_is_found_by_itself_and_its_forum_leaves_its_texts_to_it() -> None:
    said = corpus_of_talks(
        talk(person="p", organization="u", abstract={"ko": "초록", "en": "Abstract"}, summary="요지"),
        {"name": RESIDENT, "role": "presenter", "title": "제목뿐"},
    )
    entry = entry_of("forums/f/night/", said)
    assert (entry.kind, entry.title["ko"], entry.lead["en"]) == ("talk", "발표 night", "Abstract")
    assert {"구름달", "별마루대학교"} <= set(entry.named)
    assert entry.people == ("구름달", "Gu Reumdal")
    assert "요지" in entry.text["ko"].splitlines()
    of_forum = entry_of("forums/f/", said).text["ko"].splitlines()
    assert {"제목뿐", "한 시민"} <= set(of_forum)
    assert not {"발표 night", "요지"} & set(of_forum)
