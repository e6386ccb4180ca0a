"""content/ as it is read; what wrong files get stands in tests/invalid/."""

import os
import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.corpus.reader import (
    LARGEST,
    LONGEST_PAGE,
    read_content,
    read_document,
    read_model,
    read_record,
    read_text,
)
from generator.models import RECORD_KINDS, Source, Speaker
from generator.models.content import Content, ProsePage
from generator.parsing.problems import PROBLEM_FORMATS, Problems
from generator.parsing.yaml_parser import Document
from tests.fuzz.reading import KINDS, a_file_is_a_record_or_told
from tests.support.paths import RECORDS, VALID


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A small sound content/ of one's own."""
    return Path(shutil.copytree(VALID, tmp_path / "content"))


@pytest.mark.parametrize("text", ["", "\n \n", "# Nobody yet.\n\n  # - record: speakers/x\n", "[]\n"])
def test_a_list_of_what_was_taken_out_may_be_empty(content: Path, text: str) -> None:
    (content / "withdrawn.yml").write_text(text, encoding="utf-8")
    assert read(content).withdrawn == ()


def read(folder: Path) -> Content:
    content, problems = read_content(folder)
    assert problems == []
    assert content
    return content


def test_everything_in_content_is_read() -> None:
    content = read(RECORDS)
    assert {kind: len(records) for kind, records in content.records.items()} == {
        kind: len(list((RECORDS / kind).glob("*.yml"))) for kind in RECORD_KINDS
    }
    assert [(page.name, page.language) for page in content.pages] == [
        ("about", "en"), ("about", "ko"), ("corrections", "en"), ("corrections", "ko"),
    ]  # fmt: skip
    assert content.files == {"2024/programme.txt", "2024/robot-slides.pdf", "portraits/han-bitsol.png"}
    assert {name for folder, name in content.unread if folder != "pages"} == set()


def test_records_stand_in_the_order_of_their_ids() -> None:
    for records in read(RECORDS).records.values():
        assert list(records) == sorted(records)
        assert all(record.id == key for key, record in records.items())


def test_every_record_read_is_told() -> None:
    told: list[None] = []
    read_content(RECORDS, lambda: told.append(None))
    assert len(told) == sum(len(list((RECORDS / kind).iterdir())) for kind in RECORD_KINDS)


def test_the_files_name_is_the_id() -> None:
    record = read_record(RECORDS / "speakers" / "gu-reumdal.yml", "speakers")
    assert isinstance(record, Speaker)
    assert record.id == "gu-reumdal"
    assert record.path == "content/speakers/gu-reumdal.yml"


def test_a_page_is_its_title_and_the_rest(content: Path) -> None:
    (content / "pages/note.ko.md").write_text("\n\n# 제목 *둘*\r\n\r\n글\r\n", encoding="utf-8")
    pages = [page for page in read(content).pages if page.name == "note"]
    assert pages == [ProsePage("note", "ko", "제목 *둘*", "\n글\n", "content/pages/note.ko.md")]


def changed(content: Path, change: Callable[[bytes], bytes]) -> Content:
    for path in content.rglob("*"):
        if path.suffix in (".yml", ".md"):
            path.write_bytes(change(path.read_bytes()))
    return read(content)


@pytest.mark.parametrize(
    "change",
    [
        lambda raw: b"\xef\xbb\xbf" + raw,
        lambda raw: raw.replace(b"\n", b"\r\n"),
        lambda raw: raw.replace(b"\n", b"\r"),
        lambda raw: unicodedata.normalize("NFD", raw.decode()).encode(),
        lambda raw: raw.rstrip(b"\n"),
        lambda raw: raw + b"\n\n",
    ],
    ids=["byte-order mark", "CRLF", "CR", "NFD", "no last line end", "empty lines at the end"],
)
def test_how_a_program_saves_a_file_changes_nothing(content: Path, change: Callable[[bytes], bytes]) -> None:
    before = read(content)
    after = changed(content, change)
    assert after.records == before.records
    assert (after.site, after.vocabulary) == (before.site, before.vocabulary)
    assert [page.text.strip() for page in after.pages] == [page.text.strip() for page in before.pages]


def test_what_programs_leave_behind_is_not_looked_at(content: Path) -> None:
    before = read(content)
    for name in (".DS_Store", ".gitkeep", "sources/.x.yml.swp", "pages/.note.ko.md", "files/.hidden", ".git"):
        (content / name).write_text("x")
    assert read(content) == before


def test_folders_of_which_there_is_nothing_may_be_missing(content: Path) -> None:
    for name in ("proposals", "forums", "speakers", "organizations", "sources", "pages", "files"):
        shutil.rmtree(content / name)
    assert sum(map(len, read(content).records.values())) == 0


def test_what_is_wrong_is_left_out_and_known_to_be_there(content: Path) -> None:
    (content / "sources/new.yml").write_text("title: no\n")
    (content / "pages/note.ko.md").write_text("글\n", encoding="utf-8")
    found, problems = read_content(content)
    assert found
    assert set(found.records["sources"]) == {"dawn-courier"}
    assert found.unread >= {("sources", "new"), ("pages", "note")}
    assert {problem.path for problem in problems} == {"content/sources/new.yml", "content/pages/note.ko.md"}


@pytest.mark.parametrize("name", ["site.yml", "vocabulary.yml"])
def test_without_site_or_vocabulary_the_records_problems_are_still_told(content: Path, name: str) -> None:
    (content / name).write_text("x: [", encoding="utf-8")
    (content / "sources/new.yml").write_text("title: no\n")
    found, problems = read_content(content)
    assert found is None
    assert {problem.path for problem in problems} == {f"content/{name}", "content/sources/new.yml"}


def test_a_file_that_may_not_be_read_is_told(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)  # who runs the tests as root may read everything
    with pytest.raises(Problems) as raised:
        read_text(content / "site.yml", "content/site.yml")
    assert str(raised.value) == (
        "content/site.yml:1:1: the file cannot be read (Permission denied); allow it to be read"
    )


def test_nothing_of_what_a_link_leads_to_is_shown(content: Path) -> None:
    (content.parent / "secret").write_text("password: hunter2\n")
    for name in ("sources/new.yml", "pages/note.ko.md", "files/new.txt", "site.yml"):
        (content / name).unlink(missing_ok=True)
        (content / name).symlink_to(content.parent / "secret")
    found, problems = read_content(content)
    assert found is None
    assert len(problems) == 4
    assert "hunter2" not in "\n".join(map(str, problems))


def test_after_a_thousand_problems_no_more_files_are_opened(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(20):
        (content / f"sources/a-{number:02}.yml").write_text("\u200b\n" * 100, encoding="utf-8")
    opened: list[str] = []
    read = Path.read_bytes

    def noted(path: Path) -> bytes:
        opened.append(path.name)
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", noted)
    found, problems = read_content(content)
    assert (found, len(problems)) == (None, 11 * 100)
    assert [name for name in opened if name.startswith("a-")] == [
        f"a-{number:02}.yml" for number in range(11)
    ]


def test_a_pipe_is_not_waited_for(content: Path) -> None:
    os.mkfifo(content / "sources/pipe.yml")
    assert [str(problem.message) for problem in read_content(content)[1]] == [
        "this is not an ordinary file; remove it"
    ]


def test_a_folder_that_leads_into_itself_ends(content: Path) -> None:
    (content / "files/loop").symlink_to(content / "files")
    (problem,) = read_content(content)[1]
    assert problem.path == "content/files/loop"


def test_file_names_that_are_no_utf_8_are_told_so_that_they_can_be_printed(content: Path) -> None:
    for name in (b"sources/\xff.yml", b"files/\xff.pdf", b"pages/\xff.ko.md", b"\xff"):
        Path(os.fsdecode(os.fsencode(content) + b"/" + name)).write_bytes(b"x")
    problems = read_content(content)[1]
    assert [str(problem).partition(":")[0] for problem in sorted(problems)] == [
        "content/files/<U+DCFF>.pdf",
        "content/pages/<U+DCFF>.ko.md",
        "content/sources/<U+DCFF>.yml",
        "content/<U+DCFF>",
    ]
    for write in PROBLEM_FORMATS.values():
        assert write(problems, "ko").encode("utf-8")


@pytest.mark.parametrize("size", [LARGEST, LARGEST + 1])
def test_a_file_has_a_largest_size(tmp_path: Path, size: int) -> None:
    path = tmp_path / "x.yml"
    path.write_bytes(b"#" * size)
    if size <= LARGEST:
        assert len(read_text(path, "x.yml")) == size
    else:
        with pytest.raises(Problems, match=r"the file has 300,001 bytes, 300,000 are allowed"):
            read_text(path, "x.yml")


def test_the_longest_page_is_read(content: Path) -> None:
    (content / "pages/note.ko.md").write_text(f"# 글\n{'가' * LONGEST_PAGE}", encoding="utf-8")
    assert "note" in {page.name for page in read(content).pages}


def test_a_page_is_told_where_it_is_wrong(content: Path) -> None:
    (content / "pages/note.ko.md").write_text("\n\n# 글\n\n하나\n\n둘 `셋`\n", encoding="utf-8")
    (problem,) = read_content(content)[1]
    assert (problem.line, problem.column) == (7, 1)
    assert str(problem.message).startswith("code in backticks")


def test_a_document_can_be_read_whatever_it_says(content: Path) -> None:
    assert isinstance(read_document(content / "sources/dawn-courier.yml", "x.yml"), Document)


def test_what_the_files_name_gives_is_not_written_in_it(tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text("id: x\ntitle: x\n")
    with pytest.raises(Problems, match=r"content/x\.yml:1:5: id: the file's name is the id; delete"):
        read_model(path, "content/x.yml", Source, {"id": "x"})


@pytest.mark.parametrize("kind", KINDS)
@given(
    raw=st.binary(max_size=200)
    | st.text(max_size=100).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
@settings(max_examples=50)
def test_any_bytes_are_a_record_or_problems(kind: str, raw: bytes) -> None:
    a_file_is_a_record_or_told(raw, kind)


def test_a_list_of_what_was_taken_out_that_is_too_long_is_told(content: Path) -> None:
    def listed(number: int) -> None:
        text = "".join(f"- {{record: speakers/a-{one}, date: 2024-11-01}}\n" for one in range(number))
        (content / "withdrawn.yml").write_text(text, encoding="utf-8")

    listed(300)
    assert len(read(content).withdrawn) == 300
    listed(1001)
    (problem,) = read_content(content)[1]
    assert str(problem).startswith("content/withdrawn.yml:1:1: the list is too long, 1000 are allowed")
