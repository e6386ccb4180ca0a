"""The bench's table: what was measured, what is wanted, and whether that is met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """A line of the table."""

    what: str
    measured: str
    wanted: str = ""
    met: bool | None = None
    """None where nothing is wanted of it."""

    @property
    def verdict(self) -> str:
        return "" if self.met is None else "met" if self.met else "not met"


def at_most(what: str, value: float, most: float, form: str = "{:.2f}", beside: str = "") -> Line:
    """A figure that is wanted to be no more than another one; `beside` says what it was reckoned from."""
    told = form.format(value) + (f"  ({beside})" if beside else "")
    return Line(what, told, f"≤ {form.format(most)}", value <= most)


def table_of(lines: Iterable[Line]) -> str:
    """The lines below each other, each part in its column."""
    rows = [
        ("", "measured", "wanted", ""),
        *((one.what, one.measured, one.wanted, one.verdict) for one in lines),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    return "".join(
        f"{'  '.join(part.ljust(width) for part, width in zip(row, (*widths, 0), strict=True)).rstrip()}\n"
        for row in rows
    )
