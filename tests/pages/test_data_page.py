"""The data page: every file that goes out, in the page's language, and a word for each field."""

from __future__ import annotations

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.exports import export_files
from generator.i18n.formats import format_size
from generator.i18n.strings import Strings
from generator.models import LANGUAGES, Language
from generator.pages import plan_pages
from generator.pages.data_page import USES, DataView, downloads, question
from generator.pages.fields_page import described_models
from generator.rendering.renderer import Renderer
from tests.support.paths import RECORDS
from tests.support.words import WORDS


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(RECORDS)


@pytest.fixture(scope="module")
def sizes(corpus: Corpus) -> dict[str, int]:
    return {path: len(content) for path, content in export_files(corpus, WORDS)}


def listed(language: Language, sizes: dict[str, int]) -> dict[str, list[str]]:
    """Group → the files in it."""
    return {
        group: [file.path for row in rows for file in row.files] for group, rows in downloads(language, sizes)
    }


def test_every_file_is_listed_once_in_the_language_that_has_it(sizes: dict[str, int]) -> None:
    found = {
        language: [path for paths in listed(language, sizes).values() for path in paths]
        for language in LANGUAGES
    }
    assert all(len(paths) == len(set(paths)) for paths in found.values())
    assert set(found["ko"]) | set(found["en"]) == sizes.keys()
    assert set(found["ko"]) == {path for path in sizes if not path.startswith("en/")}
    in_english = {path for path in sizes if path.startswith("en/")}
    assert set(found["en"]) == {path for path in sizes if f"en/{path}" not in sizes}
    assert in_english <= set(found["en"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_we_export_has_a_use(language: Language, sizes: dict[str, int]) -> None:
    groups = listed(language, sizes)
    assert "other" not in groups
    assert {"records", "api", "cite", "feeds", "calendars"} <= groups.keys()


def test_an_unknown_file_is_listed_all_the_same() -> None:
    assert listed("ko", {"maps/a.svg": 1, "maps/b.svg": 2, "odd": 3}) == {
        "other": ["maps/a.svg", "maps/b.svg", "odd"]
    }


def test_cards_are_no_download() -> None:
    assert downloads("en", {"cards/index.png": 1, "en/cards/index.png": 1}) == ()


def test_volumes_of_years_have_a_link_and_those_of_forums_are_counted() -> None:
    sizes = dict.fromkeys(["volumes/2024.all.pdf", "volumes/2024-a.ko.pdf", "volumes/2024-a.pdf"], 10)
    [(group, (year, each))] = downloads("ko", sizes)
    assert (group, year.address_pattern, each.address_pattern, each.size) == (
        "volumes",
        "",
        "volumes/ID.pdf",
        20,
    )
    assert [file.path for file in year.files] == ["volumes/2024.all.pdf"]


@pytest.mark.parametrize(("language", "root"), [("ko", "../"), ("en", "../../")])
def test_the_page_links_the_files_with_their_sizes(
    corpus: Corpus, sizes: dict[str, int], language: Language, root: str
) -> None:
    page = next(page for page in plan_pages(corpus, language, WORDS, sizes) if page.path == "data.md")
    assert isinstance(page.view, DataView)
    text = Renderer(WORDS[language]).render(page)
    linked = [
        file.path
        for _, rows in page.view.downloads
        for row in rows
        if not row.address_pattern
        for file in row.files
    ]
    assert "data/proceedings.db" in linked
    for path in linked:
        assert f'<a href="{root}{path}">' in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_word_for_each_field_part_group_and_use_and_no_other(language: Language) -> None:
    words = WORDS[language].section("data")

    def keys(name: str) -> set[str]:
        section: str | Strings = words[name]
        assert not isinstance(section, str)
        return set(section)

    records, parts = described_models()
    fields = [field for part in (*records, *parts) for field in part.fields]
    assert keys("fields") == {field.name for field in fields}
    assert keys("parts") == {part.name for part in (*records, *parts)}
    assert keys("holds_words") >= {field.kind for field in fields} - {"part", "choice"}
    assert keys("uses") == {use.words for use in USES} | {"other"}
    assert keys("groups") == {use.group for use in USES} | {"other"}


def test_the_question_is_one_for_any_word() -> None:
    assert question('it\'s "robots"', "en").endswith('match \'"it\'\'s ""robots"""\')')


@pytest.mark.parametrize(
    ("size", "korean", "english"),
    [(1, "1kB", "1 kB"), (34_001, "35kB", "35 kB"), (1_240_000, "1.2MB", "1.2 MB"), (0, "0kB", "0 kB")],
)
def test_sizes(size: int, korean: str, english: str) -> None:
    assert (format_size(size, "ko"), format_size(size, "en")) == (korean, english)
