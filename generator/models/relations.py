"""The ways in which a proposal can stand to another."""

from __future__ import annotations

from generator.models.labelled import Labelled
from generator.models.texts import Text
from generator.models.values import Flag


class RelationKind(Labelled):
    """A way in which a proposal stands to another, such as taking its place."""

    inverse: Text | None = None
    """What the other proposal's page calls it; the label unless written."""
    one_way: Flag = False
    """Whether it leads one way, so that no two proposals can be related so to each other."""
    builds_on: Flag = False
    """Whether the proposal is made from the other one, as a new version is; this leads one way too."""

    @property
    def is_one_way(self) -> bool:
        return self.one_way or self.builds_on

    @property
    def label_there(self) -> Text:
        """The label on the other proposal's page."""
        return self.inverse or self.label
