"""Settings and forms that people meet before they read anything: they name what is there."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.paths import ROOT

FORMS = sorted(path for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
HANGUL = re.compile("[가-힣]")
ENGLISH = re.compile("[A-Za-z]{2}")


def read_yaml(path: Path) -> Any:  # noqa: ANN401 - each of these files has a shape of its own
    return yaml.safe_load(path.read_text(encoding="utf-8"))


HOOKS: dict[str, dict[str, Any]] = {
    hook["id"]: hook
    for repository in read_yaml(ROOT / ".pre-commit-config.yaml")["repos"]
    for hook in repository["hooks"]
}


def test_hooks_are_the_project_s_own() -> None:
    """A hook from elsewhere would have a version of its own and run what nobody here pinned."""
    assert {repository["repo"] for repository in read_yaml(ROOT / ".pre-commit-config.yaml")["repos"]} == {
        "local"
    }
    assert {"ruff-check", "ruff-format", "records"} == set(HOOKS)


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_hook_s_command_is_installed(hook: dict[str, Any]) -> None:
    folder, _, program = hook["entry"].split()[0].rpartition("/")
    assert (hook["language"], folder) == ("system", ".venv/bin")
    assert (Path(sys.executable).parent / program).is_file()


def test_a_change_of_any_record_starts_the_check() -> None:
    starts = re.compile(HOOKS["records"]["files"])
    assert starts.search("content/proposals/2025-national-ai-2.yml")
    assert starts.search("content/site.yml")
    assert not starts.search("tests/invalid/_valid/content/site.yml")


def test_wrong_on_purpose_is_left_alone() -> None:
    """Ruff looks at every file that it is handed, also at one that its settings exclude, unless told so."""
    assert all("--force-exclude" in HOOKS[name]["entry"] for name in ("ruff-check", "ruff-format"))


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_in_both_languages(form: Path) -> None:
    content = read_yaml(form)
    texts = [content["name"], content["description"], content["title"]]
    for part in content["body"]:
        texts += [part["attributes"][key] for key in ("label", "value") if key in part["attributes"]]
    assert len(texts) > 5
    assert [text for text in texts if not (HANGUL.search(text) and ENGLISH.search(text))] == []


@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.stem)
def test_a_form_s_questions_have_names_of_their_own(form: Path) -> None:
    names = [part["id"] for part in read_yaml(form)["body"] if part["type"] != "markdown"]
    assert len(set(names)) == len(names) > 0


def test_the_pull_request_asks_in_both_languages() -> None:
    lines = (ROOT / ".github/pull_request_template.md").read_text(encoding="utf-8").splitlines()
    asked = [line for line in lines if line]
    assert [line for line in asked if not (HANGUL.search(line) and ENGLISH.search(line))] == []


# The development container

CONTAINER = json.loads((ROOT / ".devcontainer/devcontainer.json").read_text(encoding="utf-8"))
DOCKERFILE = (ROOT / ".devcontainer" / CONTAINER["build"]["dockerfile"]).read_text(encoding="utf-8")


def test_the_container_has_the_editor_s_extensions() -> None:
    recommended = json.loads((ROOT / ".vscode/extensions.json").read_text(encoding="utf-8"))
    assert CONTAINER["customizations"]["vscode"]["extensions"] == recommended["recommendations"]


def test_the_container_is_made_with_a_target_of_the_makefile() -> None:
    program, target = CONTAINER["postCreateCommand"].split()
    assert program == "make"
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_the_container_has_a_python_that_the_project_runs_with_and_the_user_it_names() -> None:
    version = re.search(r"^FROM python:3\.(\d+)-", DOCKERFILE, re.MULTILINE)
    assert version
    assert int(version[1]) >= 11
    assert re.search(rf"useradd .* {CONTAINER['remoteUser']}$", DOCKERFILE, re.MULTILINE)
