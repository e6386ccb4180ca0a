"""`python -m tests.fuzz.engine TARGET FLAG…`: a search with atheris, which ends with what it finds."""

from __future__ import annotations

import sys
import time

import atheris

with atheris.instrument_imports(include=["generator"]):
    from tests.fuzz.mutation import crossed, next_input
    from tests.fuzz.targets import TARGETS

LONGEST = 2.0
"""Seconds of computing for one input."""


class TooSlow(Exception):
    """An input took longer than LONGEST."""


def search(name: str, flags: list[str]) -> None:
    """Does not return: the engine ends the process."""
    target = TARGETS[name]
    words = target.words()

    def ask(raw: bytes) -> None:
        begun = time.process_time()
        target.ask(raw)
        if (took := time.process_time() - begun) > LONGEST:
            raise TooSlow(f"{took:.1f} seconds")

    def mutate(raw: bytes, longest: int, seed: int) -> bytes:
        return next_input(raw, longest, seed, words, atheris.Mutate)

    atheris.Setup(
        [sys.argv[0], f"-max_len={target.longest}", *flags],
        ask,
        custom_mutator=mutate,
        custom_crossover=crossed,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    search(sys.argv[1], sys.argv[2:])
