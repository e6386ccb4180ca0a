"""Who takes part in a forum, and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.models import Contribution, Forum, Participant, Session, Text
from generator.models.session import Statement


@dataclass(frozen=True)
class Participation:
    """Somebody's part in a forum: as an organizer, or as a contributor to one of its sessions."""

    forum: Forum
    participant: Participant
    session: Session | None = None

    @property
    def statements(self) -> tuple[Statement, ...]:
        return self.participant.statements if isinstance(self.participant, Contribution) else ()


def participations_at(forum: Forum) -> Iterator[Participation]:
    """Organizers first, then the contributions in the programme's order."""
    for organizer in forum.organizers:
        yield Participation(forum, organizer)
    for session in forum.sessions:
        for contribution in session.contributions:
            yield Participation(forum, contribution, session)


def posts_at(forum: Forum) -> Mapping[str, Text | None]:
    """Everybody who takes part → the first post that is written for them, if there is one."""
    posts: dict[str, Text | None] = {}
    for participation in participations_at(forum):
        who = participation.participant
        if who.person:
            posts[who.person] = posts.get(who.person) or who.position
    return posts
