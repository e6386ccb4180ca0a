"""Forum → an event for each of its sessions, so that a reader can keep the one talk that they go to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from icalendar import Event

from generator.corpus.corpus import Corpus
from generator.corpus.schedule import begins_next_day, hours_of_sessions
from generator.corpus.urls import page_address
from generator.exports.calendars.forum_events import forum_uid
from generator.exports.calendars.properties import (
    Properties,
    categories,
    description,
    event_of,
    place,
    standing,
    standing_lines,
    times,
    version,
)
from generator.exports.stable_ids import event_uid
from generator.i18n.strings import SiteWords, Words
from generator.models import LANGUAGES, Contribution, Forum, Session, Text
from generator.models.session import CoSpeaker
from generator.pages.list_rows import party_links
from generator.pages.marks import with_mark
from generator.pages.occasion import (
    hours_in_words,
    online_links,
    session_period_in_words,
    session_venue,
    venue_in_words,
)
from generator.pages.page import PageLink, label_text
from generator.pages.subscriptions import has_day
from generator.parsing.addresses import uri_of
from generator.parsing.commonmark import words_of_prose


def session_events(corpus: Corpus, site_words: SiteWords, forum: Forum) -> Iterator[Event]:
    """The sessions whose hours are known, those that run at the same time too, and breaks."""
    forum_version = tuple(version(corpus, forum))
    for session, span in hours_of_sessions(forum):
        written = _SessionEvent(corpus, site_words, forum, session)
        yield event_of(
            (
                *forum_version,
                *times(corpus, forum, span.begins, span.ends),
                *written.names(),
                *written.facts(),
            )
        )


@dataclass(frozen=True)
class _SessionEvent:
    """What the event of a session says."""

    corpus: Corpus
    site_words: SiteWords
    forum: Forum
    session: Session

    def names(self) -> Properties:
        """By which programs and people know the event.

        "sessions" keeps its UID apart from those of the forum's days, since a session's id may be a number.
        """
        yield "uid", event_uid(self.corpus, "forums", self.forum.first_id, "sessions", self.session.id), {}
        if has_day(self.forum):
            yield "related-to", forum_uid(self.corpus, self.forum), {"RELTYPE": "PARENT"}
        yield "summary", self._summary(self.site_words["ko"]), {"LANGUAGE": self.session.name.best("ko")[1]}

    def _summary(self, words: Words) -> str:
        """The session's name, the title if it has one talk alone, and the forum's name."""
        titles = [talk.title for talk in self.session.contributions if talk.title]
        name, language = self.session.name.best("ko")[0], words.language
        if len(titles) == 1 and titles[0] != self.session.name:
            name = words("calendars.session_titled", name=name, title=titles[0].best(language)[0])
        forum = self.forum.name.best(language)[0]
        return with_mark(self.forum, words("calendars.session", name=name, forum=forum), words)

    def facts(self) -> Properties:
        words = self.site_words["ko"]
        yield from standing(self.forum)
        yield "description", "\n\n".join(self._descriptions()), {}
        yield "url", self._address(words), {}
        venue = session_venue(self.forum, self.session)
        yield from place(self.forum, (venue,) if venue else (), words)
        yield from categories(self._labels())

    def _address(self, words: Words) -> str:
        """The session's place on the forum's page."""
        return f"{page_address(self.corpus, self.forum.page, words.language)}#session-{self.session.id}"

    def _labels(self) -> Iterator[Text]:
        yield self.corpus.kind_of(self.forum).label
        yield self.corpus.session_kinds[self.session.classification].label
        if track := self.forum.track_of(self.session):
            yield track.name

    def _descriptions(self) -> Iterator[str]:
        """The description in each language that the session has a name in."""
        for language in LANGUAGES:
            if name := self.session.name.in_language(language):
                yield description((name, *self._lines(self.site_words[language])))

    def _lines(self, words: Words) -> Iterator[str]:
        corpus, forum, session, language = self.corpus, self.forum, self.session, words.language
        yield forum.name.best(language)[0]
        yield from standing_lines(corpus, forum, words)
        yield f"{words('forum.date')}: {session_period_in_words(corpus, forum, session, words)}"
        if venue := session_venue(forum, session):
            yield f"{words('forum.venue')}: {venue_in_words(venue, words)}"
        for link in online_links(forum):
            yield f"{label_text(link.label, words)}: {uri_of(link.url)}"
        for contribution in session.contributions:
            yield self._contribution(contribution, words)
        if session.abstract:
            yield words_of_prose(session.abstract.best(language)[0])
        yield self._address(words)

    def _contribution(self, contribution: Contribution, words: Words) -> str:
        """Its hours, its title and who gives it, as far as they are known."""
        is_late = begins_next_day(self.forum, self.session, contribution)
        hours = hours_in_words(contribution, words, begins_next_day=is_late)
        title = contribution.title.best(words.language)[0] if contribution.title else ""
        names = chain.from_iterable(self._names(speaker, words) for speaker in contribution.speakers)
        what = " — ".join(filter(None, (title, ", ".join(names))))
        return " ".join(filter(None, (hours, what)))

    def _names(self, speaker: Contribution | CoSpeaker, words: Words) -> Iterator[str]:
        """Who it is, as lists name them."""
        for name in party_links(self.corpus, speaker).names:
            yield label_text(name.label if isinstance(name, PageLink) else name, words)
