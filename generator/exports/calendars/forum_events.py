"""Forum → its event in a calendar, or one for each of its days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from icalendar import Event

from generator.corpus.corpus import Corpus, Who
from generator.corpus.licences import terms_of_use
from generator.corpus.schedule import ONE_DAY, attendance_of, days_held, is_apart, spans_of
from generator.corpus.urls import page_address
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
from generator.models import LANGUAGES, Forum, Participant, Text
from generator.pages.marks import marked_name
from generator.pages.occasion import online_links, period_in_words, venue_in_words
from generator.pages.page import label_text
from generator.parsing.addresses import uri_of
from generator.parsing.commonmark import words_of_prose


def forum_events(corpus: Corpus, site_words: SiteWords, forum: Forum) -> Iterator[Event]:
    """An event for each day with known hours, or one for whole days that follow each other.

    Most calendar programs know no RDATE, and an event from the first hour of several days to the last
    would fill the nights. The first event has the forum's own UID.
    """
    written, periods = _ForumEvent(corpus, site_words, forum), event_periods(forum)
    for number, (begins, ends) in enumerate(periods, 1):
        yield event_of(
            (
                *version(corpus, forum),
                *times(corpus, forum, begins, ends),
                *written.names(number, len(periods)),
                *written.facts(),
            )
        )


def forum_uid(corpus: Corpus, forum: Forum, number: int = 1) -> str:
    """The UID of the event of a forum's day, by its number among the days; of the first, the forum's own."""
    return event_uid(corpus, "forums", forum.first_id, *([str(number)] if number > 1 else []))


def event_periods(forum: Forum) -> tuple[tuple[date, date | None], ...]:
    """The hours of each day where they are known; else whole days, those apart each by itself.

    The end is exclusive. An end without a day does not count.
    """
    if spans := spans_of(forum):
        return tuple((span.begins, span.ends) for span in spans)
    if is_apart(forum) and (days := days_held(forum)):
        return tuple((day, day + ONE_DAY) for day in days)
    first = forum.start_date.earliest
    last = forum.end_date.earliest if forum.end_date and forum.end_date.day else first
    return ((first, last + ONE_DAY),)


@dataclass(frozen=True)
class _ForumEvent:
    """What the events of a forum say."""

    corpus: Corpus
    site_words: SiteWords
    forum: Forum

    def names(self, number: int, days: int) -> Properties:
        """By which programs and people know the event of a day."""
        yield "uid", forum_uid(self.corpus, self.forum, number), {}
        if number > 1:
            yield "related-to", forum_uid(self.corpus, self.forum), {"RELTYPE": "SIBLING"}
        name = marked_name(self.forum, self.site_words["ko"])
        summary = f"{name} ({number}/{days})" if days > 1 else name
        yield "summary", summary, {"LANGUAGE": self.forum.name.best("ko")[1]}

    def facts(self) -> Properties:
        corpus, forum = self.corpus, self.forum
        yield from standing(forum)
        yield "description", "\n\n".join(self._descriptions()), {}
        yield "url", page_address(corpus, forum.page, "ko"), {}
        yield from place(forum, forum.places, self.site_words["ko"])
        yield from categories(self._labels())

    def _labels(self) -> Iterator[Text]:
        """The forum's classification and the topics of its proposals."""
        yield self.corpus.kind_of(self.forum).label
        for proposal in self.corpus.proposals_at(self.forum):
            yield from (self.corpus.topics[topic].label for topic in proposal.topics)

    def _descriptions(self) -> Iterator[str]:
        """The description in each language that the forum has a name in."""
        for language in LANGUAGES:
            if name := self.forum.name.in_language(language):
                yield description((name, *self._lines(self.site_words[language])))

    def _lines(self, words: Words) -> Iterator[str]:
        corpus, forum, language = self.corpus, self.forum, words.language
        yield from standing_lines(corpus, forum, words)
        yield f"{words('forum.date')}: {period_in_words(corpus, forum, words, weekday=False)}"
        for venue in forum.places:
            yield f"{words('forum.venue')}: {venue_in_words(venue, words)}"
        if attendance := attendance_of(forum):
            yield f"{words('forum.attendance')}: {words(f'attendances.{attendance}')}"
        for link in online_links(forum):
            yield f"{label_text(link.label, words)}: {uri_of(link.url)}"
        for organizer in forum.organizers:
            role = corpus.roles[organizer.role].label.best(language)[0]
            names = [corpus.shown_name(who).best(language)[0] for who in self._whos(organizer)]
            yield f"{role}: {', '.join(names)}"
        if forum.abstract:
            yield words_of_prose(forum.abstract.best(language)[0])
        if forum.license:
            yield f"{words('page.licence')} {terms_of_use(corpus, forum.license).url}"
        yield page_address(corpus, forum.page, language)

    def _whos(self, organizer: Participant) -> tuple[Who, ...]:
        """A person or, where none is named, organizations."""
        if organizer.person:
            return (self.corpus.speakers[organizer.person],)
        return tuple(self.corpus.organizations[key] for key in organizer.organizations)
