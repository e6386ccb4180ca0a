"""A figure with its unit, as it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from generator.models.forum import Figure
from generator.models.units import Unit


@dataclass(frozen=True)
class Amount:
    """The number of a figure, and the unit that it is given in."""

    figure: Figure
    unit: Unit
