"""Subscriptions of pages: feeds in the page's language, and calendars for both languages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from generator.corpus.corpus import Corpus
from generator.corpus.schedule import hours_of_sessions
from generator.corpus.urls import file_address
from generator.models import Forum, Language, Organization, Record, Text, Topic
from generator.output.site_paths import LANGUAGE_FOLDERS

SUBSCRIBE = "subscribe.md"
"""The page that explains feeds and calendars, and links them."""

ATOM = "application/atom+xml"
CALENDAR = "text/calendar"


SubscriptionKind = Literal[
    "new",
    "follow-ups",
    "weekly",
    "topic",
    "organization",
    "forum",
    "calendar",
    "one-forum",
    "sessions",
]


@dataclass(frozen=True)
class Subscription:
    """A feed or a calendar."""

    kind: SubscriptionKind
    file: str
    """Its path from the language's root for a feed, from the site's root for a calendar."""
    about: Text | None = None
    """The topic, organization or forum that it is about."""
    former: tuple[str, ...] = ()
    """Its paths before its record was renamed; they stay, since subscribers do not follow a move."""
    offered_to: str = ""
    """Whose page offers it, where that is not the page of what it is about."""

    @property
    def first(self) -> str:
        """Its first path, which its id is made of."""
        return next(iter(self.former), self.file)

    @property
    def type(self) -> str:
        return ATOM if self.file.endswith(".atom") else CALENDAR

    @property
    def invitation(self) -> str:
        """The key of its link's text in strings/."""
        return f"subscriptions.links.{self.offered_to or self.kind}"

    def path(self, language: Language) -> str:
        """The file from the site's root."""
        return self._root(language) + self.file

    def paths(self, language: Language) -> tuple[str, ...]:
        """The file's path and former paths from the site's root."""
        return tuple(self._root(language) + file for file in (self.file, *self.former))

    def _root(self, language: Language) -> str:
        return "" if self.type == CALENDAR else LANGUAGE_FOLDERS[language]


NEW = Subscription("new", "feeds/new.atom")
FOLLOW_UPS = Subscription("follow-ups", "feeds/follow-ups.atom")
WEEKLY = Subscription("weekly", "feeds/weekly.atom")
ALL_FORUMS = Subscription("calendar", "calendars/all.ics")


def feeds_of_all(corpus: Corpus) -> tuple[Subscription, ...]:
    """The feeds of more than one record; what became of proposals is one where there are some."""
    return (NEW, FOLLOW_UPS, WEEKLY) if corpus.has("proposals") else (NEW, WEEKLY)


def subscriptions_of_all(corpus: Corpus) -> tuple[Subscription, ...]:
    """The same, and the calendar of all forums."""
    return (*feeds_of_all(corpus), ALL_FORUMS)


def _of_record(kind: SubscriptionKind, record: Record, name: Text, file: str) -> Subscription:
    return Subscription(kind, file.format(record.id), name, tuple(map(file.format, record.redirect_from)))


def topic_feed(topic: Topic) -> Subscription:
    return Subscription("topic", f"feeds/topics/{topic.id}.atom", topic.label)


def organization_feed(organization: Organization, name: Text) -> Subscription:
    """The feed of proposals addressed to the organization, and their follow-ups."""
    return _of_record("organization", organization, name, "feeds/organizations/{}.atom")


def forum_feed(forum: Forum) -> Subscription:
    return _of_record("forum", forum, forum.name, "feeds/forums/{}.atom")


def feed_at_proposal(forum: Forum) -> Subscription:
    """The forum's feed, as the page of a proposal made there offers it: it tells what became of each."""
    return replace(forum_feed(forum), offered_to="proposal")


def webcal_address(corpus: Corpus, subscription: Subscription) -> str:
    """A calendar's address by which programs for calendars subscribe to it, instead of taking it in once."""
    return f"webcal:{file_address(corpus, subscription.file).partition(':')[2]}"


def has_day(forum: Forum) -> bool:
    """Whether the forum's day is known, without which it stands in no calendar."""
    return forum.start_date.day is not None


def forum_calendar(forum: Forum) -> Subscription:
    return _of_record("one-forum", forum, forum.name, "calendars/{}.ics")


def has_session_calendar(forum: Forum) -> bool:
    """Whether the hours of a session are known, so that it can go into a calendar by itself."""
    return bool(hours_of_sessions(forum))


def session_calendar(forum: Forum) -> Subscription:
    """The sessions of a forum, each an event; no id has a dot, so that no forum's calendar has this name."""
    return _of_record("sessions", forum, forum.name, "calendars/{}.sessions.ics")


def forum_subscriptions(forum: Forum) -> tuple[Subscription, ...]:
    calendars = [forum_calendar(forum)] if has_day(forum) else []
    calendars += [session_calendar(forum)] if has_session_calendar(forum) else []
    return (*calendars, forum_feed(forum))
