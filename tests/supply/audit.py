"""`make audit`: known vulnerabilities of what requirements/ pins, asked of the service that pip-audit knows.

A service that does not answer is told in a line and is no failure, so that the command can be run anywhere.
ARGS="-s osv" asks another one; they are pip-audit's own arguments.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.paths import ROOT

PIP_AUDIT = (sys.executable, "-m", "pip_audit")
HOW = ("--require-hashes", "--disable-pip", "--progress-spinner", "off", "--format", "json")
_NO_ANSWER = re.compile(r"^(requests|urllib3|pip_audit\._service)\.|network may be blocking", re.MULTILINE)
"""How pip-audit ends when it reaches nobody: its own words for one case, else a traceback."""


class Unanswered(Exception):
    """The service was not reached or did not answer as it should."""


class Failed(Exception):
    """pip-audit could not do its work, for a reason of its own."""


@dataclass(frozen=True)
class Audit:
    """What the service says of one file."""

    asked: int
    unknown: int
    """Packages that the service does not know; a mirror may know none of them."""
    found: tuple[str, ...]
    """`pyyaml 5.3: PYSEC-2021-142 (CVE-2020-14343); fixed in 5.4`."""


def audit_of(requirements: Path, arguments: Sequence[str], tool: Sequence[str]) -> Audit:
    ended = subprocess.run(
        [*tool, *HOW, "--requirement", str(requirements), *arguments],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if not ended.stdout.strip():
        last = (ended.stderr.strip().splitlines() or ["it said nothing"])[-1]
        raise (Unanswered if _NO_ANSWER.search(ended.stderr) else Failed)(last)
    packages = json.loads(ended.stdout)["dependencies"]
    unknown = sum("skip_reason" in package for package in packages)
    return Audit(len(packages), unknown, tuple(line for package in packages for line in _found(package)))


def _found(package: dict[str, Any]) -> Iterator[str]:
    for known in package.get("vulns", ()):
        names = f" ({', '.join(known['aliases'])})" if known["aliases"] else ""
        remedy = f"fixed in {', '.join(known['fix_versions'])}" if known["fix_versions"] else "not yet fixed"
        yield f"{package['name']} {package['version']}: {known['id']}{names}; {remedy}"


def told(name: str, audit: Audit) -> Iterator[str]:
    yield from (f"{name}: {line}" for line in audit.found)
    if audit.unknown == audit.asked:
        yield f"{name}: the service knows none of the {audit.asked} packages; nothing was audited"
    elif audit.unknown:
        yield f"{name}: the service does not know {audit.unknown} of the {audit.asked} packages"
    elif not audit.found:
        yield f"{name}: {audit.asked} packages, no known vulnerability"


def main(
    arguments: Sequence[str], folder: Path = ROOT / "requirements", tool: Sequence[str] = PIP_AUDIT
) -> int:
    """0 if nothing is known or nobody answers, 1 if something is."""
    failed = False
    for requirements in sorted(folder.glob("*.txt")):
        name = f"{folder.name}/{requirements.name}"
        try:
            audit = audit_of(requirements, arguments, tool)
        except Unanswered as reason:
            print(f"audit: the service does not answer, so nothing more is audited ({str(reason)[:200]})")
            break
        except Failed as reason:
            print(f"{name}: pip-audit failed ({str(reason)[:500]})", file=sys.stderr)
            failed = True
            continue
        for line in told(name, audit):
            print(line)
        failed = failed or bool(audit.found)
    if failed:
        print(
            "audit: look at what is named above; make lock UPGRADE=1 moves to fixed versions", file=sys.stderr
        )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
