"""What the project writes is valid HTML; what Material writes wrongly is known, and may only get less."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.quality.conftest import BuiltSite
from tests.quality.node import node_package

BASELINE = Path(__file__).with_name("html-baseline.txt")

CONFIG = {
    "root": True,
    "extends": ["html-validate:standard", "html-validate:document", "html-validate:a11y"],
    "rules": {
        # Scripts and style sheets come from the site's own host; a hash in its pages would not protect them.
        "require-sri": ["error", {"target": "crossorigin"}],
        # Advice, not validity: forms that act at once need no button, and `role` says what an element is.
        "wcag/h32": "off",
        "prefer-native-element": "off",
    },
}


def test_pages_are_valid(real: BuiltSite, hostile: BuiltSite, tmp_path: Path) -> None:
    files = [site.file(page) for site in (real, hostile) for page in site.samples]
    known = [line for line in BASELINE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    found = dict(complaints(files, tmp_path))
    new = [f"{complaint} ({where})" for complaint, where in found.items() if complaint not in known]
    assert not new, "\n".join(["not valid; mend it:", *new])
    mended = [complaint for complaint in known if complaint not in found]
    assert not mended, "\n".join([f"{BASELINE.name} names what is mended:", *mended])


def complaints(files: list[Path], folder: Path) -> Iterator[tuple[str, str]]:
    """Rule, element and message, the same for all pages, and a page on which it is found."""
    config = folder / "html-validate.json"
    config.write_text(json.dumps(CONFIG), encoding="utf-8")
    program = node_package("quality", "html-validate") / "bin" / "html-validate.mjs"
    report = folder / "report.json"  # the program ends before a pipe has taken all of it
    command = [
        "node",
        str(program),
        "--config",
        str(config),
        "--formatter",
        f"json={report}",
        *map(str, files),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode in (0, 1), done.stderr
    for page in json.loads(report.read_text("utf-8")):
        for said in page["messages"]:
            line = f"{said['ruleId']} | {short(said['selector'] or '')} | {said['message']}"
            yield line, f"{page['filePath']}:{said['line']}"


def short(selector: str) -> str:
    """The last elements of the path to an element, without their numbers."""
    return " > ".join(re.sub(r":nth-child\(\d+\)", "", selector).split(" > ")[-3:])
