"""Text runs in one language: of labels, of people and organizations, and of Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from markdown_it.token import Token

from generator.i18n.strings import Words
from generator.models import Language
from generator.pages.list_rows import PartyLinks
from generator.pages.page import Label, Word, label_text
from generator.typesetting.volume.views import Block, BulletList, Inline, LineBreak, Paragraph, TextRun


def label_run(label: Label, words: Words) -> TextRun:
    """A label in a language, or in the other one where it lacks that."""
    if isinstance(label, Word):
        return TextRun(words.language, label_text(label, words))
    if isinstance(label, str):
        return TextRun(words.language, label)
    text, language = label.best(words.language)
    return TextRun(language, text)


def party_runs(party: PartyLinks, words: Words, with_role: bool = False) -> tuple[TextRun, ...]:
    """Who it is, then the post and the organization, then what is uncertain about it."""
    link = party.person or (None if party.name else party.organization) or party.forum
    name: Label = link.label if link else party.name or ""
    role = [replace(label_run(party.role, words), role=True)] if with_role and party.role else []
    return (
        *role,
        replace(label_run(name, words), strong=True),
        *post_runs(party, words),
        *_doubts(party, words),
    )


def post_runs(party: PartyLinks, words: Words) -> list[TextRun]:
    """A person's post and organizations; for a forum that proposes, that all of it does."""
    post: list[Label] = [party.position] if party.position and (party.person or party.name) else []
    post += [body.label for body in party.bodies]
    if party.forum and not party.uncertain:
        post.append(Word("proposal.forum_as_a_whole"))
    return [replace(run, post=True) for run in comma_separated(post, words, ",")]


def comma_separated(labels: Sequence[Label], words: Words, comma: str) -> list[TextRun]:
    """A run for each label, with a comma after each but the last."""
    runs = [label_run(label, words) for label in labels]
    return [*(replace(run, text=run.text + comma) for run in runs[:-1]), *runs[-1:]]


def _doubts(party: PartyLinks, words: Words) -> Iterator[TextRun]:
    doubts: list[Label] = []
    if party.uncertain:
        doubts.append(Word(f"proposal.{'proposer' if party.forum else 'addressee'}_uncertain"))
    if party.as_printed:
        doubts.append(f"{words('page.as_printed')} {party.as_printed}")
    if party.note:
        doubts.append(party.note)
    return (replace(label_run(doubt, words), aside=True) for doubt in doubts)


def markdown_blocks(
    tokens: Sequence[Token], language: Language, address_of: Callable[[str], str]
) -> tuple[Block, ...]:
    """A parsed text of Markdown as paragraphs and lists."""
    return tuple(_blocks(iter(tokens), language, address_of))


def _blocks(tokens: Iterator[Token], language: Language, address_of: Callable[[str], str]) -> Iterator[Block]:
    """The blocks up to the end of the list or item that the tokens are in."""
    for token in tokens:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                items = tuple(_items(tokens, language, address_of))
                yield BulletList(items, ordered=token.type.startswith("ordered"))
            case "list_item_close":
                return
            case "inline":
                yield Paragraph(inline_runs(token.children or [], language, address_of))


def _items(
    tokens: Iterator[Token], language: Language, address_of: Callable[[str], str]
) -> Iterator[tuple[Block, ...]]:
    for token in tokens:
        match token.type:
            case "list_item_open":
                yield tuple(_blocks(tokens, language, address_of))
            case "bullet_list_close" | "ordered_list_close":
                return


def inline_runs(
    tokens: Iterable[Token], language: Language, address_of: Callable[[str], str]
) -> tuple[Inline, ...]:
    """A paragraph's text in runs, each with its emphasis and its link."""
    runs: list[Inline] = []
    strong = em = 0
    href: str | None = None
    for token in tokens:
        match token.type:
            case "text" | "text_special" | "softbreak":
                text = " " if token.type == "softbreak" else token.content
                if text:
                    runs.append(TextRun(language, text, strong=strong > 0, em=em > 0, href=href or None))
            case "hardbreak":
                runs.append(LineBreak(end=True))
            case "link_open":
                href = address_of(str(token.attrGet("href") or ""))
            case "link_close":
                href = None
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                em += token.nesting
    return tuple(runs)
