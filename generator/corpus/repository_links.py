"""Where a record is edited, and a correction of it reported, on the host of the archive's repository."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote, urlencode, urlsplit

from generator.models.site import Repository, RepositoryKind

CORRECTION = "correction"
"""The name of the form for corrections, whose files `init` writes as each host wants them."""
_TITLE = "[정정 / correction] "
"""How the title of a correction begins, in the form as here."""

_KNOWN: Mapping[str, RepositoryKind] = {
    "github.com": "github",
    "gitlab.com": "gitlab",
    "codeberg.org": "forgejo",
}


def kind_of_repository(repository: Repository) -> RepositoryKind | None:
    """What runs at the repository's host: as is written, else as its name tells; or None."""
    host = (urlsplit(repository.url).hostname or "").removeprefix("www.")
    guessed = _KNOWN.get(host) or ("gitlab" if host.startswith("gitlab.") else None)
    return repository.kind or guessed


def edit_address(repository: Repository | None, path: str) -> str | None:
    """The page that edits a file of the repository, such as content/site.yml; None if there is none."""
    kind = kind_of_repository(repository) if repository else None
    if repository is None or kind is None or kind == "mail":
        return None
    place = f"{quote(repository.branch)}/{quote(path)}"
    return f"{_page_of(repository)}/{_EDITING[kind]}/{place}"


def report_address(repository: Repository | None, path: str) -> str | None:
    """The form in which a reader reports what is wrong in a file of the repository; None if there is none."""
    kind = kind_of_repository(repository) if repository else None
    if repository is None or kind is None or kind == "mail":
        return None
    page, asked = _REPORTING[kind]
    return f"{_page_of(repository)}/{page}?{urlencode(asked(path), quote_via=quote, safe='/')}"


def _page_of(repository: Repository) -> str:
    return repository.url.rstrip("/")


_EDITING: Mapping[RepositoryKind, str] = {"github": "edit", "gitlab": "-/edit", "forgejo": "_edit"}

_REPORTING: Mapping[RepositoryKind, tuple[str, Callable[[str], dict[str, str]]]] = {
    "github": ("issues/new", lambda path: {"template": f"{CORRECTION}.yml", "record": path}),
    # A description would take the place of the form (gitlab.com/gitlab-org/gitlab/-/issues/559093).
    "gitlab": (
        "-/issues/new",
        lambda path: {"issuable_template": CORRECTION, "issue[title]": f"{_TITLE}{path}"},
    ),
    "forgejo": (
        "issues/new",
        lambda path: {
            "template": f".forgejo/issue_template/{CORRECTION}.yml",
            "title": f"{_TITLE}{path}",
        },
    ),
}
"""Kind → the page for a new issue, and what it is asked; GitHub alone fills a field of a form."""
