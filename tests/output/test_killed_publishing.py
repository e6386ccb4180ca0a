"""Whenever a build is killed, the site is wholly the old one or wholly the new one."""

import itertools
import os
import random
import signal
import sys
import time
from pathlib import Path

import pytest

from generator.output import publishing
from generator.output.publishing import (
    recover,
)
from tests.output.killed import kills_survived
from tests.output.published_site import build_and_publish, left_in, token_of


@pytest.mark.parametrize(
    ("scenario", "at_least"),
    [("kill_at_any_time", 25), ("kill_at_every_step", 40), ("kill_at_every_step_without_exchange", 40)],
)
def test_site_is_whole_after_kills(tmp_path: Path, scenario: str, at_least: int) -> None:
    assert kills_survived(__name__, scenario, tmp_path) >= at_least


def kill_at_any_time(parent: Path) -> None:
    """A child publishes over and over; it is killed after 0 to 60 ms, and the next one takes over."""
    build, site = parent / "build", parent / "site"
    build_and_publish(build, site, "a")
    delays = random.Random(2025)  # noqa: S311 - not a secret
    kills = 0
    for _ in range(30):
        child = os.fork()
        if not child:
            for token in itertools.cycle("ba"):
                build_and_publish(build, site, token)
        time.sleep(delays.uniform(0, 0.06))
        os.kill(child, signal.SIGKILL)
        kills += os.WIFSIGNALED(os.waitpid(child, 0)[1])
        assert token_of(site) in {"a", "b"}
    build_and_publish(build, site, "end")
    assert token_of(site) == "end"
    assert left_in(build) == set()
    sys.stdout.write(str(kills))


def kill_at_every_step(parent: Path, *, exchange_works: bool = True) -> None:
    """A child dies before each change of the disk in turn; the next build then goes through."""
    build, site = parent / "build", parent / "site"
    build_and_publish(build, site, "new", files=8)
    killed, step, versions = True, 0, []
    while killed:
        step += 1
        build_and_publish(build, site, "old", files=8)
        killed = dies_at(step, build, site, exchange_works=exchange_works)
        recover(site)
        versions.append(token_of(site, files=8))
    assert versions == sorted(versions, reverse=True)
    assert set(versions) == {"old", "new"}
    build_and_publish(build, site, "end", files=8)
    assert left_in(build) == set()
    assert {path.name for path in parent.iterdir()} == {"build", "site"}
    sys.stdout.write(str(step - 1))


def kill_at_every_step_without_exchange(parent: Path) -> None:
    kill_at_every_step(parent, exchange_works=False)


def dies_at(step: int, build: Path, site: Path, *, exchange_works: bool) -> bool:
    """Publish in a child process that kills itself before its `step`th change of the disk."""
    child = os.fork()
    if child:
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    if not exchange_works:
        publishing.exchange = lambda *_: False
    steps = itertools.count(1)

    def kill(event: str, arguments: tuple[object, ...]) -> None:
        changes = event in {"os.rename", "os.remove", "os.rmdir", "os.mkdir"}
        if (changes or (event == "open" and arguments[1] == "w")) and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(kill)
    build_and_publish(build, site, "new", files=8)
    os._exit(0)
