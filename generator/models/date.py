"""A day as exact as its source: 16 July 2025, July 2025, or 2025 with a doubt."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from generator.parsing.messages import Refused, message

_EDTF = re.compile(r"([12]\d{3})(?:-(\d\d)(?:-(\d\d))?)?([?~%])?", re.ASCII)


@dataclass(frozen=True)
class Day:
    """A date of EDTF, level 1 (Library of Congress, 2019): `2025-07-16`, `2025-07`, `2025?`."""

    year: int
    month: int | None = None
    day: int | None = None
    uncertain: bool = False
    """`?`: the source is doubted."""
    approximate: bool = False
    """`~`: about then; `%` is both."""

    @property
    def earliest(self) -> date:
        """The first day that this can be."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> date:
        """The last day that this can be."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def is_exact(self) -> bool:
        return self.day is not None and not self.uncertain and not self.approximate

    @property
    def numeric(self) -> str:
        """`2025-07-16`, `2025-07` or `2025`, without doubts: what HTML's `<time datetime>` takes."""
        month = f"-{self.month:02}" if self.month else ""
        return f"{self.year}{month}" + (f"-{self.day:02}" if self.day else "")

    def __str__(self) -> str:
        doubts = {(True, True): "%", (True, False): "?", (False, True): "~", (False, False): ""}
        return self.numeric + doubts[self.uncertain, self.approximate]

    def __lt__(self, other: Day) -> bool:
        return (self.earliest, self.latest) < (other.earliest, other.latest)


def read_day(text: str) -> Day:
    """A day from EDTF text; raises Refused."""
    match = _EDTF.fullmatch(text.strip())
    if not match:
        raise Refused(message("date.form", text=text))
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    if year is None or (month is not None and not 1 <= month <= 12):
        raise Refused(message("date.month", text=text))
    if day is not None and month is not None and not 1 <= day <= monthrange(year, month)[1]:
        raise Refused(message("date.calendar", text=text, days=monthrange(year, month)[1]))
    doubt = match[4] or ""
    return Day(year, month, day, uncertain=doubt in ("?", "%"), approximate=doubt in ("~", "%"))
