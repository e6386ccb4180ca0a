"""Whenever a run is killed, each file of the generated folder is whole, and the next run finishes."""

import itertools
import os
import signal
import sys
from pathlib import Path

from generator.output.atomic_write import UNFINISHED
from generator.output.generated_folder import (
    write_files,
)
from tests.output.killed import kills_survived
from tests.output.written_folder import NEW, OLD, OTHER, content


def test_kill_at_every_step_leaves_whole_files_and_the_next_run_finishes(tmp_path: Path) -> None:
    assert kills_survived(__name__, "kill_at_every_step", tmp_path) >= 15


def kill_at_every_step(parent: Path) -> None:
    """Die before each change of the disk in turn, look at what is there, then want one thing or another."""
    killed, step = True, 0
    while killed:
        step += 1
        for name, wanted in {"new": NEW, "old": OLD, "other": OTHER}.items():
            folder = parent / f"{step}-{name}"
            write_files(folder, OLD)
            killed = dies_at(step, folder)
            left = {name: data for name, data in content(folder).items() if not name.endswith(UNFINISHED)}
            assert left.items() <= {*OLD.items(), *NEW.items()}, left
            assert OLD.keys() & NEW.keys() <= left.keys()
            write_files(folder, wanted)
            assert content(folder) == wanted
            assert not [path for path in folder.rglob("*") if path.is_dir() and not list(path.iterdir())]
    sys.stdout.write(str(step - 1))


def dies_at(step: int, folder: Path) -> bool:
    """Write NEW in a child process that kills itself before its `step`th change of the disk."""
    child = os.fork()
    if child:
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])
    steps = itertools.count(1)

    def kill(event: str, arguments: tuple[object, ...]) -> None:
        changes = event in ("os.rename", "os.remove", "os.rmdir", "os.mkdir")
        if (changes or (event == "open" and arguments[1] == "xb")) and next(steps) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(kill)
    write_files(folder, NEW)
    os._exit(0)
