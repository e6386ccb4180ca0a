"""Each record's page as plain Markdown: one file for both languages, which says what the pages say."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.corpus.corpus import Corpus
from generator.corpus.licences import terms_of_use
from generator.corpus.urls import file_address, page_address, permanent_address
from generator.exports.text.writer import PlainWriter
from generator.i18n.strings import SiteWords, Words
from generator.models import LANGUAGES, Forum, Proposal, Record
from generator.pages import Page, plan_pages
from generator.pages.twins import LLMS_PATH, twin_path
from generator.rendering.renderer import CompiledTemplates, notices


def twin_files(corpus: Corpus, site_words: SiteWords) -> Mapping[str, bytes]:
    """Path from the site's root → the plain text of a page; both languages plan the same pages."""
    pages = {
        language: {
            path: page for page in plan_pages(corpus, language, site_words) if (path := twin_path(page))
        }
        for language in site_words
    }
    halves = {language: _Half(corpus, words) for language, words in site_words.items()}
    return {
        path: "\n".join(
            [front_matter(corpus, page), *(halves[language].of(pages[language][path]) for language in pages)]
        ).encode()
        for path, page in pages[LANGUAGES[0]].items()
    }


class _Half:
    """The plain text of pages in one language."""

    _compiled: ClassVar = CompiledTemplates()

    def __init__(self, corpus: Corpus, words: Words) -> None:
        self._language = words.language
        writer = PlainWriter(corpus, words)
        self._templates = Environment(
            loader=PackageLoader("generator.exports.text", "templates"),
            autoescape=True,  # for nothing but this: macros return Markup, which the writer leaves as it is
            finalize=writer.write,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # it would look at five files for each page
            bytecode_cache=self._compiled,
        )
        self._templates.globals.update(w=words, writer=writer)

    def of(self, page: Page[object]) -> str:
        template = self._templates.get_template(f"{page.template}.md.jinja")
        text = template.render(page=page, view=page.view, notices=list(notices(page, self._language)))
        return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)).strip("\n") + "\n"


def front_matter(corpus: Corpus, page: Page[object]) -> str:
    """What programs ask for first: what it is, where its pages are, its terms, its days and its status."""
    values = {key: value for key, value in _facts(corpus, page) if value is not None}
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
    return f"---\n{''.join(lines)}---\n"


def _facts(corpus: Corpus, page: Page[object]) -> Iterator[tuple[str, object]]:
    record = page.record
    yield "id", page.path.removesuffix(".md").rpartition("/")[2]
    yield "kind", page.template
    yield "pages", {language: page_address(corpus, page.path, language) for language in LANGUAGES}
    if isinstance(record, Proposal):
        permanent = {language: permanent_address(corpus, record, language) for language in LANGUAGES}
        yield "permanent", permanent
        yield "status", corpus.status_of(record).id
        yield "proposed", record.history[0].date.numeric
        yield "withdrawn", record.withdrawn and record.withdrawn.date.numeric
        yield "checked", record.checked and record.checked.numeric
    if isinstance(record, Forum):
        yield "forum", record.id if page.part else None
        yield "status", corpus.forum_status(record)
    if isinstance(record, Forum) and not page.part:
        yield "start_date", record.start_date.numeric
        yield "end_date", record.end_date and record.end_date.numeric
    yield "updated", page.updated and page.updated.numeric
    yield "license", _terms(corpus, record)
    yield "about", file_address(corpus, LLMS_PATH)


def _terms(corpus: Corpus, record: Record | None) -> str:
    """The address of the terms, or their name where they have none."""
    if record and record.license:
        return terms_of_use(corpus, record.license).url
    licence = corpus.site.licence
    return licence.url or licence.name.best(LANGUAGES[0])[0]
