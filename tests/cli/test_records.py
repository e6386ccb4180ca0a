"""`proceedings new`: from answers to a record that `check` lets pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.authoring.questions import QUESTIONS
from generator.cli.main import main
from tests.cli.calling import check
from tests.support.running import digests, replace

pytestmark = pytest.mark.usefixtures("at_leisure")

COMPLETE = {
    "source": [
        *[
            "evening-post-2024-06-14",
            "--type",
            "article-newspaper",
            "--title-ko",
            '로봇: "안녕" #1',
            "--language",
            "ko",
        ],
        *[
            "--publisher-en",
            "Evening Post",
            "--date",
            "2024-06-14",
            "--url",
            "https://post.example.org/14?a=1#b",
        ],
    ],
    "organization": ["tree-company", "--name-en", "Tree Company", "--classification", "company"],
    "speaker": ["bom-nabi", "--name-ko", "봄나비", "--name-en", "Bom Nabi", "--source", "forum-reader-2024"],
    "forum": [
        *[
            "2024-night-shelves",
            "--name-ko",
            "밤의 서가",
            "--name-en",
            "- Night: Shelves",
            "--date",
            "2024-09",
        ],
        *["--classification", "seminar", "--source", "forum-reader-2024", "--source", "council-bill-17"],
    ],
    "proposal": [
        *[
            "--forum",
            "2024-library-robots",
            "--session",
            "panel-1",
            "--title-ko",
            "느린 로봇",
            "--title-en",
            "no",
        ],
        *[
            "--abstract-ko",
            "로봇은 **천천히** 움직여야 한다.",
            "--abstract-en",
            "Let them\n\n- move\n- slowly.",
        ],
        *["--proposer", "tia-sample", "--proposer", "haeoreum-coop", "--addressee", "districts"],
        *[
            "--addressee",
            "gu-reumdal",
            "--topic",
            "robots",
            "--topic",
            "access",
            "--source",
            "forum-reader-2024",
        ],
    ],
}
"""Kind → arguments that say everything which `check` wants to know."""


def new(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--project", str(project), "new", *arguments])


@pytest.mark.parametrize("kind", QUESTIONS)
def test_what_is_fully_answered_passes_check(kind: str, records: Path) -> None:
    result = new(records, kind, *COMPLETE[kind])
    assert (result.exit_code, result.stderr) == (
        0,
        "Open the file, add what is known, then: proceedings check\n",
    )
    assert (records / result.stdout.strip()).is_file()
    assert check(records) == "36 records, no problem\n"


def test_what_is_left_open_passes_check_once_it_is_filled_in(records: Path) -> None:
    arguments = [
        "--forum",
        "2024-library-robots",
        "--title-en",
        "Slow robots",
        "--proposer",
        "2024-library-robots",
    ]
    result = new(records, "proposal", *arguments, "--topic", "robots")
    path = records / "content/proposals/2024-library-robots-11.yml"
    assert result.stdout == "content/proposals/2024-library-robots-11.yml\n"
    assert ": abstract: the text is empty" in result.stderr
    assert ": sources: is missing; name at least one" in result.stderr
    replace(path, "abstract:\n  ko:\n  en:\n", "abstract:\n  ko: 천천히.\n  en:\n")
    replace(path, "\nsources:\n", "\nsources:\n  - forum-reader-2024\n")
    assert check(records) == "36 records, no problem\n"


def test_a_person_proposes_for_the_organization_they_came_for(records: Path) -> None:
    new(records, "proposal", *COMPLETE["proposal"])
    text = (records / "content/proposals/2024-library-robots-11.yml").read_text(encoding="utf-8")
    proposers = (
        "  - person: tia-sample\n    organization: dalmaji-robotics\n  - organization: haeoreum-coop\n"
    )
    assert f"proposers:\n{proposers}" in text
    assert "addressees:\n  - organization: districts\n  - person: gu-reumdal\n" in text
    assert "history:\n  - id: proposed\n    date: 2024-06-12\n    status: proposed\n" in text


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        ("forum", "--name-ko or --name-en, --classification, --date, ID"),
        ("speaker", "--name-ko or --name-en, ID"),
        ("organization", "--name-ko or --name-en, --classification, ID"),
        ("proposal", "--forum, --title-ko or --title-en, --proposer, --topic"),
        (
            "source",
            "--type, --title-ko or --title-en, --publisher-ko or --publisher-en, --date, --language, ID",
        ),
    ],
)
def test_without_a_terminal_every_missing_flag_is_named(kind: str, missing: str, records: Path) -> None:
    before = digests(records)
    result = new(records, kind)
    assert result.exit_code == 2
    assert f"Error: missing {missing}; " in result.stderr
    assert digests(records) == before


@pytest.mark.parametrize(
    ("flag", "value", "message"),
    [
        (
            "--forum",
            "2024-libary-robots",
            "there is no content/forums/2024-libary-robots.yml; did you mean '2024-lib",
        ),
        ("--forum", "x", "there is no content/forums/x.yml; write it first: proceedings new forum x"),
        ("--session", "panel", "2024-library-robots has no session 'panel'; did you mean 'panel-1'?"),
        (
            "--proposer",
            "ada-example",
            "'ada-example' takes no part in 2024-library-robots; add the contribution to",
        ),
        (
            "--proposer",
            "에이다 이그잼플",
            "'ada-example' takes no part in 2024-library-robots; add the contribution to",
        ),
        (
            "--addressee",
            "nobody-at-all",
            "there is no content/organizations/nobody-at-all.yml; write it first",
        ),
        ("--topic", "robotics", "there is no topic 'robotics'; did you mean 'robots'?"),
        (
            "--topic",
            "weather",
            "there is no topic 'weather'; write one of shelves, robots, opening-hours, access",
        ),
        ("--source", "forum-reader-2025", "did you mean 'forum-reader-2024'?"),
        ("--date", "2024-02-30", "'2024-02-30' is not in the calendar; that month has 29 days"),
        ("--title-ko", "a\u202eb", "U+202E (RIGHT-TO-LEFT OVERRIDE) cannot be seen"),
        ("--title-ko", "a\nb", "the text goes over several lines"),
        ("--abstract-ko", "# a", "a heading cannot stand here"),
    ],
)
def test_what_no_record_can_have_is_told_at_once(flag: str, value: str, message: str, records: Path) -> None:
    before = digests(records)
    given = COMPLETE["proposal"]
    result = new(records, "proposal", *given, flag, value)
    assert result.exit_code == 2
    assert f"Invalid value for {flag}: " in result.stderr
    assert message in " ".join(result.stderr.split())
    assert digests(records) == before


@pytest.mark.parametrize(
    ("typed", "outcome"),
    [
        ("신문 기사", "type: article-newspaper\n"),
        ("newspaper", "'newspaper' is not known; write one of article-newspaper, article-journal, "),
    ],
)
def test_the_type_of_a_source_is_taken_by_its_word(typed: str, outcome: str, records: Path) -> None:
    result = new(records, "source", *COMPLETE["source"], "--type", typed)
    path = records / "content/sources/evening-post-2024-06-14.yml"
    assert outcome in (path.read_text(encoding="utf-8") if path.is_file() else result.stderr)


def test_a_record_that_exists_stays_as_it_is(records: Path) -> None:
    before = digests(records)
    result = new(records, "speaker", "han-bitsol", "--name-ko", "다른 사람")
    assert result.exit_code == 1
    assert result.stderr == "content/speakers/han-bitsol.yml: exists already; open it, or choose another id\n"
    assert digests(records) == before


@pytest.mark.parametrize("kind", QUESTIONS)
def test_where_there_is_no_project_nothing_is_written(kind: str, tmp_path: Path) -> None:
    result = new(tmp_path, kind, *COMPLETE[kind])
    assert (result.exit_code, list(tmp_path.iterdir())) == (1, [])
    assert "content:1:1: there is no archive here; 'proceedings init DIR' begins one" in result.stderr


def test_wrong_words_of_the_site_are_told_with_their_lines(records: Path) -> None:
    (records / "content/vocabulary.yml").write_text("topics: []\n")
    result = new(records, "forum", *COMPLETE["forum"])
    assert result.exit_code == 1
    assert "content/vocabulary.yml:1:9: topics: the list is empty" in result.stderr
    assert not (records / "content/forums/2024-night-shelves.yml").exists()


@pytest.mark.parametrize("kind", QUESTIONS)
def test_help_shows_an_example(kind: str) -> None:
    shown = CliRunner().invoke(main, ["new", kind, "--help"]).output
    assert f"  Example:\n    proceedings new {kind}\n    proceedings new {kind} " in shown
