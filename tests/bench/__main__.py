"""`python -m tests.bench`: what the product takes beside its peers, or the parts of a build in steps."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from tests.bench.in_steps import RECORDS, print_steps
from tests.bench.product import Bench, tell
from tests.bench.rows import ROWS
from tests.bench.table import Line, table_of

IN_STEPS = "steps"


def main() -> None:
    """Measure the rows that are asked for, one after the other, and print them as a table."""
    given = arguments()
    if IN_STEPS in given.rows:
        print_steps(max(60, round(RECORDS * given.size)))
    names = [name for name in given.rows if name != IN_STEPS]
    if not names:
        return
    lines: list[Line] = []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        bench = Bench(Path(folder), given.times, given.size, given.jobs)
        for name in names:
            tell(f"row {name}")
            lines += ROWS[name](bench)
    print(table_of(lines), end="")


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--row", dest="rows", action="append", choices=[*ROWS, IN_STEPS], help="this row (all but the steps)"
    )
    parser.add_argument("--times", type=int, default=3, help="how often each figure is measured (3)")
    parser.add_argument("--size", type=float, default=1.0, help="multiplies the number of records (1)")
    parser.add_argument("--jobs", type=int, help="how many processes a build may use (as many as it likes)")
    given = parser.parse_args()
    given.rows = given.rows or list(ROWS)
    return given


if __name__ == "__main__":
    main()
