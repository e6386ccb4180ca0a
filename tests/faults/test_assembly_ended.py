"""An assembly that is killed while it takes over what shards hold leaves the old site, and the shards."""

from __future__ import annotations

import json
import signal
from pathlib import Path

import pytest

from tests.faults.tiny import WITHOUT_KIWI
from tests.support.running import digests, run
from tests.support.shared_out import check_out, share_out
from tests.support.sites import SharedSites

pytestmark = [pytest.mark.builds, pytest.mark.xdist_group("shared-out")]

HALF_TAKEN_OVER = ("os.rename", r"cache/site/html/.*/\.proceedings-unfinished$", 20)


def test_a_killed_assembly_leaves_the_old_site(shared_site: SharedSites, tmp_path: Path) -> None:
    shared_out = shared_site("shared-out", share_out)
    root = check_out(shared_out, tmp_path / "project")
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("as it was", encoding="utf-8")
    shards = shared_out / "shards"
    before = digests(shards)
    fault = json.dumps([r"-m generator assemble", *HALF_TAKEN_OVER, signal.SIGKILL])
    ended = run(root, "assemble", "--quiet", str(shards), FAULT=fault, **WITHOUT_KIWI)
    assert ended.returncode == -signal.SIGKILL, ended.stdout + ended.stderr
    assert digests(root / "site").keys() == {"index.html"}
    assert digests(shards) == before
