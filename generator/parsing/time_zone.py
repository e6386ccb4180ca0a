"""Korea's time zone, in which the site's days are."""

from __future__ import annotations

from datetime import timedelta, timezone

KOREA = timezone(timedelta(hours=9), "KST")
"""Without a table of time zones, which may differ by machine."""
