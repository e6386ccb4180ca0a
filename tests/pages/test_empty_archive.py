"""An archive without records: each page says what will stand there, and the preview what to do first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.waiting import published, to_preview
from generator.i18n.load import load_words
from generator.models import LANGUAGES, Language
from generator.pages import plan_pages
from generator.rendering.renderer import Renderer
from tests.authoring.archive.made_up_archive import DAY, GARAM, checked_on, write_archive_of

WORDS = load_words()


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("empty") / "new"
    return checked_on(DAY, write_archive_of(replace(GARAM, empty=True), folder))[0]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    folder = tmp_path_factory.mktemp("begun") / "new"
    return checked_on(DAY, write_archive_of(GARAM, folder))[0]


def rendered(corpus: Corpus, language: Language) -> Mapping[str, str]:
    renderer = Renderer(WORDS[language])
    return {page.path: renderer.render(page) for page in plan_pages(corpus, language, WORDS)}


@pytest.mark.parametrize(
    ("path", "ko", "en"),
    [
        ("index.md", "아직 기록된 포럼이 없습니다", "No forum is on record yet"),
        ("forums/index.md", "첫 포럼이 기록되면 여기에 나옵니다", "The first one will appear here"),
        ("proposals/index.md", "그 뒤의 경과와 함께 여기에", "with what became of it"),
        ("speakers/index.md", "사람이 여기에 나옵니다", "will appear here"),
        ("organizations/index.md", "기관이 여기에 나옵니다", "will appear here"),
        ("sources/index.md", "기사와 문서가 여기에 나옵니다", "will appear here"),
        ("follow-ups.md", "제안 뒤에 일어난 일이 아직", "Nothing is on record yet of what followed"),
        ("responses.md", "아직 제안을 받은 곳이 없습니다", "Nobody has been asked yet"),
        ("statistics.md", "아직 셀 것이 없습니다", "There is nothing to count yet"),
    ],
)
def test_an_empty_page_says_what_will_stand_there(path: str, ko: str, en: str, empty: Corpus) -> None:
    for language, words in zip(LANGUAGES, (ko, en), strict=True):
        text = rendered(published(empty, DAY), language)[path]
        assert words in re.sub(r"&#\d+;", lambda mark: chr(int(mark[0][2:-1])), text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_has_a_table_without_rows(language: Language, empty: Corpus) -> None:
    for path, text in rendered(published(empty, DAY), language).items():
        assert not re.search(r"\|-[-|:]*\n\n", text), path


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_a_preview_says_what_to_do_first(language: Language, empty: Corpus, begun: Corpus) -> None:
    for corpus in (empty, begun):
        home = rendered(to_preview(corpus, DAY), language)["index.md"]
        steps = re.findall(
            r"^\d\.  .*<code class=\"command\">(proceedings [a-z ]+)</code>$", home, re.MULTILINE
        )
        assert steps == ["proceedings new forum", "proceedings new proposal", "proceedings build"]
        assert "<code" not in rendered(published(corpus, DAY), language)["index.md"]


def test_whoever_has_written_a_forum_is_told_no_more(begun: Corpus) -> None:
    own = begun.forums["example-forum"].model_copy(update={"id": "2031-own"})
    corpus = replace(begun, forums={**begun.forums, "2031-own": own})
    assert "<code" not in rendered(to_preview(corpus, DAY), "ko")["index.md"]
