"""Where a record is edited and a correction reported, on each kind of host."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest

from generator.corpus.repository_links import edit_address, kind_of_repository, report_address
from generator.models.site import Repository

PATH = "content/forums/2025-ai.yml"


@pytest.mark.parametrize(
    ("url", "written", "kind"),
    [
        ("https://github.com/a/b", None, "github"),
        ("https://www.github.com/a/b", None, "github"),
        ("https://gitlab.com/a/b/c", None, "gitlab"),
        ("https://gitlab.assembly.example/a/b", None, "gitlab"),
        ("https://codeberg.org/a/b", None, "forgejo"),
        ("https://git.assembly.example/a/b", None, None),
        ("https://notgithub.com/a/b", None, None),
        ("https://git.assembly.example/a/b", "forgejo", "forgejo"),
        ("https://github.com/a/b", "mail", "mail"),
    ],
)
def test_kind_is_as_written_or_as_the_host_tells(url: str, written: str | None, kind: str | None) -> None:
    assert kind_of_repository(Repository.model_validate({"url": url, "kind": written})) == kind


@pytest.mark.parametrize(
    ("url", "edited"),
    [
        ("https://github.com/a/b", f"https://github.com/a/b/edit/main/{PATH}"),
        ("https://gitlab.com/a/b/c/", f"https://gitlab.com/a/b/c/-/edit/main/{PATH}"),
        ("https://codeberg.org/a/b", f"https://codeberg.org/a/b/_edit/main/{PATH}"),
        ("https://git.assembly.example/a/b", None),
    ],
)
def test_record_is_edited_where_the_repository_is(url: str, edited: str | None) -> None:
    assert edit_address(Repository(url=url), PATH) == edited


def test_names_are_escaped() -> None:
    repository = Repository(url="https://github.com/a/b", branch="말")
    assert edit_address(repository, 'content/"?&.yml') == (
        "https://github.com/a/b/edit/%EB%A7%90/content/%22%3F%26.yml"
    )
    address = report_address(repository, "content/a&b=c.yml")
    assert address
    assert parse_qs(urlsplit(address).query)["record"] == ["content/a&b=c.yml"]


@pytest.mark.parametrize(
    ("url", "page", "asked"),
    [
        ("https://github.com/a/b", "/a/b/issues/new", {"template": ["correction.yml"], "record": [PATH]}),
        (
            "https://gitlab.com/a/b",
            "/a/b/-/issues/new",
            {"issuable_template": ["correction"], "issue[title]": [f"[정정 / correction] {PATH}"]},
        ),
        (
            "https://codeberg.org/a/b",
            "/a/b/issues/new",
            {
                "template": [".forgejo/issue_template/correction.yml"],
                "title": [f"[정정 / correction] {PATH}"],
            },
        ),
    ],
)
def test_correction_is_reported_in_the_host_s_form(url: str, page: str, asked: dict[str, list[str]]) -> None:
    address = urlsplit(report_address(Repository(url=url), PATH) or "")
    assert (address.path, parse_qs(address.query)) == (page, asked)


@pytest.mark.parametrize(
    "repository", [None, Repository(url="https://github.com/a/b", kind="mail")], ids=["none", "mail"]
)
def test_without_forms_there_is_mail_alone(repository: Repository | None) -> None:
    assert edit_address(repository, PATH) is None
    assert report_address(repository, PATH) is None
