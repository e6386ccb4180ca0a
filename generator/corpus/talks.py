"""The talks of forums: contributions with pages of their own, and where they stand in the programme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.models import Contribution, Forum, Session


@dataclass(frozen=True)
class Talk:
    """A contribution with an id and a title."""

    forum: Forum
    session: Session
    contribution: Contribution

    @property
    def page(self) -> str:
        """Its page, from the root of a language: below that of its forum."""
        return talk_page(self.forum.id, self.contribution)


def talk_page(forum_id: str, contribution: Contribution) -> str:
    """The page of a contribution that is a talk: `forums/2025-national-ai/closing-the-gap.md`."""
    return f"{Forum.folder}/{forum_id}/{contribution.id}.md"


def talks_of(forum: Forum) -> Iterator[Talk]:
    """In the programme's order."""
    for session in forum.sessions:
        for contribution in session.contributions:
            if contribution.is_talk:
                yield Talk(forum, session, contribution)
