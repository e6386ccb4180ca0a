"""The page of fields: it describes each, and the data page leads to it from where each was before."""

from __future__ import annotations

import re

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.models import LANGUAGES, Language
from generator.pages import plan_pages
from generator.pages.fields_page import DATA_PAGE, FIELDS_PAGE, described_models
from generator.rendering.renderer import Renderer
from tests.support.paths import RECORDS
from tests.support.words import WORDS


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(RECORDS)


def rendered(corpus: Corpus, language: Language) -> dict[str, str]:
    renderer = Renderer(WORDS[language])
    pages = plan_pages(corpus, language, WORDS)
    return {page.path: renderer.render(page) for page in pages if page.path in (DATA_PAGE, FIELDS_PAGE)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_model_has_its_place_on_the_page_and_its_old_one_leads_there(
    corpus: Corpus, language: Language
) -> None:
    texts = rendered(corpus, language)
    places = [f"fields-{table.name}" for tables in described_models() for table in tables]
    assert len(places) > 20
    for place in places:
        assert f" {{: #{place} }}\n" in texts[FIELDS_PAGE]
        assert f"(data/fields.md#{place}){{: #{place} }}" in texts[DATA_PAGE]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_stands_in_a_row_with_its_meaning(corpus: Corpus, language: Language) -> None:
    text = rendered(corpus, language)[FIELDS_PAGE].replace("&#95;", "_")
    fields = [field for tables in described_models() for table in tables for field in table.fields]
    rows = re.findall(r"^\| <code>(\w+)</code> \| .+ \| .+ \|$", text, re.MULTILINE)
    assert rows == [field.name for field in fields]


@pytest.mark.parametrize("language", LANGUAGES)
def test_ids_of_words_lead_to_the_words_on_the_data_page(corpus: Corpus, language: Language) -> None:
    texts = rendered(corpus, language)
    named = set(re.findall(r"\(\.\./data\.md#(words-\w+)\)", texts[FIELDS_PAGE]))
    assert {"words-topics", "words-statuses", "words-forum_kinds"} <= named
    for place in named:
        assert f"{{: #{place} }}" in texts[DATA_PAGE]
