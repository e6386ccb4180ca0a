"""Every record has a plain Markdown text, which says what its pages say, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml
from markdown_it import MarkdownIt

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.corpus.talks import talks_of
from generator.exports.text.twins import each_twin, twin_files
from generator.models import LANGUAGES, Language, Proposal, Prose, Text
from generator.models.traverse import values_of
from generator.pages import Page, plan_pages
from generator.pages.people import by_name
from generator.pages.twins import twin_path
from generator.parsing.commonmark import words_of_prose
from generator.parsing.escape import escape
from generator.parsing.yaml_parser import Tree
from generator.rendering.renderer import Renderer
from tests.support.made_up_talks import held, talk
from tests.support.paths import RECORDS
from tests.support.small_corpus import corpus, forum, organization, proposal, source, speaker, step
from tests.support.words import WORDS

READER = MarkdownIt("commonmark")


@pytest.fixture(scope="module")
def made_up() -> Corpus:
    return load_corpus(RECORDS)


@pytest.fixture(scope="module")
def texts(made_up: Corpus) -> dict[str, str]:
    return {path: content.decode() for path, content in twin_files(made_up, WORDS).items()}


def front_of(text: str) -> dict[str, object]:
    front: dict[str, object] = yaml.safe_load(text.split("---\n")[1])
    return front


def words_of(text: str) -> str:
    """What others' CommonMark reads of the text below its front matter, on one line."""
    inlines = (block for block in READER.parse(text.split("---\n", 2)[2]) if block.type == "inline")
    read = (
        "".join(" " if token.type == "softbreak" else token.content for token in block.children or ())
        for block in inlines
    )
    return " ".join(" ".join(read).split())


def half_of(text: str, language: Language) -> str:
    """The part in a language: English begins with the second title."""
    korean, english = text.split("\n# ")[1:]
    return korean if language == "ko" else english


def test_every_record_but_proposals_topic_and_the_statuses_have_one(
    made_up: Corpus, texts: dict[str, str]
) -> None:
    pages = {record.page for record in made_up.records if not isinstance(record, Proposal)}
    pages |= {f"topics/{topic.id}.md" for topic in made_up.vocabulary.topics}
    assert texts.keys() == {f"text/{page}" for page in pages | {"statuses.md"}}


def test_they_are_the_same_again(made_up: Corpus, texts: dict[str, str]) -> None:
    assert {path: content.decode() for path, content in twin_files(made_up, WORDS).items()} == texts


def test_they_are_text_and_not_the_builds(texts: dict[str, str]) -> None:
    for path, text in texts.items():
        assert "&#" not in text, path
        assert text == text.strip("\n") + "\n"
        assert "\n\n\n" not in text, path
        assert not any(line != line.rstrip() for line in text.splitlines()), path
        tokens = READER.parse(text.split("---\n", 2)[2])
        assert {token.type for token in tokens}.isdisjoint(
            {"html_block", "code_block", "fence", "hr", "blockquote_open"}
        )
        assert sum(token.type == "heading_open" and token.tag == "h1" for token in tokens) == len(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_forum_s_has_its_talks_and_proposals_as_sections(
    made_up: Corpus, texts: dict[str, str], language: Language
) -> None:
    """Each once, in the order of pages, with its id; what programs ask of each stands at the head."""
    for held_forum in made_up.forums.values():
        text = texts[f"text/{held_forum.page}"]
        talks = [one.contribution.id for one in talks_of(held_forum)]
        made = [one.id for one in made_up.proposals.values() if one.forum == held_forum.id]
        assert re.findall(r"(?m)^## .*\(([a-z0-9-]+)\)$", half_of(text, language)) == [*talks, *made]
        within = front_of(text).get("contains", [])
        assert isinstance(within, list)
        assert [one["id"] for one in within] == [*talks, *made]
    assert sum(text.count("\n## ") for text in texts.values()) > 20


def test_each_half_is_of_its_page_though_languages_list_people_otherwise(
    made_up: Corpus, texts: dict[str, str]
) -> None:
    listed = [
        [person.id for person in by_name(made_up.speakers.values(), language)] for language in LANGUAGES
    ]
    assert listed[0] != listed[1]
    for person in made_up.speakers.values():
        for language in LANGUAGES:
            title = half_of(texts[f"text/{person.page}"], language).partition("\n")[0].removeprefix("# ")
            assert words_of(f"---\n---\n{title}\n") == person.name.best(language)[0], person.id


def test_pages_that_are_planned_already_are_taken(made_up: Corpus, texts: dict[str, str]) -> None:
    planned = {language: plan_pages(made_up, language, WORDS) for language in LANGUAGES}
    taken = {path: content.decode() for path, content in each_twin(made_up, WORDS, planned)}
    assert taken == texts
    assert not any(next(iter(pages), None) for pages in planned.values())


def told_on(page: Page[object], language: Language) -> Iterator[str]:
    """Every text of the page's record that the page shows in its own language."""
    shown = " ".join(Renderer(WORDS[language]).render(page).split())
    for _, text in values_of(page.part or page.record, Text):
        said = text.in_language(language)
        plain = (words_of_prose(said) if isinstance(text, Prose) else " ".join(said.split())) if said else ""
        if plain and escape(plain) in shown:
            yield plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_says_what_the_page_says(made_up: Corpus, texts: dict[str, str], language: Language) -> None:
    told = 0
    for page in plan_pages(made_up, language, WORDS):
        if (path := twin_path(page)) and page.record:
            words = words_of(texts[path])
            said = list(told_on(page, language))
            told += len(said)
            assert [text for text in said if text not in words] == [], path
    assert told > 100


def test_the_front_matter_says_what_programs_ask_first(texts: dict[str, str]) -> None:
    root, front = (
        "https://proceedings.example.org/library/",
        front_of(texts["text/forums/2024-library-robots.md"]),
    )
    within = {one["id"]: one for one in front.pop("contains")}  # type: ignore[attr-defined]
    assert within["2024-library-robots-1"] == {
        "id": "2024-library-robots-1",
        "kind": "proposal",
        "status": "in-progress",
        "proposed": "2024-06-12",
        "checked": "2024-12-01",
        "updated": "2024-10-02",
    }
    assert within["reading-next-door"]["kind"] == "talk"
    assert front == {
        "id": "2024-library-robots",
        "kind": "forum",
        "pages": {
            "ko": f"{root}forums/2024-library-robots/",
            "en": f"{root}en/forums/2024-library-robots/",
        },
        "status": "held",
        "start_date": "2024-06-12",
        "end_date": "2024-06-13",
        "updated": "2024-11-20",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "about": f"{root}llms.txt",
    }
    assert front_of(texts["text/forums/2024-lamps.md"])["status"] == "postponed"


def test_a_statement_has_its_sources_with_their_places(texts: dict[str, str]) -> None:
    text = texts["text/forums/2024-library-robots.md"]
    assert "- 2024년 6월 12일: 제안됨 [1, 20–24쪽]\n" in half_of(text, "ko")
    assert "- 12 June 2024: Proposed [1, pp. 20–24]\n" in half_of(text, "en")
    assert "\n3. [도서관 로봇 운영 조례안](https://council.example.org/bills/17) — 한별시의회" in text


SEVERAL: Tree = {"ko": "하나.\n\n- 둘 & <셋>\n- 넷", "en": "One."}
MARKED = corpus(
    forum(
        status={"value": "cancelled", "date": "2024-06-01"}, license="kogl-1", name_notes={"en": "inferred"}
    ),
    source(),
    organization(),
    speaker(translation={"en": "machine"}),
    proposal(
        "f-1",
        abstract={"ko": "우리말로만."},
        addressees=[{"organization": "o", "uncertain": "true"}],
        withdrawn={"date": "2024-08-01", "sources": ["s"]},
        history=[{**step(), "note": SEVERAL}],  # type: ignore[dict-item]
    ),
)


@pytest.fixture(scope="module")
def marked() -> dict[str, str]:
    return {path: content.decode() for path, content in twin_files(MARKED, WORDS).items()}


@pytest.mark.parametrize(
    ("path", "language", "said"),
    [
        ("forums/f", "ko", "**취소.**"),
        ("forums/f", "en", "**cancelled.**"),
        ("forums/f", "en", "*The English spelling of the name is inferred; no source prints it.*"),
        ("speakers/p", "en", "*The English of this record was translated by a machine.*"),
        ("forums/f", "ko", "**철회됨**, 2024년 8월 1일"),
        ("forums/f", "en", "**Withdrawn**, 1 August 2024"),
        ("forums/f", "ko", "(출처에 명시되지 않음)"),
        ("forums/f", "en", "*Parts of this record are not yet in English and are shown in Korean.*"),
        ("forums/f", "en", "*Only in Korean; it stands in the Korean part above.*"),
        ("forums/f", "ko", "—\n\n  하나.\n\n  - 둘 & <셋>\n  - 넷\n"),
        ("forums/f", "en", "제안 [1] — One."),
    ],
)
def test_what_nobody_may_overlook_is_said_in_words(
    marked: dict[str, str], path: str, language: Language, said: str
) -> None:
    assert said in half_of(marked[f"text/{path}.md"], language)


def test_the_terms_are_those_of_the_record(marked: dict[str, str]) -> None:
    assert front_of(marked["text/forums/f.md"])["license"] == ("https://www.kogl.or.kr/info/licenseType1.do")
    assert front_of(marked["text/speakers/p.md"])["license"] == "CC-BY-4.0"


def test_a_former_id_has_none() -> None:
    moved = corpus(held(talk(person="p")), speaker("p", redirect_from=["q"]))
    assert [path for path in twin_files(moved, WORDS) if "/q" in path] == []
