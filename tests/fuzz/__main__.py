"""`make fuzz`: as many inputs as there is time for; tells what it found and how to see it again.

ARGS="reader --seconds 600" searches one of them for ten minutes, ARGS="prose --runs 100000" that many inputs;
ARGS="reader build/fuzz/reader-crash-…" asks again with what was found, for which atheris is not needed.
ARGS="corpora --seconds 600" builds whole corpora instead, with Hypothesis and the packages of the tests.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from tests.fuzz.targets import TARGETS
from tests.support.paths import ROOT
from tests.support.running import environment

FOUND = ROOT / "build" / "fuzz"
"""What was found, the log of each search, and what it has learned for the next one."""
CORPORA = "corpora"
BUILDERS = ROOT / ".venv" / "bin" / "python"
PATIENCE = 20
"""Seconds after which an input hangs; one that is merely slow is found by its computing time."""
MEMORY = 1_500
"""Megabytes for a whole search."""
NO_ATHERIS = """\
atheris is not installed: it is published for Python 3.11 to 3.14 on Linux (x86-64) alone.
With such a Python: rm -r .venv-fuzz; make fuzz PYTHON=/path/to/python3.14"""


def asked_for(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("target", nargs="?", choices=(*TARGETS, CORPORA), help="search this one alone")
    parser.add_argument("input", nargs="?", type=Path, help="a file to ask again with")
    parser.add_argument("--seconds", type=int, default=60, help="how long to search each target")
    parser.add_argument("--runs", type=int, default=-1, help="after how many inputs to stop before that")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    asked = asked_for(arguments)
    if asked.target == CORPORA:
        return searched_corpora(asked.seconds, asked.input)
    if asked.input:
        TARGETS[asked.target].ask(asked.input.read_bytes())
        print(f"{asked.target}: {asked.input} is taken as it should be")
        return 0
    if find_spec("atheris") is None:
        print(NO_ATHERIS, file=sys.stderr)
        return 1
    names = [asked.target] if asked.target else list(TARGETS)
    ended = [searched(name, asked.seconds, asked.runs) for name in names]
    return max([*ended, *([] if asked.target else [searched_corpora(asked.seconds)])])


def searched_corpora(seconds: int, again: Path | None = None) -> int:
    """Corpora are built with what the tests are installed with; the command says what it does."""
    command = [str(BUILDERS), "-m", "tests.fuzz.search_corpora", str(seconds)]
    command += [str(again)] if again else []
    return min(subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode, 1)


def searched(name: str, seconds: int, runs: int) -> int:
    """One search in a process of its own, so that a crash of the interpreter is found like any other."""
    learned, begin = FOUND / "learned" / name, FOUND / "seeds" / name
    for folder in (learned, begin):
        folder.mkdir(parents=True, exist_ok=True)
    for seed in TARGETS[name].seeds():
        (begin / sha256(seed).hexdigest()[:16]).write_bytes(seed)
    flags = [
        f"-max_total_time={seconds}", f"-runs={runs}", f"-timeout={PATIENCE}", f"-rss_limit_mb={MEMORY}",
        f"-artifact_prefix={FOUND}/{name}-", "-print_final_stats=1", str(learned), str(begin),
    ]  # fmt: skip
    log = FOUND / f"{name}.log"
    begun = time.monotonic()
    with log.open("wb") as output:
        ended = subprocess.run(
            [sys.executable, "-m", "tests.fuzz.engine", name, *flags],
            cwd=ROOT, env=environment(), stdout=output, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip
    told = log.read_text(encoding="utf-8", errors="replace")
    print(summary(name, told, time.monotonic() - begun))
    if ended.returncode:
        print(finding(name, told), file=sys.stderr)
    return min(ended.returncode, 1)


def summary(name: str, log: str, seconds: float) -> str:
    """How many inputs were asked, and how many branches they went through."""
    runs = re.findall(r"^stat::number_of_executed_units: +(\d+)", log, re.MULTILINE) or re.findall(
        r"^#(\d+)\t", log, re.MULTILINE
    )
    covered = re.findall(r" cov: (\d+) ", log)
    slowest = re.findall(r"^stat::slowest_unit_time_sec: +(\d+)", log, re.MULTILINE)
    count = int(runs[-1]) if runs else 0
    return (
        f"{name}: {count:,} inputs in {seconds:,.0f} s ({count / seconds:,.0f} a second),"
        f" {int(covered[-1]) if covered else 0:,} branches, slowest input {slowest[-1] if slowest else '?'} s"
    )


def finding(name: str, log: str) -> str:
    """The end of the log, from the traceback on, and how to ask again."""
    if "run interrupted" in log:
        return f"{name}: stopped"
    begins = max(log.rfind("=== Uncaught Python exception"), log.rfind("==ERROR"), log.rfind("ALARM:"), 0)
    saved = re.findall(r"Test unit written to (\S+)", log)
    again = f'\nask again: make fuzz ARGS="{name} {Path(saved[-1]).relative_to(ROOT)}"' if saved else ""
    return f"{name}: FOUND\n{log[begins:].strip()[-4_000:]}{again}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
