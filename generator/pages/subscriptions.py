"""What a page offers to subscribe to: feeds in the page's language, and calendars for both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.models import LANGUAGES, Forum, Language, Organization, Text, Topic

ATOM = "application/atom+xml"
CALENDAR = "text/calendar"


@dataclass(frozen=True)
class Subscription:
    """A feed or a calendar."""

    kind: Literal["new", "follow-ups", "topic", "organization", "forum", "calendar", "one-forum"]
    file: str
    """Its path from the language's root for a feed, from the site's root for a calendar."""
    about: Text | None = None
    """The topic, organization or forum that it is about."""

    @property
    def type(self) -> str:
        return ATOM if self.file.endswith(".atom") else CALENDAR

    @property
    def invitation(self) -> str:
        """The key of what a link to it says, on the page concerned."""
        return f"subscriptions.links.{self.kind}"

    def path(self, language: Language) -> str:
        """The file from the site's root."""
        below = "" if self.type == CALENDAR or language == LANGUAGES[0] else f"{language}/"
        return below + self.file


NEW = Subscription("new", "feeds/new.atom")
FOLLOW_UPS = Subscription("follow-ups", "feeds/follow-ups.atom")
ALL_FORUMS = Subscription("calendar", "calendars/all.ics")


def topic_feed(topic: Topic) -> Subscription:
    return Subscription("topic", f"feeds/topics/{topic.id}.atom", topic.label)


def organization_feed(organization: Organization) -> Subscription:
    """The proposals that ask the organization for something, and what became of them."""
    return Subscription("organization", f"feeds/organizations/{organization.id}.atom", organization.name)


def forum_feed(forum: Forum) -> Subscription:
    return Subscription("forum", f"feeds/forums/{forum.id}.atom", forum.name)


def has_day(forum: Forum) -> bool:
    """A calendar needs a day: a forum of which the month or the year alone is known stands in none."""
    return forum.start_date.day is not None


def forum_calendar(forum: Forum) -> Subscription:
    return Subscription("one-forum", f"calendars/{forum.id}.ics", forum.name)


def forum_subscriptions(forum: Forum) -> tuple[Subscription, ...]:
    feed = forum_feed(forum)
    return (forum_calendar(forum), feed) if has_day(forum) else (feed,)
