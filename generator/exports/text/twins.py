"""Each record's page as plain Markdown: one file for both languages, which says what the pages say.

A forum's talks and proposals are sections of its file.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator.corpus.corpus import Corpus
from generator.corpus.licences import terms_of_use
from generator.corpus.urls import file_address, page_address
from generator.exports.text.writer import PlainWriter, written_markdown
from generator.i18n.strings import SiteWords, Words
from generator.models import LANGUAGES, Forum, Language, Proposal, Record
from generator.pages import Page, plan_pages
from generator.pages.twins import LLMS_PATH, TWINNED, is_within, twin_path
from generator.rendering.compiled_templates import CompiledTemplates
from generator.rendering.renderer import notices

PlannedPages: TypeAlias = Mapping[Language, Iterable[Page[object]]]
TwinWriters: TypeAlias = "Mapping[Language, HalfWriter]"

OF_WHOLE = ("pages", "about")
"""Facts that a section leaves out: its text has the address of its page."""


@dataclass(frozen=True)
class Twin:
    """The plain text of a page: what programs ask for first, and a half in each language."""

    facts: Mapping[str, object]
    halves: tuple[str, ...]


def twin_files(corpus: Corpus, site_words: SiteWords) -> Mapping[str, bytes]:
    """Path from the site's root → the plain text of a page, or of a forum's pages."""
    return dict(each_twin(corpus, site_words))


def each_twin(
    corpus: Corpus,
    site_words: SiteWords,
    planned: PlannedPages | None = None,
    writers: TwinWriters | None = None,
) -> Iterator[tuple[str, bytes]]:
    """The same one by one, those of forums last.

    `planned`: the pages of each language, where somebody has planned them. `writers`: see `twin_writers`.
    """
    pages = planned or {language: plan_pages(corpus, language, site_words) for language in site_words}
    of_forums: dict[str, list[Twin]] = {}
    for page, twin in _twins(corpus, writers or twin_writers(corpus, site_words), pages):
        path = str(twin_path(page))
        if isinstance(page.record, Forum | Proposal):
            of_forums.setdefault(path, []).append(twin)
        else:
            yield path, twin_file([twin])
    for path, twins in of_forums.items():
        yield path, twin_file(twins)


def twin_writers(corpus: Corpus, site_words: SiteWords) -> TwinWriters:
    """The writers of both languages, of which a corpus needs one each. They ask it for its site alone."""
    return {language: HalfWriter(corpus, words) for language, words in site_words.items()}


def _twins(
    corpus: Corpus, writers: TwinWriters, planned: PlannedPages
) -> Iterator[tuple[Page[object], Twin]]:
    """Both languages have the same pages in the same order."""
    for versions in zip(*(filter(twin_path, planned[language]) for language in writers), strict=True):
        halves = tuple(writer.of(page) for writer, page in zip(writers.values(), versions, strict=True))
        yield versions[0], Twin(facts_of(corpus, versions[0]), halves)


def twin_file(twins: Sequence[Twin]) -> bytes:
    """A text, and those within it: of each language first the one, then the others as sections."""
    whole, *within = twins
    facts = {**whole.facts, "contains": [one.facts for one in within]} if within else whole.facts
    parts = [front_matter(facts)]
    for place, half in enumerate(whole.halves):
        parts += [half, *(one.halves[place] for one in within)]
    return "\n".join(parts).encode()


class HalfWriter:
    """Writes the plain text of pages in one language."""

    _compiled: ClassVar = CompiledTemplates("texts")

    def __init__(self, corpus: Corpus, words: Words) -> None:
        self._language = words.language
        writer = PlainWriter(corpus, words)
        templates = Environment(  # noqa: S701 - no HTML is written
            loader=PackageLoader("generator.exports.text", "templates"),
            finalize=writer.write,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,  # it would look at five files for each page
            bytecode_cache=self._compiled,
        )
        templates.concat = _joined  # type: ignore[method-assign]
        templates.globals.update(w=words, writer=writer)
        self._templates = {name: templates.get_template(f"{name}.md.jinja") for name in TWINNED}

    def of(self, page: Page[object]) -> str:
        """A whole text, or a section of a forum's: its headings are lower, and it says its id."""
        within = is_within(page)
        template = self._templates[page.template]
        text = template.render(
            page=page,
            view=page.view,
            notices=list(notices(page, self._language)),
            within=id_of(page) if within else None,
        )
        text = re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+\n", "\n", text)).strip()
        return (re.sub(r"^(#{1,5}) ", r"#\1 ", text, flags=re.MULTILINE) if within else text) + "\n"


def _joined(parts: Iterable[str]) -> Markup:
    """What a macro or a template wrote: Markup, which the writer leaves as it is."""
    return written_markdown("".join(parts))


def front_matter(facts: Mapping[str, object]) -> str:
    """What programs ask for first: what it is, where its pages are, its terms, its days and its status."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in facts.items())
    return f"---\n{''.join(lines)}---\n"


def facts_of(corpus: Corpus, page: Page[object]) -> Mapping[str, object]:
    """The facts of a page's text; a section leaves out what its forum's says."""
    facts = {key: value for key, value in _facts(corpus, page) if value is not None}
    return {key: value for key, value in facts.items() if key not in OF_WHOLE} if is_within(page) else facts


def id_of(page: Page[object]) -> str:
    return page.path.removesuffix(".md").rpartition("/")[2]


def _facts(corpus: Corpus, page: Page[object]) -> Iterator[tuple[str, object]]:
    record = page.record
    yield "id", id_of(page)
    yield "kind", page.template
    yield "pages", {language: page_address(corpus, page.path, language) for language in LANGUAGES}
    if isinstance(record, Proposal):
        yield "status", corpus.status_of(record).id
        yield "proposed", record.history[0].date.numeric
        yield "withdrawn", record.withdrawn and record.withdrawn.date.numeric
        yield "checked", record.checked and record.checked.numeric
    if isinstance(record, Forum) and not page.part:
        yield "status", corpus.forum_status(record)
        yield "start_date", record.start_date.numeric
        yield "end_date", record.end_date and record.end_date.numeric
    yield "updated", page.updated and page.updated.numeric
    if not is_within(page) or (record and record.license):
        yield "license", _terms(corpus, record)
    yield "about", file_address(corpus, LLMS_PATH)


def _terms(corpus: Corpus, record: Record | None) -> str:
    """The address of the terms, or their name where they have none."""
    if record and record.license:
        return terms_of_use(corpus, record.license).url
    licence = corpus.site.licence
    return licence.url or licence.name.best(LANGUAGES[0])[0]
