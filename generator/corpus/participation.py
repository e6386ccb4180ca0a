"""Who takes part in a forum, and how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.models import Contribution, Forum, Participant, Session
from generator.models.records import Statement


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
