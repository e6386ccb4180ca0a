"""The kinds that an archive sorts its forums into."""

from __future__ import annotations

from generator.models.labelled import Labelled


class ForumKind(Labelled):
    """A kind of forum, such as a hearing."""
