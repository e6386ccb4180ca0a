"""Corpus → news: each forum, each proposal and each follow-up, with its full text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from markupsafe import Markup

from generator.corpus.corpus import Corpus
from generator.corpus.licences import TermsOfUse, terms_of_use
from generator.corpus.step_names import step_names
from generator.corpus.urls import page_address
from generator.exports.changes import changed_at, forum_changed, midnight
from generator.exports.feeds.entry_html import FullTexts
from generator.exports.stable_ids import tag
from generator.i18n.strings import Words
from generator.models import LANGUAGES, Forum, Language, Proposal, Record, Status, Step, Text
from generator.models.titles import WITHDRAWN, step_anchor
from generator.pages.marks import marked_name


@dataclass(frozen=True)
class News:
    """An entry of feeds, in one language."""

    id: str
    title: str
    title_language: Language
    updated: datetime
    published: datetime | None
    addresses: tuple[tuple[Language, str], ...]
    """The URL of the page in each language, this one first."""
    forum: str | None
    """The URL of the forum at which it was proposed."""
    categories: tuple[tuple[str, str, str], ...]
    """Term, scheme (the URL of a page that explains the terms), and label."""
    text: Markup
    """HTML that is also XML."""
    terms: TermsOfUse | None = None
    """Where they are not the feed's."""


class Edition:
    """The news of a corpus in a language."""

    def __init__(self, corpus: Corpus, words: Words) -> None:
        self.corpus = corpus
        self.language = words.language
        self.words = words
        self._texts = FullTexts(corpus, words)

    def proposal(self, proposal: Proposal) -> tuple[News, ...]:
        """Its follow-ups and its withdrawal, newest first, and last the proposal itself."""
        since = [*self._steps(proposal), *self._withdrawal(proposal)]
        return (*newest_first(reversed(since)), self._proposal(proposal))

    def forum(self, forum: Forum) -> tuple[News, ...]:
        """That it was put off or called off, where it was, and the forum itself."""
        return (*self._called_off(forum), self._forum(forum))

    def _called_off(self, forum: Forum) -> Iterator[News]:
        """News of its own, since readers hardly show again what they have shown."""
        if not (off := forum.called_off):
            return
        title, title_language = forum.name.best(self.language)
        day = midnight(off.date.earliest) if off.date else forum_changed(self.corpus, forum)
        status = self.words(f"called_off.{off.value}")
        yield News(
            id=self._id(forum.folder, forum.first_id, off.value),
            title=self.words("subscriptions.called_off", status=status, title=title),
            title_language=title_language,
            updated=day,
            published=day,
            addresses=self._addresses(forum.page),
            forum=None,
            categories=(self._kind("called-off"),),
            text=self._texts.forum(forum),
            terms=self._terms(forum),
        )

    def _forum(self, forum: Forum) -> News:
        title, title_language = marked_name(forum, self.words), forum.name.best(self.language)[1]
        begins = forum.start_date.earliest
        return News(
            id=self._id(forum.folder, forum.first_id),
            title=title,
            title_language=title_language,
            updated=forum_changed(self.corpus, forum),
            published=midnight(begins) if begins <= self.corpus.known_until else None,
            addresses=self._addresses(forum.page),
            forum=None,
            categories=(
                self._kind("forum"),
                (
                    forum.classification,
                    self._page("forums/index.md"),
                    self._best(self.corpus.kind_of(forum).label),
                ),
            ),
            text=self._texts.forum(forum),
            terms=self._terms(forum),
        )

    def _proposal(self, proposal: Proposal) -> News:
        title, title_language = proposal.title.best(self.language)
        made = proposal.history[0].date.earliest
        return News(
            id=self._id(proposal.folder, proposal.first_id),
            title=title,
            title_language=title_language,
            updated=changed_at(proposal, made),
            published=midnight(made),
            addresses=self._addresses(proposal.page),
            forum=self._forum_page(proposal),
            categories=(self._kind("proposal"), *self._topics(proposal)),
            text=self._texts.proposal(proposal),
            terms=self._terms(proposal),
        )

    def _steps(self, proposal: Proposal) -> Iterator[News]:
        """The follow-ups, oldest first: each step but the first, which is the proposal itself.

        A step's id has its name, so that neither an earlier step added later nor a correction changes it.
        """
        names = step_names(proposal, self.corpus.sources)
        for (previous, step), name in zip(pairwise(proposal.history), names, strict=True):
            is_change = step.status != previous.status
            yield self._step(proposal, step, name, "change" if is_change else "step")

    def _withdrawal(self, proposal: Proposal) -> Iterator[News]:
        """That the proposal was taken back; no step's name begins as this one's does."""
        if proposal.withdrawn is None:
            return
        title, title_language = proposal.title.best(self.language)
        day = proposal.withdrawn.date.earliest
        yield News(
            id=self._id(proposal.folder, proposal.first_id, f"_{WITHDRAWN}"),
            title=self.words("subscriptions.withdrawn", title=title),
            title_language=title_language,
            updated=changed_at(proposal, day),
            published=midnight(day),
            addresses=self._addresses(proposal.page, f"#{WITHDRAWN}"),
            forum=self._forum_page(proposal),
            categories=(self._kind("follow-up"), self._kind("withdrawal"), *self._topics(proposal)),
            text=self._texts.withdrawal(proposal, proposal.withdrawn),
            terms=self._terms(proposal),
        )

    def _step(self, proposal: Proposal, step: Step, name: str, form: str) -> News:
        title, title_language = proposal.title.best(self.language)
        status = self.corpus.statuses[step.status]
        day = step.date.earliest
        return News(
            id=self._id(proposal.folder, proposal.first_id, name),
            title=self.words(f"subscriptions.{form}", status=self._best(status.label), title=title),
            title_language=title_language,
            updated=changed_at(proposal, day),
            published=midnight(day),
            addresses=self._addresses(proposal.page, f"#{step_anchor(step)}"),
            forum=self._forum_page(proposal),
            categories=(
                self._kind("follow-up"),
                *([self._kind("answer")] if step.response else []),
                self._status(status),
                *self._topics(proposal),
            ),
            text=self._texts.step(proposal, step),
            terms=self._terms(proposal),
        )

    def _terms(self, record: Record) -> TermsOfUse | None:
        return terms_of_use(self.corpus, record.license) if record.license else None

    def _id(self, *names: str) -> str:
        return tag(self.corpus, self.language, *names)

    def _page(self, path: str) -> str:
        return page_address(self.corpus, path, self.language)

    def _addresses(self, page: str, fragment: str = "") -> tuple[tuple[Language, str], ...]:
        languages = sorted(LANGUAGES, key=lambda language: language != self.language)
        return tuple(
            (language, page_address(self.corpus, page, language) + fragment) for language in languages
        )

    def _forum_page(self, proposal: Proposal) -> str:
        return self._page(self.corpus.forums[proposal.forum].page)

    def _kind(self, kind: str) -> tuple[str, str, str]:
        return kind, tag(self.corpus, "kinds"), self.words(f"subscriptions.kinds.{kind}")

    def _status(self, status: Status) -> tuple[str, str, str]:
        return status.id, self._page("statuses.md"), self._best(status.label)

    def _topics(self, proposal: Proposal) -> Iterator[tuple[str, str, str]]:
        for key in proposal.topics:
            yield key, self._page("topics/index.md"), self._best(self.corpus.topics[key].label)

    def _best(self, text: Text) -> str:
        return text.best(self.language)[0]


def newest_first(news: Iterable[News]) -> tuple[News, ...]:
    """The news sorted by day, newest first; those of one day keep their order."""
    return tuple(sorted(news, key=lambda item: item.updated, reverse=True))
