"""Social cards: what a shared link to a forum or a proposal shows, as data for templates/cards.typ."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.corpus.corpus import Corpus
from generator.corpus.schedule import attendance_of, is_apart
from generator.i18n.phrases import day_in_words
from generator.i18n.strings import Words
from generator.models import LANGUAGES, Forum, Language, Proposal, Text
from generator.output.site_paths import LANGUAGE_FOLDERS
from generator.pages.marks import mark_word
from generator.pages.occasion import days_in_words

CARD_TEMPLATE = "cards.typ"
WIDTH, HEIGHT = 1200, 630
"""Pixels: the size that Facebook, KakaoTalk, Slack and others show without cropping."""

LONGEST_TITLE, LONGEST_LINE = 200, 80
"""In widths of a Latin letter; a Korean one has two."""


@dataclass(frozen=True)
class Card:
    """The texts of a card, in the fields that templates/cards.typ reads."""

    language: Language
    site: str
    kind: str
    title: str
    other_title: str
    other_language: Language
    foot: str
    mark: str
    standing: str


def cards(corpus: Corpus, words: Words) -> Iterator[tuple[str, Card]]:
    """The language's cards with their paths from the site's root: of the site, each forum, each proposal."""
    language = words.language
    site = corpus.site
    yield (
        card_path("index.md", language),
        _card(corpus, words, site.tagline, foot=site.publisher.name.best(language)[0]),
    )
    for forum in corpus.forums.values():
        yield card_path(forum.page, language), forum_card(corpus, forum, words)
    for proposal in corpus.proposals.values():
        yield card_path(proposal.page, language), proposal_card(corpus, proposal, words)


def card_path(page: str, language: Language) -> str:
    """A card lies like its page: `en/cards/forums/2025-ai.png`."""
    return f"{LANGUAGE_FOLDERS[language]}cards/{page.removesuffix('.md')}.png"


def forum_card(corpus: Corpus, forum: Forum, words: Words) -> Card:
    """Its name, day and place, and how many proposals were made."""
    day = (
        days_in_words(forum, words, weekday=False)
        if is_apart(forum)
        else day_in_words(forum.start_date, words)
    )
    place = forum.venue.name.best(words.language)[0] if forum.venue else ""
    if not place and attendance_of(forum) == "online":
        place = words("attendances.online")
    made = len(corpus.proposals_at(forum))
    mark = mark_word(forum)
    standing = (
        ("crossed", words(mark.key)) if mark else ("", words("proposals.count", n=made) if made else "")
    )
    return _card(
        corpus,
        words,
        forum.name,
        kind=corpus.kind_of(forum).label.best(words.language)[0],
        foot=", ".join(part for part in (day, place) if part),
        standing=standing,
    )


def proposal_card(corpus: Corpus, proposal: Proposal, words: Words) -> Card:
    """Its title, the forum at which it was made and when, and its status or that it was taken back."""
    forum = corpus.forums[proposal.forum]
    status = corpus.status_of(proposal)
    standing = (status.mark, status.label.best(words.language)[0])
    return _card(
        corpus,
        words,
        proposal.title,
        kind=corpus.topics[proposal.topics[0]].label.best(words.language)[0],
        foot=f"{_cut(forum.name.best(words.language)[0], 48)}, {day_in_words(forum.start_date, words)}",
        standing=("crossed", words("proposal.withdrawn")) if proposal.withdrawn else standing,
    )


def _card(
    corpus: Corpus,
    words: Words,
    title: Text,
    *,
    kind: str = "",
    foot: str = "",
    standing: tuple[str, str] = ("", ""),
) -> Card:
    """A card with each text cut to its room; `standing` is the mark and the words at its foot."""
    language = words.language
    first, spoken = title.best(language)
    other = next(one for one in LANGUAGES if one != spoken)
    second = title.in_language(other) or ""
    return Card(
        language=language,
        site=_cut(corpus.site.name.best(language)[0], 50),
        kind=_cut(kind, 24),
        title=_cut(first, LONGEST_TITLE),
        other_title="" if second == first else _cut(second, LONGEST_LINE),
        other_language=other,
        foot=_cut(foot, 78),
        mark=standing[0],
        standing=_cut(standing[1], 20),
    )


def _cut(text: str, longest: int) -> str:
    """The text, shortened with an ellipsis if it is wider than `longest`."""
    width = 0
    for place, letter in enumerate(text):
        width += 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if width > longest:
            return f"{text[:place].rstrip()}…"
    return text
