"""A file's name is right, or somebody is told a name that is."""

import re

import pytest

from generator.corpus.file_names import wrong_name_in_content, wrong_page_name, wrong_record_name


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("x.yaml", "x.yml"), ("x.yml.txt", "x.yml"), ("x.YML", "x.yml"), ("x.yml.yml", "x.yml"),
        ("x.yaml.txt", "x.yml"), ("x.yml~", "x.yml"), ("x.yml.bak", "x.yml"), ("x.txt", "x.yml"),
        ("x", "x.yml"), ("x.yml.md", "x.yml"), ("x.json", "x.yml"),
    ],
)  # fmt: skip
def test_a_wrong_ending_gets_the_name_of_the_record(name: str, meant: str) -> None:
    told = str(wrong_record_name(name, "proposals", {name}))
    assert re.search(rf"name it '{re.escape(meant)}'", told)
    assert wrong_record_name(meant, "proposals", {meant}) is None


@pytest.mark.parametrize("name", ["제안.txt", "제안.yaml", "제안.yml.txt", "A b.txt"])
def test_no_name_is_advised_that_is_refused_in_turn(name: str) -> None:
    told = str(wrong_record_name(name, "proposals", {name}))
    assert "such as 2025-national-ai.yml" in told
    assert "name it '" not in told


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("제안.xlsx", "a spreadsheet"), ("x.CSV", "a spreadsheet"), ("x.hwp", "a document"),
        ("x.docx", "a document"), ("x.pdf", "a document"), ("x.pptx", "slides"), ("x.jpg", "a picture"),
        ("x.mp4", "a recording"), ("x.zip", "an archive"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_sent_where_it_may_lie(name: str, what: str) -> None:
    told = str(wrong_record_name(name, "speakers", {name}))
    assert f"is {what} and no record; move it to content/files/" in told
    assert told.endswith("proceedings new speaker")


@pytest.mark.parametrize(
    "name",
    [
        "x (1).yml",
        "x(2).yml",
        "x - 복사본.yml",
        "x - 복사본 (2).yml",
        "x 사본.yml",
        "x copy.yml",
        "x - Copy.yml",
    ],
)
def test_a_copy_beside_a_record_is_called_one(name: str) -> None:
    assert "looks like a copy of x.yml" in str(wrong_record_name(name, "forums", {name, "x.yml"}))
    assert "copy" not in str(wrong_record_name(name, "forums", {name})).replace(name.removesuffix(".yml"), "")


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("about.kr.md", "about.ko.md"), ("about.ko.txt", "about.ko.md"), ("about.ko.md.txt", "about.ko.md"),
        ("about.eng.md", "about.en.md"), ("about.한국어.md", "about.ko.md"), ("about.ko", "about.ko.md"),
    ],
)  # fmt: skip
def test_a_page_is_told_its_name(name: str, meant: str) -> None:
    assert str(wrong_page_name(name)).endswith(f"name it '{meant}'")
    assert wrong_page_name(meant) is None


@pytest.mark.parametrize(
    ("name", "meant"), [("포럼", "forums"), ("발표자", "speakers"), ("파일", "files"), ("forum", "forums")]
)
def test_a_folder_is_told_its_name(name: str, meant: str) -> None:
    assert str(wrong_name_in_content(name)).endswith(f"did you mean '{meant}'?")
    assert wrong_name_in_content(meant) is None


@pytest.mark.parametrize("name", [".git", "Thumbs.db", "desktop.ini", "~$제안.docx"])
def test_what_systems_leave_behind_is_nobody_s_mistake(name: str) -> None:
    assert wrong_name_in_content(name) is None
