"""The day on which a command runs: the clock is read here alone, once for each reading of the records."""

from __future__ import annotations

import os
from datetime import date, datetime

from generator.parsing.messages import message
from generator.parsing.problems import Problem, Problems
from generator.parsing.time_zone import KOREA

CLOCK = "SOURCE_DATE_EPOCH"
"""Seconds since 1970 that stand for now (reproducible-builds.org/specs/source-date-epoch)."""


def today() -> date:
    """The day in Korea, where the site is at home; raises Problems if the variable CLOCK holds no time."""
    seconds = os.environ.get(CLOCK)
    if seconds is None:
        return datetime.now(KOREA).date()
    try:
        return datetime.fromtimestamp(int(seconds), KOREA).date()
    except (ValueError, OverflowError, OSError):
        no_time = message("clock.no_time", seconds=seconds)
        raise Problems([Problem(CLOCK, 1, 1, "", no_time)]) from None
