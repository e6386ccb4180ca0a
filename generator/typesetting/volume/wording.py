"""A volume's texts in each of its languages.

A text that lacks a language is given in the other one, and says which it is in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import overload

from generator.corpus.corpus import Corpus
from generator.corpus.urls import page_address
from generator.i18n.phrases import day_in_words
from generator.i18n.strings import Words
from generator.models import LANGUAGES, Citation, Language, Prose
from generator.models.date import Day
from generator.pages.list_rows import PartyLinks, refer
from generator.pages.page import Label
from generator.parsing.addresses import is_web_address, mail_uri_of, uri_of
from generator.parsing.commonmark import is_page_link, parse
from generator.typesetting.volume.text_runs import label_run, markdown_blocks, party_runs
from generator.typesetting.volume.views import (
    Block,
    BulletList,
    Fact,
    Inline,
    Paragraph,
    ParallelText,
    Passage,
    PassageVersion,
    SourceReference,
    TextRun,
)


@dataclass(frozen=True)
class Wording:
    """The site's words in the volume's languages, in their order, and the numbers of its sources."""

    corpus: Corpus
    words: tuple[Words, ...]
    numbers: Mapping[str, int]

    @property
    def first_language(self) -> Language:
        return self.words[0].language

    def parallel(self, text_in: Callable[[Words], TextRun]) -> ParallelText:
        """The text in each language, duplicates merged."""
        found: dict[str, TextRun] = {}
        for words in self.words:
            run = text_in(words)
            found.setdefault(run.text, run)
        return tuple(found.values())

    def parallel_string(self, text_in: Callable[[Words], str]) -> ParallelText:
        """The same for a text that every language has."""
        return self.parallel(lambda words: TextRun(words.language, text_in(words)))

    def word(self, key: str, **values: object) -> ParallelText:
        """Words of the site, by their key in generator/strings/."""
        return self.parallel_string(lambda words: words(key, **values))

    def text(self, label: Label | None) -> ParallelText:
        return () if label is None else self.parallel(partial(label_run, label))

    def untranslated(self, text: str) -> ParallelText:
        """A text that is the same in all languages, such as an address."""
        return (TextRun(self.first_language, text),)

    @overload
    def address(self, address: str) -> TextRun: ...
    @overload
    def address(self, address: str | None) -> TextRun | None: ...
    def address(self, address: str | None) -> TextRun | None:
        """An address as it is written, which leads where it says."""
        return TextRun(self.first_language, address, href=link_target(address)) if address else None

    def day(self, day: Day | None) -> ParallelText:
        return () if day is None else self.parallel_string(lambda words: day_in_words(day, words))

    def joined(self, labels: Sequence[Label], between: str) -> ParallelText:
        """Several names on one line."""
        if not labels:
            return ()
        return self.parallel_string(
            lambda words: between.join(label_run(label, words).text for label in labels)
        )

    def passage(self, blocks_in: Callable[[Words], Sequence[Block]]) -> Passage:
        """The blocks in each language, duplicates merged."""
        found: dict[tuple[Block, ...], PassageVersion] = {}
        for words in self.words:
            if blocks := tuple(blocks_in(words)):
                key = tuple(map(_without_language, blocks))
                found.setdefault(key, PassageVersion(words.language, blocks))
        return tuple(found.values())

    def prose(self, prose: Prose | None, citations: Sequence[Citation] = ()) -> Passage:
        """A field of Markdown, with the numbers of its sources at its end."""
        return () if prose is None else self.passage(partial(self._prose_in, prose, citations))

    def sentence(self, text: Label, citations: Sequence[Citation] = ()) -> Passage:
        """A text on one line, with the numbers of its sources."""
        return self.passage(
            lambda words: [Paragraph((label_run(text, words), *self.references(citations, words)))]
        )

    def parties(self, parties: Sequence[PartyLinks]) -> Passage:
        """People and organizations, on a line each."""
        return self.passage(lambda words: [Paragraph(party_runs(party, words)) for party in parties])

    def references(self, citations: Sequence[Citation], words: Words) -> tuple[Inline, ...]:
        """Numbers of sources, each with the place in it."""
        found: list[Inline] = []
        for reference in refer(self.numbers, citations):
            found.append(SourceReference(reference.number))
            if reference.locator:
                found.append(replace(label_run(reference.locator, words), place=True))
        return tuple(found)

    def fact(self, key: str, value: Passage) -> Fact:
        """A fact, called by words of the site."""
        return Fact(self.word(key), value)

    def _prose_in(self, prose: Prose, citations: Sequence[Citation], words: Words) -> list[Block]:
        text, language = prose.best(words.language)
        blocks = list(markdown_blocks(parse(text), language, partial(self._address, language=words.language)))
        references = self.references(citations, words)
        last = blocks[-1] if references else None
        if isinstance(last, Paragraph):
            blocks[-1] = Paragraph((*last.runs, *references))
        elif references:
            blocks.append(Paragraph(references))
        return blocks

    def _address(self, target: str, language: Language) -> str:
        """A page of this site that a text links to, as a whole address."""
        if not is_page_link(target):
            return link_target(target) or ""
        path, mark, fragment = target.partition("#")
        return page_address(self.corpus, path, language) + mark + fragment


def link_target(address: str | None) -> str | None:
    """What a link in a PDF names: an address in ASCII, since readers take other letters for Latin-1."""
    if not address:
        return address
    return uri_of(address) if is_web_address(address) else mail_uri_of(address)


def as_passage(texts: ParallelText, href: str | None = None) -> Passage:
    """A line in each language as a passage, which may be a link."""
    target = link_target(href)
    return tuple(PassageVersion(text.lang, (Paragraph((replace(text, href=target),)),)) for text in texts)


def _without_language(block: Block) -> Block:
    """The block as it is compared with that of another language."""
    if isinstance(block, BulletList):
        return replace(block, items=tuple(tuple(map(_without_language, item)) for item in block.items))
    return Paragraph(
        tuple(replace(run, lang=LANGUAGES[0]) if isinstance(run, TextRun) else run for run in block.runs)
    )
