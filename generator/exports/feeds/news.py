"""What a feed tells: an entry as readers show it, and news, an entry of one thing on one day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, NamedTuple, TypeVar

from markupsafe import Markup

from generator.corpus.licences import TermsOfUse
from generator.models import Forum, Language, Proposal, Step, Withdrawal

NewsKind = Literal["forum", "called-off", "proposal", "answer", "follow-up", "withdrawal"]
"""An answer is a follow-up too."""


class Said(NamedTuple):
    """A text in the language that it is there in."""

    text: str
    language: Language


class Category(NamedTuple):
    term: str
    scheme: str
    """The URL of a page that explains the terms."""
    label: str


@dataclass(frozen=True, kw_only=True)
class FeedEntry:
    """An entry of feeds, in one language."""

    id: str
    title: Said
    updated: datetime
    published: datetime | None
    address: str
    """The page in the feed's language: the entry's one alternate, since readers open the last of several."""
    related: tuple[tuple[Language, str], ...]
    """Other pages: the forum at which it was proposed, then the same page in the other language."""
    categories: tuple[Category, ...]
    summary: Said
    """What programs show that show no HTML: lists, notices, mails."""
    written: Callable[[], Markup] = field(compare=False)
    """Writes the full text, which few feeds have."""
    terms: TermsOfUse | None = None
    """Where they are not the feed's."""

    @property
    def text(self) -> Markup:
        """HTML that is also XML."""
        return self.written()


@dataclass(frozen=True, kw_only=True)
class News(FeedEntry):
    """What was held, proposed or done on a day."""

    kind: NewsKind
    day: date
    record: Forum | Proposal
    told: Step | Withdrawal | None = None
    """Of a proposal what was done with it; without, it is the proposal itself."""


AnEntry = TypeVar("AnEntry", bound=FeedEntry)


def newest_first(entries: Iterable[AnEntry]) -> tuple[AnEntry, ...]:
    """The entries sorted by the day of their change, newest first; those changed on one day by their own.

    So after a day on which many records were corrected, the newest of them come first. What has the same days
    keeps its order.
    """

    def days(entry: AnEntry) -> tuple[date, datetime]:
        return entry.updated.date(), entry.published or entry.updated

    return tuple(sorted(entries, key=days, reverse=True))
