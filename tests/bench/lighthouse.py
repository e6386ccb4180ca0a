"""Lighthouse's four scores of the main pages in site/, as a phone on a slow network sees them.

What else the machine does costs performance: each page is looked at several times, and the middle one counts.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.quality.node import node_package
from tests.support.browsing import CHROMIUM
from tests.support.paths import ROOT
from tests.support.serving import served

PAGES = {
    "home": "",
    "forum": "forums/2025-national-ai/",
    "proposal": "proposals/2025-national-ai-1/",
    "proposals": "proposals/",
}
TIMES = 3
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}


@dataclass(frozen=True)
class Audit:
    """What Lighthouse says of a page."""

    scores: dict[str, int]
    """Category → points of 100."""
    costs: list[str]
    """The audits that cost points."""


def audit(address: str, folder: Path) -> Audit:
    report = folder / "report.json"
    command = ["node", str(node_package("bench", "lighthouse") / "cli" / "index.js"), address]
    command += ["--quiet", "--output=json", f"--output-path={report}", "--no-enable-error-reporting"]
    command += [f"--only-categories={','.join(LEAST)}", "--chrome-flags=--headless=new --no-sandbox"]
    subprocess.run(command, env={**os.environ, "CHROME_PATH": CHROMIUM}, check=True)
    found = json.loads(report.read_text("utf-8"))
    scores = {name: round(category["score"] * 100) for name, category in found["categories"].items()}
    return Audit(scores, list(costs(found)))


def costs(found: dict[str, Any]) -> Iterator[str]:  # a report of Lighthouse's
    for name, category in found["categories"].items():
        for part in category["auditRefs"]:
            said = found["audits"][part["id"]]
            if part["weight"] and said["score"] is not None and said["score"] < 0.9:
                yield f"{name}: {said['title']} {said.get('displayValue', '')}".rstrip()


def middle(audits: Iterable[Audit]) -> Audit:
    """The one with the middle performance."""
    ordered = sorted(audits, key=lambda each: each.scores["performance"])
    return ordered[len(ordered) // 2]


def main() -> None:
    missed = False
    print(f"{'':12}" + "".join(f"{name:>16}" for name in LEAST))
    with tempfile.TemporaryDirectory() as folder, served(ROOT / "site", compress=True) as address:
        for name, path in PAGES.items():
            found = middle(audit(address + path, Path(folder)) for _ in range(TIMES))
            print(f"{name:12}" + "".join(f"{found.scores[each]:16}" for each in LEAST))
            for cost in found.costs:
                print(f"{'':12}{cost}")
            missed |= any(found.scores[each] < least for each, least in LEAST.items())
    print(f"{'at least':12}" + "".join(f"{least:16}" for least in LEAST.values()))
    sys.exit(missed)


if __name__ == "__main__":
    main()
