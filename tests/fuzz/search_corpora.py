"""`python -m tests.fuzz.search_corpora SECONDS [FOLDER]`: whole corpora, as many as there is time for.

Needs what the site is built with, Typst too, and not atheris: Hypothesis draws the corpora and makes what it
finds small. With a folder it asks again with the content/ that lies there.
"""

from __future__ import annotations

import shutil
import sys
import time
import traceback
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.corpora import Content, contents
from tests.fuzz.workshop import Workshop
from tests.support.paths import ROOT

FOUND = ROOT / "build" / "fuzz" / "corpora-found"
"""The content/ of the smallest corpus that broke the promise."""
AT_ONCE = 25
"""Corpora from one seed; the last of them, if it passed, is built with processes of their own too."""


def search(shop: Workshop, seconds: float) -> int:
    """Until the time is over or something is found; prints figures all the while."""
    begun, number = time.monotonic(), time.time_ns()
    while time.monotonic() - begun < seconds:
        number += 1
        try:
            corpora_from(shop, number)
            if shop.last_passed:
                shop.build_again()
        except KeyboardInterrupt:
            raise
        except BaseException as found:  # noqa: BLE001 - whatever a corpus does is a finding; MkDocs exits
            keep(shop.root / "content")
            traceback.print_exception(found, limit=-6)
            again = FOUND.relative_to(ROOT)
            print(f"corpora: FOUND\n{shop.tally}\nask again: make fuzz ARGS='corpora {again}'")
            return 1
        print(f"corpora: {shop.tally}", flush=True)
    return 0


def corpora_from(shop: Workshop, number: int) -> None:
    """Corpora drawn from one seed; some of them have to pass check."""

    @seed(number)
    @settings(
        max_examples=AT_ONCE,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(content=contents())
    def ask(content: Content) -> None:
        shop.keeps_the_promise(content)

    passed = shop.tally.passed
    ask()
    if shop.tally.passed == passed:
        raise AssertionError(f"none of {AT_ONCE} corpora passed check: the strategy lacks what a rule wants")


def keep(content: Path) -> None:
    shutil.rmtree(FOUND, ignore_errors=True)
    shutil.copytree(content, FOUND)


def ask_again(shop: Workshop, folder: Path) -> int:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    kept = shop.keeps_the_promise(Content(others=files))
    print(f"corpora: {folder} is {'built and verified' if kept else 'refused by check'}")
    return 0


if __name__ == "__main__":
    workshop = Workshop(ROOT / "build" / "fuzz" / f"workshop-{sys.argv[1]}")
    shutil.rmtree(workshop.root / "site", ignore_errors=True)
    again = sys.argv[2:]
    sys.exit(ask_again(workshop, Path(again[0])) if again else search(workshop, float(sys.argv[1])))
