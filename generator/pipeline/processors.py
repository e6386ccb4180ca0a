"""How many processes are worth starting."""

from __future__ import annotations

import os

PROCESSORS = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
"""The processors that this process may use; a container may have fewer than its machine."""
