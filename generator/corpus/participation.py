"""Who takes part in a forum, and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.corpus.talks import Talk
from generator.models import Contribution, CoSpeaker, Forum, Participant, Session, Text
from generator.models.session import Statement


@dataclass(frozen=True)
class Participation:
    """Somebody's part in a forum: as an organizer, or as a speaker in one of its sessions."""

    forum: Forum
    participant: Participant | CoSpeaker
    role: str
    session: Session | None = None
    contribution: Contribution | None = None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """What the first speaker said; those who gave a talk together said it too."""
        return self.contribution.statements if self.contribution else ()

    @property
    def talk(self) -> Talk | None:
        """The talk, where it has a page of its own."""
        if self.session and self.contribution and self.contribution.is_talk:
            return Talk(self.forum, self.session, self.contribution)
        return None


def participations_at(forum: Forum) -> Iterator[Participation]:
    """Organizers first, then the speakers in the programme's order."""
    for organizer in forum.organizers:
        yield Participation(forum, organizer, organizer.role)
    for session in forum.sessions:
        for contribution in session.contributions:
            for speaker in contribution.speakers:
                yield Participation(forum, speaker, contribution.role, session, contribution)


def posts_at(forum: Forum) -> Mapping[str, Text | None]:
    """Everybody who takes part → the first post that is written for them, if there is one."""
    posts: dict[str, Text | None] = {}
    for participation in participations_at(forum):
        who = participation.participant
        if who.person:
            posts[who.person] = posts.get(who.person) or who.position
    return posts
