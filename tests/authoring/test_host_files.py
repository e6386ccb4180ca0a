"""The files that an archive gets for its host: whole, safe for forks, and with commands that run."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import DISTRIBUTION
from generator.authoring.archive.questions import HOSTS
from generator.corpus.repository_links import report_address
from generator.models.site import Repository
from generator.output.host_limits import LIMITS
from tests.cli.calling import proceedings
from tests.supply.test_workflows import PINNED
from tests.support.host_files import host_files
from tests.support.paths import ROOT
from tests.support.workflows import run_zizmor

CHOSEN = [host for host in HOSTS if host != "none"]
GITHUB = {path: text for path, text in host_files("github").items() if "/workflows/" in path}
FORGEJO = {path: text for path, text in host_files("forgejo").items() if "/workflows/" in path}
GITLAB_JOB = {"stage", "rules", "script", "artifacts", "cache", "interruptible"}
GITLAB_ARTIFACTS = {"when", "reports", "expose_as", "paths", "expire_in"}
"""Keywords that docs.gitlab.com/ci/yaml knows, of those that a job here may have."""

PROGRAM = """#!/bin/sh
echo "$PROCEEDINGS_ADDRESS|$*" >>"$CALLS"
mkdir -p site site-offline
echo page >site/index.html
[ "$1" != check ] || [ ! -e wrong ] || exit 1
"""
"""In the place of `proceedings`: notes how it is called, and ends as it would."""


def tree_of(text: str) -> dict[str, Any]:
    tree: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - texts alone
    return tree


def steps_of(workflow: str) -> Iterator[dict[str, Any]]:
    for job in tree_of(workflow)["jobs"].values():
        yield from job["steps"]


def gitlab_jobs() -> dict[str, dict[str, Any]]:
    tree = tree_of(host_files("gitlab")[".gitlab-ci.yml"])
    return {name: job for name, job in tree.items() if name not in ("default", "workflow", "variables")}


def commands_of(host: str) -> dict[str, str]:
    """Every shell text of a host's files, by where it stands."""
    files = host_files(host)
    found = {
        f"{path} {step['name']}": step["run"]
        for path, text in files.items()
        if "/workflows/" in path
        for step in steps_of(text)
        if "run" in step
    }
    if host == "gitlab":
        found |= {name: "\n".join(job["script"]) for name, job in gitlab_jobs().items()}
    if host == "netlify":
        settings = tomllib.loads(files["netlify.toml"])
        found["build"] = settings["build"]["command"]
        found |= {name: of["command"] for name, of in settings["context"].items()}
    return found | {path: text for path, text in files.items() if text.startswith("#!/bin/sh\n")}


@pytest.mark.parametrize("host", CHOSEN)
def test_every_host_has_files_that_are_whole(host: str) -> None:
    files = host_files(host)
    assert f"{DISTRIBUTION}[all]==1.2.3\n" in files["requirements.txt"]
    for path, text in files.items():
        assert not re.search(r"(?<!\$)\{\{|\{%|%\}", text), path
        assert text.endswith("\n"), path
        assert max(map(len, text.splitlines())) < 200, path
        if path.endswith((".yml", ".yaml")):
            assert tree_of(text), path
        if path.endswith(".toml"):
            assert tomllib.loads(text), path


def test_hosts_are_those_that_a_build_knows() -> None:
    assert set(CHOSEN) == set(LIMITS)


@pytest.mark.parametrize("host", CHOSEN)
def test_what_is_published_is_built_for_the_host(host: str) -> None:
    if host == "nginx":
        assert f"build --for {host}" in host_files(host)["publish"]
    else:
        assert any(f"proceedings build --for {host}" in command for command in commands_of(host).values())


# GitHub


@pytest.mark.parametrize("path", GITHUB)
def test_actions_are_those_of_this_repository(path: str) -> None:
    """So whoever looks after these keeps those of new archives too."""
    ours = "".join(file.read_text(encoding="utf-8") for file in (ROOT / ".github/workflows").glob("*.yml"))
    used = re.findall(r"\buses:\s*(.*)", GITHUB[path])
    assert used
    assert [line for line in used if not PINNED.fullmatch(line) or line not in ours] == []


@pytest.mark.parametrize("path", GITHUB)
def test_no_stranger_s_word_reaches_a_shell_and_no_credential_stays(path: str) -> None:
    assert tree_of(GITHUB[path])["permissions"] == {}
    for step in steps_of(GITHUB[path]):
        assert "${{" not in step.get("run", "")
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"] == {"persist-credentials": "false"}


def test_a_pull_request_can_write_nothing() -> None:
    check = tree_of(GITHUB[".github/workflows/check.yml"])
    assert set(check["on"]) == {"pull_request", "push"}
    assert [job["permissions"] for job in check["jobs"].values()] == [{"contents": "read"}]
    assert "secrets" not in GITHUB[".github/workflows/check.yml"]
    publish = tree_of(GITHUB[".github/workflows/publish.yml"])
    assert set(publish["on"]) == {"push", "workflow_dispatch"}
    assert publish["jobs"]["build"]["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("path", GITHUB)
def test_what_was_built_is_kept_and_nothing_else(path: str) -> None:
    """And no cache is that of a pull request: GitHub gives main what main has stored."""
    kept = [step for step in steps_of(GITHUB[path]) if step.get("uses", "").startswith("actions/cache@")]
    assert [step["with"] for step in kept] == [
        {"path": "build/cache\nbuild/docs\n", "key": "site-${{ github.sha }}", "restore-keys": "site-"}
    ]
    assert "workflow_run" not in GITHUB[path]
    assert "pull_request_target" not in GITHUB[path]


def test_gitlab_keeps_the_same() -> None:
    caches = {name: job["cache"] for name, job in gitlab_jobs().items() if "cache" in job}
    kept = {"key": "site", "paths": ["build/cache/", "build/docs/"]}
    assert caches == {"preview": kept, "pages": kept}


def test_zizmor_finds_nothing(tmp_path: Path) -> None:
    for path, text in host_files("github").items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    done = run_zizmor(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


# GitLab and Forgejo


def test_gitlab_s_jobs_have_keywords_that_gitlab_knows() -> None:
    tree, jobs = tree_of(host_files("gitlab")[".gitlab-ci.yml"]), gitlab_jobs()
    assert set(tree) == {"default", "workflow", "variables", *jobs}
    assert set(tree["default"]) == {"image", "interruptible", "before_script"}
    for job in jobs.values():
        assert set(job) <= GITLAB_JOB
        assert set(job.get("artifacts", {})) <= GITLAB_ARTIFACTS
        assert all(set(rule) == {"if"} for rule in job["rules"])
        assert job["stage"] in (".pre", "build", "test", "deploy", ".post")
    assert jobs["pages"]["artifacts"]["paths"] == ["public/"]


@pytest.mark.parametrize("path", FORGEJO)
def test_forgejo_s_workflows_take_nobody_s_action(path: str) -> None:
    assert all(set(step) <= {"name", "run", "env"} for step in steps_of(FORGEJO[path]))
    assert not any("${{" in step["run"] for step in steps_of(FORGEJO[path]))
    assert ("token" in FORGEJO[path]) is path.endswith("publish.yml")


@pytest.mark.parametrize(
    ("host", "url", "form"),
    [
        ("github", "https://github.com/a/b", ".github/ISSUE_TEMPLATE/correction.yml"),
        ("gitlab", "https://gitlab.com/a/b", ".gitlab/issue_templates/correction.md"),
        ("forgejo", "https://codeberg.org/a/b", ".forgejo/issue_template/correction.yml"),
    ],
)
def test_reports_find_the_host_s_form(host: str, url: str, form: str) -> None:
    files, address = host_files(host), report_address(Repository(url=url), "content/site.yml") or ""
    assert form in files
    assert Path(form).stem in address
    if host == "github":
        assert "record" in [field.get("id") for field in tree_of(files[form])["body"]]
    if host == "forgejo":
        assert form in address


# Commands


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder, with a `python` that installs nothing and a `proceedings` that notes its calls."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name, text in {"proceedings": PROGRAM, "python": "#!/bin/sh\n", "sudo": "#!/bin/sh\n"}.items():
        (programs / name).write_text(text, encoding="utf-8")
        (programs / name).chmod(0o755)
    (tmp_path / "archive").mkdir()
    return tmp_path / "archive"


def shell(archive: Path, command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {
        "PATH": f"{archive.parent / 'bin'}:/usr/bin:/bin",
        "CALLS": str(archive.parent / "calls"),
        "HOME": str(archive.parent),
        **variables,
    }
    return subprocess.run(
        ["bash", "-euo", "pipefail", "-c", command],
        cwd=archive, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def calls(archive: Path) -> list[str]:
    file = archive.parent / "calls"
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


@pytest.mark.parametrize(("host", "where"), [(host, where) for host in CHOSEN for where in commands_of(host)])
def test_every_call_is_one_that_the_command_takes(host: str, where: str) -> None:
    command = commands_of(host)[where]
    assert subprocess.run(["bash", "-n", "-c", command], check=False).returncode == 0
    for call in re.findall(r"\bproceedings ((?:check|build)(?: --?[\w-]+(?: (?!>)[\w]+)?)*)", command):
        asked = proceedings(ROOT, *call.split(), "--help")
        assert asked.exit_code == 0, asked.output


@pytest.mark.parametrize("host", ["github", "gitlab", "netlify", "cloudflare"])
def test_commands_run_to_their_end(archive: Path, host: str) -> None:
    for where, command in commands_of(host).items():
        done = shell(archive, command, DEPLOY_PRIME_URL="https://x--y.netlify.app", CF_PAGES_BRANCH="main")
        assert done.returncode == 0, f"{where}: {done.stderr}"
    assert f"|build --for {host}" in calls(archive)
    if host == "gitlab":
        assert {path.name for path in (archive / "public").iterdir()} == {"index.html", "index.html.gz"}


def test_wrong_records_fail_gitlab_s_check_and_are_told_in_its_log(archive: Path) -> None:
    (archive / "wrong").touch()
    done = shell(archive, commands_of("gitlab")["check"])
    assert done.returncode == 1
    assert calls(archive) == ["|check --format gitlab", "|check"]


def test_previews_are_built_for_the_address_that_the_host_gives(archive: Path) -> None:
    shell(archive, commands_of("netlify")["deploy-preview"], DEPLOY_PRIME_URL="https://x--y.netlify.app")
    script = commands_of("cloudflare")["build-for-cloudflare"]
    shell(archive, script, CF_PAGES_BRANCH="fix", CF_PAGES_URL="https://abc.y.pages.dev")
    assert calls(archive) == [
        "https://x--y.netlify.app/|build --for netlify",
        "https://abc.y.pages.dev/|build --for cloudflare",
    ]


def test_records_are_no_commands_to_github_s_runner() -> None:
    building = [run for run in commands_of("github").values() if "proceedings build" in run]
    assert len(building) == 2
    for run in building:
        stop, build = run.index("::stop-commands::"), run.index("\nproceedings build")
        assert run.index("trap 'echo; echo \"::$word::\"' EXIT") < build
        assert stop < build


def git(folder: Path, *arguments: str) -> str:
    named = ["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments]
    return subprocess.run(named, cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.mark.usefixtures("archive")
def test_forgejo_s_workflow_puts_the_site_on_its_branch(tmp_path: Path) -> None:
    """From the pushed records to the branch `pages`, twice, in a repository of this machine."""
    server, author = tmp_path / "owner" / "records", tmp_path / "author"
    git(tmp_path, "init", "--quiet", "--bare", str(server))
    git(tmp_path, "init", "--quiet", "--initial-branch", "main", str(author))
    (author / ".domains").write_text("forum.example.kr\n", encoding="utf-8")
    git(author, "add", "--all")
    git(author, "commit", "--quiet", "--message", "x")
    git(author, "push", "--quiet", str(server), "main")
    variables = {
        "GITHUB_SERVER_URL": f"file://{tmp_path}", "GITHUB_REPOSITORY": "owner/records",
        "GITHUB_REF": "refs/heads/main", "GITHUB_SHA": "1a2b3c", "TOKEN": "t",
    }  # fmt: skip
    for name in ("first", "second"):
        runner = tmp_path / name
        runner.mkdir()
        for step in steps_of(FORGEJO[".forgejo/workflows/publish.yml"]):
            done = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", step["run"]],
                cwd=runner, capture_output=True, text=True, check=False,
                env={"PATH": f"{tmp_path / 'bin'}:/usr/bin:/bin", "HOME": str(tmp_path),
                     "CALLS": str(tmp_path / "calls"), **variables},
            )  # fmt: skip
            assert done.returncode == 0, f"{step['name']}: {done.stderr}"
    assert git(server, "ls-tree", "--name-only", "pages").split() == [".domains", "index.html"]
    assert git(server, "rev-list", "--count", "pages").strip() == "1"


def test_server_s_script_builds_and_then_reloads(archive: Path) -> None:
    text = host_files("nginx")["publish"]
    (archive / "publish").write_text(text, encoding="utf-8")
    done = shell(archive, "sh publish", RELOAD="touch reloaded")
    assert done.returncode == 0, done.stderr
    assert calls(archive) == ["|build --for nginx --quiet"]
    assert (archive / "reloaded").exists()
