"""A record of an earlier run is the one that its file would give today."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.corpus.kept_records import KeptRecords, recorded_digests
from generator.corpus.reader import read_content, read_record
from generator.models import Proposal
from generator.parsing.problems import Problems
from tests.support.paths import RECORDS

PROPOSAL = RECORDS / "proposals" / "2024-library-robots-1.yml"


def test_every_record_comes_back_as_it_was_read() -> None:
    first, again = KeptRecords(), KeptRecords()
    read, problems = read_content(RECORDS, kept=first)
    assert read
    assert problems == []
    again = KeptRecords(first.values)
    taken_over, _ = read_content(RECORDS, kept=again)
    assert taken_over == read
    assert again.values == first.values
    assert recorded_digests(first.values) == {
        f"{folder}/{key}": digest for (folder, key), digest in first.digests.items()
    }


def test_a_file_that_is_the_same_is_not_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = KeptRecords()
    record = read_record(PROPOSAL, "proposals", kept)
    monkeypatch.setattr("generator.corpus.reader.parse_yaml", None)
    assert read_record(PROPOSAL, "proposals", KeptRecords(kept.values)) == record


@pytest.mark.parametrize("program", ["", "another"])
def test_another_text_or_another_program_is_read_anew(tmp_path: Path, program: str) -> None:
    kept = KeptRecords()
    read_record(PROPOSAL, "proposals", kept)
    changed = tmp_path / PROPOSAL.name
    text = PROPOSAL.read_text(encoding="utf-8")
    changed.write_text(text if program else f"{text}\n# changed\n", encoding="utf-8")
    assert KeptRecords(kept.values, program).find("proposals", PROPOSAL.stem, changed.read_bytes()) is None


def test_a_wrong_record_is_not_kept(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yml"
    wrong.write_text("title: x\n", encoding="utf-8")
    kept = KeptRecords()
    with pytest.raises(Problems):
        read_record(wrong, "proposals", kept)
    assert kept.values == {}


@pytest.mark.parametrize("damage", [b"", b"garbage", b"\x80\x05N."])
def test_what_is_no_record_is_read_anew(damage: bytes) -> None:
    kept = KeptRecords()
    record = read_record(PROPOSAL, "proposals", kept)
    (name, value), raw = next(iter(kept.values.items())), PROPOSAL.read_bytes()
    assert KeptRecords({name: value[:16] + damage}).find("proposals", PROPOSAL.stem, raw) is None
    assert isinstance(record, Proposal)
