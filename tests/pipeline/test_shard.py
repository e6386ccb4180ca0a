"""The share of one of several machines: how it is written, and what falls to it."""

from __future__ import annotations

import pytest

from generator.parsing.messages import Refused, in_words
from generator.pipeline.shard import Shard, shard_written

KEYS = [f"proposals/2025-forum-{number}" for number in range(300)]


@pytest.mark.parametrize(
    ("written", "shard"), [("1/1", Shard(1, 1)), ("2/3", Shard(2, 3)), ("9999/9999", Shard(9999, 9999))]
)
def test_a_share_is_written_as_one_of_so_many(written: str, shard: Shard) -> None:
    assert shard_written(written) == shard
    assert str(shard) == written


@pytest.mark.parametrize(
    "written", ["", "1", "0/3", "4/3", "1/0", "-1/3", "1/3/5", "1 / 3", "a/b", "１/3", "01/3"]
)
def test_anything_else_is_none(written: str) -> None:
    with pytest.raises(Refused) as refused:
        shard_written(written)
    wanted = "is no shard; write K/N with K from 1 to N, such as 1/4 for the first of four"
    assert str(refused.value.reason) == f"'{written}' {wanted}"
    assert "넷 가운데 첫째입니다." in in_words(refused.value.reason, "ko")


def test_everything_falls_to_one_share_and_no_share_is_small() -> None:
    shares = [[key for key in KEYS if Shard(number, 4).has(key)] for number in range(1, 5)]
    assert sorted(key for share in shares for key in share) == sorted(KEYS)
    assert min(map(len, shares)) > len(KEYS) / 8


def test_what_falls_to_a_share_is_the_same_on_every_machine() -> None:
    falls = [next(k for k in range(1, 6) if Shard(k, 5).has(f"speakers/person-{n}")) for n in range(12)]
    assert falls == [1, 5, 5, 1, 3, 2, 1, 1, 4, 2, 1, 4]


def test_a_few_things_are_dealt_out_one_after_the_other() -> None:
    dealt = [[index for index in range(5) if Shard(number, 3).has_nth(index)] for number in (1, 2, 3)]
    assert dealt == [[0, 3], [1, 4], [2]]
