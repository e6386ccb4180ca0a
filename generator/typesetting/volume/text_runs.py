"""What a volume says, as plain data: each text in every language of the volume, ready for the typesetter.

A `Line` is words in one language; a `Passage` is blocks in each language, and what is the same in all of them
once. What lacks a language is said in the other one, and tells which it is in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from markdown_it.token import Token

from generator.corpus.corpus import Corpus
from generator.corpus.urls import page_address
from generator.i18n.phrases import day_in_words
from generator.i18n.strings import Words
from generator.models import Citation, Language, Prose
from generator.models.date import Day
from generator.pages.list_rows import PartyLinks, refer
from generator.pages.page import Label, Word
from generator.parsing.commonmark import is_page_link, parse

Line = dict[str, str]
"""`lang` and `text`."""
Said = list[Line]
"""A line in each of the volume's languages."""
Run = dict[str, Any]
"""A piece of a paragraph: `lang`, `text`, and what it is of `strong`, `em`, `role`, `post`, `aside`, `place`,
`code` and `href`; or the number of a source, `ref`; or the `end` of a line."""
Block = dict[str, Any]
"""A paragraph's `runs`, or a list's `items` with `ordered`."""
Passage = list[dict[str, Any]]
"""`lang` and `blocks` in each of the volume's languages."""


@dataclass(frozen=True)
class Voices:
    """The languages of a volume, in their order, and the numbers of its sources."""

    corpus: Corpus
    words: tuple[Words, ...]
    numbers: Mapping[str, int]

    def say(self, tell: Callable[[Words], Line]) -> Said:
        """What is told in each language, and once what is told the same."""
        lines: Said = []
        for words in self.words:
            told = tell(words)
            if told["text"] not in [known["text"] for known in lines]:
                lines.append(told)
        return lines

    def word(self, key: str, **values: object) -> Said:
        return self.say(lambda words: line(words.language, words(key, **values)))

    def text(self, label: Label | None) -> Said:
        return [] if label is None else self.say(partial(said_in, label))

    def day(self, day: Day | None, weekday: bool = False) -> Said:
        if day is None:
            return []
        return self.say(lambda words: line(words.language, day_in_words(day, words, weekday)))

    def joined(self, labels: Sequence[Label], between: str) -> Said:
        """Several names on one line."""
        if not labels:
            return []
        return self.say(
            lambda words: line(
                words.language, between.join(said_in(label, words)["text"] for label in labels)
            )
        )

    def passage(self, tell: Callable[[Words], list[Block]]) -> Passage:
        """The blocks in each language, and once those that are the same."""
        told: Passage = []
        for words in self.words:
            blocks = tell(words)
            if blocks and unspoken(blocks) not in [unspoken(known["blocks"]) for known in told]:
                told.append({"lang": words.language, "blocks": blocks})
        return told

    def prose(self, prose: Prose | None, citations: Sequence[Citation] = ()) -> Passage:
        """A field of Markdown, with the numbers of its sources at its end."""
        return [] if prose is None else self.passage(partial(self._prose_in, prose, citations))

    def sentence(self, text: Label, citations: Sequence[Citation] = ()) -> Passage:
        """A text on one line, with the numbers of its sources."""
        return self.passage(lambda words: [block([said_in(text, words), *self.references(citations, words)])])

    def parties(self, parties: Sequence[PartyLinks], with_role: bool = False) -> Passage:
        """Somebody on a line each."""
        return self.passage(lambda words: [block(party_runs(party, words, with_role)) for party in parties])

    def references(self, citations: Sequence[Citation], words: Words) -> list[Run]:
        """Numbers of sources, each with the place in it."""
        found: list[Run] = []
        for reference in refer(self.numbers, citations):
            found.append({"ref": reference.number})
            if reference.locator:
                found.append({**said_in(reference.locator, words), "place": True})
        return found

    def _prose_in(self, prose: Prose, citations: Sequence[Citation], words: Words) -> list[Block]:
        text, language = prose.best(words.language)
        blocks = blocks_of(parse(text), language, partial(self._address, language=words.language))
        references = self.references(citations, words)
        if references and "runs" in blocks[-1]:
            blocks[-1]["runs"] += references
        elif references:
            blocks.append(block(references))
        return blocks

    def _address(self, target: str, language: Language) -> str:
        """A page of ours that a text links to, as a whole address."""
        if not is_page_link(target):
            return target
        path, mark, fragment = target.partition("#")
        return page_address(self.corpus, path, language) + mark + fragment


def line(language: str, text: str) -> Line:
    return {"lang": language, "text": text}


def said_in(label: Label, words: Words) -> Line:
    """A label in a language, or in the other one where it lacks that."""
    if isinstance(label, Word):
        return line(words.language, words(label.key, **label.values))
    if isinstance(label, str):
        return line(words.language, label)
    text, language = label.best(words.language)
    return line(language, text)


def passage_of(said: Said, href: str | None = None) -> Passage:
    """A line in each language as a passage, which may lead somewhere."""
    link = {"href": href} if href else {}
    return [{"lang": one["lang"], "blocks": [block([{**one, **link}])]} for one in said]


def unspoken(told: object) -> object:
    """The same without the languages that it says it is in."""
    if isinstance(told, list):
        return [unspoken(one) for one in told]
    if isinstance(told, dict):
        return {key: unspoken(value) for key, value in told.items() if key != "lang"}
    return told


def block(runs: list[Run]) -> Block:
    return {"runs": runs}


def party_runs(party: PartyLinks, words: Words, with_role: bool = False) -> list[Run]:
    """Who it is, with the post and the organization, and what is uncertain about it."""
    link = party.person or party.organization or party.forum
    name: Label = link.label if link else party.name or ""
    runs: list[Run] = [{**said_in(party.role, words), "role": True}] if with_role and party.role else []
    runs.append({**said_in(name, words), "strong": True})
    post: list[Label] = []
    if party.person:
        post += [party.position] if party.position else []
        post += [party.organization.label] if party.organization else []
    if party.forum and not party.uncertain:
        post.append(Word("proposal.forum_as_a_whole"))
    said = [said_in(label, words) for label in post]
    runs += [{**one, "text": one["text"] + "," * (one is not said[-1]), "post": True} for one in said]
    doubts: list[Label] = []
    if party.uncertain:
        doubts.append(Word(f"proposal.{'proposer' if party.forum else 'addressee'}_uncertain"))
    if party.as_printed:
        doubts.append(f"{words('page.as_printed')} {party.as_printed}")
    if party.note:
        doubts.append(party.note)
    runs += [{**said_in(doubt, words), "aside": True} for doubt in doubts]
    return runs


def blocks_of(tokens: Sequence[Token], language: str, address_of: Callable[[str], str]) -> list[Block]:
    """A field of Markdown as blocks; lists hold blocks again."""
    levels: list[list[Any]] = [[]]
    for token in tokens:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                levels.append([])
            case "list_item_open":
                levels.append([])
            case "list_item_close":
                entry = levels.pop()
                levels[-1].append(entry)
            case "bullet_list_close" | "ordered_list_close":
                entries = levels.pop()
                levels[-1].append({"items": entries, "ordered": token.type.startswith("ordered")})
            case "inline":
                levels[-1].append(block(runs_of(token.children or [], language, address_of)))
    return levels[0]


def runs_of(tokens: Iterable[Token], language: str, address_of: Callable[[str], str]) -> list[Run]:
    """A paragraph's text in pieces, each with its emphasis and where it leads."""
    runs: list[Run] = []
    strong = em = 0
    href = ""
    for token in tokens:
        match token.type:
            case "text" | "text_special" | "softbreak":
                run: Run = line(language, " " if token.type == "softbreak" else token.content)
                run |= {"strong": True} if strong else {}
                run |= {"em": True} if em else {}
                run |= {"href": href} if href else {}
                runs += [run] if run["text"] else []
            case "hardbreak":
                runs.append({"end": True})
            case "link_open":
                href = address_of(str(token.attrGet("href") or ""))
            case "link_close":
                href = ""
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                em += token.nesting
    return runs
