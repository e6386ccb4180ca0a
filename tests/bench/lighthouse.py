"""Lighthouse's four scores of the main pages in site/, as a phone on a slow network sees them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.browsing import CHROMIUM
from tests.quality.node import node_package
from tests.serving import served

ROOT = Path(__file__).parents[2]
PAGES = {
    "home": "",
    "forum": "forums/2025-national-ai/",
    "proposal": "proposals/2025-national-ai-1/",
    "proposals": "proposals/",
}
LEAST = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}


def audit(address: str, folder: Path) -> tuple[dict[str, int], list[str]]:
    """The scores, and the audits that cost points, with what Lighthouse says of them."""
    report = folder / "report.json"
    command = ["node", str(node_package("bench", "lighthouse") / "cli" / "index.js"), address]
    command += ["--quiet", "--output=json", f"--output-path={report}", "--no-enable-error-reporting"]
    command += [f"--only-categories={','.join(LEAST)}", "--chrome-flags=--headless=new --no-sandbox"]
    subprocess.run(command, env={**os.environ, "CHROME_PATH": CHROMIUM}, check=True)
    found = json.loads(report.read_text("utf-8"))
    scores, costs = {}, []
    for name, category in found["categories"].items():
        scores[name] = round(category["score"] * 100)
        for part in category["auditRefs"]:
            said = found["audits"][part["id"]]
            if part["weight"] and said["score"] is not None and said["score"] < 0.9:
                costs.append(f"{name}: {said['title']} {said.get('displayValue', '')}".rstrip())
    return scores, costs


def main() -> None:
    missed = False
    print(f"{'':12}" + "".join(f"{name:>16}" for name in LEAST))
    with tempfile.TemporaryDirectory() as folder, served(ROOT / "site", compress=True) as address:
        for name, path in PAGES.items():
            scores, costs = audit(address + path, Path(folder))
            print(f"{name:12}" + "".join(f"{scores[each]:16}" for each in LEAST))
            for cost in costs:
                print(f"{'':12}{cost}")
            missed |= any(scores[each] < least for each, least in LEAST.items())
    print(f"{'at least':12}" + "".join(f"{least:16}" for least in LEAST.values()))
    sys.exit(missed)


if __name__ == "__main__":
    main()
