"""What lacks a language, per file and in all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.corpus.translations import report_as_text, report_translations
from generator.models import LANGUAGES
from tests.support.paths import RECORDS


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(RECORDS)


def test_a_record_in_one_language_lacks_every_text_in_the_other(corpus: Corpus) -> None:
    gaps = {(gap.path, gap.language): gap for gap in report_translations(corpus).gaps}
    gap = gaps["content/forums/2023-reading-machines.yml", "ko"]
    assert len(gap.fields) == gap.texts
    assert "name" in gap.fields
    assert ("content/forums/2023-reading-machines.yml", "en") not in gaps


def test_a_record_in_both_languages_has_no_gap(corpus: Corpus) -> None:
    paths = {gap.path for gap in report_translations(corpus).gaps}
    assert "content/forums/2024-library-robots.yml" not in paths
    assert "content/site.yml" not in paths


def test_the_percentage_counts_texts(corpus: Corpus) -> None:
    report = report_translations(corpus)
    for language in LANGUAGES:
        missing = sum(len(gap.fields) for gap in report.gaps if gap.language == language)
        assert report.written[language] == report.texts - missing
        assert report.percentage(language) == 100 * (report.texts - missing) / report.texts


def test_a_page_that_lacks_a_language_is_a_gap(corpus: Corpus) -> None:
    korean = replace(corpus, pages=tuple(page for page in corpus.pages if page.language == "ko"))
    paths = [gap.path for gap in report_translations(korean).gaps]
    assert "content/pages/about.en.md" in paths
    assert "content/pages/about.ko.md" not in paths


def test_the_report_ends_with_a_line_for_each_language(corpus: Corpus) -> None:
    lines = report_as_text(report_translations(corpus)).splitlines()
    assert lines[-2].startswith("ko: ")
    assert lines[-1].startswith("en: ")
    assert all(": ko: " in line or ": en: " in line for line in lines[:-2])
