"""Processes that do a part of a build's work, and end with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading

SPAWN = multiprocessing.get_context("spawn")
"""A forked child would go on holding the build's lock after a kill; fork and threads do not mix either."""


def end_worker_with_build() -> None:
    """A process that works for a build ends when the build does, even by a kill, and leaves Ctrl-C to it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()

    def wait_for_end() -> None:
        if parent:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait_for_end, daemon=True).start()
