from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.engine.child_process import ENDS_WITH_STDIN, ChildProcess
from generator.output.os_errors import KILLED

SLEEPER = """
import os, time
from generator.engine.child_process import end_with_parent
end_with_parent()
print("variable", os.environ.get("PROCEEDINGS_ENDS_WITH_STDIN"))
print(os.getpid(), flush=True)
time.sleep(60)
"""

PARENT = f"""
import sys, time
from pathlib import Path
from generator.engine.child_process import ChildProcess
child = ChildProcess([sys.executable, "-c", {SLEEPER!r}], Path.cwd(), {{}})
while len(child.output().splitlines()) < 2:
    time.sleep(0.02)
print(child.output().splitlines()[1], flush=True)
time.sleep(60)
"""


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    # Nobody may have asked for the exit code of an orphan yet.
    state = Path(f"/proc/{process}/stat")
    return not (state.exists() and state.read_text().rpartition(")")[2].split()[0] == "Z")


def wait_until_gone(process: int, seconds: float = 5) -> None:
    end = time.monotonic() + seconds
    while is_running(process):
        assert time.monotonic() < end, f"process {process} still runs"
        time.sleep(0.02)


@pytest.mark.parametrize("signal_sent", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_child_ends_when_its_parent_does(signal_sent: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        assert is_running(child)
        parent.send_signal(signal_sent)
    wait_until_gone(child)


def test_output_and_exit_code_are_kept(tmp_path: Path) -> None:
    program = "import os, sys; print(os.environ['WORD'], flush=True); sys.exit('오류')"
    child = ChildProcess([sys.executable, "-c", program], tmp_path, {"WORD": "말", "PYTHONUTF8": "1"})
    assert child.wait() == 1
    assert child.output() == "말\n오류\n"
    child.end()


def test_a_killed_command_is_told_from_one_that_failed(tmp_path: Path) -> None:
    """It could say nothing itself: the system kills where memory runs out."""
    program = "import os, signal; print('so far', flush=True); os.kill(os.getpid(), signal.SIGKILL)"
    child = ChildProcess([sys.executable, "-c", program], tmp_path, {})
    assert child.wait() == -signal.SIGKILL
    assert child.output() == f"so far\n{KILLED}\n"
    child.end()


def test_the_last_thing_is_done_before_the_end(tmp_path: Path) -> None:
    """So that a child takes its own child with it before whoever ends it goes on."""
    program = SLEEPER.replace("end_with_parent()\n", "end_with_parent(lambda: print('last', flush=True))\n")
    child = ChildProcess([sys.executable, "-c", program], tmp_path, {"PYTHONPATH": str(Path.cwd())})
    while len(child.output().splitlines()) < 2:
        time.sleep(0.02)
    child.end()
    assert child.output().endswith("\nlast\n")
    assert child.wait() == 1


def test_more_output_than_a_pipe_holds_stops_nobody(tmp_path: Path) -> None:
    child = ChildProcess([sys.executable, "-c", "print('x' * 1_000_000)"], tmp_path, {})
    assert child.wait() == 0
    assert len(child.output()) == 1_000_001
    child.end()


def test_what_a_child_starts_itself_is_not_tied_to_its_input(tmp_path: Path) -> None:
    child = ChildProcess([sys.executable, "-c", SLEEPER], tmp_path, {"PYTHONPATH": str(Path.cwd())})
    while len(child.output().splitlines()) < 2:
        time.sleep(0.02)
    assert child.output().splitlines()[0] == "variable None"
    child.end()


def test_ending_stops_it_at_once(tmp_path: Path) -> None:
    started = time.monotonic()
    child = ChildProcess([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, {})
    child.end()
    assert time.monotonic() - started < 5


def test_variable_has_a_name_that_others_can_set() -> None:
    assert ENDS_WITH_STDIN == "PROCEEDINGS_ENDS_WITH_STDIN"
