"""What a build was asked for."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pipeline.processors import PROCESSORS


@dataclass(frozen=True)
class BuildOptions:
    """The options of `proceedings build`."""

    strict: bool = False
    """A warning that does not depend on the day is a failure, and a volume or card that cannot be made."""
    host: str | None = None
    """One of LIMITS: what it would not take is a failure."""
    offline: bool = False
    """Before it is published, the site is copied for a folder, into site-offline/."""
    without: frozenset[str] = frozenset()
    """Volumes, cards or both, which are not made; nothing links to them."""
    jobs: int = PROCESSORS
    """How many processes work at once; the same bytes come of any number."""

    @property
    def decide(self) -> str:
        """Those options that decide what is published."""
        return f"strict={self.strict} without={sorted(self.without)}"
