"""Corpus → news: each forum, each proposal and each follow-up, with its full text where it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from generator.corpus.corpus import Corpus
from generator.corpus.licences import TermsOfUse, terms_of_use
from generator.corpus.step_names import step_names
from generator.corpus.urls import page_address
from generator.exports.changes import changed_at, forum_changed, midnight, told_on
from generator.exports.feeds.entry_html import FullTexts
from generator.exports.feeds.news import Category, News, Said, newest_first
from generator.exports.stable_ids import tag
from generator.i18n.phrases import day_in_words
from generator.i18n.strings import Words
from generator.models import LANGUAGES, Forum, Language, Proposal, Prose, Record, Status, Step, Text
from generator.models.titles import CALLED_OFF_PLACE, WITHDRAWN
from generator.pages.marks import marked_name
from generator.pages.occasion import period_in_words, venue_in_words
from generator.parsing.commonmark import first_words

SUMMARY = 300
"""The characters of a text that a summary has."""


class Edition:
    """The news of a corpus in a language."""

    def __init__(self, corpus: Corpus, words: Words) -> None:
        self.corpus = corpus
        self.language = words.language
        self.words = words
        self.texts = FullTexts(corpus, words)

    def proposal(self, proposal: Proposal) -> tuple[News, ...]:
        """Its follow-ups and its withdrawal, newest first, and last the proposal itself."""
        since = [*self._steps(proposal), *self._withdrawal(proposal)]
        return (*newest_first(reversed(since)), self._proposal(proposal))

    def forum(self, forum: Forum) -> tuple[News, ...]:
        """That it was put off or called off, where it was, and the forum itself."""
        return (*self._called_off(forum), self._forum(forum))

    def id(self, *names: str) -> str:
        return tag(self.corpus, self.language, *names)

    def kind(self, kind: str) -> Category:
        return Category(kind, tag(self.corpus, "kinds"), self.words(f"subscriptions.kinds.{kind}"))

    def page(self, path: str) -> str:
        return page_address(self.corpus, path, self.language)

    def elsewhere(self, page: str, fragment: str = "") -> Iterator[tuple[Language, str]]:
        """The same page in the other language."""
        for language in LANGUAGES:
            if language != self.language:
                yield language, page_address(self.corpus, page, language) + fragment

    def _called_off(self, forum: Forum) -> Iterator[News]:
        """News of its own, since readers hardly show again what they have shown."""
        if not (off := forum.called_off):
            return
        name = Said(*forum.name.best(self.language))
        day = off.date.earliest if off.date else told_on(self.corpus, forum)
        status = self.words(f"called_off.{off.value}")
        yield News(
            id=self.id(forum.folder, forum.first_id, off.value),
            title=name._replace(text=self.words("subscriptions.called_off", status=status, title=name.text)),
            updated=changed_at(forum, day),
            published=midnight(off.date.earliest) if off.date else None,
            address=f"{self.page(forum.page)}#{CALLED_OFF_PLACE}",
            related=tuple(self.elsewhere(forum.page, f"#{CALLED_OFF_PLACE}")),
            categories=(self.kind("called-off"),),
            summary=Said(*off.note.best(self.language)) if off.note else self._occasion(forum),
            written=partial(self.texts.forum, forum),
            terms=self._terms(forum),
            kind="called-off",
            day=day,
            record=forum,
        )

    def _forum(self, forum: Forum) -> News:
        """A forum to come, or one that was not held, was published on no day that is known."""
        begins = forum.start_date.earliest
        is_held = begins <= self.corpus.known_until and not forum.called_off
        kind = self._best(self.corpus.kind_of(forum).label)
        return News(
            id=self.id(forum.folder, forum.first_id),
            title=Said(marked_name(forum, self.words), forum.name.best(self.language)[1]),
            updated=forum_changed(self.corpus, forum),
            published=midnight(begins) if is_held else None,
            address=self.page(forum.page),
            related=tuple(self.elsewhere(forum.page)),
            categories=(
                self.kind("forum"),
                Category(forum.classification, self.page("forums/index.md"), kind),
            ),
            summary=self._occasion(forum),
            written=partial(self.texts.forum, forum),
            terms=self._terms(forum),
            kind="forum",
            day=begins if is_held else told_on(self.corpus, forum),
            record=forum,
        )

    def _proposal(self, proposal: Proposal) -> News:
        made = proposal.history[0].date.earliest
        taken_back = [proposal.withdrawn.date.earliest] if proposal.withdrawn else []
        return News(
            id=self.id(proposal.folder, proposal.first_id),
            title=Said(*proposal.title.best(self.language)),
            updated=changed_at(proposal, made, *taken_back),
            published=midnight(made),
            address=self.page(proposal.page),
            related=self._related(proposal),
            categories=(self.kind("proposal"), *self._topics(proposal)),
            summary=self._summary(proposal.abstract),
            written=partial(self.texts.proposal, proposal),
            terms=self._terms(proposal),
            kind="proposal",
            day=made,
            record=proposal,
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
        if not (taken_back := proposal.withdrawn):
            return
        title = Said(*proposal.title.best(self.language))
        note = taken_back.note
        yield News(
            id=self.id(proposal.folder, proposal.first_id, f"_{WITHDRAWN}"),
            title=title._replace(text=self.words("subscriptions.withdrawn", title=title.text)),
            updated=changed_at(proposal, taken_back.date.earliest),
            published=midnight(taken_back.date.earliest),
            address=self.page(proposal.page) + f"#{WITHDRAWN}",
            related=self._related(proposal, f"#{WITHDRAWN}"),
            categories=(self.kind("follow-up"), self.kind("withdrawal"), *self._topics(proposal)),
            summary=self._summary(note) if note else self._own(self.words("proposal.withdrawn_note")),
            written=partial(self.texts.withdrawal, proposal, taken_back),
            terms=self._terms(proposal),
            kind="withdrawal",
            day=taken_back.date.earliest,
            record=proposal,
            told=taken_back,
        )

    def _step(self, proposal: Proposal, step: Step, name: str, form: str) -> News:
        title, title_language = proposal.title.best(self.language)
        status = self.corpus.statuses[step.status]
        label, day = self._best(status.label), step.date.earliest
        when = self._own(f"{day_in_words(step.date, self.words)}: {label}")
        return News(
            id=self.id(proposal.folder, proposal.first_id, name),
            title=Said(self.words(f"subscriptions.{form}", status=label, title=title), title_language),
            updated=changed_at(proposal, day),
            published=midnight(day),
            address=self.page(proposal.page) + f"#step-{name}",
            related=self._related(proposal, f"#step-{name}"),
            categories=(
                self.kind("follow-up"),
                *([self.kind("answer")] if step.response else []),
                self._status(status),
                *self._topics(proposal),
            ),
            summary=self._summary(step.note) if step.note else when,
            written=partial(self.texts.step, proposal, step),
            terms=self._terms(proposal),
            kind="answer" if step.response else "follow-up",
            day=day,
            record=proposal,
            told=step,
        )

    def _related(self, proposal: Proposal, fragment: str = "") -> tuple[tuple[Language, str], ...]:
        """The forum first, since some readers show the first of them beside the title."""
        forum = self.page(self.corpus.forums[proposal.forum].page)
        return ((self.language, forum), *self.elsewhere(proposal.page, fragment))

    def _occasion(self, forum: Forum) -> Said:
        """When and where."""
        when = period_in_words(self.corpus, forum, self.words, weekday=False)
        where = (venue_in_words(venue, self.words) for venue in forum.places)
        return self._own(" · ".join((when, *where)))

    def _summary(self, prose: Prose) -> Said:
        text, language = prose.best(self.language)
        return Said(first_words(text, SUMMARY), language)

    def _own(self, text: str) -> Said:
        return Said(text, self.language)

    def _terms(self, record: Record) -> TermsOfUse | None:
        return terms_of_use(self.corpus, record.license) if record.license else None

    def _status(self, status: Status) -> Category:
        return Category(status.id, self.page("statuses.md"), self._best(status.label))

    def _topics(self, proposal: Proposal) -> Iterator[Category]:
        for key in proposal.topics:
            yield Category(key, self.page("topics/index.md"), self._best(self.corpus.topics[key].label))

    def _best(self, text: Text) -> str:
        return text.best(self.language)[0]
