"""What is done to a preview that runs, and what one waits for."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.running import PATIENCE, Serving

KOREAN = "forums/2024-open-shelves/"

shares_preview = pytest.mark.xdist_group("preview")


def wait_for_stage(project: Path) -> None:
    """The engine runs, in a process or in the preview's."""
    end = time.monotonic() + PATIENCE
    while not list((project / "build").glob("stage-*")):
        assert time.monotonic() < end, "the engine has not begun"
        time.sleep(0.01)


def wait_until_shown(serving: Serving, address: str, text: str) -> None:
    """A page says it, be it before or after all else is built."""
    end = time.monotonic() + PATIENCE
    while text not in serving.get(address)[1]:
        assert time.monotonic() < end, f"{address} does not say {text!r}"
        time.sleep(0.05)


def preview_folders(project: Path) -> list[str]:
    return sorted(path.name for path in (project / "build").glob("preview-*"))


@contextmanager
def asleep(serving: Serving) -> Iterator[None]:
    """It sees at once all that is saved meanwhile."""
    serving.process.send_signal(signal.SIGSTOP)
    try:
        yield
    finally:
        serving.process.send_signal(signal.SIGCONT)


def wait_until_seen(serving: Serving, outcome: str, saved: int) -> set[str]:
    """Until so many saves have gone into builds, in one or several; each names its first file."""
    named = set()
    while saved > 0:
        said = serving.wait_for(rf"^{serving.address} {outcome}: (\S+)(?: and (\d+) more)?$")
        named.add(said[1])
        saved -= 1 + int(said[2] or 0)
    assert saved == 0
    return named


def mend(project: Path, whole: Mapping[str, bytes]) -> None:
    for path, content in whole.items():
        (project / path).write_bytes(content)


def watch_reloads(page: Page, address: str) -> None:
    page.goto(address)
    page.evaluate("window.notReloaded = true")
