"""Harmless words that stand for armed ones: what holds a text as it is says the same of both."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from generator.models import Language
from generator.pages.filter_values import name_among_ids
from generator.parsing.addresses import uri_of
from generator.parsing.commonmark import words_of_prose
from tests.trust.armed import Arms, address_of, branch_of, file_of, repository_of
from tests.trust.attacks import EVIL

Said = tuple[str, ...]
"""A text with where it stands, or an element's name and attributes."""

WORD = "평온"
MARKS = (WORD, quote(WORD), "calm-")
"""One of them is in every text that is disguised."""
IN_LINES: Mapping[str, Language] = {"가": "ko", "나": "en"}
IN_MARKDOWN: Mapping[str, Language] = {"다": "ko", "라": "en"}
"""How a word ends: by the language of the field that it stands in."""


def harmless(key: str, number: int) -> Arms:
    """Words that mean nothing to anybody and tell where they came from."""
    return Arms(
        key, f"{WORD}{number}가", f"{WORD}{number}나", {"ko": f"{WORD}{number}다", "en": f"{WORD}{number}라"}
    )


@dataclass(frozen=True)
class Disguise:
    """Whom the harmless words stand for, by their number."""

    armed: Mapping[int, Arms]
    as_written: bool = False
    """Whether Markdown stands there as it is in the record, not read."""

    def lift(self, text: str) -> str:
        """What the text says without the disguise; files say the same again and again."""
        if not any(mark in text for mark in MARKS):
            return text
        lifted = self._known.get(text)
        if lifted is None:
            lifted = text
            for pattern, instead in self._instead.items():
                lifted = pattern.sub(instead, lifted)
            self._known[text] = lifted
        return lifted

    def lifted(self, said: Counter[Said]) -> Counter[Said]:
        lifted: Counter[Said] = Counter()
        for texts, times in said.items():
            lifted[tuple(map(self.lift, texts))] += times
        return lifted

    @cached_property
    def _known(self) -> dict[str, str]:
        return {}

    @cached_property
    def _instead(self) -> Mapping[re.Pattern[str], Callable[[re.Match[str]], str]]:
        def line(number: str, ending: str) -> str:
            return self.armed[int(number)].line(IN_LINES[ending])

        def markdown(number: str, ending: str) -> str:
            prose = self.armed[int(number)].prose(IN_MARKDOWN[ending])
            return prose if self.as_written else words_of_prose(prose)

        quoted = {quote(ending): ending for ending in IN_LINES}
        endings = "|".join
        plain, coded = rf"{WORD}(\d+)({endings(IN_LINES)})", rf"{quote(WORD)}(\d+)({endings(quoted)})"
        return {
            re.compile(f"{re.escape(EVIL)}r{plain}"): lambda found: repository_of(line(found[1], found[2])),
            re.compile(f"{re.escape(EVIL)}r{coded}"): lambda found: uri_of(
                repository_of(line(found[1], quoted[found[2]]))
            ),
            re.compile(f"a{plain}z"): lambda found: branch_of(line(found[1], found[2])),
            re.compile(f"a{coded}z"): lambda found: quote(branch_of(line(found[1], quoted[found[2]]))),
            re.compile(rf"[\w-]+/{WORD}(\d+)({endings(IN_LINES)})\.png"): lambda found: file_of(
                self.armed[int(found[1])].key, line(found[1], found[2])
            ),
            re.compile(rf"[\w-]+/{quote(WORD)}(\d+)({endings(quoted)})\.png"): lambda found: quote(
                file_of(self.armed[int(found[1])].key, line(found[1], quoted[found[2]]))
            ),
            re.compile(rf"{re.escape(EVIL)}\?{WORD}(\d+)({endings(IN_LINES)})"): lambda found: address_of(
                line(found[1], found[2])
            ),
            # In ASCII, as data has it.
            re.compile(rf"{re.escape(EVIL)}\?{quote(WORD)}(\d+)({endings(quoted)})"): lambda found: uri_of(
                address_of(line(found[1], quoted[found[2]]))
            ),
            # Among ids, as lists and tables have it.
            re.compile(rf"name:{WORD}(\d+)({endings(IN_LINES)})"): lambda found: name_among_ids(
                line(found[1], found[2])
            ),
            re.compile(rf"{WORD}(\d+)({endings(IN_LINES)})"): lambda found: line(found[1], found[2]),
            re.compile(rf"{WORD}(\d+)({endings(IN_MARKDOWN)})"): lambda found: markdown(found[1], found[2]),
            re.compile(r"calm-(\d+)"): lambda found: self.armed[int(found[1])].key,
        }


def differences(found: Counter[Said], expected: Counter[Said], most: int = 5) -> list[str]:
    """What is there and should not be, and the reverse; nothing if both are equal, but for spaces."""
    there, missing = _closed_up(found - expected), _closed_up(expected - found)
    there, missing = there - missing, missing - there
    return [f"+ {one}" for one in list(there)[:most]] + [f"- {one}" for one in list(missing)[:most]]


def _closed_up(said: Counter[Said]) -> Counter[Said]:
    """Where a program puts a space between two pieces is its own affair."""
    closed: Counter[Said] = Counter()
    for texts, times in said.items():
        closed[tuple(re.sub(r"\s", "", text) for text in texts)] += times
    return closed
