"""The workflows for large archives in HOSTING.md are whole, safe, and the same in both languages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.calling import proceedings
from tests.supply.test_workflows import PINNED
from tests.support.host_files import host_files
from tests.support.paths import ROOT
from tests.support.workflows import run_zizmor

PUBLISH = ".github/workflows/publish.yml"
CALL = re.compile(r"\bproceedings (build|assemble)((?: --[\w-]+(?: (?:github|gitlab|\"[^\"]+\"))?)*)")


def blocks(name: str) -> list[str]:
    """The YAML in a text: first GitHub's, then GitLab's."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return [block for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if "--shard" in block]


GITHUB, GITLAB = blocks("HOSTING.md")


def tree_of(text: str) -> dict[str, Any]:
    tree: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - texts alone
    return tree


def test_they_are_the_same_in_both_languages() -> None:
    assert blocks("HOSTING.ko.md") == [GITHUB, GITLAB]


def test_github_s_has_actions_of_this_repository_and_no_expression_in_a_shell() -> None:
    ours = "".join(path.read_text(encoding="utf-8") for path in (ROOT / ".github/workflows").glob("*.yml"))
    used = re.findall(r"\buses:\s*(.*)", GITHUB)
    assert [line for line in used if not PINNED.fullmatch(line) or line not in ours] == []
    steps = [step for job in tree_of(GITHUB)["jobs"].values() for step in job["steps"]]
    assert [step for step in steps if "${{" in step.get("run", "")] == []


def test_zizmor_finds_nothing_where_it_takes_the_place_of_the_job(tmp_path: Path) -> None:
    usual = host_files("github")[PUBLISH]
    head, deploy = usual.partition("jobs:\n")[0], usual.partition("\n  deploy:\n")[2]
    workflow = f"{head}{GITHUB}\n  deploy:\n{deploy.replace('needs: build', 'needs: assemble')}"
    assert set(tree_of(workflow)["jobs"]) == {"build", "assemble", "deploy"}
    (tmp_path / PUBLISH).parent.mkdir(parents=True)
    (tmp_path / PUBLISH).write_text(workflow, encoding="utf-8")
    done = run_zizmor(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_as_many_machines_as_shards() -> None:
    numbers = tree_of(GITHUB)["jobs"]["build"]["strategy"]["matrix"]["number"]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert set(re.findall(r"(?:/|-of-| of )(\d+)\b", GITHUB)) == {str(len(numbers))}
    assert tree_of(GITLAB)["shard"]["parallel"] == str(len(numbers))


def test_gitlab_s_fetches_the_shards_that_it_made() -> None:
    jobs = tree_of(GITLAB)
    assert jobs["pages"]["needs"] == ["shard"]
    assert jobs["shard"]["artifacts"]["paths"] == ["build/shards/"]
    published = tree_of(host_files("gitlab")[".gitlab-ci.yml"])["pages"]["script"]
    assert jobs["pages"]["script"][1] == published[1]


@pytest.mark.parametrize("text", [GITHUB, GITLAB], ids=["github", "gitlab"])
def test_every_call_is_one_that_the_command_takes(text: str) -> None:
    calls = CALL.findall(text)
    assert [name for name, _ in calls] == ["build", "assemble"]
    for name, options in calls:
        arguments = re.sub(r'"[^"]*"', "1/8", options).split()
        assert arguments[0] == "--for"
        asked = proceedings(ROOT, name, *arguments, "--help")
        assert asked.exit_code == 0, asked.output
