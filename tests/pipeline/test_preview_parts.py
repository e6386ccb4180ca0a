"""What the preview is made of: what it watches, what it says, and what it answers."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from datetime import date
from pathlib import Path

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.corpus.waiting import to_preview
from generator.parsing.messages import Message, message
from generator.pipeline.interruptible import Interruptible, SavedAgain
from generator.pipeline.preview import Preview, own_folder
from generator.pipeline.preview_pages import saved_records
from generator.pipeline.preview_requests import shown_host
from generator.pipeline.preview_sources import listing, saved_files, sources
from generator.pipeline.progress import Advance, Silent
from tests.support.running import replace
from tests.support.telling import unexpected
from tests.support.tiny_project import FORUM, SOURCE, write_tiny_content


@pytest.mark.parametrize(
    ("saved", "expected"),
    [
        ([], ""),
        (["content/a.yml"], ": content/a.yml"),
        (["mkdocs.yml", "content/b.yml", "content/a.yml"], ": content/a.yml and 2 more"),
        (["content/\u202ea.yml"], ": content/<U+202E>a.yml"),
    ],
)
def test_summary_names_the_first_file(tmp_path: Path, saved: list[str], expected: str) -> None:
    assert str(saved_files(tmp_path, [str(tmp_path / path) for path in saved])) == expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("::1", "[::1]"),
        ("0.0.0.0", "localhost"),  # noqa: S104 - only written down
        ("::", "localhost"),
        ("desk.example.org", "desk.example.org"),
    ],
)
def test_host_is_shown_as_a_browser_wants_it(host: str, expected: str) -> None:
    assert shown_host(host) == expected


def test_only_sources_are_watched(tmp_path: Path) -> None:
    root, package = tmp_path / "project", tmp_path / "package"
    watched = {
        *("project/content/site.yml", "project/content/forums/a.yml", "project/content/files/site"),
        "project/mkdocs.yml",
        *("package/rendering/templates/a.jinja", "package/exports/feeds/templates/a.jinja"),
        "package/exports/text/templates/a.jinja",
        *("package/strings/ko.yml", "package/theme/a/b.css"),
    }
    others = {
        *("project/build/docs/ko/index.md", "project/site/index.html", "project/.git/HEAD", "project/my.yml"),
        *("project/content/.site.yml.swp", "project/content/site.yml~", "project/content/#site.yml#"),
        *("package/plugin.py", "package/__pycache__/plugin.pyc", "package/rendering/html.py"),
    }
    for path in watched | others:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).touch()
    list_sources = listing(sources(root, package))
    found: set[str] = set()
    folders = [*sources(root, package)]
    while folders:
        listed = [Path(entry.path) for entry in list_sources(str(folders.pop()))]
        folders += filter(Path.is_dir, listed)
        found |= {path.relative_to(tmp_path).as_posix() for path in listed if path.is_file()}
    assert found == watched


@pytest.mark.parametrize(
    ("path", "page"), [("/x/", "ko"), ("/en/x/", "en"), ("/en/", "en"), ("/en", "ko"), ("/energy/", "ko")]
)
def test_what_is_not_there_is_said_in_the_language_of_its_address(
    tmp_path: Path, path: str, page: str
) -> None:
    for name, text in (("404.html", "ko"), ("en/404.html", "en")):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    preview = Preview(tmp_path, tmp_path, Silent(), pytest.fail)
    assert preview.instead_of(path) == ("404 Not Found", page.encode())


def test_what_is_wrong_is_no_markup(tmp_path: Path) -> None:
    preview = Preview(tmp_path, tmp_path, Silent(), pytest.fail, wrong="<script>\n{x} %s")
    status, page = preview.instead_of("/")
    assert status.startswith("500")
    assert "<pre>&lt;script&gt;\n{x} %s</pre>" in page.decode()


def test_folders_of_previews_that_were_killed_go(tmp_path: Path) -> None:
    killed, theirs = tmp_path / "preview-00000000", tmp_path / "preview-of-mine"
    for folder in (killed, theirs):
        (folder / "site").mkdir(parents=True)
    with own_folder(tmp_path, unexpected) as running, own_folder(tmp_path, unexpected) as second:
        assert running.is_dir()
        assert second.is_dir()
        assert running != second
        assert not killed.exists()
    assert [path.name for path in tmp_path.glob("preview-*")] == [theirs.name]


class Noted(Silent):
    """Steps that are noted."""

    def __init__(self) -> None:
        self.done: list[int] = []

    def step(self, name: Message, total: int) -> AbstractContextManager[Advance]:
        del name, total
        return nullcontext(self.done.append)


def test_a_build_goes_on_until_something_is_saved() -> None:
    saved: list[str] = []
    noted = Noted()
    steps = Interruptible(noted, lambda: bool(saved))
    with steps.step(message("steps.pages"), 3) as advance:
        advance(1)
        steps.go_on()
        saved.append("content/forums/a.yml")
        with pytest.raises(SavedAgain):
            advance(2)
    assert noted.done == [0, 1]
    with pytest.raises(SavedAgain):
        steps.go_on()
    with pytest.raises(SavedAgain), steps.step(message("steps.pages"), 3):
        pass


def test_what_an_ended_build_has_not_made_is_left_to_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = Preview(tmp_path, tmp_path / "site", Silent(), print)
    (tmp_path / "site").mkdir()
    (tmp_path / "content").mkdir()
    outcomes: list[type[Exception] | None] = [SavedAgain, None]
    given: list[frozenset[str]] = []

    def build(_self: Preview, _address: str, saved: frozenset[str], _shown: object) -> None:
        given.append(saved)
        if outcome := outcomes.pop(0):
            raise outcome

    monkeypatch.setattr(Preview, "_build", build)
    preview.build("", ["a.yml"], print)
    assert preview.unfinished == {"a.yml"}
    preview.build("", ["b.yml"], print)
    assert preview.unfinished == frozenset()
    assert given == [{"a.yml"}, {"a.yml", "b.yml"}]


@pytest.fixture
def before(tmp_path: Path) -> Corpus:
    """What a preview has read of the folder."""
    write_tiny_content(tmp_path / "content")
    return to_preview(load_corpus(tmp_path / "content"), date.max)


def test_a_saved_record_is_read_alone(tmp_path: Path, before: Corpus) -> None:
    replace(tmp_path / FORUM, "열린 서가 포럼", "닫힌 서가 포럼")
    read = saved_records(before, tmp_path / "content", [str(tmp_path / FORUM)], date.max)
    assert read
    assert read.keys == (("forums", Path(FORUM).stem),)
    whole = to_preview(load_corpus(tmp_path / "content"), date.max)
    assert read.corpus.by_kind == whole.by_kind
    assert read.corpus.digests.keys() == whole.digests.keys()


def test_a_new_record_takes_its_place_among_the_others(tmp_path: Path, before: Corpus) -> None:
    new = tmp_path / "content/sources/0-new.yml"
    new.write_text((tmp_path / SOURCE).read_text(encoding="utf-8"), "utf-8")
    read = saved_records(before, tmp_path / "content", [str(new)], date.max)
    assert read
    assert [*read.corpus.sources] == ["0-new", *before.sources]


@pytest.mark.parametrize("wrong", ["gone", "broken", "unknown name", "site.yml", "page"])
def test_what_cannot_be_shown_at_once_waits_for_the_check_of_all(
    tmp_path: Path, before: Corpus, wrong: str
) -> None:
    path = tmp_path / FORUM
    if wrong == "gone":
        path.unlink()
    elif wrong == "broken":
        path.write_text("name: [", "utf-8")
    elif wrong == "unknown name":
        replace(path, "classification: policy-forum", "classification: unheard-of")
    else:
        path = tmp_path / "content" / ("site.yml" if wrong == "site.yml" else "pages/about.en.md")
    assert saved_records(before, tmp_path / "content", [str(path)], date.max) is None
