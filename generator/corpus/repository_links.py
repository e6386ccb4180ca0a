"""Where the repository of the records lets a reader edit a record, or report what is wrong with it."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from generator.models.site import Repository


def edit_address(repository: Repository, record: str) -> str:
    """The address at which GitHub or GitLab edits the record's file."""
    edit = "-/edit" if "gitlab" in (urlsplit(repository.url).hostname or "") else "edit"
    return f"{repository.url.rstrip('/')}/{edit}/{quote(repository.branch)}/{quote(record)}"


def report_address(repository: Repository, record: str) -> str:
    """The address of the repository's form for corrections, with the record filled in."""
    return f"{repository.url.rstrip('/')}/issues/new?template=correction.yml&record={quote(record)}"
