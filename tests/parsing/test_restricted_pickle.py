"""What is read back from a cache makes records and nothing else."""

from __future__ import annotations

import io
import os
import pickle
from datetime import date
from decimal import Decimal

import pytest

from generator.models.date import Day
from generator.parsing.restricted_pickle import RestrictedUnpickler


def read(content: bytes) -> object:
    return RestrictedUnpickler(io.BytesIO(content)).load()


@pytest.mark.parametrize(
    "value", [Day(2025, 7, 16), Decimal("1.5"), date(2025, 7, 16), ("a", 1, None, {"b": frozenset({2})})]
)
def test_parts_of_records_come_back(value: object) -> None:
    assert read(pickle.dumps(value, 5)) == value


class Harmful:
    """Runs a command when it is read."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("exit 1",)


@pytest.mark.parametrize("value", [Harmful(), print, os.path.join, pytest.raises, io.BytesIO])
def test_nothing_else_is_made(value: object) -> None:
    with pytest.raises(pickle.UnpicklingError, match="is not a type of records"):
        read(pickle.dumps(value, 5))


@pytest.mark.parametrize("name", ["BaseModel", "Day.parse", "message", "__builtins__"])
def test_no_function_and_no_part_of_a_type_is_reached(name: str) -> None:
    content = b"\x80\x04" + b"\x8c" + bytes([21]) + b"generator.models.date" + b"\x8c" + bytes([len(name)])
    with pytest.raises((pickle.UnpicklingError, AttributeError)):
        read(content + name.encode() + b"\x93.")
