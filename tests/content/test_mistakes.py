"""What a secretariat may do to its records, and every message of each mistake: the table is mistakes.yml."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from generator.corpus.load import load_corpus
from generator.parsing.messages import Speech
from generator.parsing.problems import Problems, problems_as_text
from tests.support.paths import TESTS, VALID
from tests.support.running import replace

TABLE: list[dict[str, str]] = yaml.safe_load((TESTS / "content" / "mistakes.yml").read_text(encoding="utf-8"))


def make(mistake: dict[str, str], content: Path) -> None:
    """One small change: a text, a file's name or encoding, a new file or a deleted one."""
    match mistake:
        case {"change": name, "from": old, "to": new}:
            replace(content / name, old, new)
        case {"write": name, "to": text}:
            (content / name).parent.mkdir(exist_ok=True)
            (content / name).write_text(text, encoding="utf-8")
        case {"rename": name, "to": other}:
            (content / name).rename(content / other)
        case {"encode": name, "to": encoding}:
            (content / name).write_bytes((content / name).read_text(encoding="utf-8").encode(encoding))
        case {"delete": name}:
            (content / name).unlink()


@pytest.mark.parametrize("mistake", TABLE, ids=[mistake["what"] for mistake in TABLE])
def test_a_mistake_is_told_in_both_languages_to_the_letter(mistake: dict[str, str], tmp_path: Path) -> None:
    content = Path(shutil.copytree(VALID, tmp_path / "content"))
    make(mistake, content)
    with pytest.raises(Problems) as raised:
        load_corpus(content)
    languages: tuple[Speech, ...] = ("en", "ko")
    for language in languages:
        assert problems_as_text(raised.value.problems, language) == mistake[language]


def test_the_table_is_wide() -> None:
    assert len({mistake["what"] for mistake in TABLE}) == len(TABLE) >= 60


@pytest.mark.parametrize("mistake", TABLE, ids=[mistake["what"] for mistake in TABLE])
def test_whoever_reads_only_korean_is_told_what_to_do(mistake: dict[str, str]) -> None:
    """Each line has its place, what is wrong, and then what to write or do."""
    for line in mistake["ko"].splitlines():
        assert re.match(r"content/.+?:\d+:\d+: ", line)
        assert re.search(r"(십시오|니까|씁니다|까지입니다)[.?(]|: .*[a-z]", line.partition(": ")[2])
