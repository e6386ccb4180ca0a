"""`proceedings build --for HOST`, and what a build says while nobody can reach its address."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.output import host_limits
from generator.output.host_limits import Limits
from tests.cli.calling import proceedings
from tests.support.sites import link_program
from tests.support.tiny_project import write_tiny_content

pytestmark = [pytest.mark.builds, pytest.mark.usefixtures("at_leisure", "plain_install")]

NAME = "PROCEEDINGS_ADDRESS"
ADDRESS = "https://owner.github.io/records/"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    write_tiny_content(tmp_path / "tiny" / "content")
    link_program(tmp_path / "tiny")
    return tmp_path / "tiny"


def test_build_for_a_host_refuses_an_address_that_stands_for_any(tiny: Path) -> None:
    with (tiny / "content/site.yml").open("a", encoding="utf-8") as site:
        site.write("silence: [example-address]\n")
    for language, told in (("en", "the site is not published: "), ("ko", "공개하지 않았습니다. ")):
        refused = proceedings(tiny, "--lang", language, "build", "--for", "github", "--quiet")
        assert (refused.exit_code, refused.stdout) == (1, "")
        assert refused.stderr.startswith(told)
        assert "https://proceedings.example.org/library/" in refused.stderr
    assert not (tiny / "build" / "docs").exists()


def test_build_for_a_host_refuses_what_it_would_not_take(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, ADDRESS)
    monkeypatch.setattr(host_limits, "LIMITS", {"cloudflare": Limits(files=3)})
    refused = proceedings(tiny, "build", "--for", "cloudflare", "--quiet")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr.startswith("cloudflare takes 3 files, and the site has ")
    assert not (tiny / "site").exists()


def test_build_says_that_nobody_can_reach_its_address(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = proceedings(tiny, "build")
    assert built.exit_code == 0
    told = "nobody can reach 'https://proceedings.example.org/library/'; before you publish"
    assert built.stderr.splitlines()[-1].startswith(told)
    monkeypatch.setenv(NAME, ADDRESS)
    built = proceedings(tiny, "build", "--for", "github")
    assert (built.exit_code, "nobody can reach" in built.stderr) == (0, False)
