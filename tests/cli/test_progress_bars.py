"""What a log hears of a build's steps."""

import io
import time

import pytest
from rich.console import Console

from generator.cli import progress_bars
from generator.cli.progress_bars import Lines
from generator.parsing.messages import Speech, message


@pytest.mark.parametrize(
    ("language", "working", "done"),
    [
        ("en", "verify: at work on 7 …", "verify: 7 in 0."),
        ("ko", "확인: 7개를 처리하고 있습니다 …", "확인: 7개를 0."),
    ],
)
def test_a_long_step_is_named_while_it_goes_on(
    language: Speech, working: str, done: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress_bars, "LONG", 0.01)
    log = io.StringIO()
    with Lines(Console(file=log), language).step(message("steps.verify"), 7):
        end = time.monotonic() + 30
        while not log.getvalue() and time.monotonic() < end:
            time.sleep(0.01)
        assert log.getvalue() == f"{working}\n"
    assert log.getvalue().splitlines()[1].startswith(done)


@pytest.mark.usefixtures("at_leisure")
def test_a_short_step_is_not_named() -> None:
    log = io.StringIO()
    with Lines(Console(file=log)).step(message("steps.verify"), 7):
        assert log.getvalue() == ""
    assert log.getvalue() == ""
