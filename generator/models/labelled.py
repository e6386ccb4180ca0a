"""A word of vocabulary.yml: what records write, and what readers see."""

from __future__ import annotations

from generator.models.ids import Id
from generator.models.model import Model
from generator.models.texts import Text


class Labelled(Model):
    """A word that records choose: they hold its id, and pages show its label."""

    id: Id
    label: Text
