"""The texts that lack one of the two languages."""

from __future__ import annotations

from dataclasses import dataclass

from generator.corpus.corpus import Corpus
from generator.models import LANGUAGES, Language, Record, Text
from generator.models.site import Site
from generator.models.traverse import values_of
from generator.models.vocabulary import Vocabulary
from generator.parsing.messages import Speech, in_words, message
from generator.parsing.problems import field_name


@dataclass(frozen=True)
class Gap:
    """The texts of one file that lack a language."""

    path: str
    language: Language
    fields: tuple[str, ...]
    """One that is empty stands for a whole page."""
    texts: int
    """How many texts the file has in all."""


@dataclass(frozen=True)
class TranslationReport:
    """All gaps, and how many texts each language has."""

    gaps: tuple[Gap, ...]
    texts: int
    written: dict[Language, int]

    def percentage(self, language: Language) -> float:
        return 100 * self.written[language] / self.texts if self.texts else 100.0


def report_translations(corpus: Corpus) -> TranslationReport:
    """The gaps of every file, pages included, in the order of the files."""
    gaps: list[Gap] = []
    texts = 0
    written = dict.fromkeys(LANGUAGES, 0)
    records: tuple[Site | Vocabulary | Record, ...] = (corpus.site, corpus.vocabulary, *corpus.records)
    for record in records:
        texts_here = list(values_of(record, Text))
        texts += len(texts_here)
        for language in LANGUAGES:
            missing = tuple(
                field_name(field) for field, text in texts_here if text.in_language(language) is None
            )
            written[language] += len(texts_here) - len(missing)
            if missing:
                gaps.append(Gap(record.path, language, missing, len(texts_here)))
    written_pages = {(page.name, page.language) for page in corpus.pages}
    for name in sorted({page.name for page in corpus.pages}):
        texts += 1
        for language in LANGUAGES:
            written[language] += (name, language) in written_pages
            if (name, language) not in written_pages:
                gaps.append(Gap(f"content/pages/{name}.{language}.md", language, ("",), 1))
    return TranslationReport(tuple(gaps), texts, written)


def report_as_text(report: TranslationReport, language: Speech = "en") -> str:
    """A line for each file that lacks a language, then a line for each language."""
    lines = [
        message(
            "translations.gap",
            path=gap.path,
            language=gap.language,
            missing=len(gap.fields),
            texts=gap.texts,
            fields=", ".join(gap.fields) or message("translations.whole_page"),
        )
        for gap in report.gaps
    ]
    lines += [
        message(
            "translations.written",
            language=of,
            percentage=f"{report.percentage(of):.1f}",
            written=report.written[of],
            texts=report.texts,
        )
        for of in LANGUAGES
    ]
    return "".join(f"{in_words(line, language)}\n" for line in lines)
