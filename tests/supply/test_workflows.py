"""What a stranger's pull request, or a record that was merged, can make GitHub do: show checks, no more.

`make lint` asks zizmor too; these are rules of our own, or ones so important that they are said twice.
"""

import re
import subprocess
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.support.paths import ROOT

WORKFLOWS = {path.name: path for path in sorted((ROOT / ".github/workflows").glob("*.y*ml"))}
PINNED = re.compile(r"[\w.-]+(/[\w.-]+)+@[0-9a-f]{40} # v\d+(\.\d+)+")
FOREIGN_EVENTS = {"pull_request"}
"""Events by which code of strangers runs."""
TRUSTED_EVENTS = {"push", "schedule", "workflow_dispatch"}
"""Events that only people who may push set off."""
TRUSTED_VALUES = re.compile(
    r"vars\.PROCEEDINGS_ADDRESS|github\.(ref|sha|event_name)|"
    r"matrix\.\w+|steps\.\w+\.outputs\.page_url|github\.event_name == 'pull_request'"
)
"""What an expression may name: nothing that a stranger chooses, save the ref, which no shell sees."""
PUBLISHES = {"publish.yml"}
MAY_WRITE = {("publish.yml", "deploy"): {"pages": "write", "id-token": "write"}}
QUOTES_RECORDS = re.compile(r"\bmake (site|assemble|test|fuzz|shots|engines|bench\S*)")


def workflow(name: str) -> dict[str, Any]:
    tree: dict[str, Any] = yaml.load(WORKFLOWS[name].read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - texts alone
    return tree


def jobs_of(name: str) -> Iterator[tuple[str, str, dict[str, Any]]]:
    yield from ((name, job, content) for job, content in workflow(name)["jobs"].items())


def jobs() -> Iterator[tuple[str, str, dict[str, Any]]]:
    for name in WORKFLOWS:
        yield from jobs_of(name)


def steps() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, job, content in jobs():
        yield from ((f"{name}: {job}", step) for step in content["steps"])


def events(name: str) -> set[str]:
    on = workflow(name)["on"]
    return {on} if isinstance(on, str) else set(on)


def test_there_are_workflows_to_look_at() -> None:
    assert {"check.yml", "publish.yml", "weekly.yml"} <= set(WORKFLOWS)
    assert len(list(steps())) > 10


@pytest.mark.parametrize("name", WORKFLOWS)
def test_code_of_strangers_runs_by_pull_request_alone(name: str) -> None:
    """Others, such as `pull_request_target` and `workflow_run`, run with our rights on their words."""
    assert events(name) <= FOREIGN_EVENTS | TRUSTED_EVENTS


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_that_strangers_start_knows_no_secret_and_writes_nothing(name: str) -> None:
    text = WORKFLOWS[name].read_text(encoding="utf-8")
    assert workflow(name)["permissions"] == {}
    if events(name) & FOREIGN_EVENTS:
        assert "secrets" not in text
        assert "write" not in [
            right for job in workflow(name)["jobs"].values() for right in job["permissions"].values()
        ]
        assert name not in PUBLISHES


def test_each_job_says_what_it_may_and_only_publishing_writes() -> None:
    for name, job, content in jobs():
        assert content["permissions"] == MAY_WRITE.get((name, job), {"contents": "read"}), (name, job)


def test_actions_are_pinned_by_hash_with_their_version_beside_it() -> None:
    for name, path in WORKFLOWS.items():
        used = re.findall(r"\buses:\s*(.*)", path.read_text(encoding="utf-8"))
        assert used, name
        assert [line for line in used if not PINNED.fullmatch(line)] == []


def test_one_action_has_one_hash() -> None:
    used = {
        line
        for path in WORKFLOWS.values()
        for line in re.findall(r"uses: *(\S+@\S+)", path.read_text("utf-8"))
    }
    assert len(used) == len({line.partition("@")[0] for line in used})


def test_a_checkout_leaves_no_credentials_for_the_code_it_fetched() -> None:
    checkouts = [step for _, step in steps() if step.get("uses", "").startswith("actions/checkout@")]
    assert checkouts
    assert [step.get("with", {}).get("persist-credentials") for step in checkouts] == ["false"] * len(
        checkouts
    )
    assert not [step for step in checkouts if {"ref", "repository", "token"} & set(step["with"])]


def test_no_expression_reaches_a_shell() -> None:
    """Not even a harmless one: who copies the line must not copy an injection."""
    assert [where for where, step in steps() if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_expressions_name_nothing_that_strangers_write(name: str) -> None:
    found = re.findall(r"\$\{\{\s*(.*?)\s*\}\}", WORKFLOWS[name].read_text(encoding="utf-8"))
    assert [expression for expression in found if not TRUSTED_VALUES.fullmatch(expression)] == []


def test_what_is_published_comes_from_no_cache() -> None:
    """A cache that a pull request filled, by whatever way, must not reach the site."""
    for name in PUBLISHES | {"weekly.yml"}:
        settings = [
            key for _, _, job in jobs_of(name) for step in job["steps"] for key in step.get("with", {})
        ]
        assert not [key for key in settings if "cache" in key], name


def test_no_cache_is_named_by_hand_but_that_of_shards_which_are_not_published() -> None:
    """Python's is keyed by the locks, and GitHub keeps what a pull request stores to that pull request."""
    naming = {name for name, path in WORKFLOWS.items() if "actions/cache" in path.read_text(encoding="utf-8")}
    assert naming == {"shards.yml"}
    assert events("shards.yml") == {"workflow_dispatch"}


def test_shards_are_as_many_as_machines() -> None:
    text, job = WORKFLOWS["shards.yml"].read_text(encoding="utf-8"), workflow("shards.yml")["jobs"]["build"]
    numbers = job["strategy"]["matrix"]["number"]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert set(re.findall(r"(?:/|-of-| of )(\d+)\b", text)) == {str(len(numbers))}


def test_only_main_is_published() -> None:
    for name in PUBLISHES:
        assert events(name) <= TRUSTED_EVENTS
        assert workflow(name)["on"]["push"] == {"branches": ["main"]}
        assert workflow(name)["jobs"]["build"]["if"] == "github.ref == 'refs/heads/main'"
        assert workflow(name)["jobs"]["deploy"]["needs"] == "build"


def test_every_job_ends() -> None:
    assert all(1 <= int(content["timeout-minutes"]) <= 60 for _, _, content in jobs())


def test_what_quotes_records_is_not_obeyed() -> None:
    runs = [step["run"] for _, step in steps() if "run" in step]
    quoting = [run for run in runs if QUOTES_RECORDS.search(run)]
    assert len(quoting) >= 4
    assert [run for run in quoting if not run.startswith(".ci/as-plain-text ")] == []


def plainly(*command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [ROOT / ".ci/as-plain-text", *command], env={"PATH": "/usr/bin:/bin", **variables},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_a_command_runs_between_two_words_that_nobody_can_guess() -> None:
    first, *rest, last = plainly("printf", "::error::x", GITHUB_ACTIONS="true").stdout.splitlines()
    word = first.removeprefix("::stop-commands::")
    assert re.fullmatch("[0-9a-f]{32}", word)
    assert rest == ["::error::x"]
    assert last == f"::{word}::"
    assert word not in plainly("true", GITHUB_ACTIONS="true").stdout


def test_a_command_that_fails_fails() -> None:
    for variables in ({}, {"GITHUB_ACTIONS": "true"}):
        assert plainly("sh", "-c", "exit 3", **variables).returncode == 3
    assert plainly("echo", "a b").stdout == "a b\n"


def test_zizmor_is_asked_with_every_rule() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.search(r"zizmor --offline --persona pedantic .*\.github$", makefile, re.MULTILINE)
