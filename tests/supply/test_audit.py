"""What `make audit` makes of pip-audit's answers; a small program stands in for it."""

import json
import sys
from pathlib import Path

import pytest

from tests.supply.audit import main

SOUND: dict[str, object] = {"name": "click", "version": "8.2.0", "vulns": []}
OPEN: dict[str, object] = {
    "name": "pyyaml", "version": "5.3",
    "vulns": [{"id": "PYSEC-1", "aliases": ["CVE-1"], "fix_versions": ["5.4"], "description": "x"}],
}  # fmt: skip
UNKNOWN: dict[str, object] = {"name": "pyyaml", "skip_reason": "not found on PyPI and could not be audited"}
NO_NETWORK = """Traceback (most recent call last):
  File "adapters.py", line 729, in send
requests.exceptions.ConnectionError: HTTPSConnectionPool(host='example.org', port=443): Max retries exceeded
"""
BLOCKED = (
    "ERROR:pip_audit._cli:Could not connect\\nERROR:pip_audit._cli:Tip: your network may be blocking this\\n"
)


@pytest.fixture
def requirements(tmp_path: Path) -> Path:
    folder = tmp_path / "requirements"
    folder.mkdir()
    (folder / "site.txt").write_text("pyyaml==5.3 --hash=sha256:00\n")
    return folder


def answering(folder: Path, packages: list[dict[str, object]]) -> list[str]:
    """A pip-audit that answers so; like it, with status 1 where something is found."""
    answer = json.dumps({"dependencies": packages, "fixes": []})
    found = any(package.get("vulns") for package in packages)
    return saying(folder, f"print({answer!r}); sys.exit({int(found)})")


def saying(folder: Path, code: str) -> list[str]:
    program = folder.parent / "pip_audit.py"
    program.write_text(f"import sys\n{code}\n", encoding="utf-8")
    return [sys.executable, str(program)]


def test_a_known_vulnerability_fails_and_is_named_with_its_remedy(
    requirements: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([], requirements, answering(requirements, [SOUND, OPEN])) == 1
    out = capsys.readouterr()
    assert out.out == "requirements/site.txt: pyyaml 5.3: PYSEC-1 (CVE-1); fixed in 5.4\n"
    assert "make lock UPGRADE=1" in out.err


def test_one_file_that_is_sound_hides_none_that_is_not(requirements: Path) -> None:
    (requirements / "dev.txt").write_text("click==8.2.0 --hash=sha256:00\n")
    sound, wrong = (json.dumps({"dependencies": [package]}) for package in (SOUND, OPEN))
    code = f"print({sound!r} if 'dev.txt' in ' '.join(sys.argv) else {wrong!r})"
    assert main([], requirements, saying(requirements, code)) == 1


def test_nothing_known_is_said_with_the_number_of_packages(
    requirements: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([], requirements, answering(requirements, [SOUND, SOUND])) == 0
    assert capsys.readouterr().out == "requirements/site.txt: 2 packages, no known vulnerability\n"


@pytest.mark.parametrize("error", [NO_NETWORK, BLOCKED], ids=["no network", "blocked"])
def test_a_service_that_does_not_answer_is_told_in_a_line_and_fails_nothing(
    requirements: Path, capsys: pytest.CaptureFixture[str], error: str
) -> None:
    tool = saying(requirements, f"sys.stderr.write({error!r}); sys.exit(1)")
    assert main([], requirements, tool) == 0
    out = capsys.readouterr()
    assert out.out.startswith("audit: the service does not answer, so nothing more is audited (")
    assert out.out.count("\n") == 1
    assert out.err == ""


def test_a_service_that_knows_nothing_is_not_taken_for_a_clean_bill(
    requirements: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([], requirements, answering(requirements, [UNKNOWN])) == 0
    assert capsys.readouterr().out == (
        "requirements/site.txt: the service knows none of the 1 packages; nothing was audited\n"
    )
    assert main([], requirements, answering(requirements, [UNKNOWN, SOUND])) == 0
    assert capsys.readouterr().out == (
        "requirements/site.txt: the service does not know 1 of the 2 packages\n"
    )


def test_a_lock_that_cannot_be_read_fails(requirements: Path, capsys: pytest.CaptureFixture[str]) -> None:
    error = "ERROR:pip_audit._cli:package certifi has duplicate requirements"
    assert main([], requirements, saying(requirements, f"sys.stderr.write({error!r}); sys.exit(1)")) == 1
    assert f"requirements/site.txt: pip-audit failed ({error})" in capsys.readouterr().err


def test_hashes_are_required_and_nothing_is_installed_to_ask(requirements: Path) -> None:
    answer = json.dumps({"dependencies": []})
    noted = requirements.parent / "asked"
    code = f"print({answer!r}); open({str(noted)!r}, 'w').write(' '.join(sys.argv))"
    main(["-s", "osv"], requirements, saying(requirements, code))
    asked = noted.read_text().split()
    assert set(asked) >= {"--require-hashes", "--disable-pip"}
    assert asked[-2:] == ["-s", "osv"]
