"""The hook that other repositories may use: pre-commit installs this project and runs the entry in theirs."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.package.installing import PROJECT, Installed
from tests.support.paths import ROOT
from tests.support.tiny_project import FORUM, write_tiny_content

PAGE = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
HOOKS: list[dict[str, Any]] = yaml.safe_load(PAGE)
(HOOK,) = HOOKS


def test_pre_commit_knows_all_that_it_says() -> None:
    """The keys that a hook must have, and those of others that pre-commit knows."""
    assert HOOK.keys() >= {"id", "name", "entry", "language"}
    assert HOOK.keys() <= {"id", "name", "entry", "language", "files", "pass_filenames", "description"}
    assert (HOOK["id"], HOOK["language"], HOOK["pass_filenames"]) == ("proceedings-check", "python", False)
    assert shlex.split(HOOK["entry"])[0] in PROJECT["scripts"]


def test_what_it_shows_to_copy_is_the_project_itself() -> None:
    shown = yaml.safe_load("\n".join(line[4:] for line in PAGE.splitlines()[1:4]))
    assert shown == [
        {
            "repo": PROJECT["urls"]["Repository"],
            "rev": f"v{PROJECT['version']}",
            "hooks": [{"id": HOOK["id"]}],
        }
    ]


def test_a_change_of_any_record_starts_it() -> None:
    starts = re.compile(HOOK["files"])
    assert starts.search("content/proposals/2025-national-ai-2.yml")
    assert not starts.search("docs/content/a.yml")


@pytest.mark.builds
def test_its_entry_passes_sound_records_and_stops_wrong_ones(installed: Installed, elsewhere: Path) -> None:
    write_tiny_content(elsewhere / "content")
    entry = shlex.split(HOOK["entry"])[1:]
    sound = installed.proceedings(*entry, folder=elsewhere)
    assert (sound.returncode, sound.stdout) == (0, ""), sound.stderr
    with (elsewhere / FORUM).open("a", encoding="utf-8", newline="\n") as forum:
        forum.write("wrong: 1\n")
    stopped = installed.proceedings(*entry, folder=elsewhere)
    assert stopped.returncode == 1
    assert stopped.stdout.startswith(f"{FORUM}:")
