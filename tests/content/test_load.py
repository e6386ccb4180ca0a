import shutil
from pathlib import Path

import pytest

from generator.corpus.corpus import Corpus
from generator.corpus.load import load_corpus
from generator.corpus.rules import RULES, RULES_OF_A_DAY
from generator.parsing.problems import MOST_PROBLEMS_IN_ALL, Problems
from tests.support.paths import RECORDS, VALID


def test_sound_content_is_a_corpus() -> None:
    corpus = load_corpus(RECORDS)
    assert isinstance(corpus, Corpus)
    assert corpus.unread == {("pages", "about"), ("pages", "corrections")}


def test_problems_in_files_and_among_them_come_together(tmp_path: Path) -> None:
    content = Path(shutil.copytree(VALID, tmp_path / "content"))
    (content / "sources/new.yml").write_text("title: no\n")
    (content / "speakers/gu-reumdal.yml").unlink()
    with pytest.raises(Problems) as raised:
        load_corpus(content)
    assert [problem.path for problem in raised.value.problems] == [
        "content/forums/2024-open-shelves.yml",
        "content/proposals/2024-open-shelves-1.yml",
        *["content/sources/new.yml"] * 5,
    ]


def test_every_record_is_told_while_it_is_read_and_then_every_rule() -> None:
    told: list[None] = []
    load_corpus(RECORDS, lambda: told.append(None))
    assert len(told) == len(list(load_corpus(RECORDS).records)) + len(RULES) + len(RULES_OF_A_DAY)


def test_after_many_broken_rules_the_others_are_not_asked(tmp_path: Path) -> None:
    content = Path(shutil.copytree(VALID, tmp_path / "content"))
    names = ", ".join(f"name-{number}" for number in range(30))
    steps = f"  - {{date: 2024-06-12, status: proposed, sources: [{names}]}}\n" * 50
    path = content / "proposals/2024-open-shelves-1.yml"
    record = path.read_text(encoding="utf-8")
    path.write_text(record.replace("sources: [", f"{steps}sources: ["), encoding="utf-8")
    with pytest.raises(Problems) as raised:
        load_corpus(content)
    assert len(raised.value.problems) == MOST_PROBLEMS_IN_ALL + 1
    assert str(raised.value.problems[-1]) == (
        "content:1:1: there are more than 1,000 problems; mend these to see the rest"
    )
