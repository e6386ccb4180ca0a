"""`proceedings init`: an archive where there was none, and never over what is there."""

from __future__ import annotations

import re
import signal
import socket
import time
import urllib.request
from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import main
from generator.parsing.messages import Speech
from tests.cli.terminal import Terminal
from tests.support.paths import ROOT
from tests.support.running import PATIENCE, digests, start

ANSWERS = ["--name", "가람 포럼 자료집", "--name-en", "Garam Forums", "--publisher", "가람 협회"]
PLACE = ["--address", "https://forums.garam-made-up.kr", "--email", "desk@garam-made-up.kr"]


def init(folder: Path, *arguments: str, language: str = "en") -> Result:
    return CliRunner().invoke(main, ["--lang", language, "init", str(folder), *arguments])


@pytest.mark.parametrize("empty", [[], ["--empty"]], ids=["example", "empty"])
def test_what_it_begins_passes_check(empty: list[str], tmp_path: Path) -> None:
    begun = init(tmp_path / "new", *ANSWERS, *PLACE, *empty)
    assert begun.exit_code == 0, begun.stderr
    assert begun.stderr.startswith(f"{tmp_path / 'new'}: the archive is begun\n")
    assert f'(cd "{tmp_path / "new"}")' in begun.stderr
    checked = CliRunner().invoke(main, ["--project", str(tmp_path / "new"), "check", "--strict"])
    assert checked.exit_code == 0, checked.output
    assert checked.output.endswith(f"{0 if empty else 8} records, no problem\n")


def test_what_is_not_known_yet_stands_there_as_a_sample(tmp_path: Path) -> None:
    init(tmp_path / "new", *ANSWERS)
    site = (tmp_path / "new/content/site.yml").read_text("utf-8")
    assert site.count('"https://forum.example.org/"') == 2
    assert site.count('"desk@example.org"') == 1


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "missing --name-ko or --name-en, --publisher-ko or --publisher-en; standard input is no"),
        ("ko", "빠진 것: --name-ko 또는 --name-en, --publisher-ko 또는 --publisher-en. 여기는 터미널이"),
    ],
)
def test_without_a_terminal_every_missing_flag_is_named(language: str, told: str, tmp_path: Path) -> None:
    refused = init(tmp_path / "new", language=language)
    assert refused.exit_code == 2
    assert told in refused.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "a new archive needs an empty folder, and these lie in it: README.md, content; move them"),
        ("ko", "새 자료집은 빈 폴더에 만드는데, 이 폴더에는 README.md, content가 있습니다. 다른 곳으로"),
    ],
)
def test_what_is_there_stays_as_it_is(language: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "mine.txt").write_text("mine")
    (tmp_path / "README.md").write_text("mine")
    before = digests(tmp_path)
    refused = init(tmp_path, *ANSWERS, language=language)
    assert refused.exit_code == 1
    assert told in refused.stderr
    assert digests(tmp_path) == before


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Invalid value for --name-en: '가람' is in Korean; give it as --name-ko"),
        ("ko", "--name-en 값이 맞지 않습니다. '가람'은 한국어입니다. --name-ko에 쓰십시오."),
    ],
)
def test_a_wrong_answer_leaves_nothing(language: str, told: str, tmp_path: Path) -> None:
    refused = init(tmp_path / "new", *ANSWERS, "--name-en", "가람", language=language)
    assert refused.exit_code == 2
    assert told in refused.stderr
    assert list(tmp_path.iterdir()) == []


def test_where_nobody_may_write_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    refused = init(tmp_path / "file" / "new", *ANSWERS)
    assert refused.exit_code == 1
    assert "Traceback" not in refused.output


@pytest.mark.parametrize("language", get_args(Speech))
def test_no_message_names_what_only_a_clone_has(language: str) -> None:
    words = (ROOT / "generator" / "strings" / "messages" / f"{language}.yml").read_text("utf-8")
    targets = re.findall("^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert "check" in targets
    assert re.findall(rf"\bmake ({'|'.join(targets)})\b|\.venv|--editable|requirements/", words) == []


@pytest.mark.usefixtures("at_leisure")
def test_on_a_terminal_it_asks(tmp_path: Path) -> None:
    person = Terminal(tmp_path, "init", "우리 자료집", "--empty")
    person.answer("Name of the archive in Korean (Enter: later)", "")
    person.answer("Name of the archive in English", "가람")
    assert "'가람' is in Korean" in person.answer("Name of the archive in English", "Garam: #1")
    person.answer("Who publishes it, in Korean (Enter: later)", "가람 협회")
    person.answer("Who publishes it, in English (Enter: later)", "")
    person.answer("The address where it will stand", "forums")
    refused = person.answer("[https://forum.example.org/]", "https://forums.garam-made-up.kr")
    assert "'forums' is not a web address" in refused
    person.answer("The desk's shared e-mail address", "desk@garam-made-up.kr")
    assert "  gitlab\r\n" in person.answer("Where it will be published", "")
    assert person.end() == 0
    site = (tmp_path / "우리 자료집/content/site.yml").read_text("utf-8")
    assert 'name:\n  en: "Garam: #1"\n' in site
    assert 'known_as: "https://forums.garam-made-up.kr/"\n' in site


@pytest.mark.usefixtures("at_leisure")
def test_ctrl_c_at_a_question_leaves_nothing(tmp_path: Path) -> None:
    person = Terminal(tmp_path, "init", "new")
    person.answer("Name of the archive in Korean (Enter: later)", "가람")
    assert person.interrupt() == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.builds
def test_it_can_be_looked_at_at_once_under_any_name_in_any_locale(tmp_path: Path) -> None:
    serving = start(
        tmp_path, "init", "우리 자료집", *ANSWERS, *PLACE, "--serve", "--port", "0",
        PYTHONPATH=str(ROOT), LANG="C", LC_ALL="C",
    )  # fmt: skip
    said = ""
    assert serving.stderr
    end = time.monotonic() + PATIENCE
    try:
        while not (built := re.search(r"^(http://\S+/) built in", said, re.MULTILINE)):
            line = serving.stderr.readline()
            assert line, f"it ended before there was a page:\n{said}"
            assert time.monotonic() < end, said
            said += line
        with urllib.request.urlopen(built[1], timeout=PATIENCE) as answer:  # noqa: S310 - ours
            page = answer.read().decode()
        assert '<code class="command">proceedings new forum</code>' in page
    finally:
        serving.send_signal(signal.SIGINT)
        serving.communicate(timeout=PATIENCE)
    assert serving.returncode == 0


def test_a_port_that_is_taken_leaves_the_archive_and_says_how_to_look(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        refused = init(tmp_path / "new", *ANSWERS, *PLACE, "--serve", "--port", port)
    assert refused.exit_code == 1
    assert f"{port}" in refused.stderr
    assert "proceedings serve" in refused.stderr
    assert (tmp_path / "new" / "content" / "site.yml").is_file()


STEPS = """\
organization garam-press --name-ko 가람출판 --name-en Garam --classification company
source report --type report --title-ko 글 --title-en Text --publisher-en Garam --date 2024-03 --language ko
speaker kim-garam --name-ko 김가람 --name-en Kim --source report
forum 2024-rivers --name-ko 강 --name-en Rivers --classification seminar --date 2024-03-01 --source report
proposal --forum 2024-rivers --title-ko 강 --title-en Rivers --abstract-ko 강. --abstract-en Rivers. \
--proposer 2024-rivers --addressee garam-press --topic law --source report
"""


def test_the_first_steps_lead_to_a_forum_on_record(tmp_path: Path) -> None:
    init(tmp_path / "new", *ANSWERS, *PLACE, "--empty")
    project = ["--project", str(tmp_path / "new")]
    for step in STEPS.splitlines():
        written = CliRunner().invoke(main, [*project, "new", *step.split()])
        assert written.exit_code == 0, written.output
    checked = CliRunner().invoke(main, [*project, "check", "--strict"])
    assert "5 records, no problem" in checked.output


def test_here_is_a_place_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    begun = init(Path(), *ANSWERS)
    assert begun.exit_code == 0
    assert "(cd " not in begun.stderr
    assert (tmp_path / "content" / "site.yml").is_file()


@pytest.mark.parametrize("command", ["check", "build", "generate", "due", "sources"])
def test_a_folder_without_an_archive_says_how_to_begin_one(command: str, tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["--project", str(tmp_path), command])
    assert told.exit_code == 1
    assert "there is no archive here; 'proceedings init DIR' begins one" in told.output
